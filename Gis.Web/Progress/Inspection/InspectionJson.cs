using System.Collections.Immutable;
using Gis.Core.Network;

namespace Gis.Web.Progress.Inspection;

/// <summary>An inspection as it is told: all that pages and files show of it. Times of day are China's, minutes and kilometres by car.</summary>
/// <param name="Kind">"first-tour", "second-tour", "city-check" or "region-check".</param>
/// <param name="Stages">The stages looked at.</param>
/// <param name="From">The first day asked for.</param>
/// <param name="PlanBy">The day by which the plan wants it done.</param>
/// <param name="PlanDays">How many days are worked until then.</param>
/// <param name="HolidaysKnown">Whether the holidays of the year are announced; else only those of New Year, Labour Day and National Day are taken off.</param>
/// <param name="Stops">How many points have their tour.</param>
/// <param name="Tours">How many day tours there are.</param>
/// <param name="DrivingMinutes">All driving.</param>
/// <param name="Kilometres">The length of all ways.</param>
/// <param name="LastDay">The day of the last tour; none where there is none.</param>
/// <param name="TimeUp">Whether the search was ended by the clock, and so might end otherwise another time.</param>
/// <param name="Illustrative">Whether any of it stands in for facts that are not known.</param>
/// <param name="Parts">What is planned by itself: a county, or all together.</param>
/// <param name="Unlocated">Points without a position, which nobody can be sent to.</param>
/// <param name="LeftOut">Points that were asked to be left out.</param>
/// <param name="Receipt">What it was computed from.</param>
public sealed record InspectionJson(
    string Kind,
    ImmutableArray<string> Stages,
    DateOnly From,
    DateOnly PlanBy,
    int PlanDays,
    bool HolidaysKnown,
    int Stops,
    int Tours,
    double DrivingMinutes,
    double Kilometres,
    DateOnly? LastDay,
    bool TimeUp,
    bool Illustrative,
    ImmutableArray<InspectionPartJson> Parts,
    ImmutableArray<InspectedPointJson> Unlocated,
    ImmutableArray<InspectedPointJson> LeftOut,
    Receipt Receipt);

/// <param name="County">The code of the county; none: all together.</param>
/// <param name="CountyName">Its name.</param>
/// <param name="Status">"planned", "overlong" (the best found takes more days than there are), "infeasible" or "cancelled".</param>
/// <param name="Stops">How many points there are to look at.</param>
/// <param name="LeastTours">No plan has fewer day tours.</param>
/// <param name="Days">How many days it takes.</param>
/// <param name="DrivingMinutes">All driving.</param>
/// <param name="NearestDrivingMinutes">What it would be where every team always went on to the nearest stop left.</param>
/// <param name="Fault">Why there is no plan.</param>
/// <param name="Base">Where the teams set out.</param>
/// <param name="Tours">The day tours, by day and team.</param>
public sealed record InspectionPartJson(
    string? County,
    string? CountyName,
    string Status,
    int Stops,
    int LeastTours,
    int Days,
    double DrivingMinutes,
    double NearestDrivingMinutes,
    InspectionFaultJson? Fault,
    PlaceJson Base,
    ImmutableArray<DayTourJson> Tours);

/// <param name="Rule">"too-long", "out-of-reach" or "too-few-days".</param>
/// <param name="Points">The points concerned.</param>
/// <param name="DayMinutes">How long a day is, where a point takes longer.</param>
/// <param name="Allowed">How many days there are.</param>
/// <param name="Least">No plan takes fewer.</param>
public sealed record InspectionFaultJson(string Rule, ImmutableArray<InspectedPointJson> Points, double? DayMinutes, int? Allowed, int? Least);

/// <param name="Longitude">In degrees on CGCS2000.</param>
/// <param name="Latitude">In degrees on CGCS2000.</param>
public sealed record PlaceJson(double Longitude, double Latitude);

/// <param name="Id">The id of the point.</param>
/// <param name="Name">Its name.</param>
/// <param name="Minutes">What it takes, the way there and back included; none where that is not the matter.</param>
public sealed record InspectedPointJson(string Id, string Name, double? Minutes = null);

/// <param name="Date">The day.</param>
/// <param name="Team">Which team of the part, from 1.</param>
/// <param name="Start">When it sets out.</param>
/// <param name="Back">When it is back.</param>
/// <param name="DrivingMinutes">The driving, to the base included.</param>
/// <param name="CheckingMinutes">The time spent at the stops.</param>
/// <param name="BackMinutes">The drive from the last stop.</param>
/// <param name="Kilometres">The length of the way.</param>
/// <param name="Visits">The stops, in order.</param>
public sealed record DayTourJson(
    DateOnly Date, int Team, TimeOnly Start, TimeOnly Back, double DrivingMinutes, double CheckingMinutes, double BackMinutes, double Kilometres, ImmutableArray<VisitJson> Visits);

/// <param name="Id">The id of the point.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tier">Centre, station or room.</param>
/// <param name="Stage">Its stage.</param>
/// <param name="Township">The name of its township; that of the county for a centre.</param>
/// <param name="Arrival">When it is reached.</param>
/// <param name="DrivingMinutes">The drive to it.</param>
/// <param name="CheckMinutes">How long looking at it takes.</param>
/// <param name="At">Where it stands.</param>
public sealed record VisitJson(
    string Id, string Name, string Tier, string Stage, string Township, TimeOnly Arrival, double DrivingMinutes, double CheckMinutes, PlaceJson At);
