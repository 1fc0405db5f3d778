using Gis.Core.Siting;

namespace Gis.Core.Tests.Siting;

/// <summary>A town in the manner of public test sets: 1,000 demands on a square of 100 × 100, 100 candidates on a bent grid over it.</summary>
internal static class OrderGrid
{
    internal const double Limit = 17;
    internal const int Steps = 10;

    /// <summary>The same town whenever it is drawn.</summary>
    internal static SitingInstance Draw()
    {
        var demands = Enumerable.Range(0, 1000).Select(i => (X: ((i * 37) + (i * i % 101)) % 100, Y: ((i * 61) + (i * i * 7 % 97)) % 100, Weight: 1 + (((i * i * 31) + (i * 17)) % 97))).ToList();
        var sites = Enumerable.Range(0, 100).Select(j => (X: (j % 10 * 10) + 3 + (j * 7 % 5), Y: (j / 10 * 10) + 3 + (j * 11 % 5))).ToList();
        var pairs = from i in Enumerable.Range(0, demands.Count)
                    from j in Enumerable.Range(0, sites.Count)
                    let distance = Math.Sqrt(Math.Pow(demands[i].X - sites[j].X, 2) + Math.Pow(demands[i].Y - sites[j].Y, 2))
                    where distance <= Limit
                    select new SitingPair(i, j, distance);
        return new SitingInstance(
            [.. demands.Select((demand, i) => new SitingDemand($"d{i}", demand.Weight))], [.. sites.Select((_, j) => new SitingSite($"s{j}"))], [.. pairs]);
    }

    /// <summary>What an order covers, summed over its steps; reckoned demand by demand.</summary>
    internal static double Worth(SitingInstance town, IReadOnlyList<int> order) => Enumerable.Range(0, town.Demands.Length).Sum(demand =>
    {
        var reaches = town.Row(demand).ToArray().Select(reach => reach.Site).ToHashSet();
        return town.Demands[demand].Weight * order.SkipWhile(site => !reaches.Contains(site)).Count();
    });

    /// <summary>One site after another, each of those offered that adds most.</summary>
    internal static List<int> Greedily(SitingInstance town, IEnumerable<int> offered)
    {
        var (left, order) = (offered.ToList(), new List<int>());
        var uncovered = Enumerable.Range(0, town.Demands.Length).ToDictionary(demand => demand, demand => town.Row(demand).ToArray().Select(reach => reach.Site).ToHashSet());
        while (order.Count < Steps)
        {
            var best = left.MaxBy(site => uncovered.Where(each => each.Value.Contains(site)).Sum(each => town.Demands[each.Key].Weight));
            left.Remove(best);
            order.Add(best);
            foreach (var demand in uncovered.Where(each => each.Value.Contains(best)).Select(each => each.Key).ToArray())
                uncovered.Remove(demand);
        }

        return order;
    }
}
