using Gis.Core.Coverage;
using Gis.Core.Siting;
using Gis.Web.Network;

namespace Gis.Web.Siting;

/// <summary>A schedule of a network, from the question to what is kept of the answer.</summary>
public static class ScheduleRun
{
    /// <summary>Solves a schedule, or mends one where the question says that one is under way.</summary>
    public static ScheduleJson Solve(Snapshot snapshot, CoverageQuestion question, ScheduleQuestion schedule, SitingStop stop)
    {
        var scenario = snapshot.ScenarioOf(question);
        var instance = NetworkSites.Of(scenario.Network, scenario.Table, question);
        var task = schedule.TaskFor(instance, question.Limit.Value);
        var outcome = schedule.ChangeFor(instance) is { } change
            ? ScheduleStudy.Replan(instance, task, change, stop)
            : ScheduleStudy.Solve(instance, task, stop);
        var receipt = snapshot.ReceiptFor(question);
        return new ScheduleWriter(scenario.Network, question, instance, task).Write(outcome, receipt with { Question = $"{receipt.Question}&{schedule.Written}" });
    }
}
