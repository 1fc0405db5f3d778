using System.Collections.Immutable;
using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>What each point would newly bring within reach if it alone were opened.</summary>
internal sealed class CandidateGains(CoverageGround ground, Minutes limit, Residents[] weights)
{
    private readonly long[] added = new long[ground.Network.Points.Length];
    private readonly int[] villages = new int[ground.Network.Points.Length];

    /// <summary>Counts a village out of reach in (+1), or out (-1) when it comes within reach.</summary>
    internal void Count(int row, int sign)
    {
        var people = weights[row].Count;
        if (people == 0)
            return;
        foreach (ref readonly var reach in ground.Table.Row(row))
        {
            if (reach.Time > limit)
                break;
            added[reach.Point] += people * sign;
            villages[reach.Point] += sign;
        }
    }

    /// <summary>The candidates that would bring anyone, as they are counted now, when the list is asked for.</summary>
    internal Lazy<ImmutableArray<Candidate>> Rank(Openness openness)
    {
        var (then, inVillages) = ((long[])added.Clone(), (int[])villages.Clone());
        return new(() =>
        [
            .. Enumerable.Range(0, then.Length)
                .Where(point => openness.IsCandidate(point) && inVillages[point] > 0)
                .Select(point => new Candidate(ground.Network.Points[point], new Residents(then[point]), inVillages[point]))
                .OrderByDescending(ranked => ranked.Added)
                .ThenBy(ranked => ranked.Point.Id),
        ]);
    }
}
