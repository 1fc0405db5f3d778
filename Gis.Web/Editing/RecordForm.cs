using System.Globalization;
using Gis.Core.Network;
using Gis.Web.Layout;

namespace Gis.Web.Editing;

/// <summary>The fields of one record as they were filled in.</summary>
public abstract record RecordForm
{
    private const int LongestText = 200;

    /// <summary>The form of a record as it stands; null for kinds that nobody edits by hand.</summary>
    public static RecordForm? Of(NetworkRecord record) => record switch
    {
        ServicePoint point => PointForm.Of(point),
        Village village => new VillageForm(village.Name, PositionForm.Of(village.Position)),
        Firm firm => new FirmForm(firm.Name, firm.Lawyers.ToString(CultureInfo.InvariantCulture), PositionForm.Of(firm.Office)),
        _ => null,
    };

    /// <summary>The form of the same kind of record as somebody filled it in.</summary>
    public static RecordForm? Of(NetworkRecord record, IFormCollection fields) => record switch
    {
        ServicePoint => PointForm.Of(fields),
        Village => new VillageForm(Text(fields, "name"), PositionForm.Of(fields)),
        Firm => new FirmForm(Text(fields, "name"), Text(fields, "lawyers"), PositionForm.Of(fields)),
        _ => null,
    };

    /// <summary>The record as it is to be, others of the network standing as they do; null where a field is wrong, which the faults say.</summary>
    public abstract NetworkRecord? Read(NetworkRecord seen, ServiceNetwork network, Language language, FormFaults faults);

    protected static string Text(IFormCollection fields, string name) => fields[name].ToString().Trim();

    protected static void CheckText(string field, string text, Language language, FormFaults faults)
    {
        if (text.Length is 0 or > LongestText || text.Any(char.IsControl))
            faults.Add(field, text, language[$"应为 1 到 {LongestText} 个字,一行", $"1 to {LongestText} characters on one line"]);
    }
}

/// <summary>The fields of a service point.</summary>
public sealed record PointForm(string Name, string Stage, string StageSource, string Bank, PositionForm Position, ReceptionForm Reception) : RecordForm
{
    /// <summary>The banks a point may stand on; one without a name where there is no river.</summary>
    public static IReadOnlyList<string> BanksOf(ServiceNetwork network) =>
        [.. network.Townships.Select(township => township.Bank.Name).Distinct().Order(StringComparer.Ordinal)];

    internal static PointForm Of(ServicePoint point) =>
        new(point.Name, point.Stage.Written(), point.StageProvenance.Source, point.Bank.Name, PositionForm.Of(point.Position), ReceptionForm.Of(point.Reception));

    internal static PointForm Of(IFormCollection fields) =>
        new(Text(fields, "name"), Text(fields, "stage"), Text(fields, "stage-source"), Text(fields, "bank"), PositionForm.Of(fields), ReceptionForm.Of(fields));

    public override NetworkRecord? Read(NetworkRecord seen, ServiceNetwork network, Language language, FormFaults faults)
    {
        var point = (ServicePoint)seen;
        CheckText("name", Name, language, faults);
        CheckText("stage-source", StageSource, language, faults);
        if (!WrittenName.TryRead<Stage>(Stage, out var stage))
            faults.Add("stage", Stage, language["应从列表中选", "choose one of the list"]);
        if (!BanksOf(network).Contains(Bank))
            faults.Add("bank", Bank, language["应从列表中选", "choose one of the list"]);
        var position = Position.Read(point.Position, language, faults);
        var reception = Reception.Read(point.Reception, language, faults);
        // What somebody states with its source is a fact from then on; what is left alone stays what it was.
        var provenance = stage == point.Stage && StageSource == point.StageProvenance.Source
            ? point.StageProvenance
            : new Provenance(Basis.Fact, StageSource);
        return faults.IsEmpty
            ? point with { Name = Name, Stage = stage, StageProvenance = provenance, Bank = new Bank(Bank), Position = position, Reception = reception }
            : null;
    }
}

/// <summary>The fields of a village. Its residents come with a census or a ledger, never by hand: they add up to their county's.</summary>
public sealed record VillageForm(string Name, PositionForm Position) : RecordForm
{
    public override NetworkRecord? Read(NetworkRecord seen, ServiceNetwork network, Language language, FormFaults faults)
    {
        var village = (Village)seen;
        CheckText("name", Name, language, faults);
        var position = Position.Read(village.Position, language, faults);
        return faults.IsEmpty ? village with { Name = Name, Position = position } : null;
    }
}

/// <summary>The fields of a firm.</summary>
public sealed record FirmForm(string Name, string Lawyers, PositionForm Position) : RecordForm
{
    private const int MostLawyers = 10_000;

    public override NetworkRecord? Read(NetworkRecord seen, ServiceNetwork network, Language language, FormFaults faults)
    {
        var firm = (Firm)seen;
        CheckText("name", Name, language, faults);
        if (!int.TryParse(Lawyers, NumberStyles.None, CultureInfo.InvariantCulture, out var lawyers) || lawyers is < 1 or > MostLawyers)
            faults.Add("lawyers", Lawyers, language[$"应为 1 到 {MostLawyers} 的整数", $"a whole number from 1 to {MostLawyers}"]);
        var position = Position.Read(firm.Office, language, faults);
        return faults.IsEmpty ? firm with { Name = Name, Lawyers = lawyers, Office = position } : null;
    }
}
