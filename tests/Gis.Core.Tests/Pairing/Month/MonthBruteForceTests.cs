using System.Collections.Concurrent;
using CsCheck;
using Gis.Core.Pairing.Month;
using Gis.Core.Tests.Progress.Inspection;
using Gis.Core.Units;

namespace Gis.Core.Tests.Pairing.Month;

/// <summary>On small random firms the month is held against every sharing out, every partition into tours and every order in each tour.</summary>
public sealed class MonthBruteForceTests
{
    private static readonly Gen<MonthAdviser> AnyAdviser =
        from hours in Gen.Int[2, 30]
        from weekdays in Gen.Enum<DayOfWeek>().HashSet[1, 2]
        select new MonthAdviser("", new MonthlyHours(hours)) { Weekdays = [.. weekdays] };

    // Up to six villages on a grid of minutes; one way costs a little more than the other, so that a way past another may be the quicker.
    internal static readonly Gen<MonthTask> Any =
        from places in Gen.Select(Gen.Int[0, 80], Gen.Int[0, 80]).Array[2, 7]
        from uphill in Gen.Int[0, 3].Array[places.Length * places.Length]
        from advisers in AnyAdviser.Array[1, 2]
        from fix in Gen.Int[-3, advisers.Length - 1].Array[places.Length - 1]
        from lectures in Gen.Int[0, 3].Array[places.Length - 1]
        from visits in Gen.Int[1, 2]
        from hours in Gen.Int[2, 9]
        select new MonthTask(
            [.. advisers.Select((adviser, i) => adviser with { Id = "a" + i })],
            [.. fix.Select((adviser, i) => new MonthVillage(Firms.Id(i + 1), adviser < 0 ? null : "a" + adviser) { HasLecture = lectures[i] == 0 })],
            Rows.Matrix(places.Length, (start, end) =>
                Math.Abs(places[start].Item1 - places[end].Item1) + Math.Abs(places[start].Item2 - places[end].Item2) + uphill[(start * places.Length) + end]),
            DutyRules.Plan2018 with { VisitsAMonth = visits, OnSite = new MonthlyHours(hours / 2.0) },
            Firms.February);

    [Fact]
    public void A_plan_takes_the_fewest_hours_of_all_plans_and_where_there_is_none_none_exists()
    {
        var seen = new ConcurrentDictionary<string, int>();
        Any.Sample(
            task =>
            {
                var best = EveryMonth.FindLeast(task);
                var outcome = MonthStudy.Plan(task, MonthWatch.Never);
                if (outcome is MonthOutcome.Infeasible(var fault))
                {
                    Assert.Null(best);
                    Verify(fault);
                    seen.AddOrUpdate(fault.GetType().Name, 1, (_, count) => count + 1);
                    return;
                }

                var planned = Assert.IsType<MonthOutcome.Planned>(outcome);
                Firms.Verify(task, planned.Plan);
                Assert.True(planned.IsProven);
                Assert.Equal(best!.Value / 60, planned.Plan.Hours.Value, 6);
                Assert.Equal(planned.Plan.Hours.Value, planned.LeastHours.Value, 6);
                seen.AddOrUpdate("planned", 1, (_, count) => count + 1);
            },
            iter: 1500);

        // Else the instances would be too easy to say anything.
        Assert.True(seen["planned"] > 100);
        Assert.True(seen[nameof(MonthFault.TooFewHours)] > 100);
        Assert.True(seen[nameof(MonthFault.TooFewDays)] > 20);
        Assert.True(seen[nameof(MonthFault.NoDivision)] > 5);
    }

    [Fact]
    public void New_names_change_nothing_but_the_names() => Any.Sample(
        task =>
        {
            var renamed = task with
            {
                Advisers = [.. task.Advisers.Select(adviser => adviser with { Id = "z" + adviser.Id })],
                Villages = [.. task.Villages.Select((village, i) => village with { Id = "n" + (99 - i), Adviser = village.Adviser is { } named ? "z" + named : null })],
            };
            Assert.Equal(Write(task), Write(renamed).Replace("z", "", StringComparison.Ordinal));
        },
        iter: 300);

    [Fact]
    public void The_order_in_which_villages_are_given_does_not_change_the_hours() => Any.Sample(
        task =>
        {
            int[] turned = [.. Enumerable.Range(0, task.Villages.Length).Reverse()];
            var other = task with { Villages = [.. turned.Select(i => task.Villages[i])], Driving = task.Driving.Only([0, .. turned.Select(i => i + 1)]) };
            Assert.Equal(HoursOf(task), HoursOf(other), 6);
        },
        iter: 300);

    [Fact]
    public void More_hours_or_another_day_never_make_it_worse() => Any.Sample(
        task =>
        {
            var first = task.Advisers[0];
            var freer = first with { Available = new MonthlyHours(first.Available.Value + 3), Extra = [Firms.Day(6), Firms.Day(20)] };
            var more = task with { Advisers = task.Advisers.SetItem(0, freer) };
            Assert.True(HoursOf(more) <= HoursOf(task) + 1e-9);
        },
        iter: 300);

    private static double HoursOf(MonthTask task) => MonthStudy.Plan(task, MonthWatch.Never) is MonthOutcome.Planned planned ? planned.Plan.Hours.Value : 1e9;

    private static string Write(MonthTask task)
    {
        if (MonthStudy.Plan(task, MonthWatch.Never) is not MonthOutcome.Planned { Plan: var plan })
            return "none";
        var places = task.Villages.Select((village, i) => (village.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i);
        return string.Join(';', plan.Visits().Select(visit => $"{visit.Adviser.Adviser} {visit.Day.Day:dd} {places[visit.Visit.Village]} {visit.Visit.Arrival}"));
    }

    private static void Verify(MonthFault fault)
    {
        if (fault is MonthFault.TooFewHours hours)
            Assert.True(hours.Needed > hours.Available);
        if (fault is MonthFault.TooFewDays days)
            Assert.True(days.Least > days.Allowed);
        if (fault is MonthFault.NoDivision division)
            Assert.True(division.Needed.Value <= division.Available.Value + 1e-9);
    }
}
