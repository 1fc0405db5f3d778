using Gis.Core.Units;

namespace Gis.Core.Tests.Units;

public sealed class WorkCalendarTests
{
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
}
