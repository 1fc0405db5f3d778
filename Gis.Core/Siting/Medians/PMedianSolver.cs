using Gis.Core.Siting.Covers;

namespace Gis.Core.Siting.Medians;

/// <summary>
/// The sites from which serving everybody costs least: searched by exchanges, bounded and branched with the offers of the demands.
/// Where that goes on too long, the relaxation over the sites that are left, with one cost variable a demand and the cuts it needs
/// (Durán-Mateluna, Alès, Elloumi 2023, European Journal of Operational Research 311); what its reduced costs do not decide is
/// proven in the radius form (García, Labbé, Marín 2011, INFORMS Journal on Computing 23).
/// </summary>
internal sealed class PMedianSolver
{
    private readonly MedianModel model;
    private readonly BuildRule rule;
    private readonly SitingStop stop;

    private PMedianSolver(SitingInstance instance, BuildRule rule, SitingStop stop)
    {
        model = new MedianModel(instance);
        (this.rule, this.stop) = (rule, stop);
    }

    internal static SitingOutcome Solve(SitingInstance instance, BuildRule rule, SitingStop stop)
    {
        stop.Tell(SitingPhase.Reducing);
        var solver = new PMedianSolver(instance, rule, stop);
        return solver.FindFault() is { } fault ? new SitingOutcome.Infeasible(fault) : solver.Solve();
    }

    /// <summary>The sum of weight times cost to the cheapest open site, reckoned from the instance itself.</summary>
    internal static double SumOf(SitingInstance instance, IEnumerable<int> built)
    {
        var isOpen = instance.MarkOpen(built);
        var sum = 0.0;
        for (var demand = 0; demand < instance.Demands.Length; demand++)
        {
            var row = instance.Row(demand);
            var nearest = 0;
            while (nearest < row.Length && !isOpen[row[nearest].Site])
                nearest++;
            sum += nearest < row.Length ? instance.Demands[demand].Weight * row[nearest].Cost : double.PositiveInfinity;
        }

        return sum;
    }

    private string? FindFault()
    {
        if (rule.FindFault(model.Candidates.Length) is { } fault)
            return fault;
        if (model.FindUnreachable() is { } demand)
            return $"Demand {model.Instance.Demands[demand].Id} can be served from no site that stands or may be built.";
        return null;
    }

    private SitingOutcome Solve()
    {
        var search = new MedianSearch(model, rule.Budget);
        search.AddGreedily(rule.Build);
        search.Exchange(stop);
        if (search.Sum >= model.Unserved && ServeEverybody(search) is { } reason)
            return reason;
        stop.Tell(SitingPhase.Searching, search.Sum);

        var branch = new MedianBranch(model, rule, search, stop);
        var least = branch.SolveRoot();
        stop.Tell(SitingPhase.Bounding, search.Sum, Math.Min(least, search.Sum));
        var isProven = branch.IsProvenBy(least) || (!stop.IsNow && branch.Prove());
        return isProven || stop.IsNow ? Answer(search.Chosen, least, isProven) : SolveRest(branch, search, least);
    }

    // Where our own search goes on too long, cuts and a general solver for the columns that are left.
    private SitingOutcome SolveRest(MedianBranch branch, MedianSearch found, double least)
    {
        var columns = Enumerable.Range(0, model.Candidates.Length).Where(column => branch.IsLeft(column) || found.IsChosen(column)).ToArray();
        var rest = new MedianModel(model.Instance, [.. columns.Select(column => model.Candidates[column])]);
        var search = new MedianSearch(rest, rule.Budget);
        search.Choose(Enumerable.Range(0, columns.Length).Where(i => found.IsChosen(columns[i])));
        var (relaxation, isWhole) = new MedianRelaxation(rest, rule).Solve(search, stop);
        if (relaxation is null || isWhole || relaxation.Least >= search.Sum - ChoiceProgram.Slack(search.Sum))
            return Answer(search.Chosen.Select(i => columns[i]), relaxation?.Least ?? least, relaxation is not null);
        stop.Tell(SitingPhase.Proving, search.Sum, relaxation.Least);
        var ending = MedianRemainder.Solve(rest, rule, relaxation, search, stop);
        return Answer((ending.Values is { } values ? Chosen(values) : search.Chosen).Select(i => columns[i]), Math.Max(least, ending.Least), ending.IsProven);
    }

    // Exchanges do not always find a plan that serves everybody; a cover does, if there is one.
    private SitingOutcome? ServeEverybody(MedianSearch search)
    {
        var ending = CoverWithin.Find(CoverModel.Of(model.Instance, double.MaxValue), rule, stop);
        if (ending.Columns is { } columns)
        {
            search.Choose(columns);
            search.AddGreedily(rule.Build);
            search.Exchange(stop);
            return null;
        }

        return ending.IsProven
            ? new SitingOutcome.Infeasible($"{rule} cannot serve every demand.")
            : new SitingOutcome.Cancelled(null, null);
    }

    private SitingOutcome Answer(IEnumerable<int> columns, double least, bool isProven)
    {
        var built = rule.Fill(model.Instance, columns.Select(column => model.Candidates[column]));
        var plan = new SitingPlan(built, SumOf(model.Instance, built), []);
        return Endings.Of(plan, Math.Min(least, plan.Objective), isProven, stop);
    }

    private static IEnumerable<int> Chosen(double[] values) =>
        Enumerable.Range(0, values.Length).Where(column => values[column] > 0.5);
}
