using Gis.Core.Travel.Tours;

namespace Gis.Core.Pairing.Month;

/// <summary>
/// Every set of stops that one tour can serve within a day, with its shortest tour. By the quickest ways a set fits a day only if all
/// sets within it do, so sets grow from those of one stop less.
/// </summary>
internal static class FeasibleTours
{
    /// <summary>The sets, or none where there are more than the most, or more stops than a set can tell apart.</summary>
    internal static List<(int[] Places, long Drive)>? List(TourTimes times, int most)
    {
        if (times.Count > 128)
            return null;
        var found = new List<(int[] Places, long Drive)>();
        for (var level = Singles(times); level.Count > 0; level = Grow(times, level))
        {
            found.AddRange(level.Values.Select(set => (set.Places, DriveOf(times, set))));
            if (found.Count > most)
                return null;
        }

        return found;
    }

    private static Dictionary<UInt128, Grown> Singles(TourTimes times) => Enumerable.Range(1, times.Count - 1)
        .ToDictionary(place => UInt128.One << place, place => new Grown([place], [times.Drive(0, place)], times.Stay(place)));

    private static Dictionary<UInt128, Grown> Grow(TourTimes times, Dictionary<UInt128, Grown> level)
    {
        var grown = new Dictionary<UInt128, Grown>();
        foreach (var (key, set) in level)
        {
            for (var place = set.Places[^1] + 1; place < times.Count; place++)
            {
                if (Join(times, level, key | (UInt128.One << place), [.. set.Places, place], set.Stay + times.Stay(place)) is { } larger)
                    grown.Add(key | (UInt128.One << place), larger);
            }
        }

        return grown;
    }

    private static Grown? Join(TourTimes times, Dictionary<UInt128, Grown> level, UInt128 key, int[] places, long stay)
    {
        var ends = new long[places.Length];
        for (var last = 0; last < places.Length; last++)
        {
            if (!level.TryGetValue(key ^ (UInt128.One << places[last]), out var before))
                return null;
            ends[last] = Enumerable.Range(0, before.Places.Length).Min(i => before.Ends[i] + times.Drive(before.Places[i], places[last]));
        }

        var set = new Grown(places, ends, stay);
        return DriveOf(times, set) + stay <= times.Day ? set : null;
    }

    private static long DriveOf(TourTimes times, Grown set) => Enumerable.Range(0, set.Places.Length).Min(i => set.Ends[i] + times.Drive(set.Places[i], 0));

    // By last stop what it takes to have driven to all.
    private sealed record Grown(int[] Places, long[] Ends, long Stay);
}
