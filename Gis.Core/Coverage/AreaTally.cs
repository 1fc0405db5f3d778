using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>Counts what is covered, certainly and possibly, unit by unit of one level. All sums are of whole numbers.</summary>
internal sealed class AreaTally
{
    private readonly AreaCode?[] areas;
    private readonly int[] areaOf;
    private readonly Residents[] weights;
    private readonly long[] all;
    private readonly long[] covered;
    private readonly long[] certain;
    private readonly long[] possible;

    internal AreaTally(IEnumerable<AreaCode?> areas, int[] areaOf, Residents[] weights)
    {
        this.areas = [.. areas];
        (this.areaOf, this.weights) = (areaOf, weights);
        (all, covered, certain, possible) = (NewCounts(), NewCounts(), NewCounts(), NewCounts());
        for (var row = 0; row < weights.Length; row++)
            all[areaOf[row]] += weights[row].Count;

        long[] NewCounts() => new long[this.areas.Length];
    }

    /// <summary>Counts a village in (+1) or out (-1) as it is judged.</summary>
    internal void Count(int row, in VillageJudgement judgement, int sign)
    {
        var (area, people) = (areaOf[row], weights[row].Count * sign);
        covered[area] += judgement.Covered ? people : 0;
        certain[area] += judgement.Certain ? people : 0;
        possible[area] += judgement.Possible ? people : 0;
    }

    /// <summary>The units as they are counted now. A unit without villages counts too: with nobody.</summary>
    internal ImmutableArray<AreaCoverage> List() =>
    [
        .. Enumerable.Range(0, areas.Length).Select(area => new AreaCoverage(areas[area], new Residents(all[area]), new Residents(covered[area]))
        {
            Certain = new Residents(certain[area]),
            Possible = new Residents(possible[area]),
        }),
    ];
}
