using System.Collections.Immutable;
using Gis.Core.Units;
using static System.FormattableString;

namespace Gis.Core.Siting;

/// <summary>How a schedule ended.</summary>
public abstract record ScheduleOutcome
{
    private ScheduleOutcome()
    {
    }

    /// <summary>Nothing is better: the person-months equal their bound, by proof; of a change, its moves are the fewest too.</summary>
    /// <param name="Plan">What is finished when.</param>
    public sealed record Optimal(SchedulePlan Plan) : ScheduleOutcome;

    /// <summary>Stopped at the time limit.</summary>
    /// <param name="Plan">The best found.</param>
    /// <param name="Bound">No schedule has more person-months; of a change, none that moves as few rooms as are proven to be the fewest.</param>
    public sealed record BestFound(SchedulePlan Plan, double Bound) : ScheduleOutcome
    {
        /// <summary>|bound − person-months| ÷ person-months; infinite where the person-months are 0 and the bound is not.</summary>
        public double Gap => Bound == Plan.PersonMonths ? 0 : Math.Abs(Bound - Plan.PersonMonths) / Plan.PersonMonths;
    }

    /// <summary>No schedule keeps all rules.</summary>
    /// <param name="Fault">The rule that breaks, with the numbers.</param>
    public sealed record Infeasible(ScheduleFault Fault) : ScheduleOutcome;

    /// <summary>Cancelled by who asked, or stopped before there was any schedule.</summary>
    /// <param name="Plan">The best found until then; none if none was.</param>
    /// <param name="Bound">No schedule has more person-months; none if no bound was known.</param>
    public sealed record Cancelled(SchedulePlan? Plan, double? Bound) : ScheduleOutcome;

    internal static ScheduleOutcome Of(SchedulePlan plan, double bound, bool isProven, SitingStop stop) => isProven
        ? new Optimal(plan)
        : stop.Cancel.IsCancellationRequested ? new Cancelled(plan, bound) : new BestFound(plan, bound);
}

/// <summary>What is finished when.</summary>
/// <param name="Rooms">The rooms, by month and then by their place in the instance.</param>
/// <param name="PersonMonths">The residents covered, summed over the months counted; reckoned anew from the instance and not taken from a solver.</param>
/// <param name="Covered">The residents covered in each month counted, from the first of the window.</param>
/// <param name="Change">What is otherwise than it was; none where nothing was before.</param>
public sealed record SchedulePlan(ImmutableArray<ScheduledRoom> Rooms, double PersonMonths, ImmutableArray<double> Covered, ScheduleMoves? Change = null);

/// <summary>A room and its month.</summary>
/// <param name="Site">Its place among the sites of the instance.</param>
/// <param name="Month">The month it is finished in; it serves from the next.</param>
/// <param name="Added">The residents it covers that neither what stands nor a room before it in the list does.</param>
public sealed record ScheduledRoom(int Site, Month Month, double Added);

/// <summary>What is otherwise than it was.</summary>
/// <param name="Moves">The rooms whose month is another, by their place in the instance.</param>
/// <param name="Fewest">No schedule that keeps the rules moves fewer; equals the number of moves where that is proven.</param>
/// <param name="Before">The person-months of the schedule as it was, had nothing slipped.</param>
public sealed record ScheduleMoves(ImmutableArray<ScheduleMove> Moves, int Fewest, double Before);

/// <summary>A room whose month is another.</summary>
/// <param name="Site">Its place among the sites of the instance.</param>
/// <param name="From">The month it was to be finished in; none: it was left out.</param>
/// <param name="To">The month it is finished in now; none: it is left out.</param>
public sealed record ScheduleMove(int Site, Month? From, Month? To);

/// <summary>Why there is no schedule.</summary>
/// <param name="Rule">The rule that breaks.</param>
/// <param name="County">The county.</param>
/// <param name="Room">The id of the room, where it is one room that breaks.</param>
/// <param name="First">The first month concerned.</param>
/// <param name="Last">The last month concerned.</param>
/// <param name="Needed">How many rooms, or how much money, it takes.</param>
/// <param name="Given">How many rooms, or how much money, there are.</param>
public sealed record ScheduleFault(ScheduleRule Rule, string County, string? Room, Month First, Month Last, decimal Needed, decimal Given)
{
    /// <summary>The fault in one sentence.</summary>
    public override string ToString() => Rule switch
    {
        ScheduleRule.Dates => Invariant($"Room {Room} has no month: it can be finished from {First} on and until {Last} at the latest."),
        ScheduleRule.Crews => Invariant($"County {County}, {First} to {Last}: {Needed} rooms must be finished, the crews finish {Given}."),
        ScheduleRule.Money => Invariant($"County {County}, by {Last}: the rooms that must be finished cost {Needed}, there is {Given}."),
        _ => Invariant($"County {County}: crews and dates let no months be chosen for which the money comes in soon enough; it would with {Needed} more in {First}."),
    };
}

/// <summary>The rules that a schedule may break.</summary>
public enum ScheduleRule
{
    /// <summary>The months in which one room can be finished.</summary>
    Dates,

    /// <summary>The rooms that the crews of a county finish over some months.</summary>
    Crews,

    /// <summary>The money a county has by a month.</summary>
    Money,

    /// <summary>Each of them could be kept, but not all together.</summary>
    Together,
}
