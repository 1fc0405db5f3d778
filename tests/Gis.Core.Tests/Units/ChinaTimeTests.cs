using Gis.Core.Units;

namespace Gis.Core.Tests.Units;

public class ChinaTimeTests
{
    [Theory]
    [InlineData(15, 59, 59, 30)]
    [InlineData(16, 0, 0, 31)]
    public void The_day_begins_at_exactly_sixteen_hours_of_UTC(int hour, int minute, int second, int day) =>
        Assert.Equal(new DateOnly(2026, 12, day), ChinaTime.DayOf(new DateTimeOffset(2026, 12, 30, hour, minute, second, TimeSpan.Zero)));
}
