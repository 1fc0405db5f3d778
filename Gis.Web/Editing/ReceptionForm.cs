using System.Collections.Immutable;
using System.Globalization;
using Gis.Core.Network;
using Gis.Core.Network.Hours;
using Gis.Web.Finder.Hours;
using Gis.Web.Layout;

namespace Gis.Web.Editing;

/// <summary>What one must know of a point, as it was filled in; an empty field means that nothing is known.</summary>
public sealed record ReceptionForm(string Hours, string HoursSource, string Address, string Phone, string Ways, string Languages, string Checked, string Source)
{
    private const int LongestSource = 200;

    public static ReceptionForm Of(Reception? reception)
    {
        var details = reception is { HasDetails: true } ? reception : null;
        return new(
            reception?.Hours?.Weekly.ToString() ?? "", reception?.Hours?.Provenance.Source ?? "",
            details?.Address ?? "", details?.Phone ?? "", Write(details?.WaysIn ?? []), string.Join('、', details?.Languages ?? []),
            details?.Checked is { } day ? Wording.Day(day) : "", details?.Provenance.Source ?? "");
    }

    public static ReceptionForm Of(IFormCollection fields) => new(
        Text(fields, "hours"), Text(fields, "hours-source"), Text(fields, "address"), Text(fields, "phone"),
        Write([.. Enum.GetValues<WayIn>().Where(way => Text(fields, NameOf(way)) == "yes")]), Text(fields, "languages"), Text(fields, "checked"), Text(fields, "reception-source"));

    /// <summary>The field of a way in.</summary>
    public static string NameOf(WayIn way) => "way-" + way.Written();

    /// <summary>Whether a way in is said.</summary>
    public bool Has(WayIn way) => Ways.Split(' ').Contains(way.Written());

    /// <summary>What is known; null where nothing is, or where a field is wrong, which the faults say.</summary>
    /// <param name="seen">What was known before: what is left as it was stays exactly that.</param>
    /// <param name="language">The language of the faults.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public Reception? Read(Reception? seen, Language language, FormFaults faults)
    {
        var was = Of(seen);
        var hours = (Hours, HoursSource) == (was.Hours, was.HoursSource) ? seen?.Hours : ReadHours(seen?.Hours, language, faults);
        var isSame = this with { Hours = was.Hours, HoursSource = was.HoursSource } == was;
        var details = isSame && seen is not null ? seen : ReadDetails(language, faults);
        return (details with { Hours = hours }).Settle();
    }

    // What somebody states with its source is a fact from then on; the source of what stood in for it is none.
    private StatedHours? ReadHours(StatedHours? seen, Language language, FormFaults faults)
    {
        if (Hours.Length == 0)
            return null;
        if (HoursSource.Length is 0 or > LongestSource || (seen?.Provenance.IsIllustrative == true && HoursSource == seen.Provenance.Source))
            faults.Add("hours-source", HoursSource, language["请写开放时间从哪里知道,如“2026年4月电话核对”", "say where the hours are known from, as \"telephone, April 2026\""]);
        if (WeeklyHours.TryParse(Hours, out var fault) is { } hours)
            return new StatedHours(hours, new Provenance(Basis.Fact, HoursSource));
        faults.Add("hours", Hours, language.Of(fault!));
        return null;
    }

    private Reception ReadDetails(Language language, FormFaults faults)
    {
        CheckPhone(language, faults);
        if (Address.Length > Reception.LongestAddress || Address.Any(char.IsControl))
            faults.Add("address", Address, language[$"最多 {Reception.LongestAddress} 个字,一行", $"at most {Reception.LongestAddress} characters on one line"]);
        ImmutableArray<string> languages = [.. Reception.SplitWords(Languages).Distinct()];
        if (languages.Length > Reception.MostLanguages || languages.Any(each => each.Length > Reception.LongestLanguage))
            faults.Add("languages", Languages, language[$"最多 {Reception.MostLanguages} 种,每种最多 {Reception.LongestLanguage} 个字,用顿号分开", $"at most {Reception.MostLanguages}, each at most {Reception.LongestLanguage} characters, with commas between"]);
        var read = new Reception(new Provenance(Basis.Fact, Source))
        {
            Address = Address,
            Phone = Phone,
            WaysIn = [.. Enum.GetValues<WayIn>().Where(Has)],
            Languages = languages,
            Checked = ReadDay(language, faults),
        };
        if (read.HasDetails && Source.Length is 0 or > LongestSource)
            faults.Add("reception-source", Source, language["请写这些从哪里知道,如“2026年4月现场核对”", "say where this is known from, as \"on the spot, April 2026\""]);
        return read;
    }

    private void CheckPhone(Language language, FormFaults faults)
    {
        if (OfficePhone.IsMobile(Phone))
            faults.Add("phone", Phone, language.OfMobile());
        else if (Phone.Length > 0 && !OfficePhone.IsNumber(Phone))
            faults.Add("phone", Phone, language["应为办公电话,如 0951-1234567", "the number of an office, as 0951-1234567"]);
    }

    private DateOnly? ReadDay(Language language, FormFaults faults)
    {
        if (Checked.Length == 0)
            return null;
        if (DateOnly.TryParseExact(Checked, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        faults.Add("checked", Checked, language["应为日期,如 2026-04-01", "a day, as 2026-04-01"]);
        return null;
    }

    private static string Write(ImmutableArray<WayIn> ways) => string.Join(' ', ways.Select(way => way.Written()));

    private static string Text(IFormCollection fields, string name) => fields[name].ToString().Trim();
}
