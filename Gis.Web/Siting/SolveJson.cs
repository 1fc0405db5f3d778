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
        var ending = EndingJson.Of(outcome);
        var plan = ending.Plan;
        return new SolveJson(
            task.Name, ending.Status, plan?.Objective, ending.Bound, ending.Gap,
            plan?.Built.Select(site => instance.Sites[site].Id) ?? [],
            plan?.Open(instance).Select(site => instance.Sites[site].Id) ?? [],
            Math.Round(taken.TotalSeconds, 3),
            receipt)
        {
            Steps = task is SitingTask.Order && plan is not null ? plan.Steps.Select((step, index) => OrderStepJson.Of(instance, step, index)) : null,
            Reason = ending.Reason,
        };
    }
}

public sealed record OrderStepJson(int Step, string Site, double Covered, double Added, double FreeOptimum)
{
    public static OrderStepJson Of(SitingInstance instance, OrderStep step, int index) =>
        new(index + 1, instance.Sites[step.Site].Id, step.Covered, step.Added, step.FreeOptimum);
}
