using System.Collections.Immutable;
using Gis.Core.Pairing.Month;
using Gis.Core.Tests.Progress.Inspection;
using Gis.Core.Units;
using static Gis.Core.Tests.Pairing.Month.Firms;

namespace Gis.Core.Tests.Pairing.Month;

public sealed class MonthStudyTests
{
    // 10 there, four hours, 10 back, for each of three: two do not fit a day, as both take eight hours on the spot alone.
    [Fact]
    public void Three_villages_of_four_hours_are_three_days()
    {
        var outcome = Planned(Star([10, 10, 10], Adviser("a", 40)));
        var month = Assert.Single(outcome.Plan.Advisers);
        Assert.Equal(3, month.Days.Length);
        Assert.Equal((12, 1, 13, 27), (month.OnSite.Value, month.Driving.Value, month.Hours.Value, month.Left.Value));
        Assert.True(outcome.IsProven);
        Assert.Equal(13, outcome.LeastHours.Value, 9);
    }

    // Two hours each on a line: out past one to the other and back takes 40 minutes, where two days would take 60.
    [Fact]
    public void Villages_on_the_way_share_a_day()
    {
        var task = Line(2, Adviser("a", 40)).With(rules => rules with { OnSite = new MonthlyHours(2) });
        var day = Assert.Single(Assert.Single(Planned(task).Plan.Advisers).Days);
        Assert.Equal((40, 280), (day.Driving.Value, day.Away.Value));
        Assert.Equal(2, day.Visits.Length);
    }

    // Half an hour there, seven hours, half an hour back.
    [Theory, InlineData(420, true), InlineData(420 + (1 / 60_000.0), false)]
    public void A_day_exactly_full_is_planned_and_a_moment_more_is_not(double minutes, bool fits)
    {
        var task = Star([30], Adviser("a", 40)).With(rules => rules with { OnSite = new MonthlyHours(minutes / 60) });
        if (fits)
            Assert.Equal(480, Planned(task).Plan.Advisers[0].Days[0].Away.Value);
        else
            Assert.Equal(480, Assert.Single(Fault<MonthFault.TooLong>(task).Villages).Needed.Value, 3);
    }

    // 40 min + 4 h + 90 min + 45 min is below a day; with seven hours it is 40 + 420 + 90 + 45.
    [Fact]
    public void A_visit_longer_than_a_day_is_told_with_its_parts()
    {
        var task = Task(1, Rows.Matrix(2, (from, to) => from == to ? 0 : from == 0 ? 40 : 45), [Adviser("a", 40)])
            .With(1, village => village with { HasLecture = true, OnSite = new MonthlyHours(7) });
        var fault = Fault<MonthFault.TooLong>(task);
        Assert.Equal(new OverlongVisit("v1", new Minutes(40), new Minutes(510), new Minutes(45)), Assert.Single(fault.Villages));
        Assert.Equal(480, fault.Day.Value);
        Planned(task.With(1, village => village with { OnSite = null }));
    }

    // Four hours and half an hour each way.
    [Theory, InlineData(5, true), InlineData(5 - (1 / 3_600_000.0), false)]
    public void Exactly_the_hours_available_suffice_and_a_moment_less_does_not(double hours, bool suffices)
    {
        var task = Star([30], Adviser("a", hours));
        if (suffices)
        {
            Assert.Equal(0, Planned(task).Plan.Advisers[0].Left.Value);
            return;
        }

        var fault = Fault<MonthFault.TooFewHours>(task);
        Assert.Equal((4, 0, 1, 5), (fault.OnSite.Value, fault.Lectures.Value, fault.Driving.Value, fault.Needed.Value));
        Assert.Equal(hours, fault.Available.Value, 9);
    }

    // Nine villages of four hours, no way at all: 36 hours, of which there are 31.5.
    [Fact]
    public void Hours_that_are_too_few_are_told_for_all_villages_together()
    {
        var fault = Fault<MonthFault.TooFewHours>(Star([.. new double[9]], Adviser("a", 16), Adviser("b", 15.5)));
        Assert.Equal((9, 36, 31.5), (fault.Villages.Length, fault.Needed.Value, fault.Available.Value));
        Assert.Equal(["a", "b"], fault.Advisers.AsEnumerable());
    }

    [Fact]
    public void Hours_that_are_too_few_for_an_advisers_own_villages_are_told_for_it_alone()
    {
        var task = Star([0, 0, 0], Adviser("a", 7), Adviser("b", 100)).With(1, village => village with { Adviser = "a" }).With(3, village => village with { Adviser = "a" });
        var fault = Fault<MonthFault.TooFewHours>(task);
        Assert.Equal(["v1", "v3"], fault.Villages.AsEnumerable());
        Assert.Equal(["a"], fault.Advisers.AsEnumerable());
        Assert.Equal((8, 7), (fault.Needed.Value, fault.Available.Value));
    }

    // Four Mondays, one village a day.
    [Theory, InlineData(4, true), InlineData(5, false)]
    public void As_many_days_as_tours_suffice_and_one_fewer_does_not(int villages, bool suffices)
    {
        var task = Star([.. Enumerable.Repeat(10.0, villages)], Adviser("a", 100, DayOfWeek.Monday));
        if (suffices)
        {
            Assert.Equal([Day(1), Day(8), Day(15), Day(22)], Planned(task).Plan.Advisers[0].Days.Select(day => day.Day));
            return;
        }

        var fault = Fault<MonthFault.TooFewDays>(task);
        Assert.Equal((5, 4, Day(1), Day(28)), (fault.Least, fault.Allowed, fault.First, fault.Last));
    }

    // Two Mondays in each half, and three visits of four hours of which a day holds one.
    [Fact]
    public void Too_few_days_in_a_part_of_the_month_are_told_with_the_part()
    {
        var task = Star([60, 60, 60], Adviser("a", 100, DayOfWeek.Monday)).With(rules => rules with { VisitsAMonth = 2, OnSite = new MonthlyHours(8) });
        var fault = Fault<MonthFault.TooFewDays>(task);
        Assert.Equal((3, 2, Day(1), Day(14)), (fault.Least, fault.Allowed, fault.First, fault.Last));
    }

    // 12 hours in sum are enough for three times four, but neither of two advisers with six can take two villages.
    [Fact]
    public void Hours_that_cannot_be_divided_are_told_as_such()
    {
        var fault = Fault<MonthFault.NoDivision>(Star([0, 0, 0], Adviser("a", 6), Adviser("b", 6)));
        Assert.Equal((12, 12), (fault.Needed.Value, fault.Available.Value));
        Planned(Star([0, 0, 0], Adviser("a", 8), Adviser("b", 4)));
    }

    [Theory, InlineData(true), InlineData(false)]
    public void A_village_no_way_leads_to_or_from_is_named(bool there)
    {
        var cut = Rows.Matrix(3, (from, to) => (there ? to : from) == 2 && from != to ? null : 10);
        Assert.Equal(["v2"], Fault<MonthFault.OutOfReach>(Task(2, cut, [Adviser("a", 40)])).Villages.AsEnumerable());
    }

    [Fact]
    public void A_lecture_is_held_at_the_first_visit_and_takes_its_time_besides()
    {
        var task = Star([0, 0], Adviser("a", 40)).With(rules => rules with { VisitsAMonth = 2 }).With(2, village => village with { HasLecture = true });
        var plan = Planned(task).Plan;
        Assert.Equal((8, 1.5), (plan.OnSite.Value, plan.Lectures.Value));
        var (_, day, visit) = Assert.Single(plan.Visits(), visit => visit.Visit.HasLecture);
        Assert.Equal(("v2", 90.0), (visit.Village, visit.Lecture.Value));
        Assert.InRange(day.Day, Day(1), Day(14));
    }

    [Theory, InlineData(2, 14), InlineData(4, 7)]
    public void Visits_are_evenly_apart_where_days_allow(int visits, int gap)
    {
        var plan = Planned(Star([30, 40, 50], Adviser("a", 100)).With(rules => rules with { VisitsAMonth = visits })).Plan;
        foreach (var village in plan.Visits().GroupBy(visit => visit.Visit.Village))
        {
            var days = village.Select(visit => visit.Day.Day.DayNumber).ToList();
            Assert.All(days.Zip(days.Skip(1)), pair => Assert.Equal(gap, pair.Second - pair.First));
        }
    }

    [Fact]
    public void Visits_fall_on_market_days_that_are_worked()
    {
        // The 6th is a Saturday.
        var task = Star([10, 10, 10], Adviser("a", 100))
            .With(1, village => village with { MarketDays = [6, 16] }).With(2, village => village with { MarketDays = [16, 26] }).With(3, village => village with { MarketDays = [6] });
        var plan = Planned(task).Plan;
        Assert.Equal([Day(16), Day(26)], plan.Visits().Where(visit => visit.Visit.IsMarketDay).Select(visit => visit.Day.Day));
        Assert.Equal(3, plan.Advisers[0].Days.Length);
    }

    [Fact]
    public void Nobody_goes_on_a_holiday_and_all_go_on_a_day_made_up_for_it()
    {
        var holidays = Enumerable.Range(1, 26).Select(Day).ToImmutableSortedSet();
        var task = Star([10], Adviser("a", 40)) with { Calendar = new WorkCalendar(holidays, [Day(28)]) };
        Assert.Equal(Day(28), Assert.Single(Planned(task).Plan.Advisers[0].Days).Day);
        Assert.Equal(0, Fault<MonthFault.TooFewDays>(task with { Calendar = new WorkCalendar(holidays, []) }).Allowed);
    }

    [Fact]
    public void Days_besides_count_and_days_of_absence_do_not()
    {
        var adviser = Adviser("a", 40, DayOfWeek.Monday) with { Absent = [Day(1), Day(8), Day(15), Day(22)], Extra = [Day(7), Day(8)] };
        Assert.Equal(Day(7), Assert.Single(Planned(Star([10], adviser)).Plan.Advisers[0].Days).Day);
    }

    [Fact]
    public void A_firm_without_villages_has_nothing_to_do()
    {
        var outcome = Planned(Star([], Adviser("a", 10)));
        Assert.Equal((0, 10), (outcome.Plan.Hours.Value, outcome.Plan.Advisers[0].Left.Value));
    }

    [Fact]
    public void A_firm_without_advisers_has_no_days()
    {
        var fault = Fault<MonthFault.TooFewDays>(Star([10]));
        Assert.Equal((1, 0), (fault.Least, fault.Allowed));
    }

    [Fact]
    public void Hours_that_do_not_divide_add_up_to_the_whole()
    {
        var plan = Planned(Star([10], Adviser("a", 40)).With(rules => rules with { VisitsAMonth = 7 })).Plan;
        Assert.Equal(240, plan.Visits().Sum(visit => visit.Visit.OnSite.Value), 9);
    }

    [Fact]
    public void What_does_not_fit_together_is_refused()
    {
        var task = Star([10, 10], Adviser("a", 40));
        foreach (var wrong in new[]
        {
            task with { Villages = task.Villages.RemoveAt(0) },
            task.With(2, village => village with { Id = "v1" }),
            task with { Advisers = [Adviser("a", 1), Adviser("a", 2)] },
            task.With(1, village => village with { Adviser = "nobody" }),
            task.With(1, village => village with { OnSite = default(MonthlyHours) }),
            task.With(1, village => village with { MarketDays = [32] }),
            task.With(rules => rules with { VisitsAMonth = 0 }),
            task.With(rules => rules with { Day = default }),
        })
        {
            Assert.Throws<ArgumentException>(() => MonthStudy.Plan(wrong, MonthWatch.Never));
        }
    }

    [Fact]
    public void What_is_no_longer_wanted_is_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        var watch = new MonthWatch(cancel.Token);
        Assert.IsType<MonthOutcome.Cancelled>(MonthStudy.Plan(Star([10], Adviser("a", 40)), watch));
        Assert.All(MonthStudy.PlanAll([Star([10]), Star([20])], watch), outcome => Assert.IsType<MonthOutcome.Cancelled>(outcome));
    }

    [Fact]
    public void Every_firm_of_a_city_has_its_answer_in_order()
    {
        var outcomes = MonthStudy.PlanAll([Star([10], Adviser("a", 40)), Star([10]), Star([], Adviser("a", 40))], MonthWatch.Never);
        Assert.Equal([typeof(MonthOutcome.Planned), typeof(MonthOutcome.Infeasible), typeof(MonthOutcome.Planned)], outcomes.Select(outcome => outcome.GetType()));
    }
}
