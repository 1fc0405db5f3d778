using Gis.Core.Units;

namespace Gis.Core.Siting;

/// <summary>Which room is finished in which month: answers a schedule with proof or with the gap, and mends it when rooms slip.</summary>
public static class ScheduleStudy
{
    /// <summary>Finds the schedule with most person-months.</summary>
    /// <returns>The best schedule by proof, the best found with its bound, the rule that breaks, or how far it came.</returns>
    /// <exception cref="ArgumentException">The task does not fit the instance, or gives a thing twice.</exception>
    public static ScheduleOutcome Solve(SitingInstance instance, ScheduleTask task, SitingStop stop)
    {
        ScheduleCheck.Verify(instance, task);
        stop.Tell(SitingPhase.Reducing);
        var model = new ScheduleModel(instance, task);
        if (ScheduleFaults.Find(model) is { } fault)
            return new ScheduleOutcome.Infeasible(fault);

        var search = new ScheduleSearch(model);
        var hasFirst = search.FillGreedily();
        if (hasFirst)
        {
            stop.Tell(SitingPhase.Searching, model.Standing + search.Worth, model.Ceiling);
            search.Improve(stop);
            stop.Tell(SitingPhase.Searching, model.Standing + search.Worth, model.Ceiling);
        }

        return Prove(model, search, hasFirst, stop);
    }

    /// <summary>
    /// Mends a schedule: as many rooms as possible keep their months, and among such schedules it finds the one with most
    /// person-months. What was to be finished before the current month is done and stays, unless it slipped.
    /// </summary>
    /// <returns>As <see cref="Solve"/>, with the rooms that move.</returns>
    /// <exception cref="ArgumentException">The task does not fit the instance, or the change does not fit the task.</exception>
    public static ScheduleOutcome Replan(SitingInstance instance, ScheduleTask task, ScheduleChange change, SitingStop stop)
    {
        ScheduleCheck.Verify(instance, task);
        ScheduleCheck.Verify(task, change);
        stop.Tell(SitingPhase.Reducing);
        var model = new ScheduleModel(instance, change.Narrow(task));
        if (ScheduleFaults.Find(model) is { } fault)
            return new ScheduleOutcome.Infeasible(fault);

        var was = model.MonthsOf(change.Was);
        var fewest = MoveFewest(model, was, stop);
        if (fewest.Months is not { } months)
            return fewest.IsProven ? new ScheduleOutcome.Infeasible(ScheduleFaults.FindTogether(model)) : new ScheduleOutcome.Cancelled(null, null);

        var search = new ScheduleSearch(model);
        search.Take(months);
        stop.Tell(SitingPhase.Searching, model.Standing + search.Worth, model.Ceiling);
        var moves = CountMoves(was, months);
        var (bound, isProven) = ProveWithin(model, search, was, moves, stop);
        var atLeast = fewest.IsProven ? moves : LeastMoves(was, fewest.Least);
        var plan = model.PlanOf(search.Months) with { Change = new ScheduleMoves([.. ListMoves(model, was, search.Months)], atLeast, model.Standing + model.WorthOf(was)) };
        return ScheduleOutcome.Of(plan, fewest.IsProven ? bound : model.Ceiling, isProven && fewest.IsProven, stop);
    }

    private static ScheduleOutcome Prove(ScheduleModel model, ScheduleSearch search, bool hasFirst, SitingStop stop)
    {
        var program = ScheduleProgram.ForCover(model);
        if (program.Relax(stop) is not { } relaxation)
            return hasFirst ? ScheduleOutcome.Of(model.PlanOf(search.Months), model.Ceiling, isProven: false, stop) : new ScheduleOutcome.Cancelled(null, null);
        stop.Tell(SitingPhase.Bounding, hasFirst ? model.Standing + search.Worth : null, model.Standing - relaxation.Least);

        var ending = program.Solve(relaxation, hasFirst ? -(search.Worth + StepOf(model, search.Worth)) : 0, stop);
        if (ending.Months is { } months)
            search.Take(months);
        else if (!hasFirst)
            return ending.IsProven ? new ScheduleOutcome.Infeasible(ScheduleFaults.FindTogether(model)) : new ScheduleOutcome.Cancelled(null, model.Standing - ending.Least);
        search.LeaveOutIdle();
        return ScheduleOutcome.Of(model.PlanOf(search.Months), model.Standing - ending.Least, ending.IsProven, stop);
    }

    private static ScheduleEnding MoveFewest(ScheduleModel model, int[] was, SitingStop stop)
    {
        var program = ScheduleProgram.ForMoves(model, was);
        return program.Relax(stop) is { } relaxation
            ? program.Solve(relaxation, model.Rooms.Length, stop)
            : new ScheduleEnding(null, IsProven: false, double.NegativeInfinity);
    }

    private static (double Bound, bool IsProven) ProveWithin(ScheduleModel model, ScheduleSearch search, int[] was, int moves, SitingStop stop)
    {
        var program = ScheduleProgram.ForCover(model);
        program.AddMostMoves(was, moves);
        if (program.Relax(stop) is not { } relaxation)
            return (model.Ceiling, false);
        stop.Tell(SitingPhase.Bounding, model.Standing + search.Worth, model.Standing - relaxation.Least);
        var ending = program.Solve(relaxation, -(search.Worth + StepOf(model, search.Worth)), stop);
        if (ending.Months is { } months)
            search.Take(months);
        return (model.Standing - ending.Least, ending.IsProven);
    }

    // Whole weights served for whole months improve by one at least.
    private static double StepOf(ScheduleModel model, double worth) => model.Instance.HasWholeWeights ? 1 : 1e-9 * Math.Max(1, worth);

    private static int CountMoves(int[] was, int[] months) => was.Zip(months).Count(each => each.First != each.Second);

    private static int LeastMoves(int[] was, double least) =>
        double.IsNegativeInfinity(least) ? 0 : Math.Max(0, (int)Math.Ceiling(was.Count(month => month != ScheduleModel.Never) + least - 1e-6));

    private static IEnumerable<ScheduleMove> ListMoves(ScheduleModel model, int[] was, int[] months) => Enumerable.Range(0, was.Length)
        .Where(room => was[room] != months[room])
        .OrderBy(room => model.Rooms[room].Site)
        .Select(room => new ScheduleMove(model.Rooms[room].Site, MonthOf(model, was[room]), MonthOf(model, months[room])));

    private static Month? MonthOf(ScheduleModel model, int month) => month == ScheduleModel.Never ? null : model.Task.From.Plus(month);
}
