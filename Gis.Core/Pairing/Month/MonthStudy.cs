using System.Collections.Immutable;
using Gis.Core.Travel.Tours;
using Gis.Core.Units;

namespace Gis.Core.Pairing.Month;

/// <summary>Plans the month of a firm: who serves which villages on which days, or why nobody can.</summary>
public static class MonthStudy
{
    /// <summary>
    /// Finds the month that takes the fewest hours. Where advisers and villages that go together have at most 14 villages, every plan is
    /// weighed; else the best found is told with a bound.
    /// </summary>
    /// <exception cref="ArgumentException">The parts of the task do not fit together.</exception>
    public static MonthOutcome Plan(MonthTask task, MonthWatch watch)
    {
        task.Verify();
        var times = new MonthTimes(task);
        if (MonthFaults.Find(times) is { } fault)
            return new MonthOutcome.Infeasible(fault);
        var plans = new List<GroupPlan>();
        foreach (var group in MonthGroup.ListOf(task))
        {
            var (plan, broken) = Plan(times, group, watch);
            if (watch.Cancel.IsCancellationRequested)
                return new MonthOutcome.Cancelled();
            if (plan is null)
                return new MonthOutcome.Infeasible(broken!);
            plans.Add(plan);
        }

        return Write(times, plans);
    }

    /// <summary>Plans a month for every firm of a city, each by itself, in the order given; those after a cancel are cancelled.</summary>
    /// <exception cref="ArgumentException">The parts of a task do not fit together.</exception>
    public static ImmutableArray<MonthOutcome> PlanAll(IEnumerable<MonthTask> tasks, MonthWatch watch) =>
        [.. tasks.Select(task => watch.Cancel.IsCancellationRequested ? new MonthOutcome.Cancelled() : Plan(task, watch))];

    private static (GroupPlan? Plan, MonthFault? Fault) Plan(MonthTimes times, MonthGroup group, MonthWatch watch)
    {
        var tours = new Dictionary<TourTimes, PartTours>();
        foreach (var part in Enumerable.Range(0, times.Parts).Select(times.Part).Distinct())
            tours.Add(part, new PartTours(part, watch));
        PartTours ToursOf(int part) => tours[times.Part(part)];

        var (fault, least) = MonthFaults.Find(times, group, ToursOf);
        if (fault is not null)
            return (null, fault);
        if (group.Villages.Length > SmallTours.Most)
            return (new LargeAllotment(times, group, ToursOf, watch).Find(least), null);
        return new SmallAllotment(times, group, ToursOf).Find() is { } plan ? (plan, null) : (null, MonthFaults.NoDivision(times, group, least));
    }

    private static MonthOutcome Write(MonthTimes times, List<GroupPlan> plans)
    {
        int[] villages = [.. Enumerable.Range(0, times.Task.Villages.Length)];
        var load = times.OnSiteOf(villages) + times.LecturesOf(villages);
        var least = plans.Sum(plan => plan.Least);
        if (!plans.TrueForAll(plan => plan.IsWhole))
            return new MonthOutcome.Overlong([.. plans.SelectMany(plan => ListLacks(times, plan))], MonthTimes.ToHours(load + least));
        var days = new MonthDays(times);
        var written = plans.SelectMany(plan => plan.Shares).ToDictionary(share => share.Adviser, days.Write);
        var plan = new MonthPlan(
            [.. times.Task.Advisers.Select((adviser, i) => written.TryGetValue(i, out var month) ? month : new AdviserMonth(adviser.Id, adviser.Available, []))]);
        return new MonthOutcome.Planned(plan, MonthTimes.ToHours(load + least), plans.Sum(found => DriveOf(times, found)) == least);
    }

    private static long DriveOf(MonthTimes times, GroupPlan plan) => plan.Shares.Sum(share => share.Parts.Select(
        (tours, part) => tours.Sum(tour => times.Part(part).DriveOf([.. tour.Select(village => village + 1)]))).Sum());

    private static IEnumerable<AdviserLack> ListLacks(MonthTimes times, GroupPlan plan) => plan.Shares.Zip(plan.Lacks)
        .Where(pair => pair.Second is not (0, 0))
        .Select(pair => new AdviserLack(times.Task.Advisers[pair.First.Adviser].Id, MonthTimes.ToHours(pair.Second.Time), pair.Second.Tours));
}
