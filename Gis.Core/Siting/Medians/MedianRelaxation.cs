using Gis.Core.Siting.Covers;
using Google.OrTools.LinearSolver;

namespace Gis.Core.Siting.Medians;

/// <summary>
/// The relaxation of a p-median problem over the sites alone: a variable for each column, one for what each demand costs, and
/// only those cuts that some fractional answer broke.
/// </summary>
internal sealed class MedianRelaxation
{
    private const int MostRounds = 400;

    private readonly MedianModel model;
    private readonly BuildRule rule;
    private readonly Solver solver = Solver.CreateSolver("GLOP");
    private readonly Variable[] open;
    private readonly Variable[] charge;

    internal MedianRelaxation(MedianModel model, BuildRule rule)
    {
        (this.model, this.rule) = (model, rule);
        open = [.. model.Candidates.Select(_ => solver.MakeNumVar(0, 1, ""))];
        charge = [.. model.Rows.Select((row, demand) => solver.MakeNumVar(model.Weight(demand) * Cheapest(demand), double.PositiveInfinity, ""))];
        var count = solver.MakeConstraint(0, rule.Build);
        foreach (var variable in open)
            count.SetCoefficient(variable, 1);
        if (rule.IsByMoney)
            WriteBudget();
        foreach (var variable in charge)
            solver.Objective().SetCoefficient(variable, 1);
        solver.Objective().SetMinimization();
    }

    /// <summary>
    /// The least that any plan can cost, the share of each column in it and its reduced cost, and whether the shares are whole.
    /// The search takes up what it finds better on the way.
    /// </summary>
    internal (Relaxation? Relaxation, bool IsWhole) Solve(MedianSearch search, SitingStop stop)
    {
        using var deadline = stop.Deadline.Register(() => solver.InterruptSolve());
        using var cancel = stop.Cancel.Register(() => solver.InterruptSolve());
        Relaxation? last = null;
        CutBy(Indicator(search), new double[charge.Length]);
        for (var round = 0; round < MostRounds && !stop.IsNow; round++)
        {
            if (solver.Solve() != Solver.ResultStatus.OPTIMAL)
                break;
            last = new Relaxation(
                solver.Objective().Value(), [.. open.Select(variable => variable.SolutionValue())], [.. open.Select(variable => variable.ReducedCost())]);
            Improve(search, last, stop);
            stop.Tell(SitingPhase.Bounding, search.Sum, last.Least);
            if (last.Least >= search.Sum - ChoiceProgram.Slack(search.Sum) || CutBy(last.Values, [.. charge.Select(variable => variable.SolutionValue())]) == 0)
                break;
        }

        solver.Dispose();
        return (last, last is not null && last.Values.All(value => value is < 1e-9 or > 1 - 1e-9) && last.Least >= search.Sum - ChoiceProgram.Slack(search.Sum));
    }

    private void Improve(MedianSearch search, Relaxation relaxation, SitingStop stop)
    {
        var other = new MedianSearch(model, rule.Budget);
        var left = rule.Budget;
        var columns = new List<int>();
        foreach (var column in Enumerable.Range(0, open.Length).OrderByDescending(column => relaxation.Values[column]).Take(rule.Build))
        {
            var cost = model.Instance.Sites[model.Candidates[column]].Cost;
            if (relaxation.Values[column] <= 0 || cost > left)
                continue;
            columns.Add(column);
            left -= cost;
        }

        other.Choose(columns);
        other.AddGreedily(rule.Build);
        if (other.Sum > search.Sum * 1.02)
            return;
        other.Exchange(stop);
        if (other.Sum < search.Sum)
            search.Choose(other.Chosen.ToArray());
    }

    /// <summary>Adds the cuts that these shares break; how many there were.</summary>
    private int CutBy(double[] shares, double[] charged)
    {
        var cuts = 0;
        for (var demand = 0; demand < charge.Length; demand++)
            cuts += CutBy(shares, charged[demand], demand) ? 1 : 0;
        return cuts;
    }

    private bool CutBy(double[] shares, double charged, int demand)
    {
        var (row, weight) = (model.Rows[demand], model.Weight(demand));
        var (sum, cost, critical) = (0.0, 0.0, 0);
        while (critical < row.Length && sum + shares[row[critical].Site] < 1 - 1e-9)
        {
            sum += shares[row[critical].Site];
            cost += row[critical].Cost * shares[row[critical].Site];
            critical++;
        }

        var dearest = critical < row.Length ? row[critical].Cost : model.Standing[demand];
        if (double.IsPositiveInfinity(dearest))
        {
            var served = solver.MakeConstraint(1, double.PositiveInfinity);
            foreach (var reach in row)
                served.SetCoefficient(open[reach.Site], 1);
            return true;
        }

        var least = weight * (cost + (dearest * (1 - sum)));
        if (charged >= least - (1e-7 * Math.Max(1, least)))
            return false;
        var cut = solver.MakeConstraint(weight * dearest, double.PositiveInfinity);
        cut.SetCoefficient(charge[demand], 1);
        foreach (var reach in row)
        {
            if (reach.Cost >= dearest)
                break;
            cut.SetCoefficient(open[reach.Site], weight * (dearest - reach.Cost));
        }

        return true;
    }

    private double[] Indicator(MedianSearch search)
    {
        var shares = new double[open.Length];
        // A little less than whole, so that the cut lies at the second nearest site.
        foreach (var column in search.Chosen)
            shares[column] = 0.9;
        return shares;
    }

    private double Cheapest(int demand) => model.Rows[demand] is [var first, ..] ? first.Cost : model.Standing[demand];

    private void WriteBudget()
    {
        var money = solver.MakeConstraint(0, rule.Budget);
        for (var column = 0; column < open.Length; column++)
            money.SetCoefficient(open[column], model.Instance.Sites[model.Candidates[column]].Cost);
    }
}
