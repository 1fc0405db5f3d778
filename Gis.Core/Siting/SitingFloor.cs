using System.Collections.Immutable;

namespace Gis.Core.Siting;

/// <summary>A promise to some demands: from a step on at least a share of their weight is within the limit.</summary>
/// <param name="Name">What it is called where it cannot be kept, as the name of a county.</param>
/// <param name="Demands">The demands, by their place in the instance, each once. Where they weigh nothing the promise is kept.</param>
/// <param name="Share">The share of their weight, from 0 to 1; exactly at it is enough.</param>
/// <param name="FromStep">The first step after which it holds, from 1; 0 before anything is built.</param>
public sealed record SitingFloor(string Name, ImmutableArray<int> Demands, double Share, int FromStep)
{
    /// <summary>The same promise to each group of demands, in the order in which the list first names them; demands of no group have none.</summary>
    /// <param name="instance">Whose demands.</param>
    /// <param name="share">The share of each group's weight.</param>
    /// <param name="fromStep">The first step after which it holds.</param>
    public static ImmutableArray<SitingFloor> ByGroup(SitingInstance instance, double share, int fromStep) =>
    [
        .. Enumerable.Range(0, instance.Demands.Length)
            .Where(demand => instance.Demands[demand].Group.Length > 0)
            .GroupBy(demand => instance.Demands[demand].Group, StringComparer.Ordinal)
            .Select(group => new SitingFloor(group.Key, [.. group], share, fromStep)),
    ];

    /// <summary>
    /// A promise to the tenth of the weight that is farthest from what stands today. Who that is does not change while building.
    /// </summary>
    /// <remarks>
    /// Demands are taken from the farthest, out of reach of all that stands before any other, equally far ones by their place in
    /// the list, until they weigh a tenth of all. The demand at the border is taken whole, so they may weigh more than a tenth.
    /// </remarks>
    /// <param name="instance">Whose demands.</param>
    /// <param name="name">What the promise is called.</param>
    /// <param name="share">The share of their weight.</param>
    /// <param name="fromStep">The first step after which it holds.</param>
    public static SitingFloor WorstDecile(SitingInstance instance, string name, double share, int fromStep)
    {
        var worst = ImmutableArray.CreateBuilder<int>();
        var (weight, taken) = (instance.Weight, 0.0);
        foreach (var demand in Enumerable.Range(0, instance.Demands.Length).OrderByDescending(demand => CostToday(instance, demand)))
        {
            // Ten times rather than a tenth: whole weights then compare exactly.
            if (taken * 10 >= weight)
                break;
            worst.Add(demand);
            taken += instance.Demands[demand].Weight;
        }

        return new SitingFloor(name, worst.ToImmutable(), share, fromStep);
    }

    private static double CostToday(SitingInstance instance, int demand)
    {
        foreach (var reach in instance.Row(demand))
        {
            if (instance.Sites[reach.Site].Role == SiteRole.Existing)
                return reach.Cost;
        }

        return double.PositiveInfinity;
    }
}
