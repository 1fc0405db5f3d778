using Gis.Core.Pairing.Month;

namespace Gis.Core.Tests.Pairing.Month;

/// <summary>Goes through every month there is of a small firm, without any of the program's searches.</summary>
internal static class EveryMonth
{
    /// <summary>The fewest minutes of all advisers together, or none where no month keeps the rules.</summary>
    internal static double? FindLeast(MonthTask task)
    {
        var ways = CloseWays(task);
        var tours = Enumerable.Range(0, task.Rules.VisitsAMonth).Select(part => ListTours(task, ways, part)).ToArray();
        double? best = null;
        foreach (var shares in ShareOut(task, 0, new int[task.Advisers.Length]))
        {
            var hours = shares.Select((set, adviser) => MinutesOf(task, tours, adviser, set)).ToList();
            if (hours.TrueForAll(found => found is not null) && !(hours.Sum() >= best))
                best = hours.Sum();
        }

        return best;
    }

    private static double? MinutesOf(MonthTask task, double?[][] tours, int adviser, int set)
    {
        var minutes = Villages(set).Sum(village => Stay(task, village));
        for (var part = 0; part < tours.Length; part++)
        {
            var (first, last) = task.PartOf(part);
            var days = Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Count(day => task.Advisers[adviser].Goes(first.AddDays(day), task.Calendar));
            if (Split(tours[part], set, days) is not { } driving)
                return null;
            minutes += driving;
        }

        return minutes <= (task.Advisers[adviser].Available.Value * 60) + 1e-6 ? minutes : null;
    }

    private static IEnumerable<int> Villages(int set) => Enumerable.Range(0, 31).Where(village => (set >> village & 1) == 1);

    private static double Stay(MonthTask task, int village) =>
        (task.Rules.OnSite.Value * 60) + (task.Villages[village].HasLecture ? task.Rules.Lecture.Value : 0);

    private static IEnumerable<int[]> ShareOut(MonthTask task, int village, int[] shares)
    {
        if (village == task.Villages.Length)
            return [[.. shares]];
        return Enumerable.Range(0, shares.Length).Where(adviser => task.Villages[village].Adviser is not { } named || named == task.Advisers[adviser].Id)
            .SelectMany(adviser => ShareOut(task, village + 1, [.. shares.Select((set, i) => i == adviser ? set | (1 << village) : set)]));
    }

    private static double? Split(double?[] tours, int set, int most)
    {
        if (set == 0)
            return 0;
        double? best = null;
        for (var tour = set; tour != 0 && most > 0; tour = (tour - 1) & set)
        {
            if ((tour & set & -set) != 0 && tours[tour] is { } drive && Split(tours, set ^ tour, most - 1) is { } rest && !(drive + rest >= best))
                best = drive + rest;
        }

        return best;
    }

    private static double?[] ListTours(MonthTask task, double[,] ways, int part) =>
    [
        .. Enumerable.Range(0, 1 << task.Villages.Length).Select(set =>
        {
            var stay = Villages(set).Sum(village => (task.Rules.OnSite.Value * 60 / task.Rules.VisitsAMonth)
                + (part == 0 && task.Villages[village].HasLecture ? task.Rules.Lecture.Value : 0));
            var drive = DriveFrom(ways, 0, set);
            return drive + stay <= task.Rules.Day.Value + 1e-9 ? drive : (double?)null;
        }),
    ];

    private static double DriveFrom(double[,] ways, int at, int set) =>
        set == 0 ? ways[at, 0] : Villages(set).Min(next => ways[at, next + 1] + DriveFrom(ways, next + 1, set ^ (1 << next)));

    private static double[,] CloseWays(MonthTask task)
    {
        var count = task.Driving.Count;
        var ways = new double[count, count];
        for (var cell = 0; cell < count * count; cell++)
            ways[cell / count, cell % count] = task.Driving[cell / count, cell % count]!.Value.Time.Value;
        for (var round = 0; round < count; round++)
        {
            for (var cell = 0; cell < count * count; cell++)
            {
                for (var via = 0; via < count; via++)
                    ways[cell / count, cell % count] = Math.Min(ways[cell / count, cell % count], ways[cell / count, via] + ways[via, cell % count]);
            }
        }

        return ways;
    }
}
