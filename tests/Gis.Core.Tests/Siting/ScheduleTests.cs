using System.Collections.Immutable;
using Gis.Core.Siting;
using Gis.Core.Units;

namespace Gis.Core.Tests.Siting;

/// <summary>
/// A street of villages A, B, C… with 100, 50, 20 and 10 residents, each with a room to build that serves nobody else. Rooms are
/// finished from March to May and counted until June: what is finished in March serves three months, in April two, in May one.
/// </summary>
public sealed class ScheduleTests
{
    private static readonly Month March = new(2027, 3);
    private static readonly Month April = new(2027, 4);
    private static readonly Month May = new(2027, 5);
    private static readonly Month June = new(2027, 6);

    private static readonly SitingInstance Street = StreetOf(100, 50, 20, 10);

    private static SitingInstance StreetOf(params double[] residents) => new(
        [.. residents.Select((count, i) => new SitingDemand($"{(char)('A' + i)}", count))],
        [.. residents.Select((_, i) => new SitingSite($"room-{(char)('a' + i)}"))],
        [.. residents.Select((_, i) => new SitingPair(i, i, 10))]);

    private static ScheduleTask Task(int crews, params decimal[] money) => new(
        10, March, May, June, [.. Enumerable.Range(0, 4).Select(site => new ScheduleRoom(site, "east"))], [new CountyMeans("east", [crews, crews, crews], [.. money])]);

    private static ScheduleTask With(ScheduleTask task, int site, Func<ScheduleRoom, ScheduleRoom> change) =>
        task with { Rooms = task.Rooms.SetItem(site, change(task.Rooms[site])) };

    private static SchedulePlan Best(SitingInstance instance, ScheduleTask task) =>
        Assert.IsType<ScheduleOutcome.Optimal>(ScheduleStudy.Solve(instance, task, SitingStop.Never)).Plan;

    private static ScheduleFault FaultOf(ScheduleTask task) =>
        Assert.IsType<ScheduleOutcome.Infeasible>(ScheduleStudy.Solve(Street, task, SitingStop.Never)).Fault;

    private static string Written(SchedulePlan plan) =>
        string.Join(' ', plan.Rooms.Select(room => $"{(char)('A' + room.Site)}{room.Month.Number}"));

    [Fact]
    public void Two_a_month_the_largest_first()
    {
        var plan = Best(Street, Task(2));
        Assert.Equal("A3 B3 C4 D4", Written(plan));
        // (100 + 50) × 3 + (20 + 10) × 2.
        Assert.Equal(510, plan.PersonMonths);
        Assert.Equal([0.0, 150, 180, 180], plan.Covered.AsEnumerable());
        Assert.Equal([100, 50, 20, 10], plan.Rooms.Select(room => room.Added));
    }

    [Fact]
    public void What_stands_serves_from_the_first_month()
    {
        var instance = new SitingInstance(Street.Demands, Street.Sites.SetItem(0, new SitingSite("room-a", SiteRole.Existing)), [.. Enumerable.Range(0, 4).Select(i => new SitingPair(i, i, 10))]);
        // 100 × 4 + (50 + 20) × 3 + 10 × 2.
        Assert.Equal(630, Best(instance, Task(2) with { Rooms = Task(2).Rooms.RemoveAt(0) }).PersonMonths);
    }

    [Fact]
    public void A_room_finished_in_the_last_month_counted_adds_nothing()
    {
        var task = Task(4) with { From = May, Until = May, Counties = [new CountyMeans("east", [4], [])] };
        Assert.Equal(0, Best(Street, task).PersonMonths);
    }

    [Fact]
    public void A_demand_exactly_at_the_limit_is_covered_and_one_beyond_is_not()
    {
        Assert.Equal(510, Best(Street, Task(2) with { Limit = 10 }).PersonMonths);
        Assert.Equal(0, Best(Street, Task(2) with { Limit = 9.999 }).PersonMonths);
    }

    [Fact]
    public void Money_that_is_not_spent_is_there_in_later_months()
    {
        // Four come in by May: B for one in March leaves the three that A costs.
        var task = With(Task(4, 1, 1, 2), 0, room => room with { Cost = 3 });
        Assert.Equal("B3 A5", Written(Best(Street, task with { All = false })));
    }

    [Fact]
    public void Money_is_not_spent_before_it_comes_in() =>
        Assert.Equal("A5 B5 C5 D5", Written(Best(Street, Task(4, 0, 0, 4))));

    [Fact]
    public void Exactly_the_money_there_is_may_be_spent_in_tenths_too()
    {
        // As binary fractions 0.1 + 0.1 + 0.1 is more than 0.3.
        var task = Task(4, 0.3m, 0, 0.1m);
        foreach (var site in Enumerable.Range(0, 4))
            task = With(task, site, room => room with { Cost = 0.1m });
        Assert.Equal("A3 B3 C3 D5", Written(Best(Street, task)));
    }

    [Fact]
    public void A_solver_s_tolerance_never_spends_what_is_not_there()
    {
        // Any two cost two millionths more than the two million there are.
        var task = Task(4, 2_000_000, 0, 0) with { All = false };
        foreach (var site in Enumerable.Range(0, 4))
            task = With(task, site, room => room with { Cost = 1_000_000.000001m });
        Assert.Equal("A3", Written(Best(Street, task)));
    }

    [Fact]
    public void A_room_can_be_finished_exactly_in_its_earliest_and_its_latest_month()
    {
        Assert.Equal("B3 A4 C4 D5", Written(Best(Street, WithCrews(1, 2, 1, With(Task(0), 0, room => room with { Earliest = April })))));
        Assert.Equal("A3 D4 B5 C5", Written(Best(Street, WithCrews(1, 1, 2, With(Task(0), 3, room => room with { Latest = April })))));
    }

    [Fact]
    public void A_room_that_is_begun_stays_in_its_month() =>
        Assert.Equal("D3 A4 B4 C5", Written(Best(Street, WithCrews(1, 2, 1, With(Task(0), 3, room => room with { Fixed = March })))));

    [Fact]
    public void A_village_that_two_rooms_reach_is_counted_once()
    {
        // A's room reaches B too, so B's own is worth nothing and comes last.
        var instance = new SitingInstance(Street.Demands, Street.Sites, [.. Enumerable.Range(0, 4).Select(i => new SitingPair(i, i, 10)), new SitingPair(1, 0, 10)]);
        Assert.Equal("A3 C4 D5", Written(Best(instance, Task(1) with { All = false })));
    }

    [Fact]
    public void Not_all_rooms_need_be_built_where_that_is_said()
    {
        Assert.Equal("A3 B4 C5", Written(Best(Street, Task(1) with { All = false })));
        Assert.Equal(
            "County east, 2027-03 to 2027-05: 4 rooms must be finished, the crews finish 3.", FaultOf(Task(1)).ToString());
    }

    [Fact]
    public void Exactly_as_many_rooms_as_the_crews_finish_are_possible_and_one_more_is_not()
    {
        var due = With(With(Task(1), 0, room => room with { Latest = April }), 1, room => room with { Latest = April });
        Assert.Equal("A3 B4 C5 D5", Written(Best(Street, WithCrews(1, 1, 2, due))));
        Assert.Equal(
            "County east, 2027-03 to 2027-04: 3 rooms must be finished, the crews finish 2.",
            FaultOf(WithCrews(1, 1, 2, With(due, 2, room => room with { Latest = April }))).ToString());
    }

    [Fact]
    public void A_county_without_enough_money_is_named()
    {
        Assert.Equal(4, Best(Street, Task(4, 1, 1, 2)).Rooms.Length);
        Assert.Equal("County east, by 2027-05: the rooms that must be finished cost 4, there is 3.5.", FaultOf(Task(4, 1, 1, 1.5m)).ToString());
    }

    [Fact]
    public void A_room_without_a_month_is_named()
    {
        var task = With(Task(4), 1, room => room with { Earliest = May, Latest = April });
        Assert.Equal("Room room-b has no month: it can be finished from 2027-05 on and until 2027-04 at the latest.", FaultOf(task).ToString());
        Assert.Equal(3, Best(Street, task with { All = false }).Rooms.Length);
    }

    [Fact]
    public void Crews_and_money_that_go_only_separately_are_told_with_what_is_missing()
    {
        // Four rooms in four places, so three are finished by April and cost 3, when 1.5 has come in; by May there is enough for all.
        var task = WithCrews(1, 2, 1, Task(0, 0.5m, 1, 9));
        Assert.Equal(
            "County east: crews and dates let no months be chosen for which the money comes in soon enough; it would with 1.5 more in 2027-03.", FaultOf(task).ToString());
        Assert.Equal(4, Best(Street, WithCrews(1, 2, 1, Task(0, 2, 1, 9))).Rooms.Length);
    }

    [Fact]
    public void A_slip_moves_as_few_rooms_as_possible()
    {
        // A was done in March; B slips to May, where the crews are taken: C, which counts for more than D, makes room for it.
        var task = WithCrews(1, 1, 2, Task(0));
        var change = ChangeOf(now: April, (0, March), (1, April), (2, May), (3, May)) with { Slips = ImmutableSortedDictionary<int, Month>.Empty.Add(1, May) };

        var plan = Assert.IsType<ScheduleOutcome.Optimal>(ScheduleStudy.Replan(Street, task, change, SitingStop.Never)).Plan;

        Assert.Equal("A3 C4 B5 D5", Written(plan));
        Assert.Equal([new ScheduleMove(1, April, May), new ScheduleMove(2, May, April)], plan.Change!.Moves.AsEnumerable());
        // Before: 100 × 3 + 50 × 2 + 20 + 10; after: 100 × 3 + 20 × 2 + 50 + 10.
        Assert.Equal((2, 430.0, 400.0), (plan.Change.Fewest, plan.Change.Before, plan.PersonMonths));
    }

    [Fact]
    public void A_change_without_a_slip_moves_nothing_even_if_others_would_be_better()
    {
        var change = ChangeOf(now: March, (3, March), (2, March), (1, April), (0, April));
        var plan = Assert.IsType<ScheduleOutcome.Optimal>(ScheduleStudy.Replan(Street, Task(2), change, SitingStop.Never)).Plan;
        Assert.Empty(plan.Change!.Moves);
        Assert.Equal(plan.Change.Before, plan.PersonMonths);
    }

    [Fact]
    public void A_room_that_was_to_be_done_and_slipped_is_not_done()
    {
        var change = ChangeOf(now: May, (0, March), (1, March), (2, April), (3, April)) with { Slips = ImmutableSortedDictionary<int, Month>.Empty.Add(0, March) };
        var plan = Assert.IsType<ScheduleOutcome.Optimal>(ScheduleStudy.Replan(Street, Task(2), change, SitingStop.Never)).Plan;
        Assert.Equal("B3 C4 D4 A5", Written(plan));
    }

    [Fact]
    public void A_slip_beyond_the_window_names_its_room()
    {
        var change = ChangeOf(now: April, (0, March)) with { Slips = ImmutableSortedDictionary<int, Month>.Empty.Add(2, June) };
        var fault = Assert.IsType<ScheduleOutcome.Infeasible>(ScheduleStudy.Replan(Street, Task(4), change, SitingStop.Never)).Fault;
        Assert.Equal((ScheduleRule.Dates, "room-c", June, May), (fault.Rule, fault.Room, fault.First, fault.Last));
    }

    [Fact]
    public void Stopped_at_its_deadline_it_gives_the_best_found_and_what_none_can_pass()
    {
        using var over = new CancellationTokenSource();
        over.Cancel();
        var found = Assert.IsType<ScheduleOutcome.BestFound>(ScheduleStudy.Solve(Street, Task(2), new SitingStop(over.Token, CancellationToken.None)));
        // The bound supposes all four finished in March: 180 × 3.
        Assert.Equal((510, 540), (found.Plan.PersonMonths, found.Bound));
        Assert.Equal(30.0 / 510, found.Gap);
    }

    [Fact]
    public void Cancelled_it_says_how_far_it_came()
    {
        using var left = new CancellationTokenSource();
        left.Cancel();
        var stop = new SitingStop(CancellationToken.None, left.Token);
        Assert.Equal(510, Assert.IsType<ScheduleOutcome.Cancelled>(ScheduleStudy.Solve(Street, Task(2), stop)).Plan!.PersonMonths);
        Assert.Null(Assert.IsType<ScheduleOutcome.Cancelled>(ScheduleStudy.Replan(Street, Task(2), ChangeOf(now: March), stop)).Plan);
    }

    [Fact]
    public void The_first_answer_is_told_before_anything_is_proven()
    {
        var told = new List<SitingProgress>();
        ScheduleStudy.Solve(Street, Task(2), SitingStop.Never with { Progress = new Listener(told) });
        Assert.Equal((SitingPhase.Searching, 510.0, 540.0), told.Where(each => each.Objective is not null).Select(each => (each.Phase, each.Objective!.Value, each.Bound!.Value)).First());
    }

    [Fact]
    public void A_task_that_does_not_fit_is_refused()
    {
        Assert.Throws<ArgumentException>(() => ScheduleStudy.Solve(Street, Task(1) with { Limit = double.NaN }, SitingStop.Never));
        Assert.Throws<ArgumentException>(() => ScheduleStudy.Solve(Street, Task(1) with { To = new Month(2027, 2) }, SitingStop.Never));
        Assert.Throws<ArgumentException>(() => ScheduleStudy.Solve(Street, Task(1) with { Until = April }, SitingStop.Never));
        Assert.Throws<ArgumentException>(() => ScheduleStudy.Solve(Street, Task(-1), SitingStop.Never));
        Assert.Throws<ArgumentException>(() => ScheduleStudy.Solve(Street, Task(1, 1, 1), SitingStop.Never));
        Assert.Throws<ArgumentException>(() => ScheduleStudy.Solve(Street, Task(1) with { Counties = [] }, SitingStop.Never));
        Assert.Throws<ArgumentException>(() => ScheduleStudy.Solve(Street, With(Task(1), 0, room => room with { Site = 9 }), SitingStop.Never));
        Assert.Throws<ArgumentException>(() => ScheduleStudy.Solve(Street, With(Task(1), 0, room => room with { Site = 1 }), SitingStop.Never));
        Assert.Throws<ArgumentException>(() => ScheduleStudy.Solve(Street, With(Task(1), 0, room => room with { Cost = -1 }), SitingStop.Never));
        Assert.Throws<ArgumentException>(() => ScheduleStudy.Replan(Street, Task(1), ChangeOf(March, (9, March)), SitingStop.Never));
        Assert.Throws<ArgumentException>(() => ScheduleStudy.Replan(Street, Task(1), ChangeOf(March, (0, June)), SitingStop.Never));
    }

    private static ScheduleTask WithCrews(int march, int april, int may, ScheduleTask task) =>
        task with { Counties = [task.Counties[0] with { Crews = [march, april, may] }] };

    private static ScheduleChange ChangeOf(Month now, params (int Site, Month Month)[] was) =>
        new(was.ToImmutableSortedDictionary(each => each.Site, each => each.Month), now, ImmutableSortedDictionary<int, Month>.Empty);

    private sealed class Listener(List<SitingProgress> told) : IProgress<SitingProgress>
    {
        public void Report(SitingProgress value) => told.Add(value);
    }
}
