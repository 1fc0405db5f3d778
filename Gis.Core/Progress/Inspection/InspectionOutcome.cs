using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Progress.Inspection;

/// <summary>How planning an inspection ended.</summary>
public abstract record InspectionOutcome
{
    private InspectionOutcome()
    {
    }

    /// <summary>Every stop has its day.</summary>
    /// <param name="Plan">The day tours.</param>
    /// <param name="LeastTours">No plan has fewer tours: the plan has the fewest possible where it has as many.</param>
    public sealed record Planned(InspectionPlan Plan, int LeastTours) : InspectionOutcome
    {
        /// <summary>How many tours more than the least possible the plan has at most; 0 where it has the fewest, by proof.</summary>
        public int Excess => Plan.Tours.Length - LeastTours;
    }

    /// <summary>The best plan found takes more days than there are; whether another takes few enough is not known.</summary>
    /// <param name="Plan">The day tours found.</param>
    /// <param name="LeastTours">No plan has fewer tours.</param>
    /// <param name="Allowed">How many days there are.</param>
    public sealed record Overlong(InspectionPlan Plan, int LeastTours, int Allowed) : InspectionOutcome;

    /// <summary>No plan keeps the rules.</summary>
    /// <param name="Fault">What breaks, with the numbers.</param>
    public sealed record Infeasible(InspectionFault Fault) : InspectionOutcome;

    /// <summary>Cancelled by who asked.</summary>
    /// <param name="Plan">The best found until then; none if none was.</param>
    /// <param name="LeastTours">No plan has fewer tours; 0 if no bound was known.</param>
    public sealed record Cancelled(InspectionPlan? Plan, int LeastTours) : InspectionOutcome;
}

/// <summary>Why an inspection cannot be planned.</summary>
public abstract record InspectionFault
{
    private InspectionFault()
    {
    }

    /// <summary>Stops that alone, with the way there and back, take longer than a day.</summary>
    /// <param name="Stops">Each with what it takes.</param>
    /// <param name="Day">How long a day is.</param>
    public sealed record TooLong(ImmutableArray<(PointId Point, Minutes Needed)> Stops, Minutes Day) : InspectionFault;

    /// <summary>Stops to which, or from which, no way leads.</summary>
    /// <param name="Stops">The points.</param>
    public sealed record OutOfReach(ImmutableArray<PointId> Stops) : InspectionFault;

    /// <summary>More days are needed than there are, by proof.</summary>
    /// <param name="Allowed">How many there are.</param>
    /// <param name="Least">No plan takes fewer.</param>
    public sealed record TooFewDays(int Allowed, int Least) : InspectionFault;
}

/// <summary>Who looks at what on which day.</summary>
/// <param name="Tours">The day tours, by day and then by team; the longest come first.</param>
/// <param name="NearestDriving">What the same inspection takes to drive where every team always goes on to the nearest stop left: a measure of what the planning saves.</param>
public sealed record InspectionPlan(ImmutableArray<DayTour> Tours, Minutes NearestDriving)
{
    /// <summary>How many days it takes.</summary>
    public int Days => Tours.IsEmpty ? 0 : Tours[^1].Day + 1;

    /// <summary>All driving.</summary>
    public Minutes Driving => new(Tours.Sum(tour => tour.Driving.Value));

    /// <summary>The length of all ways.</summary>
    public Metres Way => new(Tours.Sum(tour => tour.Way.Value));
}

/// <summary>One day of one team.</summary>
/// <param name="Day">The how manieth day it is, from 0.</param>
/// <param name="Team">Which team, from 0.</param>
/// <param name="Visits">The stops, in order.</param>
/// <param name="Back">The trip from the last of them to the base.</param>
public sealed record DayTour(int Day, int Team, ImmutableArray<Visit> Visits, Trip Back)
{
    /// <summary>The driving, to the base included.</summary>
    public Minutes Driving => new(Visits.Sum(visit => visit.There.Time.Value) + Back.Time.Value);

    /// <summary>The time spent at the stops.</summary>
    public Minutes Checking => new(Visits.Sum(visit => visit.Check.Value));

    /// <summary>From setting out to being back.</summary>
    public Minutes Away => Visits[^1].Leaving + Back.Time;

    /// <summary>The length of the way, to the base included.</summary>
    public Metres Way => new(Visits.Sum(visit => visit.There.Way.Value) + Back.Way.Value);
}

/// <summary>One stop of a tour.</summary>
/// <param name="Point">The point.</param>
/// <param name="There">The trip to it from the stop before, or from the base.</param>
/// <param name="Arrival">When it is reached, counted from setting out.</param>
/// <param name="Check">How long looking at it takes.</param>
public sealed record Visit(PointId Point, Trip There, Minutes Arrival, Minutes Check)
{
    /// <summary>When the team goes on, counted from setting out.</summary>
    public Minutes Leaving => Arrival + Check;
}
