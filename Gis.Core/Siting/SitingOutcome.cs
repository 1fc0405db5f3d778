using System.Collections.Immutable;

namespace Gis.Core.Siting;

/// <summary>How a siting problem ended.</summary>
public abstract record SitingOutcome
{
    private SitingOutcome()
    {
    }

    /// <summary>Nothing is better: the objective equals its bound, by proof.</summary>
    /// <param name="Plan">What to build.</param>
    public sealed record Optimal(SitingPlan Plan) : SitingOutcome;

    /// <summary>Stopped at the time limit: the true best lies between the plan's objective and the bound.</summary>
    /// <param name="Plan">The best found.</param>
    /// <param name="Bound">No plan has a better objective than this.</param>
    public sealed record BestFound(SitingPlan Plan, double Bound) : SitingOutcome
    {
        /// <summary>|bound − objective| ÷ |objective|; infinite where the objective is 0 and the bound is not.</summary>
        public double Gap => Bound == Plan.Objective ? 0 : Math.Abs(Bound - Plan.Objective) / Math.Abs(Plan.Objective);
    }

    /// <summary>No plan keeps all rules.</summary>
    /// <param name="Reason">The demand or rule that breaks, in one sentence.</param>
    public sealed record Infeasible(string Reason) : SitingOutcome
    {
        /// <summary>The floors that cannot be kept, where that is the reason: one alone, or several that cannot hold together.</summary>
        public ImmutableArray<BrokenFloor> Floors { get; init; } = [];
    }

    /// <summary>Cancelled by who asked.</summary>
    /// <param name="Plan">The best found until then; none if none was.</param>
    /// <param name="Bound">No plan has a better objective than this; none if none was known.</param>
    public sealed record Cancelled(SitingPlan? Plan, double? Bound) : SitingOutcome;
}

/// <summary>A floor that cannot be kept.</summary>
/// <param name="Floor">The floor.</param>
/// <param name="Most">The most of its weight that can be within the limit by its step, as a share, or a bound on it; none where it breaks on another floor.</param>
public sealed record BrokenFloor(SitingFloor Floor, double? Most);

/// <summary>What to build.</summary>
/// <param name="Built">The sites to build, by their place in the instance; in order of building for an order, else ascending.</param>
/// <param name="Objective">What it achieves, in the unit of the problem, reckoned anew from the instance and not taken from a solver.</param>
/// <param name="Steps">The steps of an order; empty for other problems.</param>
public sealed record SitingPlan(ImmutableArray<int> Built, double Objective, ImmutableArray<OrderStep> Steps)
{
    /// <summary>The sites to build and those that stand, ascending.</summary>
    public ImmutableArray<int> Open(SitingInstance instance) =>
    [
        .. Enumerable.Range(0, instance.Sites.Length).Where(site => instance.Sites[site].Role == SiteRole.Existing).Concat(Built).Order(),
    ];
}

/// <summary>One step of an order of building.</summary>
/// <param name="Site">The site built in this step.</param>
/// <param name="Covered">The weight within the limit after it.</param>
/// <param name="Added">The weight it brings within the limit.</param>
/// <param name="FreeOptimum">The most weight as many sites could cover if the steps before were free and no floor held, or a bound on it.</param>
/// <param name="IsFreeProven">Whether so many sites do cover that much; otherwise it is a bound that they may not reach.</param>
public sealed record OrderStep(int Site, double Covered, double Added, double FreeOptimum, bool IsFreeProven);

/// <summary>How far a computation has come.</summary>
/// <param name="Phase">What is being done.</param>
/// <param name="Objective">The best found so far; none before the first.</param>
/// <param name="Bound">No plan is better than this; none before the first.</param>
/// <param name="Plan">The plan that has the objective, told by an order with every better one; none where there is nothing new.</param>
public readonly record struct SitingProgress(SitingPhase Phase, double? Objective, double? Bound, SitingPlan? Plan = null);

/// <summary>The phases of a computation, in order.</summary>
public enum SitingPhase
{
    /// <summary>Merging what is alike and dropping what cannot matter.</summary>
    Reducing,

    /// <summary>Finding a good plan quickly.</summary>
    Searching,

    /// <summary>Showing how much better a plan could be at most.</summary>
    Bounding,

    /// <summary>Closing the gap between the two.</summary>
    Proving,
}

/// <summary>When to stop: at the deadline with the best found, or at once if whoever asked has left.</summary>
/// <param name="Deadline">Set when the time is over.</param>
/// <param name="Cancel">Set when the answer is no longer wanted.</param>
/// <param name="Progress">Told of every better plan and bound; may be null.</param>
public sealed record SitingStop(CancellationToken Deadline, CancellationToken Cancel, IProgress<SitingProgress>? Progress = null)
{
    /// <summary>Runs to the end.</summary>
    public static SitingStop Never { get; } = new(CancellationToken.None, CancellationToken.None);

    internal bool IsNow => Deadline.IsCancellationRequested || Cancel.IsCancellationRequested;

    internal void Tell(SitingPhase phase, double? objective = null, double? bound = null, SitingPlan? plan = null) =>
        Progress?.Report(new(phase, objective, bound, plan));
}
