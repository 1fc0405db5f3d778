using Gis.Core.Units;

namespace Gis.Core.Tests.Units;

public sealed class ClockTimeTests
{
    [Theory, InlineData("0:00", "0:00"), InlineData("08:30", "8:30"), InlineData("8:30", "8:30"), InlineData("23:59", "23:59"), InlineData("24:00", "24:00")]
    public void A_day_is_from_0_to_24(string text, string written)
    {
        Assert.True(ClockTime.TryParse(text, out var time));
        Assert.Equal(written, time.ToString());
    }

    [Theory, InlineData("24:01"), InlineData("25:00"), InlineData("8:60"), InlineData("8:5"), InlineData("-1:00"), InlineData("+8:30"), InlineData("8"), InlineData(""), InlineData(null)]
    public void Other_texts_are_no_time(string? text) => Assert.False(ClockTime.TryParse(text, out _));

    [Fact]
    public void A_moment_lies_in_its_minute() => Assert.Equal(new ClockTime(11, 59), ClockTime.Of(new DateTime(2026, 6, 1, 11, 59, 59, 999)));

    [Theory, InlineData(25, 0), InlineData(24, 1), InlineData(-1, 0), InlineData(8, 60)]
    public void There_are_no_other_times(int hour, int minute) => Assert.Throws<ArgumentOutOfRangeException>(() => new ClockTime(hour, minute));
}
