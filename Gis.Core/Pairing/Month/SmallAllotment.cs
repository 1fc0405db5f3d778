using Gis.Core.Travel.Tours;

namespace Gis.Core.Pairing.Month;

/// <summary>
/// Shares few villages out among the advisers of a group, by proof: for every adviser and every set of villages the least that it drives
/// within its days and hours, then adviser by adviser the best way to share every set out.
/// </summary>
internal sealed class SmallAllotment
{
    private readonly MonthTimes times;
    private readonly MonthGroup group;
    private readonly SmallTours[] parts;
    private readonly int whole;

    // By adviser the driving of a set where it keeps its days and hours, and of a set shared out among it and those before it.
    private readonly long[][] own;
    private readonly long[][] shared;

    internal SmallAllotment(MonthTimes times, MonthGroup group, Func<int, PartTours> toursOf)
    {
        (this.times, this.group, whole) = (times, group, PartTours.All(group.Villages));
        parts = [.. Enumerable.Range(0, times.Parts).Select(part => toursOf(part).Small(group.Villages))];
        var loads = SumLoads();
        own = [.. group.Advisers.Select(adviser => Measure(adviser, loads))];
        shared = [.. own.Select(_ => Array.Empty<long>())];
        for (var i = 0; i < own.Length; i++)
            shared[i] = i == 0 ? own[0] : Share(shared[i - 1], own[i]);
    }

    /// <summary>The plan of least driving, or none where there is none.</summary>
    internal GroupPlan? Find()
    {
        if (shared.Length == 0 || shared[^1][whole] == TourTimes.NoWay)
            return null;
        var (shares, set) = (new AdviserShare[own.Length], whole);
        for (var i = own.Length - 1; i >= 0; i--)
        {
            var taken = i == 0 ? set : Subsets(set).First(part => own[i][part] + shared[i - 1][set ^ part] == shared[i][set]);
            shares[i] = Write(group.Advisers[i], taken);
            set ^= taken;
        }

        return new GroupPlan([.. shares], shared[^1][whole], [.. own.Select(_ => (0L, 0))]);
    }

    private AdviserShare Write(int adviser, int set) => new(
        adviser,
        [
            .. parts.Select((tours, part) => set == 0 ? [] : tours.Split(set, times.Days(adviser, part).Length)
                .ConvertAll(tour => tour.Select(place => group.Villages[place - 1]).ToArray())),
        ]);

    private long[] SumLoads()
    {
        var loads = new long[whole + 1];
        for (var set = 1; set <= whole; set++)
        {
            var first = int.TrailingZeroCount(set);
            loads[set] = loads[set & (set - 1)] + times.OnSiteOf([group.Villages[first]]) + times.LecturesOf([group.Villages[first]]);
        }

        return loads;
    }

    private long[] Measure(int adviser, long[] loads)
    {
        var (least, open) = (new long[whole + 1], 0);
        for (var i = 0; i < group.Villages.Length; i++)
            open |= group.Allowed[i] is { } only && only != adviser ? 0 : 1 << i;
        for (var set = 1; set <= whole; set++)
            least[set] = (set & ~open) != 0 || loads[set] > times.Available[adviser] ? TourTimes.NoWay : DriveOf(adviser, set, times.Available[adviser] - loads[set]);
        return least;
    }

    private long DriveOf(int adviser, int set, long room)
    {
        var sum = 0L;
        for (var part = 0; part < parts.Length && sum <= room; part++)
            sum += parts[part].Least(set, times.Days(adviser, part).Length);
        return sum <= room ? sum : TourTimes.NoWay;
    }

    private static long[] Share(long[] before, long[] own)
    {
        var shared = new long[own.Length];
        for (var set = 1; set < own.Length; set++)
        {
            var least = before[set];
            for (var part = set; part != 0; part = (part - 1) & set)
            {
                if (own[part] < TourTimes.NoWay && before[set ^ part] < TourTimes.NoWay)
                    least = Math.Min(least, own[part] + before[set ^ part]);
            }

            shared[set] = least;
        }

        return shared;
    }

    private static IEnumerable<int> Subsets(int set)
    {
        for (var part = set; part != 0; part = (part - 1) & set)
            yield return part;
        yield return 0;
    }
}
