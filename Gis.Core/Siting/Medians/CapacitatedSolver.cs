using Gis.Core.Siting.Covers;

namespace Gis.Core.Siting.Medians;

/// <summary>The sites and the assignment of every demand to one of them, none above its capacity, at least cost.</summary>
internal sealed class CapacitatedSolver
{
    private readonly SitingInstance instance;
    private readonly BuildRule rule;
    private readonly ChoiceProgram program = new();
    private readonly Dictionary<int, int> variableOf = [];
    private readonly List<(int Demand, int Site, int Variable)> served = [];

    private CapacitatedSolver(SitingInstance instance, BuildRule rule) => (this.instance, this.rule) = (instance, rule);

    internal static SitingOutcome Solve(SitingInstance instance, BuildRule rule, SitingStop stop)
    {
        stop.Tell(SitingPhase.Reducing);
        var solver = new CapacitatedSolver(instance, rule);
        return solver.FindFault() is { } fault ? new SitingOutcome.Infeasible(fault) : solver.Solve(stop);
    }

    private string? FindFault()
    {
        var candidates = instance.Sites.Where(site => site.Role == SiteRole.Candidate).ToList();
        if (rule.FindFault(candidates.Count) is { } fault)
            return fault;
        for (var demand = 0; demand < instance.Demands.Length; demand++)
        {
            if (!CanServe(demand))
                return $"Demand {instance.Demands[demand].Id} can be served from no site that stands or may be built and is large enough for it.";
        }

        var most = instance.Sites.Where(site => site.Role == SiteRole.Existing).Sum(site => site.Capacity)
            + candidates.Select(site => site.Capacity).OrderDescending().Take(rule.Build).Sum();
        return most >= instance.Weight ? null
            : $"The weight is {instance.Weight:R}, but the largest {rule.Build} sites and those that stand hold only {most:R}.";
    }

    private SitingOutcome Solve(SitingStop stop)
    {
        var start = CapacitatedSearch.Find(instance, rule, stop);
        stop.Tell(SitingPhase.Searching, start?.Sum);
        Write();
        if (program.Relax(stop) is not { } relaxation)
            return Answer(start, LeastServing(), isProven: false, stop);
        stop.Tell(SitingPhase.Bounding, start?.Sum, relaxation.IsFeasible ? relaxation.Least : null);
        var ending = program.Solve(relaxation, start is null ? DearestServing() : start.Sum - (1e-9 * Math.Max(1, start.Sum)), stop);
        if (ending.Values is not { } values)
        {
            return start is null && ending.IsProven
                ? new SitingOutcome.Infeasible($"{rule} cannot serve every demand wholly at one site within the capacities.")
                : Answer(start, ending.Least, ending.IsProven, stop);
        }

        var siteOf = new int[instance.Demands.Length];
        foreach (var (demand, site, variable) in served)
            siteOf[demand] = values[variable] > 0.5 ? site : siteOf[demand];
        return Answer(siteOf, ending.Least, ending.IsProven, stop);
    }

    private SitingOutcome Answer(CapacitatedSearch? found, double least, bool isProven, SitingStop stop) =>
        found is null ? new SitingOutcome.Cancelled(null, least) : Answer(found.SiteOf, least, isProven, stop);

    private SitingOutcome Answer(int[] siteOf, double least, bool isProven, SitingStop stop)
    {
        var built = rule.Fill(instance, siteOf.Where(site => instance.Sites[site].Role == SiteRole.Candidate));
        var sum = siteOf.Select((site, demand) => instance.Demands[demand].Weight * CostOf(demand, site)).Sum();
        return Endings.Of(new SitingPlan(built, sum, []), Math.Min(least, sum), isProven, stop);
    }

    // Where capacities did not matter.
    private double LeastServing() => Enumerable.Range(0, instance.Demands.Length).Sum(demand => instance.Demands[demand].Weight * instance.Row(demand)[0].Cost);

    private double DearestServing() => Enumerable.Range(0, instance.Demands.Length).Sum(demand => instance.Demands[demand].Weight * instance.Row(demand)[^1].Cost);

    private void Write()
    {
        foreach (var site in Enumerable.Range(0, instance.Sites.Length).Where(site => instance.Sites[site].Role == SiteRole.Candidate))
            variableOf[site] = program.AddVariable(0, isWhole: true);
        program.AddRow(0, rule.Build, variableOf.Values.Select(variable => (variable, 1.0)));
        if (rule.IsByMoney)
            program.AddRow(0, rule.Budget, variableOf.Select(pair => (pair.Value, instance.Sites[pair.Key].Cost)));
        for (var demand = 0; demand < instance.Demands.Length; demand++)
            WriteService(demand);
        foreach (var group in served.GroupBy(each => each.Site))
            WriteCapacity(group.Key, group.Select(each => (each.Variable, instance.Demands[each.Demand].Weight)));
    }

    private void WriteService(int demand)
    {
        var terms = new List<(int, double)>();
        foreach (var reach in instance.Row(demand))
        {
            if (instance.Demands[demand].Weight > instance.Sites[reach.Site].Capacity)
                continue;
            var variable = program.AddVariable(instance.Demands[demand].Weight * reach.Cost, isWhole: true);
            served.Add((demand, reach.Site, variable));
            terms.Add((variable, 1));
            if (variableOf.TryGetValue(reach.Site, out var open))
                program.AddRow(0, double.PositiveInfinity, [(open, 1), (variable, -1)]);
        }

        program.AddRow(1, 1, terms);
    }

    private void WriteCapacity(int site, IEnumerable<(int Variable, double Weight)> terms)
    {
        var capacity = instance.Sites[site].Capacity;
        if (double.IsPositiveInfinity(capacity))
            return;
        if (variableOf.TryGetValue(site, out var open))
            program.AddRow(double.NegativeInfinity, 0, terms.Append((open, -capacity)));
        else
            program.AddRow(double.NegativeInfinity, capacity, terms);
    }

    private bool CanServe(int demand)
    {
        foreach (var reach in instance.Row(demand))
        {
            if (instance.Demands[demand].Weight <= instance.Sites[reach.Site].Capacity)
                return true;
        }

        return false;
    }

    private double CostOf(int demand, int site)
    {
        foreach (var reach in instance.Row(demand))
        {
            if (reach.Site == site)
                return reach.Cost;
        }

        throw new InvalidOperationException($"Site {site} does not serve demand {demand}.");
    }
}
