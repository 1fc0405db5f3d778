namespace Gis.Core.Travel.Tours;

/// <summary>Tours, and the stops in none of them. Tours never change; a state is changed by putting others in their place.</summary>
internal sealed class TourState
{
    internal TourState(IEnumerable<Tour> tours, IEnumerable<int> absent) => (Tours, Absent) = ([.. tours], [.. absent]);

    internal List<Tour> Tours { get; }

    internal List<int> Absent { get; }

    internal long Drive => Tours.Sum(tour => tour.Drive);

    internal TourState Copy() => new(Tours, Absent);

    /// <summary>The tour a place is in, by its number, or −1.</summary>
    internal int FindTour(int place)
    {
        for (var i = 0; i < Tours.Count; i++)
        {
            if (Array.IndexOf(Tours[i].Places, place) >= 0)
                return i;
        }

        return -1;
    }
}

/// <summary>One tour.</summary>
/// <param name="Places">Its stops, in order.</param>
/// <param name="Drive">The driving, in milliseconds.</param>
/// <param name="Away">Driving and stays.</param>
internal sealed record Tour(int[] Places, long Drive, long Away)
{
    internal static Tour Of(TourTimes times, int[] places) => new(places, times.DriveOf(places), times.AwayOf(places));

    /// <summary>What a place adds to the driving when it is put before the place at an index, or last.</summary>
    internal long Added(TourTimes times, int place, int index)
    {
        var before = index == 0 ? 0 : Places[index - 1];
        var after = index == Places.Length ? 0 : Places[index];
        return times.Drive(before, place) + times.Drive(place, after) - times.Drive(before, after);
    }

    internal Tour With(TourTimes times, int place, int index, long added) =>
        new([.. Places.AsSpan(0, index), place, .. Places.AsSpan(index)], Drive + added, Away + added + times.Stay(place));
}
