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
            Counties = CountBy(network.Villages, covered, village => village.Code.County),
            Townships = CountBy(network.Villages, covered, village => village.Code.Township),
            Villages = villages,
            Gaps = gaps,
            Candidates = openness.RankCandidates(table, covered),
        };
    }

    private static AreaCoverage Count(AreaCode? area, IReadOnlyList<Village> villages, bool[] covered) => new(
        area,
        villages.Sum(village => village.Residents),
        villages.Where((_, row) => covered[row]).Sum(village => village.Residents));

    private static ImmutableArray<AreaCoverage> CountBy(
        ImmutableArray<Village> villages, bool[] covered, Func<Village, AreaCode> area) =>
    [
        .. villages
            .Select((village, row) => (village.Residents, Area: area(village), Covered: covered[row]))
            .GroupBy(village => village.Area)
            .OrderBy(group => group.Key)
            .Select(group => new AreaCoverage(
                group.Key,
                group.Sum(village => village.Residents),
                group.Where(village => village.Covered).Sum(village => village.Residents))),
    ];
}
