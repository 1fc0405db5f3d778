using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Tests.Travel;

public sealed class TravelEstimateTests
{
    private static readonly Bank West = new("west");
    private static readonly Bank East = new("east");
    private static readonly Bank Island = new("island");

    private static LonLat At(double longitude) => LonLat.Of(longitude, 0);

    private static Crossing Bridge(double longitude, Bank from, Bank to) =>
        new("桥", new Position(At(longitude), Placement.Surveyed, new Metres(0), "made up"), from, to);

    [Fact]
    public void On_one_bank_the_way_is_the_straight_line() => Assert.Equal(
        Geodesic.Distance(At(0), At(1)), new TravelEstimate([Bridge(5, West, East)]).MeasureLine(At(0), West, At(1), West));

    // From 0 to 1 by a bridge at 3: three degrees out and two back.
    [Fact]
    public void Between_banks_the_way_leads_over_the_bridge() => Assert.Equal(
        Geodesic.Distance(At(0), At(5)).Value,
        new TravelEstimate([Bridge(3, West, East)]).MeasureLine(At(0), West, At(1), East)!.Value.Value,
        3);

    [Fact]
    public void The_nearer_bridge_is_taken() => Assert.Equal(
        Geodesic.Distance(At(0), At(1)).Value,
        new TravelEstimate([Bridge(3, West, East), Bridge(0.5, East, West)]).MeasureLine(At(0), West, At(1), East)!.Value.Value,
        3);

    [Fact]
    public void A_bank_no_bridge_reaches_is_out_of_reach_even_next_door() =>
        Assert.Null(new TravelEstimate([Bridge(3, West, East)]).MeasureLine(At(0), West, At(0), Island));

    // West to island leads over the east bank: 0 → 1 → 2 → 3.
    [Fact]
    public void A_way_may_need_two_bridges() => Assert.Equal(
        Geodesic.Distance(At(0), At(3)).Value,
        new TravelEstimate([Bridge(1, West, East), Bridge(2, East, Island)]).MeasureLine(At(0), West, At(3), Island)!.Value.Value,
        3);

    [Fact]
    public void Another_bridge_never_makes_a_way_longer()
    {
        var one = new TravelEstimate([Bridge(3, West, East)]).MeasureLine(At(0), West, At(1), East)!.Value;
        var two = new TravelEstimate([Bridge(3, West, East), Bridge(9, West, East)]).MeasureLine(At(0), West, At(1), East)!.Value;
        Assert.True(two <= one);
    }

    [Fact]
    public void The_time_is_the_line_times_the_detour_over_the_speed()
    {
        var trip = new TravelEstimate([]).Estimate(At(0), Bank.Only, At(1), Bank.Only, new ModePace(new Speed(60), 2))!.Value;
        Assert.Equal(2 * Geodesic.Distance(At(0), At(1)).Kilometres, trip.Time.Value, 9);
    }
}
