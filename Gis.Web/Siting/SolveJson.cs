using System.Text.Json.Serialization;
using Gis.Core.Network;
using Gis.Core.Siting;

namespace Gis.Web.Siting;

/// <summary>The answer to a siting problem as the command line gives it; its fields change only by a decision.</summary>
public sealed record SolveJson(
    string Problem,
    string Status,
    double? Objective,
    double? Bound,
    double? Gap,
    IEnumerable<string> Built,
    IEnumerable<string> Open,
    double Seconds,
    Receipt Receipt)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IEnumerable<OrderStepJson>? Steps { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    public static SolveJson Of(SitingInstance instance, SitingTask task, SitingOutcome outcome, TimeSpan taken, Receipt receipt)
    {
        var (status, plan, bound, gap) = outcome switch
        {
            SitingOutcome.Optimal optimal => ("optimal", optimal.Plan, optimal.Plan.Objective, 0.0),
            SitingOutcome.BestFound found => ("feasible", found.Plan, (double?)found.Bound, (double?)Finite(found.Gap)),
            SitingOutcome.Cancelled cancelled => ("cancelled", cancelled.Plan, cancelled.Bound, GapOf(cancelled)),
            _ => ("infeasible", null, null, null),
        };
        return new SolveJson(
            task.Name, status, plan?.Objective, bound, gap,
            plan?.Built.Select(site => instance.Sites[site].Id) ?? [],
            plan?.Open(instance).Select(site => instance.Sites[site].Id) ?? [],
            Math.Round(taken.TotalSeconds, 3),
            receipt)
        {
            Steps = task is SitingTask.Order && plan is not null ? plan.Steps.Select((step, index) => OrderStepJson.Of(instance, step, index)) : null,
            Reason = (outcome as SitingOutcome.Infeasible)?.Reason,
        };
    }

    private static double? GapOf(SitingOutcome.Cancelled cancelled) => cancelled is { Plan: { } plan, Bound: { } bound }
        ? Finite(new SitingOutcome.BestFound(plan, bound).Gap)
        : null;

    // JSON knows no infinity: where the objective is 0 there is no gap to speak of.
    private static double? Finite(double gap) => double.IsFinite(gap) ? gap : null;
}

public sealed record OrderStepJson(int Step, string Site, double Covered, double Added, double FreeOptimum)
{
    public static OrderStepJson Of(SitingInstance instance, OrderStep step, int index) =>
        new(index + 1, instance.Sites[step.Site].Id, step.Covered, step.Added, step.FreeOptimum);
}
