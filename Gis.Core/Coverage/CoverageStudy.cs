using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>Measures who is within reach of an open point. Formulas and sources: docs/methods/coverage.md.</summary>
public static class CoverageStudy
{
    /// <summary>Answers a question about a network.</summary>
    /// <remarks>A village exactly at the limit is covered (d ≤ S: Church and ReVelle 1974, Papers in Regional Science 32).</remarks>
    /// <exception cref="ArgumentException">The table is of another mode or another network.</exception>
    public static CoverageAnswer Measure(ServiceNetwork network, TravelTable table, CoverageQuestion question)
    {
        if (table.Mode != question.Mode)
            throw new ArgumentException($"The table is for {table.Mode}, the question for {question.Mode}.", nameof(table));
        if (table.RowCount != network.Villages.Length)
            throw new ArgumentException($"The table has {table.RowCount} rows, the network {network.Villages.Length} villages.", nameof(table));

        var openness = new Openness(network, question);
        var villages = Enumerable.Range(0, table.RowCount).Select(row => openness.Reach(table.Row(row))).ToImmutableArray();
        var covered = villages.Select(village => village.Nearest is { } nearest && nearest.Time <= question.Limit).ToArray();
        var gaps = openness.ListGaps(table, villages, covered);
        return new CoverageAnswer
        {
            Question = question,
            Total = Count(null, network.Villages, covered),
            Interval = CoverageDoubt.Measure(network, table, openness),
            Spread = MinutesSpread.Measure(network.Villages.Zip(villages, (village, reach) => (village.Residents, reach.Nearest?.Time))),
            Counties = CountBy(network.Counties.Select(county => county.Code), network.Villages, covered, village => village.Code.County),
            Townships = CountBy(network.Townships.Select(township => township.Code), network.Villages, covered, village => village.Code.Township),
            Villages = villages,
            Gaps = gaps,
            Candidates = openness.RankCandidates(table, covered),
        };
    }

    private static AreaCoverage Count(AreaCode? area, IReadOnlyList<Village> villages, bool[] covered) => new(
        area,
        villages.Sum(village => village.Residents),
        villages.Where((_, row) => covered[row]).Sum(village => village.Residents));

    // A unit without villages counts too: with nobody.
    private static ImmutableArray<AreaCoverage> CountBy(
        IEnumerable<AreaCode> areas, ImmutableArray<Village> villages, bool[] covered, Func<Village, AreaCode> areaOf)
    {
        var byArea = villages.Select((village, row) => (village.Residents, Area: areaOf(village), Covered: covered[row]))
            .ToLookup(village => village.Area);
        return
        [
            .. areas.Select(area => new AreaCoverage(
                area,
                byArea[area].Sum(village => village.Residents),
                byArea[area].Where(village => village.Covered).Sum(village => village.Residents))),
        ];
    }
}
