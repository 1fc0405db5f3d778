using System.Collections.Immutable;
using Gis.Core.Network;

namespace Gis.Web.Siting;

/// <summary>
/// A schedule as it is kept: all that pages and files show of it, so that nothing is solved again. Months are written "2027-05",
/// days "2027-05-31"; money is in the unit it was asked in.
/// </summary>
/// <param name="Status">"optimal", "feasible", "infeasible" or "cancelled".</param>
/// <param name="PersonMonths">What is counted and covered, summed over the months; none where there is no schedule.</param>
/// <param name="Bound">No schedule has more.</param>
/// <param name="Gap">|bound − person-months| ÷ person-months, 0 exactly when proven.</param>
/// <param name="Fault">The rule that breaks, where none can keep them all.</param>
/// <param name="Weighting">What is counted: "residents", "villages" or "rural".</param>
/// <param name="Counted">All of them.</param>
/// <param name="Illustrative">Whether any of it stands in for facts that are not known.</param>
/// <param name="From">The first month.</param>
/// <param name="To">The last month in which rooms may be finished.</param>
/// <param name="Until">The last month counted.</param>
/// <param name="Months">The months counted, from the first.</param>
/// <param name="Counties">What each county does in the months of the window.</param>
/// <param name="LeftOut">The rooms that are not built.</param>
/// <param name="Dates">The dates of the plan.</param>
/// <param name="Change">What is otherwise than it was; none where it was made anew.</param>
/// <param name="Receipt">What it was computed from.</param>
public sealed record ScheduleJson(
    string Status,
    double? PersonMonths,
    double? Bound,
    double? Gap,
    ScheduleFaultJson? Fault,
    string Weighting,
    long Counted,
    bool Illustrative,
    string From,
    string To,
    string Until,
    ImmutableArray<ScheduleMonthJson> Months,
    ImmutableArray<ScheduleCountyJson> Counties,
    ImmutableArray<ScheduledRoomJson> LeftOut,
    ImmutableArray<ScheduleDateJson> Dates,
    ScheduleChangeJson? Change,
    Receipt Receipt);

/// <param name="Rule">"dates", "crews", "money" or "together".</param>
/// <param name="County">The code of the county.</param>
/// <param name="CountyName">Its name.</param>
/// <param name="Room">The id of the room, where it is one room.</param>
/// <param name="RoomName">Its name.</param>
/// <param name="First">The first month concerned.</param>
/// <param name="Last">The last month concerned.</param>
/// <param name="Needed">How many rooms, or how much money, it takes.</param>
/// <param name="Given">How many, or how much, there are.</param>
public sealed record ScheduleFaultJson(
    string Rule, string County, string CountyName, string? Room, string? RoomName, string First, string Last, decimal Needed, decimal Given);

/// <param name="Month">The month.</param>
/// <param name="Covered">Who is covered in it.</param>
/// <param name="Rooms">What is finished in it; that serves from the next.</param>
public sealed record ScheduleMonthJson(string Month, long Covered, ImmutableArray<ScheduledRoomJson> Rooms);

/// <param name="Id">The id of the point.</param>
/// <param name="Name">Its name.</param>
/// <param name="County">The code of its county.</param>
/// <param name="CountyName">The name of its county.</param>
/// <param name="Cost">What it costs.</param>
/// <param name="Added">Whom it covers that nothing before it in the schedule does.</param>
public sealed record ScheduledRoomJson(string Id, string Name, string County, string CountyName, decimal Cost, long Added);

/// <param name="Code">The code of the county.</param>
/// <param name="Name">Its name.</param>
/// <param name="Months">Its months, those of the window.</param>
public sealed record ScheduleCountyJson(string Code, string Name, ImmutableArray<CountyMonthJson> Months);

/// <param name="Month">The month.</param>
/// <param name="Rooms">How many rooms are finished.</param>
/// <param name="Crews">How many could be.</param>
/// <param name="Cost">What they cost.</param>
/// <param name="Money">What there is to spend, with what earlier months left over; none where money is no limit.</param>
public sealed record CountyMonthJson(string Month, int Rooms, int Crews, decimal Cost, decimal? Money);

/// <param name="Duty">"county-plans", "all-built", "declarations", "city-checks" or "region-checks".</param>
/// <param name="First">Its first day.</param>
/// <param name="Last">Its last day.</param>
public sealed record ScheduleDateJson(string Duty, DateOnly First, DateOnly Last);

/// <param name="Before">The person-months of the schedule as it was, had nothing slipped.</param>
/// <param name="Fewest">No schedule moves fewer rooms.</param>
/// <param name="Moves">The rooms whose month is another.</param>
public sealed record ScheduleChangeJson(double Before, int Fewest, ImmutableArray<ScheduleMoveJson> Moves);

/// <param name="Id">The id of the point.</param>
/// <param name="Name">Its name.</param>
/// <param name="CountyName">The name of its county.</param>
/// <param name="From">Its month before; none: it was left out.</param>
/// <param name="To">Its month now; none: it is left out.</param>
public sealed record ScheduleMoveJson(string Id, string Name, string CountyName, string? From, string? To);
