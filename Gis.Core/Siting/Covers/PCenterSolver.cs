namespace Gis.Core.Siting.Covers;

/// <summary>
/// The least worst cost: the smallest of the costs in the table within which a cover of as many sites exists, found by halving
/// (Minieka 1970, SIAM Review 12).
/// </summary>
internal static class PCenterSolver
{
    internal static SitingOutcome Solve(SitingInstance instance, BuildRule rule, SitingStop stop)
    {
        stop.Tell(SitingPhase.Reducing);
        if (rule.FindFault(instance.Sites.Count(site => site.Role == SiteRole.Candidate)) is { } fault)
            return new SitingOutcome.Infeasible(fault);
        var costs = ListCosts(instance);
        var all = CoverModel.Of(instance, double.MaxValue);
        if (all.FirstOutOfReach is { } demand)
            return new SitingOutcome.Infeasible($"Demand {instance.Demands[demand].Id} can be served from no site that stands or may be built.");
        if (costs.Count == 0)
            return new SitingOutcome.Optimal(new SitingPlan(rule.Fill(instance, []), 0, []));
        return Halve(instance, rule, all, costs, stop);
    }

    /// <summary>The worst cost to the cheapest open site, reckoned from the instance itself.</summary>
    internal static double WorstOf(SitingInstance instance, IEnumerable<int> built)
    {
        var isOpen = instance.MarkOpen(built);
        var worst = 0.0;
        for (var demand = 0; demand < instance.Demands.Length; demand++)
        {
            var nearest = double.PositiveInfinity;
            foreach (var reach in instance.Row(demand))
                nearest = isOpen[reach.Site] ? Math.Min(nearest, reach.Cost) : nearest;
            worst = Math.Max(worst, nearest);
        }

        return worst;
    }

    private static SitingOutcome Halve(SitingInstance instance, BuildRule rule, CoverModel all, List<double> costs, SitingStop stop)
    {
        IReadOnlyList<int>? best = null;
        var (low, high) = (0, costs.Count);
        while (low < high)
        {
            // The dearest first: whether everybody can be served at all.
            var middle = best is null ? costs.Count - 1 : (low + high) / 2;
            var model = best is null ? all : CoverModel.Of(instance, costs[middle]);
            var (columns, isProven) = CoverWithin.Find(model, rule, stop);
            if (columns is null && !isProven)
                return Stopped(instance, rule, best, costs[low], stop);
            if (columns is null && best is null)
                return new SitingOutcome.Infeasible($"{rule} cannot serve every demand.");
            if (columns is null)
            {
                low = middle + 1;
            }
            else
            {
                best = [.. columns.Select(column => model.Candidates[column])];
                // Often less than what was asked for.
                high = costs.BinarySearch(WorstOf(instance, best));
            }

            stop.Tell(SitingPhase.Proving, best is null ? null : WorstOf(instance, best), costs[Math.Min(low, costs.Count - 1)]);
        }

        return new SitingOutcome.Optimal(PlanOf(instance, rule, best!));
    }

    private static SitingOutcome Stopped(SitingInstance instance, BuildRule rule, IReadOnlyList<int>? best, double bound, SitingStop stop) =>
        best is null ? new SitingOutcome.Cancelled(null, bound) : Endings.Of(PlanOf(instance, rule, best), bound, isProven: false, stop);

    private static SitingPlan PlanOf(SitingInstance instance, BuildRule rule, IReadOnlyList<int> best)
    {
        var built = rule.Fill(instance, best);
        return new SitingPlan(built, WorstOf(instance, built), []);
    }

    // No worst cost is below the dearest of the demands' cheapest.
    private static List<double> ListCosts(SitingInstance instance)
    {
        var (least, all) = (0.0, new HashSet<double>());
        for (var demand = 0; demand < instance.Demands.Length; demand++)
        {
            var row = instance.Row(demand);
            if (!row.IsEmpty)
                least = Math.Max(least, row[0].Cost);
            foreach (var reach in row)
                all.Add(reach.Cost);
        }

        return [.. all.Where(cost => cost >= least).Order()];
    }
}
