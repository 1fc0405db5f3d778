using System.Collections.Immutable;
using Gis.Core.Units;

namespace Gis.Core.Pairing.Month;

/// <summary>Looks for what would make a month workable. Nothing is listed that was not planned again and found to work.</summary>
public static class MonthRemedies
{
    // A month has eight or nine weekend days and more than these nobody is asked for.
    private const int MostDays = 5;

    // Far above what any month has.
    private const double HoursOfAll = 10_000;

    /// <summary>
    /// The remedies of a month that is not workable, the cheapest first: another rhythm of visits, which costs nobody an hour; more days of
    /// one adviser; more hours of one adviser, the fewest first; a village left to another firm, or several where one does not do. Where
    /// advisers fail independently of each other, the cheapest remedies of each are one remedy.
    /// </summary>
    /// <returns>None where the month is workable, where none of these helps, or after a cancel.</returns>
    /// <exception cref="ArgumentException">The parts of the task do not fit together.</exception>
    public static ImmutableArray<MonthRemedy> Find(MonthTask task, MonthWatch watch)
    {
        if (Works(task, watch))
            return [];
        var failing = MonthGroup.ListOf(task).ConvertAll(group => PartOf(task, group)).Where(part => !Works(part, watch)).ToList();
        var lists = failing.ConvertAll(part => ListFor(part, watch).ToList());
        var joint = lists.TrueForAll(list => list.Count > 0)
            ? lists.Count == 1 ? lists[0] : [[.. lists.SelectMany(list => list[0])]]
            : [];
        return
        [
            .. ListRhythms(task).Concat(joint).Select(changes => new MonthRemedy(changes)).Where(remedy => Works(remedy.Apply(task), watch)),
        ];
    }

    private static bool Works(MonthTask task, MonthWatch watch) => MonthStudy.Plan(task, watch) is MonthOutcome.Planned;

    private static MonthTask PartOf(MonthTask task, MonthGroup group) => task with
    {
        Advisers = [.. group.Advisers.Select(adviser => task.Advisers[adviser])],
        Villages = [.. group.Villages.Select(village => task.Villages[village])],
        Driving = task.Driving.Only([0, .. group.Villages.Select(village => village + 1)]),
    };

    private static IEnumerable<ImmutableArray<MonthChange>> ListRhythms(MonthTask task) => Enumerable.Range(1, 4)
        .Where(visits => visits != task.Rules.VisitsAMonth)
        .OrderBy(visits => Math.Abs(visits - task.Rules.VisitsAMonth)).ThenBy(visits => visits)
        .Select(visits => ImmutableArray.Create<MonthChange>(new MonthChange.OtherRhythm(visits)));

    private static IEnumerable<ImmutableArray<MonthChange>> ListFor(MonthTask part, MonthWatch watch) =>
        part.Advisers.Select(adviser => FindDays(part, adviser, watch)).OfType<MonthChange.MoreDays>().OrderBy(change => change.Days.Length).Select(One)
            .Concat(part.Advisers.Select(adviser => FindHours(part, adviser, watch)).OfType<MonthChange.MoreHours>().OrderBy(change => change.Hours).Select(One))
            .Concat(ListHandOvers(part, watch));

    private static ImmutableArray<MonthChange> One(MonthChange change) => [change];

    // As few days more as suffice; Saturdays are asked for before Sundays and holidays never.
    private static MonthChange.MoreDays? FindDays(MonthTask part, MonthAdviser adviser, MonthWatch watch)
    {
        var (first, last) = (MonthStudy.Plan(part, watch) as MonthOutcome.Infeasible)?.Fault is MonthFault.TooFewDays few
            ? (few.First, few.Last)
            : (part.Month.FirstDay, part.Month.LastDay);
        var idle = Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays)
            .Where(day => !adviser.Goes(day, part.Calendar) && !adviser.Absent.Contains(day) && !part.Calendar.Holidays.Contains(day))
            .OrderBy(day => day.DayOfWeek == DayOfWeek.Sunday).ThenBy(day => day).ToList();
        return Enumerable.Range(1, Math.Min(MostDays, idle.Count))
            .Select(count => new MonthChange.MoreDays(adviser.Id, [.. idle.Take(count).Order()]))
            .FirstOrDefault(change => Works(change.Apply(part), watch));
    }

    // More hours never make a workable month unworkable, so the fewest are found by halving.
    private static MonthChange.MoreHours? FindHours(MonthTask part, MonthAdviser adviser, MonthWatch watch)
    {
        MonthChange.MoreHours More(int minutes) => new(adviser.Id, new MonthlyHours(minutes / 60.0));
        if (MonthStudy.Plan(More((int)(HoursOfAll * 60)).Apply(part), watch) is not MonthOutcome.Planned unbounded)
            return null;
        var taken = unbounded.Plan.Advisers.First(month => month.Adviser == adviser.Id).Hours.Value;
        var enough = (int)Math.Ceiling((Math.Max(0, taken - adviser.Available.Value) * 60) + 1);
        return More(Halving.FindFirst(enough, minutes => Works(More(minutes).Apply(part), watch)));
    }

    private static List<ImmutableArray<MonthChange>> ListHandOvers(MonthTask part, MonthWatch watch)
    {
        var (dearest, found) = (OrderByCost(part), new List<ImmutableArray<MonthChange>>());
        // Many are planned again for each: the dearest are asked, as they help most.
        foreach (var village in dearest.Take(SmallTours.Most).Reverse())
        {
            var change = new MonthChange.HandOver(village);
            if (Works(change.Apply(part), watch))
                found.Add([change]);
        }

        if (found.Count == 0 && FindSeveral(part, dearest, watch) is { Length: > 0 } several)
            found.Add(several);
        return found;
    }

    // The dearest go until the rest works, then all that can be taken back are.
    private static ImmutableArray<MonthChange> FindSeveral(MonthTask part, List<string> dearest, MonthWatch watch)
    {
        var gone = new List<MonthChange>();
        foreach (var village in dearest)
        {
            gone.Add(new MonthChange.HandOver(village));
            if (Works(new MonthRemedy([.. gone]).Apply(part), watch))
                break;
        }

        foreach (var change in gone.ToList())
        {
            var fewer = gone.Where(other => other != change).ToImmutableArray();
            if (Works(new MonthRemedy(fewer).Apply(part), watch))
                gone.Remove(change);
        }

        return gone.Count < part.Villages.Length ? [.. gone] : [];
    }

    private static List<string> OrderByCost(MonthTask part) =>
    [
        .. part.Villages.Select((village, i) => (village.Id, Cost: CostOf(part, i))).OrderByDescending(pair => pair.Cost).Select(pair => pair.Id),
    ];

    // What no way leads to is dearest.
    private static double CostOf(MonthTask part, int village)
    {
        var (there, back) = (part.Driving[0, village + 1], part.Driving[village + 1, 0]);
        var stay = ((part.Villages[village].OnSite ?? part.Rules.OnSite).Value * 60) + (part.Villages[village].HasLecture ? part.Rules.Lecture.Value : 0);
        return there is null || back is null ? double.PositiveInfinity : stay + ((there.Value.Time.Value + back.Value.Time.Value) * part.Rules.VisitsAMonth);
    }
}
