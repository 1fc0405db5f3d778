using System.Collections.Immutable;

namespace Gis.Core.Siting;

/// <summary>The order of building that covers most, summed over the steps, or most at the end; nothing under a floor.</summary>
internal sealed class BuildOrder
{
    private readonly CoverModel cover;
    private readonly double[] weights;
    private readonly SitingStop stop;
    private readonly OrderFloors floors;
    private readonly OrderBest best;

    private BuildOrder(CoverModel cover, SitingTask.Order task, SitingStop stop)
    {
        (this.cover, this.stop) = (cover, stop);
        weights = task.StepWeights.IsDefaultOrEmpty ? [.. Enumerable.Repeat(1.0, task.Build)] : [.. task.StepWeights];
        floors = new OrderFloors(cover, task);
        best = new OrderBest(cover, weights, task.Aim, stop);
    }

    internal static SitingOutcome Solve(SitingInstance instance, SitingTask.Order task, SitingStop stop)
    {
        stop.Tell(SitingPhase.Reducing);
        var cover = CoverModel.Of(instance, task.Limit);
        if (new BuildRule(task.Build).FindFault(cover.Candidates.Length) is { } fault)
            return new SitingOutcome.Infeasible(fault);
        return new BuildOrder(cover, task, stop).Solve(task.Aim);
    }

    private SitingOutcome Solve(OrderAim aim)
    {
        var open = floors.Open;
        if (open.Any(floor => floor.Steps == 0 || floor.Need > floor.Weights.Sum()))
            return floors.FindFault(stop)!;
        best.Enter(SitingPhase.Searching);
        var model = OrderModel.Of(cover, weights, open);
        var (start, isKnown) = OrderSolver.FindStart(model, stop);
        if (start is null)
        {
            return isKnown
                ? floors.FindFault(stop) ?? floors.Explain(weights, stop)
                : new SitingOutcome.Cancelled(null, best.Bound);
        }

        best.Offer(model, start);
        return aim == OrderAim.AtTheEnd ? SolveFromTheEnd(open, start) : Finish(Work(model, start), lack: 0);
    }

    // The most at the end is an order in which the last step alone counts; that much is then a floor of the whole.
    private SitingOutcome SolveFromTheEnd(OrderFloor[] open, OrderSearch start)
    {
        var last = new double[weights.Length];
        if (last.Length > 0)
            last[^1] = 1;
        var ending = OrderModel.Of(cover, last, open);
        var end = new OrderSearch(ending);
        end.Take(start.Sequence);
        var solver = new OrderSolver(ending, end, stop with { Progress = null }, _ => { }, _ => { });
        solver.Run();

        var reached = solver.Best.Score.Worth;
        var floor = new OrderFloor([.. cover.Classes.Select(each => each.Weight)], reached * (1 - 1e-12), weights.Length);
        var model = OrderModel.Of(cover, weights, reached > 0 ? [.. open, floor] : open);
        var search = new OrderSearch(model);
        search.Take(solver.Best.Sequence);
        return Finish(Work(model, search, solver.RuleOutWorse()), solver.IsProven ? 0 : solver.Bound - reached);
    }

    private OrderSolver Work(OrderModel model, OrderSearch start, OrderPrices? known = null)
    {
        best.Offer(model, start);
        var solver = new OrderSolver(model, start, stop, search => best.Offer(model, search), best.Lower);
        solver.Search();
        best.Enter(SitingPhase.Bounding);
        solver.Lower(best.FreeBound);
        solver.Price(known);
        best.ProveFree();
        solver.Lower(best.FreeBound);
        best.Enter(SitingPhase.Proving);
        solver.Prove();
        return solver;
    }

    /// <param name="solver">How far the work came.</param>
    /// <param name="lack">How much more the last step may cover than it does; above 0 only where the end is not proven.</param>
    private SitingOutcome Finish(OrderSolver solver, double lack)
    {
        var plan = best.Plan();
        // An order that ends better may be worth more: without proof of the end the bound never closes on the objective.
        var bound = lack > 0 ? Math.Max(best.Bound, plan.Objective + lack) : best.Bound;
        return Endings.Of(plan, bound, solver.IsProven && lack <= 0, stop);
    }
}

/// <summary>The best order so far and what none passes, told as they get better.</summary>
internal sealed class OrderBest
{
    private const double Worthwhile = 1e-5;
    private readonly CoverModel cover;
    private readonly double[] weights;
    private readonly OrderAim aim;
    private readonly SitingStop stop;
    private readonly OrderFree free;
    private readonly double standing;
    private ImmutableArray<int> columns;
    private double objective = double.NegativeInfinity;
    private double end;
    private double told;
    private SitingPhase phase;

    internal OrderBest(CoverModel cover, double[] weights, OrderAim aim, SitingStop stop)
    {
        (this.cover, this.weights, this.aim, this.stop) = (cover, weights, aim, stop);
        free = new OrderFree(cover, weights.Length);
        standing = cover.Covered * weights.Sum();
        Bound = standing + FreeBound;
    }

    internal double Bound { get; private set; }

    /// <summary>What an order would be worth beside what stands if each step were the best for itself.</summary>
    internal double FreeBound => free.Bound(weights);

    internal void ProveFree() => free.Prove(stop);

    /// <summary>Takes a sequence of a model if it is better, and the remaining columns behind it in the order of the list.</summary>
    internal void Offer(OrderModel model, OrderSearch search)
    {
        int[] begun = [.. search.Sequence.ToArray().Select(place => model.Columns[place])];
        ImmutableArray<int> whole = [.. begun, .. Enumerable.Range(0, cover.Candidates.Length).Except(begun).Take(weights.Length - begun.Length)];
        var covered = Covered(whole);
        var (worth, last) = (standing + covered.Zip(weights, (each, weight) => each * weight).Sum(), covered.LastOrDefault());
        var isBetter = aim == OrderAim.AtTheEnd ? (last, worth).CompareTo((end, objective)) > 0 : worth > objective;
        if (!columns.IsDefault && !isBetter)
            return;
        (columns, objective, end) = (whole, worth, last);
        free.Learn(covered);
        stop.Tell(phase, objective, Bound, Plan());
    }

    /// <summary>Begins a phase and tells how far the work has come.</summary>
    internal void Enter(SitingPhase next)
    {
        (phase, told) = (next, Bound);
        stop.Tell(phase, columns.IsDefault ? null : objective, Bound);
    }

    /// <param name="bound">What no order is worth more than beside what stands.</param>
    internal void Lower(double bound)
    {
        Bound = Math.Min(Bound, standing + bound);
        if (Bound < told - (Worthwhile * Math.Abs(told)))
            Enter(phase);
    }

    internal SitingPlan Plan()
    {
        var (steps, before) = (ImmutableArray.CreateBuilder<OrderStep>(weights.Length), 0.0);
        foreach (var (covered, step) in Covered(columns).Select((covered, step) => (covered, step)))
        {
            steps.Add(new OrderStep(
                cover.Candidates[columns[step]], cover.Covered + covered, covered - before,
                cover.Covered + Math.Max(covered, free.Most(step + 1)), free.IsProven(step + 1)));
            before = covered;
        }

        return new SitingPlan([.. steps.Select(step => step.Site)], objective, steps.ToImmutable());
    }

    private List<double> Covered(ImmutableArray<int> order)
    {
        var (search, covered) = (new CoverSearch(cover), new List<double>());
        foreach (var column in order)
        {
            search.Add(column);
            covered.Add(search.Weight);
        }

        return covered;
    }
}
