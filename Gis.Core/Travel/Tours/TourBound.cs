namespace Gis.Core.Travel.Tours;

/// <summary>The fewest day tours that any plan can have: the greatest of three bounds.</summary>
/// <remarks>
/// Every stop fits a day alone. A tour drives at least the round trip r of its farthest stop, and at least the shortest way m into
/// each of its stops with the shortest way b home; so at least any mixture of the two, λ of the first and 1 − λ of the second. Then
/// the sum of (s + (1 − λ)m) ÷ (D − λr − (1 − λ)b) over the stops of one tour is at most 1, s being the stay and D the day, for D − λr
/// is least at the farthest; and summed over all stops it is at most the number of tours. At λ = 1 it is the bound by distance from the
/// depot of Haimovich and Rinnooy Kan, "Bounds and heuristics for capacitated routing problems", 1985, with time for the load. The
/// second bound counts stops no two of which fit one day, the third all time that so many tours take at least.
/// </remarks>
internal static class TourBound
{
    private const int Mixtures = 10;

    // Far above what sums of doubles lose, far below the share of a day that any stop takes.
    private const double Slack = 1e-9;

    internal static int Find(TourTimes times)
    {
        if (times.Count == 1)
            return 0;
        var (entries, home) = FindShortest(times);
        var byTime = Enumerable.Range(0, Mixtures + 1).Max(step => SumShares(times, entries, home, (double)step / Mixtures));
        var tours = Math.Max(1, Math.Max((int)Math.Ceiling(byTime - Slack), CountApart(times)));
        while (!HasRoom(times, entries.Sum() + (tours * home), tours))
            tours++;
        return tours;
    }

    // One tour drives to the farthest stop, every other at least to the nearest.
    private static bool HasRoom(TourTimes times, long ways, int tours)
    {
        var places = Enumerable.Range(1, times.Count - 1).ToList();
        var there = places.Max(times.RoundTrip) + ((tours - 1) * places.Min(times.RoundTrip));
        return places.Sum(times.Stay) + Math.Max(ways, there) <= tours * times.Day;
    }

    private static (long[] Entries, long Home) FindShortest(TourTimes times)
    {
        var entries = new long[times.Count];
        for (var place = 1; place < times.Count; place++)
            entries[place] = Enumerable.Range(0, times.Count).Where(from => from != place).Min(from => times.Drive(from, place));
        return (entries, Enumerable.Range(1, times.Count - 1).Min(place => times.Drive(place, 0)));
    }

    private static double SumShares(TourTimes times, long[] entries, long home, double mixture)
    {
        var sum = 0.0;
        for (var place = 1; place < times.Count; place++)
        {
            var taken = times.Stay(place) + ((1 - mixture) * entries[place]);
            if (taken > 0)
                sum += taken / (times.Day - (mixture * times.RoundTrip(place)) - ((1 - mixture) * home));
        }

        return sum;
    }

    // Stops no two of which fit one day need a day each; the farthest are asked first.
    private static int CountApart(TourTimes times)
    {
        var apart = new List<int>();
        foreach (var place in Enumerable.Range(1, times.Count - 1).OrderByDescending(place => times.RoundTrip(place) + times.Stay(place)).ThenBy(place => place))
        {
            if (apart.All(other => times.AwayOf([place, other]) > times.Day && times.AwayOf([other, place]) > times.Day))
                apart.Add(place);
        }

        return apart.Count;
    }
}
