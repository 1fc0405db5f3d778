using System.Text.Json.Serialization;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Siting;

namespace Gis.Web.Siting;

/// <summary>An order of building as it is kept and as the API gives it: all that pages and files need without solving again.</summary>
/// <param name="Status">optimal, feasible, infeasible or cancelled; found while it is still being looked for.</param>
/// <param name="Objective">What is covered, summed over the steps as each counts.</param>
/// <param name="Bound">No order achieves more.</param>
/// <param name="Gap">|bound − objective| ÷ |objective|; 0 exactly where it is proven.</param>
/// <param name="Counted">All that is counted, as residents.</param>
/// <param name="Standing">What is covered before anything is built.</param>
/// <param name="Steps">The order.</param>
/// <param name="Villages">For each village, by its code, after which step it is first covered: 0 before anything is built; those never covered are not there.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Receipt">What it was computed from.</param>
public sealed record OrderJson(
    string Status,
    double? Objective,
    double? Bound,
    double? Gap,
    double Counted,
    double Standing,
    IReadOnlyList<OrderRow> Steps,
    IReadOnlyDictionary<string, int> Villages,
    double Seconds,
    Receipt Receipt)
{
    /// <summary>Why there is no order.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>The floors that cannot be kept, where that is why.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<BrokenFloorJson>? Broken { get; init; }

    /// <summary>What the floor costs; none where there is no floor.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FloorCost? FloorCost { get; init; }

    /// <summary>A question with the first points of the order built.</summary>
    public CoverageQuestion Build(CoverageQuestion question, int steps) =>
        question with { With = question.With.Union(Steps.Take(steps).Select(step => PointId.Parse(step.Site))) };
}

/// <summary>One step of an order.</summary>
/// <param name="Step">Its number, from 1.</param>
/// <param name="Site">The point that is built.</param>
/// <param name="Name">Its name.</param>
/// <param name="Area">The unit it serves.</param>
/// <param name="Longitude">Where it stands; none while it is not located.</param>
/// <param name="Latitude">Likewise.</param>
/// <param name="Covered">What is covered after it.</param>
/// <param name="Added">What it brings within reach.</param>
/// <param name="FreeOptimum">The most that as many points could cover, chosen freely.</param>
/// <param name="FreeProven">Whether as many do cover that; else it is a bound.</param>
public sealed record OrderRow(
    int Step, string Site, string Name, string Area, double? Longitude, double? Latitude, double Covered, double Added, double FreeOptimum, bool FreeProven);

/// <summary>A floor that cannot be kept.</summary>
/// <param name="Name">The code of the county, or worst-tenth.</param>
/// <param name="Share">The share it asks for.</param>
/// <param name="FromStep">From which step on.</param>
/// <param name="Most">The share that can be reached by then; none where it breaks on another floor.</param>
public sealed record BrokenFloorJson(string Name, double Share, int FromStep, double? Most);

/// <summary>The best order without the floor, beside the one that keeps it.</summary>
/// <param name="Status">How the search for it ended.</param>
/// <param name="Objective">What it achieves.</param>
/// <param name="Bound">No order without the floor achieves more.</param>
/// <param name="Covered">What it covers after each step.</param>
public sealed record FloorCost(string Status, double Objective, double? Bound, IReadOnlyList<double> Covered);

/// <summary>Writes the orders of one instance.</summary>
internal sealed class OrderWriter(Scenario scenario, SitingInstance instance, SitingTask.Order task, Receipt receipt)
{
    private static readonly Dictionary<int, int> NothingBuilt = [];

    private readonly double standing = Enumerable.Range(0, instance.Demands.Length)
        .Where(demand => FindFirstStep(instance, task.Limit, demand, NothingBuilt) == 0)
        .Sum(demand => instance.Demands[demand].Weight);

    internal OrderJson Write(EndingJson ending, TimeSpan taken) => new(
        ending.Status, ending.Plan?.Objective, ending.Bound, ending.Gap, instance.Weight, standing,
        [.. ending.Plan?.Steps.Select(WriteStep) ?? []],
        ending.Plan is { } plan ? FindFirstSteps(plan) : new Dictionary<string, int>(),
        Math.Round(taken.TotalSeconds, 3),
        receipt)
    {
        Reason = ending.Reason,
        Broken = ending.Floors is { Count: > 0 } floors
            ? [.. floors.Select(broken => new BrokenFloorJson(broken.Floor.Name, broken.Floor.Share, broken.Floor.FromStep, broken.Most))]
            : null,
    };

    private OrderRow WriteStep(OrderStep step, int index)
    {
        var point = scenario.Network.Points[step.Site];
        return new OrderRow(
            index + 1, point.Id.ToString(), point.Name, point.Area.Digits, point.Position?.At.Longitude, point.Position?.At.Latitude,
            step.Covered, step.Added, step.FreeOptimum, step.IsFreeProven);
    }

    private Dictionary<string, int> FindFirstSteps(SitingPlan plan)
    {
        var stepOf = new Dictionary<int, int>();
        foreach (var (step, index) in plan.Steps.Select((step, index) => (step, index)))
            stepOf[step.Site] = index + 1;
        var first = new Dictionary<string, int>();
        for (var demand = 0; demand < instance.Demands.Length; demand++)
        {
            if (FindFirstStep(instance, task.Limit, demand, stepOf) is { } step)
                first[instance.Demands[demand].Id] = step;
        }

        return first;
    }

    private static int? FindFirstStep(SitingInstance instance, double limit, int demand, Dictionary<int, int> stepOf)
    {
        var first = (int?)null;
        foreach (var reach in instance.Row(demand))
        {
            if (reach.Cost > limit)
                break;
            if (instance.Sites[reach.Site].Role == SiteRole.Existing)
                return 0;
            if (stepOf.TryGetValue(reach.Site, out var step) && (first is null || step < first))
                first = step;
        }

        return first;
    }
}
