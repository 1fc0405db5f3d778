using CsCheck;
using Gis.Core.Siting;

namespace Gis.Core.Tests.Siting;

/// <summary>Small random instances, and every possible plan for them.</summary>
internal static class SmallTown
{
    private static readonly Gen<SitingSite> AnySite = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 4], Gen.Int[4, 30]).Select((role, cost, capacity) => new SitingSite(
        "", role == 0 ? SiteRole.Forbidden : role == 1 ? SiteRole.Existing : SiteRole.Candidate, cost, capacity));

    /// <summary>Up to eight demands and sites; some pairs out of reach, some sites standing, some forbidden.</summary>
    internal static readonly Gen<SitingInstance> Any =
        from sites in AnySite.Array[1, 7]
        from weights in Gen.Int[0, 9].Array[1, 8]
        from costs in Gen.Int[0, 12].Array[sites.Length * weights.Length]
        select new SitingInstance(
            [.. weights.Select((weight, i) => new SitingDemand($"d{i}", weight))],
            [.. sites.Select((site, j) => site with { Id = $"s{j}" })],
            [.. costs.Select((cost, i) => new SitingPair(i / sites.Length, i % sites.Length, cost)).Where(pair => pair.Cost < 11)]);

    /// <summary>Every set of candidates of a size at most, within a budget.</summary>
    internal static IEnumerable<int[]> Plans(SitingInstance instance, int most, double budget = double.PositiveInfinity)
    {
        var candidates = Enumerable.Range(0, instance.Sites.Length).Where(site => instance.Sites[site].Role == SiteRole.Candidate).ToArray();
        for (var set = 0; set < 1 << candidates.Length; set++)
        {
            var plan = candidates.Where((_, i) => (set >> i & 1) == 1).ToArray();
            if (plan.Length <= most && plan.Sum(site => instance.Sites[site].Cost) <= budget)
                yield return plan;
        }
    }

    /// <summary>What it costs a demand to be served by a plan; infinite if nothing serves it. Read off the instance pair by pair.</summary>
    internal static double Nearest(SitingInstance instance, int demand, int[] plan)
    {
        var nearest = double.PositiveInfinity;
        foreach (var reach in instance.Row(demand).ToArray())
        {
            if (instance.Sites[reach.Site].Role == SiteRole.Existing || plan.Contains(reach.Site))
                nearest = Math.Min(nearest, reach.Cost);
        }

        return nearest;
    }

    internal static double Covered(SitingInstance instance, int[] plan, double limit, int times = 1) => Enumerable.Range(0, instance.Demands.Length)
        .Where(demand => instance.Row(demand).ToArray().Count(reach => reach.Cost <= limit
            && (instance.Sites[reach.Site].Role == SiteRole.Existing || plan.Contains(reach.Site))) >= times)
        .Sum(demand => instance.Demands[demand].Weight);

    internal static double Sum(SitingInstance instance, int[] plan) => Enumerable.Range(0, instance.Demands.Length)
        .Sum(demand => Nearest(instance, demand, plan) is var cost && double.IsPositiveInfinity(cost) ? cost : instance.Demands[demand].Weight * cost);

    internal static double Worst(SitingInstance instance, int[] plan) =>
        Enumerable.Range(0, instance.Demands.Length).Max(demand => Nearest(instance, demand, plan));
}
