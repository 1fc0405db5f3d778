using Gis.Core.Places;
using Gis.Core.Travel;
using Gis.Core.Travel.Roads;
using Gis.Core.Units;

namespace Gis.Core.Tests.Travel.Roads;

/// <summary>Minutes a child can count: see <see cref="GridTown"/>.</summary>
public sealed class GridTownTests
{
    private static readonly RoadUse OneWay = RoadUse.OneWay(new Speed(60));

    // Three blocks east and two north: five blocks of 1, 4 or 12 minutes.
    [Theory]
    [InlineData(TravelMode.Car, 5)]
    [InlineData(TravelMode.Bus, 5)]
    [InlineData(TravelMode.EBike, 20)]
    [InlineData(TravelMode.Walk, 60)]
    public void Five_blocks_take_five_times_a_block(TravelMode mode, double minutes)
    {
        var trip = FindTrip(GridTown.Of(4, 3), mode, (0, 0), (3, 2))!.Value;
        Assert.Equal(minutes, trip.Time.Value);
        Assert.Equal(5000, trip.Way.Value, 0.01);
    }

    // A minute there along the one-way street; back round the block, which has two more sides: 3 blocks.
    [Fact]
    public void A_one_way_street_is_long_the_other_way()
    {
        var town = new GridTown().Street((0, 0), (1, 0), OneWay).Street((1, 0), (1, 1)).Street((1, 1), (0, 1)).Street((0, 1), (0, 0));
        Assert.Equal(1, MinutesByCar(town, (0, 0), (1, 0)));
        Assert.Equal(3, MinutesByCar(town, (1, 0), (0, 0)));
        Assert.Equal(12, FindTrip(town, TravelMode.Walk, (1, 0), (0, 0))!.Value.Time.Value);
    }

    // From (0,0) east to (1,0), left to (1,1): 2 blocks. With that turn banned, straight on to (2,0), left and left again to
    // (2,1), (1,1): 4 blocks; or first north to (0,1) and right to (1,1): 2 blocks, unless that street is missing.
    [Fact]
    public void A_banned_left_turn_costs_the_way_round_the_block()
    {
        var town = new GridTown().Street((0, 0), (1, 0)).Street((1, 0), (1, 1)).Street((1, 0), (2, 0), OneWay).Street((2, 0), (2, 1)).Street((2, 1), (1, 1));
        Assert.Equal(2, MinutesByCar(town, (0, 0), (1, 1)));
        town.Ban((0, 0), (1, 0), (1, 1));
        Assert.Equal(4, MinutesByCar(town, (0, 0), (1, 1)));
        Assert.Equal(2, MinutesByCar(town, (1, 1), (0, 0)));
        Assert.Equal(24, FindTrip(town, TravelMode.Walk, (0, 0), (1, 1))!.Value.Time.Value);
    }

    // A ban holds for those who come by its road, not for those who set out at the corner, nor for those from elsewhere.
    [Fact]
    public void A_banned_turn_is_free_for_all_others()
    {
        var town = GridTown.Of(3, 3).Ban((0, 1), (1, 1), (1, 2));
        Assert.Equal(1, MinutesByCar(town, (1, 1), (1, 2)));
        Assert.Equal(2, MinutesByCar(town, (2, 1), (1, 2)));
        Assert.Equal(2, MinutesByCar(town, (1, 0), (1, 2)));
    }

    // Who lives half-way along the road that is banned from turning meets the ban, too: half a block to the corner, then the
    // way round by (2,0): 0.5 + 3 blocks instead of 0.5 + 1.
    [Fact]
    public void A_ban_holds_for_who_sets_out_part_way()
    {
        var town = new GridTown().Street((0, 0), (1, 0)).Street((1, 0), (1, 1)).Street((1, 0), (2, 0), OneWay).Street((2, 0), (2, 1)).Street((2, 1), (1, 1))
            .Ban((0, 0), (1, 0), (1, 1));
        Assert.Equal(3.5, MinutesByCar(town, (0.5, 0), (1, 1)), 4);
    }

    // Two banks, joined by a near bridge (1 block) and a far one (3 up, 1 across, 3 down).
    [Fact]
    public void A_closed_bridge_costs_the_way_over_the_next()
    {
        var town = Banks();
        Assert.Equal(1, MinutesByCar(town, (0, 0), (1, 0)));
        Assert.Equal(7, FindTrip(town, TravelMode.Car, (0, 0), (1, 0), new RoadConditions(1, ["近桥"]))!.Value.Time.Value);
        Assert.Null(FindTrip(town, TravelMode.Car, (0, 0), (1, 0), new RoadConditions(1, ["近桥", "远桥"])));
        Assert.Equal(2, FindTrip(town, TravelMode.Car, (0, 0), (0, 2), new RoadConditions(1, ["近桥", "远桥"]))!.Value.Time.Value);
    }

    // A quarter more for each minute: 5 × 1.25.
    [Fact]
    public void Winter_slows_everything_alike() =>
        Assert.Equal(6.25, FindTrip(GridTown.Of(4, 3), TravelMode.Car, (0, 0), (3, 2), new RoadConditions(1.25, []))!.Value.Time.Value);

    // From 250 m along the first block to 750 m along the second: 0.75 + 0.75 blocks.
    [Fact]
    public void Trips_start_and_end_part_way_along_a_road()
    {
        var town = GridTown.Of(3, 2);
        Assert.Equal(1.5, MinutesByCar(town, (0.25, 0), (1.75, 0)), 4);
        Assert.Equal(1500, FindTrip(town, TravelMode.Car, (0.25, 0), (1.75, 0))!.Value.Way.Value, 0.01);
    }

    // Half a block along the same street, either way.
    [Fact]
    public void Places_on_one_road_are_reached_along_it()
    {
        var town = GridTown.Of(2, 2);
        Assert.Equal(0.5, MinutesByCar(town, (0.25, 0), (0.75, 0)), 4);
        Assert.Equal(0.5, MinutesByCar(town, (0.75, 0), (0.25, 0)), 4);
    }

    // Along the one-way street 0.5; against it to its end and round the block: 0.25 + 3 + 0.25.
    [Fact]
    public void On_a_one_way_street_the_place_behind_is_reached_round_the_block()
    {
        var town = new GridTown().Street((0, 0), (1, 0), OneWay).Street((1, 0), (1, 1)).Street((1, 1), (0, 1)).Street((0, 1), (0, 0));
        Assert.Equal(0.5, MinutesByCar(town, (0.25, 0), (0.75, 0)), 4);
        Assert.Equal(3.5, MinutesByCar(town, (0.75, 0), (0.25, 0)), 4);
    }

    // A loop of 4 blocks that starts and ends at a gate: 0.5 + 0.5 over the gate, or 3 more round.
    [Fact]
    public void Round_a_loop_the_shorter_way_is_taken()
    {
        var builder = new RoadNetwork.Builder();
        var gate = builder.AddVertex(GridTown.At(0, 0));
        builder.AddRoad(new Road(
            gate, gate, [GridTown.At(1, 0), GridTown.At(1, 1), GridTown.At(0, 1)], GridTown.OnFoot, GridTown.ByEBike, GridTown.ByCar, null));
        var travel = RoadTravel.Of(RoadGraph.Of(builder.Build("loop"), TravelMode.Car, RoadConditions.Usual), SnapRules.Default);
        var route = travel.FindRoute(GridTown.At(0.5, 0), GridTown.At(0, 0.5), new Minutes(60))!;
        Assert.Equal(1, route.Trip.Time.Value, 4);
        AssertLine(route, GridTown.At(0.5, 0), GridTown.At(0, 0), GridTown.At(0, 0.5));
    }

    // 90 m north of the first block's middle: 90 m × 1.3 at 4.5 km/h = 1.56 minutes, then 0.5 + 1 blocks.
    [Fact]
    public void The_way_to_the_road_is_walked()
    {
        var trip = FindTrip(GridTown.Of(3, 1), TravelMode.Car, (0.5, 0.09), (2, 0))!.Value;
        Assert.Equal(1.56 + 1.5, trip.Time.Value, 4);
        Assert.Equal(117 + 1500, trip.Way.Value, 0.01);
    }

    // Both 300 m north of the road and 100 m apart: straight across, 100 m × 1.3, rather than to the road and back.
    [Fact]
    public void Neighbours_off_the_road_walk_to_each_other()
    {
        var trip = FindTrip(GridTown.Of(2, 1), TravelMode.Car, (0.5, 0.3), (0.6, 0.3))!.Value;
        Assert.Equal(130, trip.Way.Value, 0.01);
        Assert.Equal(0.13 / 4.5 * 60, trip.Time.Value, 4);
    }

    [Fact]
    public void A_place_is_no_way_from_itself() =>
        Assert.Equal(new Trip(new Minutes(0), new Metres(0)), FindTrip(GridTown.Of(2, 2), TravelMode.Walk, (0.5, 0.3), (0.5, 0.3)));

    // A road of no length between two vertices at the same corner costs nothing.
    [Fact]
    public void A_road_of_no_length_costs_nothing()
    {
        var builder = new RoadNetwork.Builder();
        int[] corners = [.. new[] { (0, 0), (1, 0), (1, 0), (2, 0) }.Select(at => builder.AddVertex(GridTown.At(at.Item1, at.Item2)))];
        for (var corner = 0; corner < 3; corner++)
            builder.AddRoad(new Road(corners[corner], corners[corner + 1], [], GridTown.OnFoot, GridTown.ByEBike, GridTown.ByCar, null));
        var travel = RoadTravel.Of(RoadGraph.Of(builder.Build("doubled corner"), TravelMode.Car, RoadConditions.Usual), SnapRules.Default);
        Assert.Equal(2, travel.FindRoute(GridTown.At(0, 0), GridTown.At(2, 0), new Minutes(60))!.Trip.Time.Value);
    }

    // Round the corner: from the middle of the first block to the middle of the one north of its end.
    [Fact]
    public void A_route_is_drawn_from_door_to_door()
    {
        var travel = RoadTravel.Of(RoadGraph.Of(GridTown.Of(2, 2).Build(), TravelMode.Car, RoadConditions.Usual), SnapRules.Default);
        var route = travel.FindRoute(GridTown.At(0.5, -0.1), GridTown.At(1, 0.5), new Minutes(60))!;
        AssertLine(route, GridTown.At(0.5, -0.1), GridTown.At(0.5, 0), GridTown.At(1, 0), GridTown.At(1, 0.5));
        Assert.False(route.IsOnFoot);
    }

    internal static GridTown Banks() => new GridTown()
        .Street((0, 0), (0, 1)).Street((0, 1), (0, 2)).Street((0, 2), (0, 3))
        .Street((1, 0), (1, 1)).Street((1, 1), (1, 2)).Street((1, 2), (1, 3))
        .Street((0, 0), (1, 0), bridge: "近桥").Street((0, 3), (1, 3), bridge: "远桥");

    private static void AssertLine(RoadRoute route, params LonLat[] expected)
    {
        Assert.Equal(expected.Length, route.Line.Length);
        Assert.All(route.Line.Zip(expected, Geodesic.Distance), off => Assert.True(off.Value < 0.01));
    }

    private static double MinutesByCar(GridTown town, (double X, double Y) start, (double X, double Y) end) =>
        FindTrip(town, TravelMode.Car, start, end)!.Value.Time.Value;

    private static Trip? FindTrip(
        GridTown town, TravelMode mode, (double X, double Y) start, (double X, double Y) end, RoadConditions? conditions = null)
    {
        var travel = RoadTravel.Of(RoadGraph.Of(town.Build(), mode, conditions ?? RoadConditions.Usual), SnapRules.Default);
        var row = travel.Measure([GridTown.At(start.X, start.Y)], [GridTown.At(end.X, end.Y)], new RoadWork(new Minutes(600)))[0];
        return RoadTravelTests.FindTrip(row, 0);
    }
}
