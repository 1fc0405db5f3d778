using Gis.Core.Units;

namespace Gis.Core.Tests.Units;

public sealed class MonthTests
{
    [Fact]
    public void After_December_comes_January_of_the_next_year() => Assert.Equal(new Month(2028, 1), new Month(2027, 12).Plus(1));

    [Fact]
    public void From_March_to_September_it_is_six_months() => Assert.Equal(6, new Month(2027, 9).Since(new Month(2027, 3)));

    [Fact]
    public void A_month_reads_as_it_is_written()
    {
        Assert.True(Month.TryParse("2027-05", out var may));
        Assert.Equal((2027, 5, "2027-05"), (may.Year, may.Number, may.ToString()));
        Assert.True(may < new Month(2027, 6) && may >= new Month(2027, 5) && may > new Month(2026, 12));
    }

    [Theory, InlineData(""), InlineData("2027-13"), InlineData("2027-00"), InlineData("2027-5"), InlineData("0000-05"), InlineData("2027-05-01"), InlineData(null)]
    public void What_is_no_month_is_not_read(string? text) => Assert.False(Month.TryParse(text, out _));

    [Theory, InlineData(0, 1), InlineData(10000, 1), InlineData(2027, 0), InlineData(2027, 13)]
    public void There_is_no_such_month(int year, int number) => Assert.Throws<ArgumentOutOfRangeException>(() => new Month(year, number));

    [Fact]
    public void The_first_and_the_last_of_all_months_have_none_before_and_after()
    {
        Assert.Equal(new Month(1, 1), default);
        Assert.Throws<ArgumentOutOfRangeException>(() => default(Month).Plus(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Month(9999, 12).Plus(1));
    }

    [Fact]
    public void February_of_a_leap_year_ends_on_the_29th() => Assert.Equal(new DateOnly(2028, 2, 29), new Month(2028, 2).LastDay);
}
