using Gis.Core.Units;

namespace Gis.Core.Tests.Units;

public sealed class WorkCalendarTests
{
    // 2026-11-11 is a Wednesday.
    private static readonly DateOnly Wednesday = new(2026, 11, 11);

    // The 1st of October 2027 is a Friday; the Saturday before, the 25th of September, is worked.
    private static readonly WorkCalendar National = new([new DateOnly(2027, 10, 1)], [new DateOnly(2027, 9, 25)]);

    [Theory, InlineData(9, 24, true), InlineData(9, 25, true), InlineData(9, 26, false), InlineData(10, 1, false), InlineData(10, 4, true)]
    public void Holidays_are_not_worked_and_days_made_up_are(int month, int day, bool works) => Assert.Equal(works, National.IsWork(new DateOnly(2027, month, day)));

    [Theory, InlineData(24, 30, 6), InlineData(25, 25, 1), InlineData(26, 26, 0), InlineData(27, 26, 0)]
    public void Both_ends_count(int first, int last, int days) => Assert.Equal(days, National.Count(new DateOnly(2027, 9, first), new DateOnly(2027, 9, last)));

    [Fact]
    public void A_day_in_both_sets_is_worked()
    {
        var day = new DateOnly(2027, 10, 1);
        Assert.True(new WorkCalendar([day], [day]).IsWork(day));
    }

    [Theory]
    [InlineData(0, "2026-11-11")]
    [InlineData(2, "2026-11-13")]
    [InlineData(3, "2026-11-16")]
    [InlineData(7, "2026-11-20")]
    [InlineData(8, "2026-11-23")]
    public void Weekends_are_skipped(int number, string day) => Assert.Equal(DateOnly.Parse(day, null), WorkCalendar.Unannounced.Find(Wednesday, number));

    [Theory]
    [InlineData("2026-11-14")]
    [InlineData("2026-11-15")]
    public void A_weekend_begins_on_Monday(string first) => Assert.Equal(new DateOnly(2026, 11, 16), WorkCalendar.Unannounced.Find(DateOnly.Parse(first, null), 0));

    [Fact]
    public void The_days_counted_are_those_found() => Assert.All(Enumerable.Range(0, 40), number =>
        Assert.All(Enumerable.Range(0, 7), shift => Assert.Equal(
            number + 1, WorkCalendar.Unannounced.Count(Wednesday.AddDays(shift), WorkCalendar.Unannounced.Find(Wednesday.AddDays(shift), number)))));

    [Fact]
    public void Holidays_are_passed_over_and_days_made_up_are_found()
    {
        Assert.Equal(new DateOnly(2027, 9, 27), National.Find(new DateOnly(2027, 9, 25), 1));
        Assert.Equal(new DateOnly(2027, 10, 4), National.Find(new DateOnly(2027, 10, 1), 0));
    }

    [Theory]
    [InlineData("2028-01-01", "元旦"), InlineData("2028-01-02", null)]
    [InlineData("2028-05-02", "劳动节"), InlineData("2028-05-03", null)]
    [InlineData("2028-10-03", "国庆节"), InlineData("2028-10-04", null)]
    public void Of_a_year_not_announced_the_holidays_with_a_fixed_day_are_known(string day, string? name)
    {
        Assert.False(National.IsAnnounced(2028));
        Assert.Equal(name, National.NameOf(DateOnly.Parse(day, null)));
        Assert.Equal(name is not null, National.IsHoliday(DateOnly.Parse(day, null)));
    }

    // Of an announced year the announcement alone counts: the 2nd of October 2027 is not in this one.
    [Fact]
    public void Of_an_announced_year_the_announcement_alone_counts()
    {
        Assert.True(National.IsAnnounced(2027));
        Assert.False(National.IsHoliday(new DateOnly(2027, 10, 2)));
    }
}
