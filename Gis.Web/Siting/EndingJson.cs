using Gis.Core.Siting;

namespace Gis.Web.Siting;

/// <summary>How a siting problem ended, as the command line, the API and the pages tell it.</summary>
/// <param name="Status">optimal, feasible, infeasible or cancelled.</param>
/// <param name="Plan">The best plan; none where there is none.</param>
/// <param name="Bound">No plan is better than this.</param>
/// <param name="Gap">How far the plan may be from it; 0 exactly where it is proven, none where the objective is 0 and the bound is not.</param>
/// <param name="Reason">Why there is no plan.</param>
internal sealed record EndingJson(string Status, SitingPlan? Plan, double? Bound, double? Gap, string? Reason)
{
    /// <summary>The floors that cannot be kept, where that is the reason.</summary>
    internal IReadOnlyList<BrokenFloor> Floors { get; init; } = [];

    internal static EndingJson Of(SitingOutcome outcome) => outcome switch
    {
        SitingOutcome.Optimal optimal => new("optimal", optimal.Plan, optimal.Plan.Objective, 0, null),
        SitingOutcome.BestFound found => new("feasible", found.Plan, found.Bound, Finite(found.Gap), null),
        SitingOutcome.Cancelled cancelled => new("cancelled", cancelled.Plan, cancelled.Bound, GapOf(cancelled), null),
        SitingOutcome.Infeasible infeasible => new("infeasible", null, null, null, infeasible.Reason) { Floors = infeasible.Floors },
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "There is no such ending."),
    };

    private static double? GapOf(SitingOutcome.Cancelled cancelled) => cancelled is { Plan: { } plan, Bound: { } bound }
        ? Finite(new SitingOutcome.BestFound(plan, bound).Gap)
        : null;

    // JSON knows no infinity: where the objective is 0 there is no gap to speak of.
    private static double? Finite(double gap) => double.IsFinite(gap) ? gap : null;
}
