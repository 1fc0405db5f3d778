using System.Globalization;
using Gis.Core.Pairing.Month;
using Gis.Core.Tests.Progress.Inspection;
using Gis.Core.Travel;
using Gis.Core.Units;
using CalendarMonth = Gis.Core.Units.Month;

namespace Gis.Core.Tests.Pairing.Month;

/// <summary>
/// Made-up firms whose minutes are written down. Their month is February 2027: 28 days, of which the 1st is a Monday, so that each
/// weekday is there four times and each half has fourteen days.
/// </summary>
internal static class Firms
{
    internal static readonly CalendarMonth February = new(2027, 2);

    internal static DateOnly Day(int day) => new(2027, 2, day);

    internal static MonthAdviser Adviser(string id, double hours, params DayOfWeek[] weekdays)
    {
        var adviser = new MonthAdviser(id, new MonthlyHours(hours));
        return weekdays.Length == 0 ? adviser : adviser with { Weekdays = [.. weekdays] };
    }

    internal static string Id(int village) => "v" + village.ToString(CultureInfo.InvariantCulture);

    /// <summary>Villages each so many minutes from the office; the way from one to another leads by the office.</summary>
    internal static MonthTask Star(IReadOnlyList<double> minutes, params MonthAdviser[] advisers) => Task(
        minutes.Count, Rows.Matrix(minutes.Count + 1, (from, to) => from == to ? 0 : (from == 0 ? 0 : minutes[from - 1]) + (to == 0 ? 0 : minutes[to - 1])), advisers);

    /// <summary>Villages ten minutes apart on a line from the office.</summary>
    internal static MonthTask Line(int villages, params MonthAdviser[] advisers) => Task(
        villages, Rows.Matrix(villages + 1, (from, to) => 10 * Math.Abs(from - to)), advisers);

    internal static MonthTask Task(int villages, TripMatrix driving, MonthAdviser[] advisers) => new(
        [.. advisers], [.. Enumerable.Range(1, villages).Select(i => new MonthVillage(Id(i)))], driving, DutyRules.Plan2018, February);

    internal static MonthTask With(this MonthTask task, int village, Func<MonthVillage, MonthVillage> change) =>
        task with { Villages = task.Villages.SetItem(village - 1, change(task.Villages[village - 1])) };

    internal static MonthTask With(this MonthTask task, Func<DutyRules, DutyRules> change) => task with { Rules = change(task.Rules) };

    internal static MonthOutcome.Planned Planned(MonthTask task) => Assert.IsType<MonthOutcome.Planned>(MonthStudy.Plan(task, MonthWatch.Never));

    internal static T Fault<T>(MonthTask task)
        where T : MonthFault => Assert.IsType<T>(Assert.IsType<MonthOutcome.Infeasible>(MonthStudy.Plan(task, MonthWatch.Never)).Fault);

    internal static IEnumerable<(AdviserMonth Adviser, MonthDay Day, MonthVisit Visit)> Visits(this MonthPlan plan) =>
        plan.Advisers.SelectMany(adviser => adviser.Days.SelectMany(day => day.Visits.Select(visit => (adviser, day, visit))));

    /// <summary>Holds a plan against every rule of its task.</summary>
    internal static void Verify(MonthTask task, MonthPlan plan)
    {
        Assert.Equal(task.Advisers.Select(adviser => adviser.Id), plan.Advisers.Select(month => month.Adviser));
        foreach (var (adviser, month) in task.Advisers.Zip(plan.Advisers))
            VerifyMonth(task, adviser, month);
        foreach (var village in task.Villages)
            VerifyVillage(task, village, [.. plan.Visits().Where(visit => visit.Visit.Village == village.Id)]);
        Assert.Equal(plan.Hours.Value, plan.OnSite.Value + plan.Lectures.Value + plan.Driving.Value, 9);
        Assert.Equal(plan.Hours.Value, plan.Advisers.Sum(month => month.Hours.Value), 9);
    }

    private static void VerifyMonth(MonthTask task, MonthAdviser adviser, AdviserMonth month)
    {
        Assert.Equal(month.Days.Length, month.Days.DistinctBy(day => day.Day).Count());
        Assert.Equal(month.Days.Select(day => day.Day).Order(), month.Days.Select(day => day.Day));
        Assert.True(month.Hours.Value <= adviser.Available.Value + 1e-9);
        Assert.Equal(adviser.Available.Value - month.Hours.Value, month.Left.Value, 9);
        foreach (var day in month.Days)
        {
            Assert.True(adviser.Goes(day.Day, task.Calendar));
            Assert.True(day.Away.Value <= task.Rules.Day.Value + 1e-9);
            Assert.Equal(day.Away.Value, day.OnSite.Value + day.Lectures.Value + day.Driving.Value, 6);
            var clock = 0.0;
            foreach (var visit in day.Visits)
            {
                Assert.Equal(clock + visit.There.Time.Value, visit.Arrival.Value, 6);
                clock = visit.Leaving.Value;
            }
        }
    }

    private static void VerifyVillage(MonthTask task, MonthVillage village, (AdviserMonth Adviser, MonthDay Day, MonthVisit Visit)[] visits)
    {
        Assert.Equal(task.Rules.VisitsAMonth, visits.Length);
        Assert.Equal((village.OnSite ?? task.Rules.OnSite).Value * 60, visits.Sum(visit => visit.Visit.OnSite.Value), 6);
        Assert.Equal(village.HasLecture ? task.Rules.Lecture.Value : 0, visits.Sum(visit => visit.Visit.Lecture.Value));
        Assert.Single(visits.Select(visit => visit.Adviser.Adviser).Distinct());
        Assert.True(village.Adviser is null || visits[0].Adviser.Adviser == village.Adviser);
        for (var part = 0; part < visits.Length; part++)
        {
            Assert.InRange(visits[part].Day.Day, task.PartOf(part).First, task.PartOf(part).Last);
            Assert.Equal(village.MarketDays.Contains(visits[part].Day.Day.Day), visits[part].Visit.IsMarketDay);
        }
    }
}
