using CsCheck;
using Gis.Core.Travel.Roads;
using Gis.Core.Units;

namespace Gis.Core.Tests.Travel.Roads;

public sealed class RoadCostTests
{
    // A kilometre at 60 km/h is 60,000 ms and a million mm.
    [Fact]
    public void A_kilometre_at_60_takes_a_minute()
    {
        var trip = RoadCost.ToTrip(RoadCost.Of(1000, new Speed(60), 1)!.Value);
        Assert.Equal((1.0, 1000.0), (trip.Time.Value, trip.Way.Value));
    }

    [Fact]
    public void Of_equal_times_the_shorter_way_is_cheaper() =>
        Assert.True(RoadCost.Of(999, new Speed(59.94), 1) < RoadCost.Of(1000, new Speed(60), 1));

    [Fact]
    public void Parts_add_up_to_the_whole() => Gen.Select(Gen.Double[0, 20_000], Gen.Double[1, 120], Gen.Double[0, 1]).Sample(
        (metres, speed, share) =>
        {
            var whole = RoadCost.Of(metres, new Speed(speed), 1)!.Value;
            var part = RoadCost.PartOf(whole, share);
            var (all, one, rest) = (RoadCost.ToTrip(whole), RoadCost.ToTrip(part), RoadCost.ToTrip(whole - part));
            Assert.Equal(all.Time.Value, one.Time.Value + rest.Time.Value, 9);
            Assert.Equal(all.Way.Value, one.Way.Value + rest.Way.Value, 6);
        });

    // A limit of the very minutes of a cost lets it in, and not the next millisecond.
    [Fact]
    public void A_limit_lets_in_what_is_exactly_at_it() => Gen.Int[0, 86_399_999].Sample(
        milliseconds =>
        {
            var highest = RoadCost.ToTrip(RoadCost.Within(new Minutes(milliseconds / 60_000.0)));
            Assert.Equal(milliseconds / 60_000.0, highest.Time.Value);
        });

    [Fact]
    public void What_takes_more_than_a_day_is_closed()
    {
        Assert.NotNull(RoadCost.Of(24_000, new Speed(1), 1));
        Assert.Null(RoadCost.Of(24_001, new Speed(1), 1));
        Assert.Equal(RoadCost.Highest, RoadCost.Within(new Minutes(1440)));
    }
}
