using System.Numerics;
using Gis.Core.Travel.Tours;

namespace Gis.Core.Pairing.Month;

/// <summary>
/// The least driving for every set of a few stops, by proof: the shortest tour of every set (Held and Karp, "A dynamic programming
/// approach to sequencing problems", 1962), then the best partition of every set into tours that each fit a day. A set is a number whose
/// bit i stands for stop i, which is place i + 1 of the times.
/// </summary>
internal sealed class SmallTours
{
    /// <summary>The most stops: sets grow twofold with each, and pairs of a set and a part of it threefold.</summary>
    internal const int Most = 14;

    private readonly TourTimes times;
    private readonly int stops;

    // By set and last stop, the base not yet reached again; only of sets that fit a day.
    private readonly long[] ends;
    private readonly long[] tours;

    // The sets that fit a day, by their first stop.
    private readonly List<int>[] fitting;

    // By set, the least driving in any number of tours, the fewest tours that drive as little, and the fewest at all: reckoned when asked
    // for, as a set leads to few of the sets within it. Nothing else has no tours.
    private readonly long[] free;
    private readonly int[] counts;
    private readonly int[] fewest;

    // The least driving by number of tours at most, then by set: made only where the days are too few for what drives least.
    private readonly List<long[]> within = [];

    internal SmallTours(TourTimes times)
    {
        (this.times, stops) = (times, times.Count - 1);
        (ends, tours) = (new long[stops << stops], new long[1 << stops]);
        (free, counts, fewest) = (new long[tours.Length], new int[tours.Length], new int[tours.Length]);
        fitting = [.. Enumerable.Range(0, stops).Select(_ => new List<int>())];
        for (var set = 1; set < tours.Length; set++)
        {
            tours[set] = Drive(set);
            if (tours[set] < TourTimes.NoWay)
                fitting[BitOperations.TrailingZeroCount(set)].Add(set);
        }
    }

    /// <summary>The driving of a set in at most so many tours; <see cref="TourTimes.NoWay"/> where they do not suffice.</summary>
    internal long Least(int set, int most)
    {
        Part(set);
        if (counts[set] <= most)
            return free[set];
        if (fewest[set] > most)
            return TourTimes.NoWay;
        while (within.Count <= most)
            within.Add(within.Count == 0 ? MakeNone() : Extend(within[^1]));
        return within[most][set];
    }

    /// <summary>The fewest tours that suffice for a set whose stops each fit a day alone.</summary>
    internal int Fewest(int set)
    {
        Part(set);
        return fewest[set];
    }

    /// <summary>Tours of least driving, at most so many, which suffice; their stops in order, as places.</summary>
    internal List<int[]> Split(int set, int most)
    {
        var found = new List<int[]>();
        while (set != 0)
        {
            var (whole, left) = (Least(set, most), most - 1);
            var tour = fitting[BitOperations.TrailingZeroCount(set)].First(tour => (tour & ~set) == 0 && tours[tour] + Least(set ^ tour, left) == whole);
            found.Add(Order(tour));
            (set, most) = (set ^ tour, left);
        }

        return found;
    }

    // What a tour of the set takes to drive, or no way where it takes longer than a day. By the quickest ways a set fits only if all
    // sets within it do.
    private long Drive(int set)
    {
        var stay = 0L;
        for (var rest = set; rest != 0; rest &= rest - 1)
        {
            var less = set ^ (rest & -rest);
            if (tours[less] == TourTimes.NoWay)
                return TourTimes.NoWay;
            stay += times.Stay(BitOperations.TrailingZeroCount(rest) + 1);
        }

        var least = TourTimes.NoWay;
        for (var rest = set; rest != 0; rest &= rest - 1)
        {
            var stop = BitOperations.TrailingZeroCount(rest);
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

    // The tour with the first stop of the set is one of its tours; so each partition is met once.
    private void Part(int set)
    {
        if (set == 0 || counts[set] > 0)
            return;
        (free[set], counts[set], fewest[set]) = (TourTimes.NoWay, int.MaxValue, int.MaxValue);
        foreach (var tour in fitting[BitOperations.TrailingZeroCount(set)])
        {
            if ((tour & ~set) != 0)
                continue;
            var rest = set ^ tour;
            Part(rest);
            var (drive, count) = (tours[tour] + free[rest], counts[rest] + 1);
            if (drive < free[set] || (drive == free[set] && count < counts[set]))
                (free[set], counts[set]) = (drive, count);
            fewest[set] = Math.Min(fewest[set], fewest[rest] + 1);
        }
    }

    private long[] MakeNone()
    {
        var none = new long[tours.Length];
        none.AsSpan(1).Fill(TourTimes.NoWay);
        return none;
    }

    private long[] Extend(long[] before)
    {
        var now = before.ToArray();
        for (var set = 1; set < now.Length; set++)
        {
            foreach (var tour in fitting[BitOperations.TrailingZeroCount(set)])
            {
                if ((tour & ~set) == 0 && before[set ^ tour] < TourTimes.NoWay)
                    now[set] = Math.Min(now[set], tours[tour] + before[set ^ tour]);
            }
        }

        return now;
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
