using System.Numerics;
using Gis.Core.Travel.Tours;

namespace Gis.Core.Pairing.Month;

/// <summary>
/// The least driving for every set of a few stops, by proof: the shortest tour of every set (Held and Karp, "A dynamic programming
/// approach to sequencing problems", 1962), then the best partition of every set into so many tours that each fit a day. A set is a
/// number whose bit i stands for stop i, which is place i + 1 of the times.
/// </summary>
internal sealed class SmallTours
{
    /// <summary>The most stops: sets grow twofold with each, and pairs of a set and its parts threefold.</summary>
    internal const int Most = 13;

    private readonly TourTimes times;
    private readonly int stops;

    // By set and last stop, the base not yet reached again.
    private readonly long[] ends;
    private readonly long[] tours;

    // By number of tours at most, then by set; the last is true for any more tours once the table is settled.
    private readonly List<long[]> within = [];
    private bool isSettled;

    internal SmallTours(TourTimes times)
    {
        (this.times, stops) = (times, times.Count - 1);
        ends = new long[stops << stops];
        tours = new long[1 << stops];
        for (var set = 1; set < tours.Length; set++)
            tours[set] = Drive(set);
        var none = new long[tours.Length];
        none.AsSpan(1).Fill(TourTimes.NoWay);
        within.Add(none);
    }

    /// <summary>The driving of a set in at most so many tours; <see cref="TourTimes.NoWay"/> where they do not suffice.</summary>
    internal long Least(int set, int most)
    {
        while (within.Count <= most && !isSettled)
            Extend();
        return within[Math.Min(most, within.Count - 1)][set];
    }

    /// <summary>The fewest tours that suffice for a set whose stops each fit a day alone.</summary>
    internal int Fewest(int set)
    {
        var most = 0;
        while (Least(set, most) == TourTimes.NoWay)
            most++;
        return most;
    }

    /// <summary>Tours of least driving, at most so many, which suffice; their stops in order, as places.</summary>
    internal List<int[]> Split(int set, int most)
    {
        var (found, left) = (new List<int[]>(), Math.Min(most, within.Count - 1));
        while (set != 0)
        {
            while (within[left - 1][set] == within[left][set])
                left--;
            var tour = Parts(set).First(part => tours[part] + within[left - 1][set ^ part] == within[left][set]);
            found.Add(Order(tour));
            set ^= tour;
            left--;
        }

        return found;
    }

    // What a tour of the set takes to drive, or no way where it takes longer than a day.
    private long Drive(int set)
    {
        var (least, stay) = (TourTimes.NoWay, 0L);
        for (var rest = set; rest != 0; rest &= rest - 1)
        {
            var stop = BitOperations.TrailingZeroCount(rest);
            stay += times.Stay(stop + 1);
            ends[(set * stops) + stop] = Reach(set, stop);
            least = Math.Min(least, ends[(set * stops) + stop] + times.Drive(stop + 1, 0));
        }

        return least + stay <= times.Day ? least : TourTimes.NoWay;
    }

    private long Reach(int set, int stop)
    {
        var before = set ^ (1 << stop);
        if (before == 0)
            return times.Drive(0, stop + 1);
        var least = TourTimes.NoWay;
        for (var rest = before; rest != 0; rest &= rest - 1)
        {
            var last = BitOperations.TrailingZeroCount(rest);
            least = Math.Min(least, ends[(before * stops) + last] + times.Drive(last + 1, stop + 1));
        }

        return least;
    }

    private void Extend()
    {
        var (before, now) = (within[^1], within[^1].ToArray());
        for (var set = 1; set < now.Length; set++)
        {
            // The tour with the first stop of the set is one of them; so each partition is met once.
            var first = set & -set;
            for (var others = set ^ first; ; others = (others - 1) & (set ^ first))
            {
                var tour = others | first;
                if (tours[tour] < TourTimes.NoWay && before[set ^ tour] < TourTimes.NoWay)
                    now[set] = Math.Min(now[set], tours[tour] + before[set ^ tour]);
                if (others == 0)
                    break;
            }
        }

        isSettled = now.AsSpan().SequenceEqual(before);
        if (!isSettled)
            within.Add(now);
    }

    private static IEnumerable<int> Parts(int set)
    {
        var first = set & -set;
        for (var others = set ^ first; ; others = (others - 1) & (set ^ first))
        {
            yield return others | first;
            if (others == 0)
                yield break;
        }
    }

    private int[] Order(int set)
    {
        var (order, home) = (new List<int>(), 0);
        while (set != 0)
        {
            var last = Enumerable.Range(0, stops).Where(stop => (set >> stop & 1) != 0)
                .MinBy(stop => ends[(set * stops) + stop] + times.Drive(stop + 1, home));
            order.Insert(0, last + 1);
            (set, home) = (set ^ (1 << last), last + 1);
        }

        return [.. order];
    }
}
