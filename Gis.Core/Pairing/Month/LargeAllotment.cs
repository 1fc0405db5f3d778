namespace Gis.Core.Pairing.Month;

/// <summary>
/// Shares many villages out among the advisers of a group: each goes, the farthest first, to whom it adds least, and is then moved, or
/// exchanged with another's, as long as that lacks fewer hours and days or drives less. Every share is judged by its best tours.
/// </summary>
internal sealed class LargeAllotment
{
    // A village is offered to the advisers of so many villages nearest to it.
    private const int Neighbours = 6;

    private readonly MonthTimes times;
    private readonly MonthGroup group;
    private readonly Func<int, PartTours> toursOf;
    private readonly MonthWatch watch;
    private readonly SortedSet<int>[] shares;
    private readonly Dictionary<string, Load> judged = [];
    private int effort;

    internal LargeAllotment(MonthTimes times, MonthGroup group, Func<int, PartTours> toursOf, MonthWatch watch)
    {
        (this.times, this.group, this.toursOf, this.watch) = (times, group, toursOf, watch);
        shares = [.. group.Advisers.Select(adviser => new SortedSet<int>(group.OwnOf(adviser)))];
    }

    /// <summary>The best found; it may lack hours and days.</summary>
    internal GroupPlan Find(long least)
    {
        int[] free = [.. group.Villages.Where((_, i) => group.Allowed[i] is null)];
        foreach (var village in free.OrderByDescending(village => times.Part(0).RoundTrip(village + 1)))
        {
            var to = Enumerable.Range(0, shares.Length).MinBy(i => (Judge(i, [.. shares[i], village]) - Judge(i, [.. shares[i]])).Order);
            shares[to].Add(village);
        }

        effort = 0;
        var isBetter = true;
        while (isBetter && Goes() && Sum().Order.CompareTo((0, least)) > 0)
        {
            isBetter = false;
            foreach (var village in free)
                isBetter |= MoveOrExchange(village, free);
        }

        return Write(least);
    }

    private Load Sum() => shares.Select((share, i) => Judge(i, [.. share])).Aggregate((sum, load) => sum + load);

    private bool Goes() => effort < watch.Effort && !watch.Cancel.IsCancellationRequested;

    private bool MoveOrExchange(int village, int[] free)
    {
        var from = Array.FindIndex(shares, share => share.Contains(village));
        var near = free.Where(other => other != village).OrderBy(other => times.Part(0).Drive(village + 1, other + 1)).ThenBy(other => other).Take(Neighbours);
        var hosts = near.Select(other => Array.FindIndex(shares, share => share.Contains(other))).Where(host => host != from).Distinct().ToList();
        // Who has nothing yet is next to nobody.
        hosts.AddRange(Enumerable.Range(0, shares.Length).Where(host => shares[host].Count == 0 && host != from));
        return hosts.Exists(host => Try(from, host, village, null) || free.Where(shares[host].Contains).ToList().Exists(other => Try(from, host, village, other)));
    }

    private bool Try(int from, int to, int village, int? other)
    {
        if (!Goes())
            return false;
        int[] less = [.. shares[from].Where(kept => kept != village).Concat(other is { } back ? [back] : []).Order()];
        int[] more = [.. shares[to].Where(kept => kept != other).Append(village).Order()];
        if (!((Judge(from, less) + Judge(to, more)) < (Judge(from, [.. shares[from]]) + Judge(to, [.. shares[to]]))))
            return false;
        (shares[from], shares[to]) = (new(less), new(more));
        return true;
    }

    private Load Judge(int place, int[] villages)
    {
        var adviser = group.Advisers[place];
        Array.Sort(villages);
        // Advisers with as many days each part and as many hours are one to the judge.
        var days = string.Join(',', Enumerable.Range(0, times.Parts).Select(part => times.Days(adviser, part).Length));
        var key = $"{times.Available[adviser]} {days}: {string.Join(' ', villages)}";
        if (judged.TryGetValue(key, out var load))
            return load;
        effort++;
        return judged[key] = Guess(adviser, villages) ?? Reckon(adviser, villages);
    }

    // Where hours on the spot alone are too many, tours are not worth looking for: a day for each village is far enough from a plan.
    private Load? Guess(int adviser, int[] villages)
    {
        var over = times.OnSiteOf(villages) + times.LecturesOf(villages) - times.Available[adviser];
        if (over <= 0)
            return null;
        var drive = Enumerable.Range(0, times.Parts).Sum(part => villages.Sum(village => times.Part(part).RoundTrip(village + 1)));
        return new Load(over + drive, 0, drive, times.Part(0).Day);
    }

    private Load Reckon(int adviser, int[] villages)
    {
        if (villages.Length == 0)
            return default;
        var (drive, tours) = (0L, 0);
        for (var part = 0; part < times.Parts; part++)
        {
            var found = toursOf(part).Find(villages, times.Days(adviser, part).Length);
            drive += toursOf(part).DriveOf(found);
            tours += Math.Max(0, found.Count - times.Days(adviser, part).Length);
        }

        return new Load(Math.Max(0, times.OnSiteOf(villages) + times.LecturesOf(villages) + drive - times.Available[adviser]), tours, drive, times.Part(0).Day);
    }

    private GroupPlan Write(long least)
    {
        var loads = shares.Select((share, i) => Reckon(group.Advisers[i], [.. share])).ToArray();
        return new GroupPlan(
            [.. shares.Select((share, i) => new AdviserShare(group.Advisers[i], [.. Enumerable.Range(0, times.Parts).Select(part => ToursOf(share, group.Advisers[i], part))]))],
            least,
            [.. loads.Select(load => (load.Over, load.Tours))]);
    }

    private List<int[]> ToursOf(SortedSet<int> share, int adviser, int part) =>
        share.Count == 0 ? [] : toursOf(part).Find([.. share], times.Days(adviser, part).Length);

    // What is over the hours, and a day for each tour too many, come before what is driven.
    private readonly record struct Load(long Over, int Tours, long Drive, long Day)
    {
        public static Load operator +(Load left, Load right) => new(left.Over + right.Over, left.Tours + right.Tours, left.Drive + right.Drive, Math.Max(left.Day, right.Day));

        public static Load operator -(Load left, Load right) => new(left.Over - right.Over, left.Tours - right.Tours, left.Drive - right.Drive, Math.Max(left.Day, right.Day));

        public static bool operator <(Load left, Load right) => left.Order.CompareTo(right.Order) < 0;

        public static bool operator >(Load left, Load right) => right < left;

        public (long Lack, long Drive) Order => (Over + (Tours * Day), Drive);
    }
}
