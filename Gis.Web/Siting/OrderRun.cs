using System.Diagnostics;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Siting;
using Gis.Data;
using Gis.Web.Network;

namespace Gis.Web.Siting;

/// <summary>Finds the order of building that a question and its settings ask for.</summary>
internal static class OrderRun
{
    /// <param name="snapshot">The network.</param>
    /// <param name="question">Which points count, how far is near, who is counted.</param>
    /// <param name="settings">How the order is to be chosen.</param>
    /// <param name="found">Told of every better order, with what is known of it.</param>
    /// <param name="cancel">Set when the answer is no longer wanted.</param>
    internal static OrderJson Solve(
        Snapshot snapshot, CoverageQuestion question, OrderSettings settings, Action<SitingProgress, Func<OrderJson>?> found, CancellationToken cancel)
    {
        var start = Stopwatch.GetTimestamp();
        var scenario = snapshot.ScenarioOf(question);
        var instance = NetworkSites.Of(scenario.Network, scenario.Table, question);
        var task = settings.TaskOf(instance, question.Limit);
        var writer = new OrderWriter(scenario, instance, task, ReceiptFor(snapshot, question, settings));

        using var deadline = new CancellationTokenSource(settings.Patience);
        var stop = new SitingStop(deadline.Token, cancel, new Listener(progress => found(progress, progress.Plan is { } plan ? () => WriteFound(plan, progress) : null)));
        var order = writer.Write(EndingJson.Of(SitingStudy.Solve(instance, task, stop)), Stopwatch.GetElapsedTime(start));
        return task.Floors.IsEmpty || order.Status == "cancelled" ? order : order with { FloorCost = PriceFloor(instance, task, settings, cancel) };

        OrderJson WriteFound(SitingPlan plan, SitingProgress progress) =>
            writer.Write(new EndingJson("found", plan, progress.Bound, null, null), Stopwatch.GetElapsedTime(start));
    }

    internal static Receipt ReceiptFor(Snapshot snapshot, CoverageQuestion question, OrderSettings settings) =>
        new(snapshot.Network.Version, snapshot.Table(question.Mode).Version, $"{question}&{settings}", ProgramVersion.Text);

    // What is traded for the floor shows only beside the order that need not keep it.
    private static FloorCost? PriceFloor(SitingInstance instance, SitingTask.Order task, OrderSettings settings, CancellationToken cancel)
    {
        using var deadline = new CancellationTokenSource(settings.Patience);
        var free = EndingJson.Of(SitingStudy.Solve(instance, task with { Floors = [] }, new SitingStop(deadline.Token, cancel)));
        return free.Plan is { } plan ? new FloorCost(free.Status, plan.Objective, free.Bound, [.. plan.Steps.Select(step => step.Covered)]) : null;
    }

    private sealed class Listener(Action<SitingProgress> tell) : IProgress<SitingProgress>
    {
        public void Report(SitingProgress value) => tell(value);
    }
}
