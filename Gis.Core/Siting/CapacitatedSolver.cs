namespace Gis.Core.Siting;

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
        Write();
        if (program.Relax(stop) is not { } relaxation)
            return new SitingOutcome.Cancelled(null, null);
        stop.Tell(SitingPhase.Bounding, null, relaxation.Least);
        var dearest = Enumerable.Range(0, instance.Demands.Length).Sum(demand => instance.Demands[demand].Weight * instance.Row(demand)[^1].Cost);
        var ending = program.Solve(relaxation, dearest, stop);
        if (ending.Values is not { } values)
        {
            return ending.IsProven
                ? new SitingOutcome.Infeasible($"{rule} cannot serve every demand wholly at one site within the capacities.")
                : new SitingOutcome.Cancelled(null, ending.Least);
        }

        var built = rule.Fill(instance, variableOf.Where(pair => values[pair.Value] > 0.5).Select(pair => pair.Key));
        var sum = served.Where(each => values[each.Variable] > 0.5).Sum(each => instance.Demands[each.Demand].Weight * CostOf(each.Demand, each.Site));
        return Endings.Of(new SitingPlan(built, sum, []), ending.Least, ending.IsProven, stop);
    }

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
