using System.Collections.Immutable;

namespace Gis.Core.Siting;

/// <summary>
/// The order of building that covers most, summed over the steps: greedy, improved by exchanges, bounded by what each step could
/// cover alone, and where these differ proven over all steps at once.
/// </summary>
internal static class BuildOrder
{
    internal static SitingOutcome Solve(SitingInstance instance, SitingTask.Order task, SitingStop stop)
    {
        stop.Tell(SitingPhase.Reducing);
        var model = CoverModel.Of(instance, task.Limit);
        if (new BuildRule(task.Build).FindFault(model.Candidates.Length) is { } fault)
            return new SitingOutcome.Infeasible(fault);

        double[] weights = task.StepWeights.IsDefaultOrEmpty ? [.. Enumerable.Repeat(1.0, task.Build)] : [.. task.StepWeights];
        var standing = model.Covered * weights.Sum();
        var search = new OrderSearch(model, weights);
        search.FillGreedily();
        stop.Tell(SitingPhase.Searching, standing + search.Worth);
        search.Improve(stop);

        var free = BoundSteps(model, weights.Length, stop);
        var bound = weights.Zip(free, (weight, most) => weight * most).Sum();
        stop.Tell(SitingPhase.Bounding, standing + search.Worth, standing + bound);
        var isProven = search.Worth >= bound - ChoiceProgram.Slack(bound);
        if (!isProven)
            (bound, isProven) = Prove(model, weights, search, bound, stop);
        return Endings.Of(PlanOf(model, weights, search, free), isProven ? standing + search.Worth : standing + bound, isProven, stop);
    }

    /// <summary>What each number of sites could cover if chosen freely: no order covers more in any step.</summary>
    private static double[] BoundSteps(CoverModel model, int steps, SitingStop stop) =>
        [.. Enumerable.Range(1, steps).Select(build => MaxCover.Choose(model, new BuildRule(build), stop with { Progress = null }).Most)];

    private static (double Bound, bool IsProven) Prove(CoverModel model, double[] weights, OrderSearch search, double bound, SitingStop stop)
    {
        var program = new OrderProgram(model, weights);
        if (program.Relax(stop) is not { } relaxation)
            return (bound, false);
        var other = new OrderSearch(model, weights);
        other.Take(program.Rank(relaxation.Values));
        other.Improve(stop);
        if (other.Worth > search.Worth)
            search.Take(other.Columns);
        bound = Math.Min(bound, -relaxation.Least);
        stop.Tell(SitingPhase.Proving, null, bound);

        var step = weights.All(weight => weight == Math.Floor(weight)) ? MaxCover.StepOf(model.Instance, search.Worth) : 1e-9 * Math.Max(1, search.Worth);
        var ending = program.Solve(relaxation, -(search.Worth + step), stop);
        if (ending.Values is { } values)
            search.Take(program.Rank(values));
        return (Math.Min(bound, -ending.Least), ending.IsProven);
    }

    private static SitingPlan PlanOf(CoverModel model, double[] weights, OrderSearch search, double[] free)
    {
        var done = new CoverSearch(model);
        var steps = ImmutableArray.CreateBuilder<OrderStep>();
        var objective = 0.0;
        for (var step = 0; step < weights.Length; step++)
        {
            var before = done.Weight;
            done.Add(search.Columns[step]);
            var covered = model.Covered + done.Weight;
            steps.Add(new OrderStep(model.Candidates[search.Columns[step]], covered, done.Weight - before, model.Covered + free[step]));
            objective += weights[step] * covered;
        }

        return new SitingPlan([.. steps.Select(step => step.Site)], objective, steps.ToImmutable());
    }
}

/// <summary>The order over all steps at once: what is built in a step stays, and each step has one site more.</summary>
internal sealed class OrderProgram
{
    private readonly ChoiceProgram program = new();
    private readonly int columns;
    private readonly int steps;

    internal OrderProgram(CoverModel model, double[] weights)
    {
        (columns, steps) = (model.Candidates.Length, weights.Length);
        for (var i = 0; i < columns * steps; i++)
            program.AddVariable(0, isWhole: true);
        for (var step = 0; step < steps; step++)
            Write(model, step, weights[step]);
    }

    internal Relaxation? Relax(SitingStop stop) => program.Relax(stop);

    internal ChoiceEnding Solve(Relaxation relaxation, double wanted, SitingStop stop) => program.Solve(relaxation, wanted, stop);

    /// <summary>The columns in order of how early and how surely they are built.</summary>
    internal int[] Rank(double[] values) =>
    [
        .. Enumerable.Range(0, columns)
            .OrderByDescending(column => Enumerable.Range(0, steps).Sum(step => values[IndexOf(column, step)]))
            .Take(steps),
    ];

    private int IndexOf(int column, int step) => (step * columns) + column;

    private void Write(CoverModel model, int step, double weight)
    {
        var all = Enumerable.Range(0, columns);
        program.AddRow(0, step + 1, all.Select(column => (IndexOf(column, step), 1.0)));
        if (step > 0)
        {
            foreach (var column in all)
                program.AddRow(0, double.PositiveInfinity, [(IndexOf(column, step), 1), (IndexOf(column, step - 1), -1)]);
        }

        foreach (var each in model.Classes)
        {
            var covered = program.AddVariable(-each.Weight * weight, isWhole: false);
            program.AddRow(0, double.PositiveInfinity, each.Columns.Select(column => (IndexOf(column, step), 1.0)).Append((covered, -1)));
        }
    }
}
