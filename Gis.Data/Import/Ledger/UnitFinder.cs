using System.Collections.Immutable;
using Gis.Core.Finder;
using Gis.Core.Network;

namespace Gis.Data.Import.Ledger;

/// <summary>The unit that a row means by its code and names; what was decided before is not asked again.</summary>
public sealed class UnitFinder
{
    /// <summary>The decision that a written unit is none of the register.</summary>
    public const string NoUnit = "none";

    // What the codes of all units of a city begin with.
    private const int CityDigits = 4;

    private readonly ServiceNetwork network;
    private readonly ImportPlan plan;
    private readonly RegisterMatch register;

    internal UnitFinder(ServiceNetwork network, ImportPlan plan) => (this.network, this.plan, register) = (network, plan, new RegisterMatch(network, Readings.Mandarin));

    /// <summary>The unit; null where none is surely meant, and then the row's remedies say which may be.</summary>
    /// <param name="cells">The row.</param>
    /// <param name="level">What kind of unit it must be.</param>
    /// <param name="named">The field that names it.</param>
    internal AreaCode? Find(RowCells cells, AreaLevel level, LedgerField named)
    {
        var written = Read(cells, level, named);
        if (IsBlank(written))
        {
            cells.Add(new Remedy(RemedyKind.Missing, named, ""));
            return null;
        }

        if (AreaCode.TryParse(written.Code, out var code) && !code.Digits.StartsWith(network.City.Code.Digits[..CityDigits], StringComparison.Ordinal))
            return Refuse(cells, RemedyKind.OtherCity, LedgerField.Code, written, []);
        if (plan.Decisions.TryGetValue(TextOf(written), out var decided))
            return Take(cells, written, named, level, decided);
        switch (register.Find(written))
        {
            case RegisterAnswer.Same same when same.Place.Area.Level == level:
                Tell(cells, same, named, written);
                return same.Place.Area;
            case RegisterAnswer.Same same:
                return Refuse(cells, RemedyKind.NoSuchUnit, named, written, [same.Place.Area]);
            case RegisterAnswer.Doubtful doubtful when List(doubtful, level) is { IsEmpty: false } candidates:
                return Refuse(cells, RemedyKind.UnsureUnit, named, written, candidates);
            case RegisterAnswer.None none:
                return Refuse(cells, RemedyKind.NoSuchUnit, named, written, none.Nearest.Select(place => place.Area).Where(area => area.Level == level));
            default:
                return Refuse(cells, RemedyKind.NoSuchUnit, named, written, []);
        }
    }

    /// <summary>Whether the register has a village of the row's name in the township of a code.</summary>
    internal bool KnowsName(RowCells cells, AreaCode code) => register.Find(new WrittenUnit
    {
        Township = network.FindAreaName(code.Township),
        County = network.FindAreaName(code.County),
        Name = cells.Text(LedgerField.Name),
    }) is not RegisterAnswer.None;

    // A point's own name tells its unit where nothing else does.
    private static WrittenUnit Read(RowCells cells, AreaLevel level, LedgerField named)
    {
        var name = cells.Text(named);
        return new WrittenUnit
        {
            Code = cells.Text(LedgerField.Code),
            County = level == AreaLevel.County ? "" : cells.Text(LedgerField.County),
            Township = level == AreaLevel.Village ? cells.Text(LedgerField.Township) : "",
            Name = name.Length == 0 && cells.Plan.Kind == LedgerKind.Points ? cells.Text(LedgerField.Name) : name,
        };
    }

    private static bool IsBlank(WrittenUnit written) => string.IsNullOrEmpty(written.Name) && string.IsNullOrEmpty(written.Code);

    private static string TextOf(WrittenUnit written) => string.Join('|', written.County, written.Township, written.Name, written.Code);

    private static ImmutableArray<AreaCode> List(RegisterAnswer.Doubtful doubtful, AreaLevel level) =>
        [.. doubtful.Candidates.Select(candidate => candidate.Place.Area).Where(area => area.Level == level).Distinct()];

    private AreaCode? Take(RowCells cells, WrittenUnit written, LedgerField named, AreaLevel level, string decided)
    {
        if (AreaCode.TryParse(decided, out var code) && code.Level == level && network.FindAreaName(code) is not null)
            return code;
        return Refuse(cells, RemedyKind.NoSuchUnit, named, written, []);
    }

    private AreaCode? Refuse(RowCells cells, RemedyKind kind, LedgerField named, WrittenUnit written, IEnumerable<AreaCode> candidates)
    {
        cells.Add(new Remedy(kind, named, named == LedgerField.Code || string.IsNullOrEmpty(written.Name) ? written.Code! : written.Name)
        {
            Options = [.. candidates.Select(area => new RemedyOption(area.Digits, NameOf(area)))],
            Written = TextOf(written),
        });
        return null;
    }

    // What is not written as in the register is taken, and said.
    private void Tell(RowCells cells, RegisterAnswer.Same same, LedgerField named, WrittenUnit written)
    {
        if (same.How is not (MatchHow.Code or MatchHow.Name or MatchHow.Stem))
            cells.Add(new Remedy(RemedyKind.ReadAs, named, written.Name!) { Options = [new RemedyOption(same.Place.Area.Digits, NameOf(same.Place.Area))] });
        if (same.Code.Trouble.HasFlag(CodeTrouble.Unknown))
            cells.Add(new Remedy(RemedyKind.UnknownCode, LedgerField.Code, written.Code!));
    }

    // Villages of one name lie in several townships.
    private string NameOf(AreaCode area) => area.Level == AreaLevel.Village
        ? $"{network.FindAreaName(area.Township)} {network.FindAreaName(area)}"
        : network.FindAreaName(area)!;
}
