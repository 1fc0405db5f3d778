using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Travel.Tours;
using Gis.Core.Units;

namespace Gis.Core.Progress.Inspection;

/// <summary>
/// Points to be looked at by teams that set out by car from a base each morning and are back the same day. Fewest day tours
/// come first, then least driving. Method, bound and edges: docs/methods/inspections.md.
/// </summary>
/// <param name="Stops">What is looked at, each point once.</param>
/// <param name="Driving">The trips: place 0 is the base, place i + 1 is stop i. Driving past a stop is a way like any other.</param>
/// <param name="Day">How long a team may be away, driving and checking; exactly as long fits. Above zero.</param>
/// <param name="Teams">How many teams set out each day; at least 1.</param>
/// <param name="MostDays">How many days there are; none: as many as it takes. At least 1.</param>
public sealed record InspectionTask(
    ImmutableArray<InspectionStop> Stops, TripMatrix Driving, Minutes Day, int Teams, int? MostDays = null)
{
    /// <summary>Checks that the parts fit together.</summary>
    /// <exception cref="ArgumentException">The matrix is of other places, a point is there twice, or a number is too small.</exception>
    internal void Verify()
    {
        if (Driving.Count != Stops.Length + 1)
            throw new ArgumentException($"{Stops.Length} stops and a base need {Stops.Length + 1} places; there are {Driving.Count}.");
        if (Stops.DistinctBy(stop => stop.Point).Count() != Stops.Length)
            throw new ArgumentException("A point is looked at once.");
        if (!(Day.Value > 0) || Teams < 1 || MostDays < 1)
            throw new ArgumentException("A day, its teams and the days allowed are above zero.");
    }
}

/// <summary>A point to look at.</summary>
/// <param name="Point">The point.</param>
/// <param name="Check">How long looking at it takes.</param>
public sealed record InspectionStop(PointId Point, Minutes Check);

/// <summary>How to follow and stop the work.</summary>
/// <param name="Deadline">Set when the time is over; the best found stands.</param>
/// <param name="Cancel">Set when the answer is no longer wanted.</param>
/// <param name="Progress">Told of every better plan; may be null.</param>
public sealed record InspectionWatch(CancellationToken Deadline, CancellationToken Cancel, IProgress<InspectionProgress>? Progress = null)
{
    /// <summary>Works until it is done.</summary>
    public static InspectionWatch Never { get; } = new(CancellationToken.None, CancellationToken.None);

    /// <summary>How many moves are tried in vain before the best found is taken, and not how long: the same task gives the same plan on any machine. Above zero.</summary>
    public int Effort { get; init; } = 10_000;

    internal TourWatch ToTours(int leastTours) => new(
        Effort,
        () => Deadline.IsCancellationRequested || Cancel.IsCancellationRequested,
        state => Progress?.Report(new InspectionProgress(state.Tours.Count, leastTours, TourTimes.ToMinutes(state.Drive))));
}

/// <summary>How far the work has come.</summary>
/// <param name="Tours">The day tours of the best plan so far.</param>
/// <param name="LeastTours">No plan has fewer.</param>
/// <param name="Driving">The driving of the best plan so far.</param>
public readonly record struct InspectionProgress(int Tours, int LeastTours, Minutes Driving);
