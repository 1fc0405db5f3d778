using System.Collections.Immutable;
using Gis.Core.Travel.Tours;

namespace Gis.Core.Progress.Inspection;

/// <summary>Plans an inspection: which team looks at which points on which day, and in which order.</summary>
public static class InspectionStudy
{
    /// <summary>Finds day tours, as few as it can and then with as little driving as it can.</summary>
    /// <returns>The tours with the bound on their number, why there are none, or how far it came.</returns>
    /// <exception cref="ArgumentException">The parts of the task do not fit together.</exception>
    public static InspectionOutcome Plan(InspectionTask task, InspectionWatch watch)
    {
        task.Verify();
        var times = new TourTimes(task.Driving, task.Stops.Select(stop => stop.Check), task.Day);
        if (FindFault(task, times) is { } fault)
            return new InspectionOutcome.Infeasible(fault);
        var leastTours = TourBound.Find(times);
        var leastDays = (leastTours + task.Teams - 1) / task.Teams;
        if (leastDays > task.MostDays)
            return new InspectionOutcome.Infeasible(new InspectionFault.TooFewDays(task.MostDays.Value, leastDays));

        var nearest = NearestTours.Drive(times);
        var plan = Write(task, times, new TourSearch(times, leastTours, watch.ToTours(leastTours)).Improve(nearest), nearest.Sum(times.DriveOf));
        if (watch.Cancel.IsCancellationRequested)
            return new InspectionOutcome.Cancelled(plan, leastTours);
        return plan.Days > task.MostDays
            ? new InspectionOutcome.Overlong(plan, leastTours, task.MostDays.Value)
            : new InspectionOutcome.Planned(plan, leastTours);
    }

    private static InspectionFault? FindFault(InspectionTask task, TourTimes times)
    {
        var places = Enumerable.Range(1, task.Stops.Length).ToList();
        var unreached = places.Where(place => times.Drive(0, place) == TourTimes.NoWay || times.Drive(place, 0) == TourTimes.NoWay).ToList();
        if (unreached.Count > 0)
            return new InspectionFault.OutOfReach([.. unreached.Select(place => task.Stops[place - 1].Point)]);
        var overlong = places.Where(place => times.AwayOf([place]) > times.Day).ToList();
        return overlong.Count > 0
            ? new InspectionFault.TooLong([.. overlong.Select(place => (task.Stops[place - 1].Point, TourTimes.ToMinutes(times.AwayOf([place]))))], task.Day)
            : null;
    }

    private static InspectionPlan Write(InspectionTask task, TourTimes times, List<int[]> tours, long nearest) => new(
        [
            .. tours.OrderByDescending(times.AwayOf).ThenBy(tour => tour[0])
                .Select((tour, i) => WriteTour(task, times, tour, i)),
        ],
        TourTimes.ToMinutes(nearest));

    private static DayTour WriteTour(InspectionTask task, TourTimes times, int[] tour, int number)
    {
        var (visits, at, clock) = (ImmutableArray.CreateBuilder<Visit>(tour.Length), 0, 0L);
        foreach (var place in tour)
        {
            clock += times.Drive(at, place);
            visits.Add(new Visit(task.Stops[place - 1].Point, times.TripOf(at, place), TourTimes.ToMinutes(clock), TourTimes.ToMinutes(times.Stay(place))));
            clock += times.Stay(place);
            at = place;
        }

        return new DayTour(number / task.Teams, number % task.Teams, visits.MoveToImmutable(), times.TripOf(at, 0));
    }
}
