namespace Gis.Core.Siting;

/// <summary>Where to build: answers every siting problem, with proof or with the gap. Methods: docs/methods/siting.md.</summary>
public static class SitingStudy
{
    /// <summary>Solves a problem.</summary>
    /// <returns>The best plan by proof, the best found with its bound, the reason why there is none, or how far it came before it was cancelled.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number of the task is out of its range.</exception>
    public static SitingOutcome Solve(SitingInstance instance, SitingTask task, SitingStop stop)
    {
        Verify(task, instance.Demands.Length);
        return task switch
        {
            SitingTask.Lscp lscp => SetCover.SolveWhole(instance, lscp.Limit, stop),
            SitingTask.Pscp pscp => SetCover.SolvePart(instance, pscp.Limit, pscp.Target, stop),
            SitingTask.Mclp mclp => MaxCover.Solve(instance, mclp.Limit, 1, new BuildRule(mclp.Build, mclp.Budget), stop),
            SitingTask.Backup backup => MaxCover.Solve(instance, backup.Limit, backup.Times, new BuildRule(backup.Build, backup.Budget), stop),
            SitingTask.PMedian median => PMedianSolver.Solve(instance, new BuildRule(median.Build, median.Budget), stop),
            SitingTask.PCenter center => PCenterSolver.Solve(instance, new BuildRule(center.Build, center.Budget), stop),
            SitingTask.CapacitatedPMedian median => CapacitatedSolver.Solve(instance, new BuildRule(median.Build, median.Budget), stop),
            SitingTask.Order order => BuildOrder.Solve(instance, order, stop),
            _ => throw new ArgumentOutOfRangeException(nameof(task), task, "There is no such problem."),
        };
    }

    private static void Verify(SitingTask task, int demands)
    {
        var (limit, build) = task switch
        {
            SitingTask.Lscp lscp => (lscp.Limit, 0),
            SitingTask.Pscp pscp => (pscp.Limit, 0),
            SitingTask.Mclp mclp => (mclp.Limit, mclp.Build),
            SitingTask.Backup backup => (backup.Limit, backup.Build),
            SitingTask.PMedian median => (0, median.Build),
            SitingTask.PCenter center => (0, center.Build),
            SitingTask.CapacitatedPMedian median => (0, median.Build),
            SitingTask.Order each => (each.Limit, each.Build),
            _ => (0, 0),
        };
        // Written as !(>=) because every comparison with NaN is false.
        if (!(limit >= 0))
            throw new ArgumentOutOfRangeException(nameof(task), limit, "A limit is 0 or more.");
        ArgumentOutOfRangeException.ThrowIfNegative(build);
        if (task is SitingTask.Pscp { Target: not (>= 0 and <= 1) } share)
            throw new ArgumentOutOfRangeException(nameof(task), share.Target, "A target is a share from 0 to 1.");
        if (task is SitingTask.Backup { Times: < 1 } times)
            throw new ArgumentOutOfRangeException(nameof(task), times.Times, "A demand is covered at least once or more often.");
        if (task is SitingTask.Order order)
            Verify(order, demands);
    }

    private static void Verify(SitingTask.Order order, int demands)
    {
        if (!order.StepWeights.IsDefaultOrEmpty && order.StepWeights.Length != order.Build)
            throw new ArgumentOutOfRangeException(nameof(order), order.StepWeights.Length, $"There are {order.Build} steps and a weight for each.");
        foreach (var weight in order.StepWeights.IsDefault ? [] : order.StepWeights)
        {
            if (!(weight >= 0) || double.IsInfinity(weight))
                throw new ArgumentOutOfRangeException(nameof(order), weight, "The weight of a step is finite and not negative.");
        }

        foreach (var floor in order.Floors)
        {
            if (!(floor.Share >= 0 && floor.Share <= 1))
                throw new ArgumentOutOfRangeException(nameof(order), floor.Share, $"The share of floor {floor.Name} is from 0 to 1.");
            if (floor.FromStep < 0 || floor.FromStep > order.Build)
                throw new ArgumentOutOfRangeException(nameof(order), floor.FromStep, $"Floor {floor.Name} holds from a step from 0 to {order.Build}.");
            if (floor.Demands.Any(demand => (uint)demand >= (uint)demands) || floor.Demands.Distinct().Count() != floor.Demands.Length)
                throw new ArgumentOutOfRangeException(nameof(order), $"Floor {floor.Name} names each of its demands once, from 0 to {demands - 1}.");
        }
    }
}
