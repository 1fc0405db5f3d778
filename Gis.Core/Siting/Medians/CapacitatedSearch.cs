using Gis.Core.Siting.Covers;

namespace Gis.Core.Siting.Medians;

/// <summary>
/// A plan within the capacities, to begin with: the sites of the p-median, each demand at the site it would miss most, then
/// moves, exchanges and better sites for those who are served together (Mulvey and Beck 1984, European Journal of Operational Research 18).
/// </summary>
internal sealed class CapacitatedSearch
{
    private readonly SitingInstance instance;
    private readonly BuildRule rule;
    private readonly double[][] cost;
    private readonly double[] left;

    private CapacitatedSearch(SitingInstance instance, BuildRule rule)
    {
        (this.instance, this.rule) = (instance, rule);
        cost = [.. instance.Demands.Select((_, demand) => CostsOf(demand))];
        left = new double[instance.Sites.Length];
        SiteOf = new int[instance.Demands.Length];
    }

    /// <summary>The site that serves each demand.</summary>
    internal int[] SiteOf { get; }

    /// <summary>The sum of weight times cost.</summary>
    internal double Sum => SiteOf.Select((site, demand) => Charge(demand, site)).Sum();

    /// <summary>A plan, or none if this simple way found none, which does not say that there is none.</summary>
    internal static CapacitatedSearch? Find(SitingInstance instance, BuildRule rule, SitingStop stop)
    {
        var search = new CapacitatedSearch(instance, rule);
        var model = new MedianModel(instance);
        var sites = new MedianSearch(model, rule.Budget);
        sites.AddGreedily(rule.Build);
        sites.Exchange(stop);
        if (!search.Assign(instance.MarkOpen(sites.Chosen.Select(column => model.Candidates[column]))))
            return null;
        while (!stop.IsNow && (search.Improve(stop) | search.Relocate()))
        {
            // What one finds may make room for the other.
        }

        return search;
    }

    private double Charge(int demand, int site) => instance.Demands[demand].Weight == 0 && double.IsFinite(cost[demand][site])
        ? 0
        : instance.Demands[demand].Weight * cost[demand][site];

    private double[] CostsOf(int demand)
    {
        var costs = new double[instance.Sites.Length];
        Array.Fill(costs, double.PositiveInfinity);
        foreach (var reach in instance.Row(demand))
            costs[reach.Site] = reach.Cost;
        return costs;
    }

    private bool Fits(int demand, int site) => instance.Demands[demand].Weight <= left[site] && double.IsFinite(cost[demand][site]);

    // The demand first whose second choice would cost most more than its first.
    private bool Assign(bool[] isOpen)
    {
        for (var site = 0; site < left.Length; site++)
            left[site] = isOpen[site] ? instance.Sites[site].Capacity : double.NegativeInfinity;
        Array.Fill(SiteOf, -1);
        for (var done = 0; done < SiteOf.Length; done++)
        {
            var (next, to, most) = (-1, -1, double.NegativeInfinity);
            for (var demand = 0; demand < SiteOf.Length; demand++)
            {
                if (SiteOf[demand] >= 0)
                    continue;
                var (site, regret) = FindPlace(demand);
                if (site < 0)
                    return false;
                if (regret > most)
                    (next, to, most) = (demand, site, regret);
            }

            Put(next, to);
        }

        return true;
    }

    private (int Site, double Regret) FindPlace(int demand)
    {
        var (best, first, second) = (-1, double.PositiveInfinity, double.PositiveInfinity);
        for (var site = 0; site < left.Length; site++)
        {
            if (!Fits(demand, site))
                continue;
            var charge = Charge(demand, site);
            if (charge < first)
                (best, first, second) = (site, charge, first);
            else if (charge < second)
                second = charge;
        }

        return (best, second - first);
    }

    private void Put(int demand, int site)
    {
        if (SiteOf[demand] >= 0)
            left[SiteOf[demand]] += instance.Demands[demand].Weight;
        SiteOf[demand] = site;
        left[site] -= instance.Demands[demand].Weight;
    }

    private bool Improve(SitingStop stop)
    {
        var improved = false;
        for (var demand = 0; demand < SiteOf.Length && !stop.IsNow; demand++)
        {
            for (var site = 0; site < left.Length; site++)
            {
                if (!Fits(demand, site) || !IsLess(Charge(demand, site), Charge(demand, SiteOf[demand])))
                    continue;
                Put(demand, site);
                improved = true;
            }

            for (var other = 0; other < demand; other++)
                improved |= TrySwap(demand, other);
        }

        return improved;
    }

    private bool TrySwap(int one, int other)
    {
        var (here, there) = (SiteOf[one], SiteOf[other]);
        if (here == there || !IsLess(Charge(one, there) + Charge(other, here), Charge(one, here) + Charge(other, there)))
            return false;
        var more = instance.Demands[one].Weight - instance.Demands[other].Weight;
        if (more > left[there] || -more > left[here])
            return false;
        (SiteOf[one], SiteOf[other]) = (there, here);
        left[there] -= more;
        left[here] += more;
        return true;
    }

    // A site not built that would serve all who are served at one built, for less.
    private bool Relocate()
    {
        var improved = false;
        foreach (var from in SiteOf.Distinct().Where(site => instance.Sites[site].Role == SiteRole.Candidate).ToArray())
        {
            var served = Enumerable.Range(0, SiteOf.Length).Where(demand => SiteOf[demand] == from).ToArray();
            var (weight, charge) = (served.Sum(demand => instance.Demands[demand].Weight), served.Sum(demand => Charge(demand, from)));
            var to = Array.FindIndex(left, 0, room => double.IsNegativeInfinity(room));
            for (; to >= 0; to = Array.FindIndex(left, to + 1, room => double.IsNegativeInfinity(room)))
            {
                if (!CanReplace(from, to, weight) || !IsLess(served.Sum(demand => Charge(demand, to)), charge))
                    continue;
                (left[to], left[from]) = (instance.Sites[to].Capacity, double.NegativeInfinity);
                foreach (var demand in served)
                    SiteOf[demand] = to;
                left[to] -= weight;
                improved = true;
                break;
            }
        }

        return improved;
    }

    private bool CanReplace(int from, int to, double weight) =>
        instance.Sites[to].Role == SiteRole.Candidate && instance.Sites[to].Capacity >= weight
            && Enumerable.Range(0, left.Length).Where(site => site == to || (site != from && IsBuilt(site))).Sum(site => instance.Sites[site].Cost) <= rule.Budget;

    private bool IsBuilt(int site) => instance.Sites[site].Role == SiteRole.Candidate && !double.IsNegativeInfinity(left[site]);

    // Rounding alone must not go round in circles.
    private static bool IsLess(double one, double other) => one < other - (1e-12 * Math.Abs(other));
}
