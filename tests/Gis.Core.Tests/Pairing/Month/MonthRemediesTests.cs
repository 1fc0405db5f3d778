using CsCheck;
using Gis.Core.Pairing.Month;
using Gis.Core.Tests.Progress.Inspection;
using Gis.Core.Units;
using static Gis.Core.Tests.Pairing.Month.Firms;

namespace Gis.Core.Tests.Pairing.Month;

public sealed class MonthRemediesTests
{
    private static List<MonthChange> Find(MonthTask task) => MonthRemedies.Find(task, MonthWatch.Never).Select(remedy => Assert.Single(remedy.Changes)).ToList();

    [Fact]
    public void A_workable_month_needs_none() => Assert.Empty(MonthRemedies.Find(Star([10], Adviser("a", 40)), MonthWatch.Never));

    // Three villages of 4 h 20 min are 13 hours, of which there are 11; without one they are 8 h 40 min.
    [Fact]
    public void Two_hours_too_few_are_two_hours_more_or_one_village_fewer()
    {
        var found = Find(Star([10, 10, 10], Adviser("a", 11)));
        Assert.Contains(new MonthChange.MoreHours("a", new MonthlyHours(2)), found);
        Assert.Equal(3, found.OfType<MonthChange.HandOver>().Count());
        Assert.True(found.IndexOf(new MonthChange.MoreHours("a", new MonthlyHours(2))) < found.FindIndex(change => change is MonthChange.HandOver));
    }

    // Five villages and four Mondays; the 6th is the first Saturday.
    [Fact]
    public void A_day_too_few_is_one_more_day_and_a_saturday_first()
    {
        var found = Find(Star([10, 10, 10, 10, 10], Adviser("a", 100, DayOfWeek.Monday)));
        var day = Assert.Single(found.OfType<MonthChange.MoreDays>());
        Assert.Equal([Day(2)], day.Days.AsEnumerable());
        Assert.DoesNotContain(found, change => change is MonthChange.MoreHours);
    }

    // Seven hours and an hour and a half each way are ten hours; two visits are six and a half each.
    [Fact]
    public void A_visit_too_long_for_a_day_is_two_visits()
    {
        var found = Find(Star([90], Adviser("a", 40)).With(rules => rules with { OnSite = new MonthlyHours(7) }));
        Assert.Equal(new MonthChange.OtherRhythm(2), found[0]);
        Assert.DoesNotContain(found, change => change is MonthChange.MoreHours or MonthChange.MoreDays);
    }

    [Fact]
    public void Hours_that_cannot_be_divided_are_mended_by_one_adviser_alone()
    {
        var found = Find(Star([0, 0, 0], Adviser("a", 6), Adviser("b", 6)));
        Assert.Equal(2, found.OfType<MonthChange.MoreHours>().Count(change => change.Hours == new MonthlyHours(2)));
    }

    // Four villages of four hours, of which there are seven: three go.
    [Fact]
    public void Where_one_village_fewer_does_not_do_as_many_are_left_as_must_be()
    {
        var remedies = MonthRemedies.Find(Star([0, 0, 0, 0], Adviser("a", 7)), MonthWatch.Never);
        Assert.Equal(3, Assert.Single(remedies, remedy => remedy.Changes.All(change => change is MonthChange.HandOver)).Changes.Length);
    }

    [Fact]
    public void Advisers_who_fail_apart_are_mended_together()
    {
        var task = Star([0, 0, 0], Adviser("a", 3), Adviser("b", 2), Adviser("c", 4));
        foreach (var (village, adviser) in new[] { (1, "a"), (2, "b"), (3, "c") })
            task = task.With(village, place => place with { Adviser = adviser });
        var remedy = Assert.Single(MonthRemedies.Find(task, MonthWatch.Never));
        Assert.Equal([new MonthChange.MoreHours("a", new MonthlyHours(1)), new MonthChange.MoreHours("b", new MonthlyHours(2))], remedy.Changes.AsEnumerable());
    }

    [Fact]
    public void Where_no_way_leads_only_leaving_the_village_helps()
    {
        var cut = Rows.Matrix(3, (from, to) => to == 2 && from != to ? null : 10);
        Assert.Equal([new MonthChange.HandOver("v2")], Find(Task(2, cut, [Adviser("a", 40)])));
    }

    // The road to the second village goes by the third, which another adviser has: ten minutes each way, and not an hour.
    [Fact]
    public void A_way_by_the_village_of_another_adviser_stays_a_way()
    {
        var driving = Rows.Matrix(3, (from, to) => from == to ? 0 : (from, to) is (0, 1) or (1, 0) ? 60 : 5);
        var task = Task(2, driving, [Adviser("a", 3), Adviser("b", 40)]);
        task = task.With(1, place => place with { Adviser = "a" }).With(2, place => place with { Adviser = "b" });
        // Four hours on the spot and twenty minutes of driving, of which there are three hours.
        var change = Assert.IsType<MonthChange.MoreHours>(Assert.Single(MonthRemedies.Find(task, MonthWatch.Never).SelectMany(remedy => remedy.Changes), change => change is MonthChange.MoreHours));
        Assert.Equal(80, change.Hours.Value * 60, 6);
    }

    [Fact]
    public void Whatever_is_listed_was_found_to_work() => MonthBruteForceTests.Any.Sample(
        task => Assert.All(MonthRemedies.Find(task, MonthWatch.Never), remedy => Planned(remedy.Apply(task))),
        iter: 60);

    [Fact]
    public void The_hours_asked_for_are_the_fewest_to_the_minute() => MonthBruteForceTests.Any.Sample(
        task =>
        {
            var alone = MonthRemedies.Find(task, MonthWatch.Never).Where(remedy => remedy.Changes.Length == 1).SelectMany(remedy => remedy.Changes);
            foreach (var change in alone.OfType<MonthChange.MoreHours>())
                Assert.Null(EveryMonth.FindLeast((change with { Hours = new MonthlyHours(Math.Max(0, change.Hours.Value - (1 / 60.0))) }).Apply(task)));
        },
        iter: 60);

    [Fact]
    public void Who_is_not_there_cannot_be_changed()
    {
        var task = Star([10], Adviser("a", 40));
        Assert.Throws<ArgumentException>(() => new MonthChange.HandOver("x").Apply(task));
        Assert.Throws<ArgumentException>(() => new MonthChange.MoreHours("x", default).Apply(task));
    }
}
