using CsCheck;
using Gis.Core.Pairing.Month;
using Gis.Core.Tests.Progress.Inspection;
using Gis.Core.Travel.Tours;
using Gis.Core.Units;
using static Gis.Core.Tests.Pairing.Month.Firms;

namespace Gis.Core.Tests.Pairing.Month;

/// <summary>Where villages are too many to weigh every plan: bounds are held against the least that small ones have, and plans against the rules.</summary>
public sealed class LargeMonthTests
{
    private static readonly Gen<(int X, int Y)[]> AnyPlaces = Gen.Select(Gen.Int[0, 60], Gen.Int[0, 60], (x, y) => (x, y)).Array[3, 8];

    private static MonthTask Grid((int X, int Y)[] places, params MonthAdviser[] advisers) => Task(
        places.Length - 1, Rows.Matrix(places.Length, (from, to) => Math.Abs(places[from].X - places[to].X) + Math.Abs(places[from].Y - places[to].Y)), advisers);

    private static MonthTask Town(int villages, params MonthAdviser[] advisers) =>
        Grid([.. Enumerable.Range(0, villages + 1).Select(i => (i * 37 % 61, i * 23 % 59))], advisers);

    [Fact]
    public void The_bound_on_driving_is_never_above_the_least_and_often_is_the_least()
    {
        var (met, all) = (0, 0);
        Gen.Select(AnyPlaces, Gen.Int[30, 200]).Sample(
            (places, stay) =>
            {
                var task = Grid(places, Adviser("a", 1000));
                var times = new TourTimes(task.Driving, task.Villages.Select(_ => new Minutes(stay)), new Minutes(480));
                var least = new SmallTours(times).Least((1 << task.Villages.Length) - 1, task.Villages.Length);
                var floor = TourFloor.Of(times);
                Assert.InRange(floor.Driving, 0, least);
                Assert.InRange(floor.Tours, 1, task.Villages.Length);
                Interlocked.Add(ref met, least - floor.Driving <= times.Count ? 1 : 0);
                Interlocked.Increment(ref all);
            },
            iter: 300);
        Assert.True(met * 2 > all, $"{met} of {all}");
    }

    [Fact]
    public void The_search_is_never_better_than_the_proof_and_seldom_worse()
    {
        var (same, all) = (0, 0);
        MonthBruteForceTests.Any.Sample(
            task =>
            {
                if (MonthStudy.Plan(task, MonthWatch.Never) is not MonthOutcome.Planned proven || MonthGroup.ListOf(task) is not [var group])
                    return;
                var times = new MonthTimes(task);
                var tours = Enumerable.Range(0, times.Parts).Select(part => new PartTours(times.Part(part), MonthWatch.Never)).ToArray();
                var found = new LargeAllotment(times, group, part => tours[part], MonthWatch.Never).Find(0);
                Interlocked.Increment(ref all);
                if (!found.IsWhole)
                    return;
                var drive = found.Shares.Sum(share => share.Parts.Select((part, i) => tours[i].DriveOf(part)).Sum());
                Assert.True(drive / 60_000.0 >= (proven.Plan.Driving.Value * 60) - 1e-6);
                Interlocked.Add(ref same, drive / 60_000.0 <= (proven.Plan.Driving.Value * 60) + 1e-6 ? 1 : 0);
            },
            iter: 1500);
        Assert.True(all > 50);
        Assert.True(same * 10 >= all * 9, $"{same} of {all}");
    }

    [Fact]
    public void Twenty_villages_of_three_advisers_are_planned_with_a_bound()
    {
        var task = Town(20, Adviser("a", 60), Adviser("b", 60), Adviser("c", 60)).With(rules => rules with { OnSite = new MonthlyHours(2) });
        var planned = Planned(task);
        Verify(task, planned.Plan);
        Assert.InRange(planned.Plan.Hours.Value, planned.LeastHours.Value - 1e-9, planned.LeastHours.Value * 1.05);
    }

    [Fact]
    public void One_adviser_with_twenty_villages_of_its_own_is_planned_and_again_the_same()
    {
        var task = Town(20, Adviser("a", 160)).With(rules => rules with { OnSite = new MonthlyHours(4), VisitsAMonth = 2 });
        var (first, second) = (Planned(task), Planned(task));
        Verify(task, first.Plan);
        Assert.Equal(
            first.Plan.Visits().Select(visit => (visit.Day.Day, visit.Visit.Village, visit.Visit.Arrival)),
            second.Plan.Visits().Select(visit => (visit.Day.Day, visit.Visit.Village, visit.Visit.Arrival)));
    }

    // Twenty times four hours are 80, of which there are 79.
    [Fact]
    public void Too_few_hours_are_proven_for_many_villages_too()
    {
        var fault = Fault<MonthFault.TooFewHours>(Town(20, Adviser("a", 40), Adviser("b", 39)));
        Assert.Equal((80, 79), (fault.OnSite.Value, fault.Available.Value));
    }

    // Fifteen villages of four hours, and four Mondays and four Fridays of which each holds one.
    [Fact]
    public void Too_few_days_are_proven_for_many_villages_too()
    {
        var fault = Fault<MonthFault.TooFewDays>(Star([.. Enumerable.Repeat(10.0, 15)], Adviser("a", 100, DayOfWeek.Monday, DayOfWeek.Friday)));
        Assert.Equal((15, 8), (fault.Least, fault.Allowed));
    }

    // Fifteen villages of four hours are 60, of which there are 65; but 23, 23 and 19 hours hold five, five and four villages.
    [Fact]
    public void Where_neither_plan_nor_proof_is_found_the_lack_is_told()
    {
        var task = Star([.. new double[15]], Adviser("a", 23), Adviser("b", 23), Adviser("c", 19));
        var lack = Assert.Single(Assert.IsType<MonthOutcome.Overlong>(MonthStudy.Plan(task, MonthWatch.Never)).Lacks);
        Assert.Equal((1, 0), (lack.Hours.Value, lack.Days));
    }

    [Fact]
    public void Days_are_chosen_at_the_least_cost() => Gen.Select(Gen.Int[1, 5], Gen.Int[0, 3]).SelectMany((rows, more) => Gen.Long[0, 20].Array[rows + more].Array[rows]).Sample(
        costs =>
        {
            var taken = DayChoice.Assign(costs);
            Assert.Equal(costs.Length, taken.Distinct().Count());
            Assert.Equal(LeastOf(costs, 0, []), costs.Select((row, i) => row[taken[i]]).Sum());
        },
        iter: 500);

    private static long LeastOf(long[][] costs, int row, HashSet<int> taken) => row == costs.Length
        ? 0
        : Enumerable.Range(0, costs[row].Length).Where(column => !taken.Contains(column)).Min(column => costs[row][column] + LeastOf(costs, row + 1, [.. taken, column]));
}
