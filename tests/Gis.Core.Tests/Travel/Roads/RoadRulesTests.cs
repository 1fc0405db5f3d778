using System.Collections.Immutable;
using CsCheck;
using Gis.Core.Places;
using Gis.Core.Travel;
using Gis.Core.Travel.Roads;
using Gis.Core.Units;

namespace Gis.Core.Tests.Travel.Roads;

/// <summary>
/// The rules that other people's users learned the hard way, as far as they concern travel over roads, each over random networks.
/// A seed that fails is printed by the sampler.
/// </summary>
public sealed class RoadRulesTests
{
    private const int Cases = 100;

    // Of places that still join the roads where they did: a new road that is nearer to a place becomes its road.
    [Fact]
    public void Rule_2_adding_a_road_or_bridge_never_lengthens_a_trip() => Gen.Int.Sample(
        seed =>
        {
            var roads = new RandomRoads(seed);
            var (before, after) = (Travel(roads.Build()), Travel(roads.Build([roads.MakeRoad(), roads.MakeRoad()])));
            LonLat[] places = [.. roads.MakePlaces(8).Where(place => before.Snap(place).Foot == after.Snap(place).Foot)];
            AssertNowhereLonger(Table(before, places), Table(after, places));
        },
        iter: Cases);

    [Fact]
    public void Rule_2_closing_a_bridge_or_slowing_never_shortens_a_trip() => Gen.Int.Sample(
        seed =>
        {
            var roads = new RandomRoads(seed);
            var (network, places) = (roads.Build(), roads.MakePlaces(6));
            var usual = Table(Travel(network), places);
            AssertNowhereLonger(Table(Travel(network, new RoadConditions(1, ["甲桥"])), places), usual);
            AssertNowhereLonger(Table(Travel(network, new RoadConditions(1, ["甲桥", "乙桥"])), places), Table(Travel(network, new RoadConditions(1, ["甲桥"])), places));
            AssertNowhereLonger(Table(Travel(network, new RoadConditions(1.2, [])), places), usual);
        },
        iter: Cases);

    // The limit is set to the very minutes of a trip, and to the last number below.
    [Fact]
    public void Rule_4_exactly_at_the_limit_counts() => Gen.Int.Sample(
        seed =>
        {
            var roads = new RandomRoads(seed);
            var travel = Travel(roads.Build());
            var places = roads.MakePlaces(5);
            foreach (var (start, end, trip) in ListTrips(Table(travel, places)).Where(trip => trip.Trip.Time.Value > 0).Take(4))
            {
                Assert.Equal(trip, Find(travel, places[start], places[end], trip.Time));
                Assert.Equal(trip, travel.FindRoute(places[start], places[end], trip.Time)!.Trip);
                var less = new Minutes(Math.BitDecrement(trip.Time.Value));
                Assert.Null(Find(travel, places[start], places[end], less));
                Assert.Null(travel.FindRoute(places[start], places[end], less));
            }
        },
        iter: Cases);

    // Who lives off the road walks there: a trip to anywhere but next door takes at least that.
    [Fact]
    public void Rule_7_a_point_far_from_the_roads_is_never_at_distance_zero() => Gen.Int.Sample(
        seed =>
        {
            var roads = new RandomRoads(seed);
            var travel = Travel(roads.Build());
            var places = roads.MakePlaces(6);
            foreach (var (start, end, trip) in ListTrips(Table(travel, places)))
            {
                var straight = Geodesic.Distance(places[start], places[end]).Value;
                var walked = travel.Snap(places[start]).Foot!.Away.Value + travel.Snap(places[end]).Foot!.Away.Value;
                Assert.True(trip.Way.Value >= Math.Min(straight, walked) * 1.3 - 0.01);
                Assert.True(trip.Way.Value >= straight - 0.1);
            }
        },
        iter: Cases);

    [Fact]
    public void Rule_8_the_same_question_twice_gives_the_same_answer() => Gen.Int.Sample(
        seed =>
        {
            var roads = new RandomRoads(seed);
            var places = roads.MakePlaces(8);
            var travel = Travel(roads.Build());
            var first = Table(travel, places);
            AssertSame(first, Table(travel, places));
            AssertSame(first, Table(Travel(new RandomRoads(seed).Build()), places));
        },
        iter: Cases);

    // A one-way street on a ring: one way the street, the other way the rest of the ring.
    [Fact]
    public void Rule_10_there_is_not_back() => Gen.Int[3, 9].Sample(
        corners =>
        {
            var builder = new RoadNetwork.Builder();
            for (var corner = 0; corner < corners; corner++)
                builder.AddVertex(GridTown.At(corner, 0));
            for (var corner = 0; corner + 1 < corners; corner++)
                builder.AddRoad(new Road(corner, corner + 1, [], default, default, RoadUse.OneWay(new Speed(60)), null));
            builder.AddRoad(new Road(corners - 1, 0, [], default, default, RoadUse.OneWay(new Speed(30)), null));
            var travel = Travel(builder.Build("ring"));

            // Each block there takes a minute; back, the one long road takes two minutes a block.
            Assert.Equal(corners - 1, Find(travel, GridTown.At(0, 0), GridTown.At(corners - 1, 0), new Minutes(60))!.Value.Time.Value);
            Assert.Equal(2 * (corners - 1), Find(travel, GridTown.At(corners - 1, 0), GridTown.At(0, 0), new Minutes(60))!.Value.Time.Value);
        },
        iter: Cases);

    [Fact]
    public void Rule_10_the_table_back_is_the_table_of_trips_from_the_points() => Gen.Int.Sample(
        seed =>
        {
            var roads = new RandomRoads(seed);
            var travel = Travel(roads.Build());
            var (villages, points) = (roads.MakePlaces(5), roads.MakePlaces(3));
            var fromPoints = travel.Measure(points, villages, new RoadWork(new Minutes(120)));
            var back = travel.Prepare([.. villages], TravelDirection.Back, new RoadWork(new Minutes(120)));
            for (var point = 0; point < points.Length; point++)
            {
                var column = back.Measure(points[point]);
                for (var village = 0; village < villages.Length; village++)
                    Assert.Equal(RoadTravelTests.FindTrip(fromPoints[point], village), column[village]);
            }
        },
        iter: Cases);

    [Fact]
    public void Rule_12_reordering_roads_vertices_and_places_changes_nothing() => Gen.Int.Sample(ReorderAll, iter: Cases);

    // Two roads of the same speed and length cross at the foot of a place.
    [Fact]
    public void Roads_alike_in_all_but_where_they_lead_are_told_apart_by_that() => ReorderAll(2150);

    private static void ReorderAll(int seed)
    {
        var roads = new RandomRoads(seed);
        var places = roads.MakePlaces(6);
        var table = Table(Travel(roads.Build()), places);
        AssertSame(table, Table(Travel(roads.BuildShuffled()), places));
        var turned = Table(Travel(roads.Build()), [.. places.Reverse()]);
        for (var start = 0; start < places.Length; start++)
        {
            for (var end = 0; end < places.Length; end++)
                Assert.Equal(table[start][end], turned[^(start + 1)][^(end + 1)]);
        }
    }

    // Two banks 200 m apart along some kilometres, joined by bridges only, at random kilometres. By the arithmetic: along the bank
    // to a bridge, over it, and along the other bank, over the best of the open bridges; with none, out of reach however near.
    [Fact]
    public void Rule_14_across_a_river_only_the_bridges_count() => Gen.Select(Gen.Int[0, 8], Gen.Int[0, 8], Gen.Int[0, 8].Array[0, 4]).Sample(
        (start, end, bridges) =>
        {
            var travel = Travel(TwoBanks(8, bridges));
            var trip = Find(travel, GridTown.At(start, 0), GridTown.At(end, 0.2), new Minutes(600));
            var shortest = bridges.Select(bridge => Math.Abs(start - bridge) + 0.2 + Math.Abs(bridge - end)).Select(kilometres => (double?)kilometres).Min();
            Assert.Equal(shortest, trip is { } found ? Math.Round(found.Time.Value, 4) : null);
            Assert.Null(Find(Travel(TwoBanks(8, bridges), new RoadConditions(1, ["渡"])), GridTown.At(start, 0), GridTown.At(end, 0.2), new Minutes(600)));
        },
        iter: Cases);

    // The unlocated village and point stay in the table: an empty row, an empty column.
    [Fact]
    public void Rule_9_what_has_no_position_is_unreachable_but_not_lost()
    {
        var villages = Town.Row(10, 20, 30).SetItem(1, Town.Row(10, 20, 30)[1] with { Position = null });
        var network = Town.Network(villages, Town.Room(0), Town.Room(1) with { Position = null }, Town.Room(2));
        var travel = Travel(GridTown.Of(4, 1).Build());
        var table = travel.Measure(network, TravelDirection.There, ModePace.Defaults[TravelMode.Car], new RoadWork(new Minutes(60)));
        Assert.Equal(3, table.RowCount);
        Assert.Equal([0, 2], table.Row(0).ToArray().Select(reach => reach.Point));
        Assert.Empty(table.Row(1).ToArray());
        Assert.Equal([2, 0], table.Row(2).ToArray().Select(reach => reach.Point));
        Assert.Equal(2, table.Row(0)[1].Time.Value, 2);
        Assert.Equal("roads-1:grid:car:usual:60min", table.Version);
        Assert.Equal("roads-1:grid:car:usual:60min:back", travel.VersionOf(TravelDirection.Back, new Minutes(60)));
    }

    private static RoadTravel Travel(RoadNetwork network, RoadConditions? conditions = null) =>
        RoadTravel.Of(RoadGraph.Of(network, TravelMode.Car, conditions ?? RoadConditions.Usual), SnapRules.Default);

    private static Trip? Find(RoadTravel travel, LonLat start, LonLat end, Minutes limit) =>
        RoadTravelTests.FindTrip(travel.Measure([start], [end], new RoadWork(limit))[0], 0);

    private static Trip?[][] Table(RoadTravel travel, LonLat[] places) =>
    [
        .. travel.Measure(places, places, new RoadWork(new Minutes(120)))
            .Select(row => Enumerable.Range(0, places.Length).Select(end => RoadTravelTests.FindTrip(row, end)).ToArray()),
    ];

    private static IEnumerable<(int Start, int End, Trip Trip)> ListTrips(Trip?[][] table) =>
        table.SelectMany((row, start) => row.Select((trip, end) => (start, end, trip)))
            .Where(cell => cell.trip is not null).Select(cell => (cell.start, cell.end, cell.trip!.Value));

    private static void AssertNowhereLonger(Trip?[][] before, Trip?[][] after)
    {
        foreach (var (start, end, trip) in ListTrips(before))
            Assert.True(after[start][end] is { } now && now.Time <= trip.Time);
    }

    private static void AssertSame(Trip?[][] one, Trip?[][] other)
    {
        for (var row = 0; row < one.Length; row++)
            Assert.Equal(one[row], other[row]);
    }

    private static RoadNetwork TwoBanks(int kilometres, int[] bridges)
    {
        var builder = new RoadNetwork.Builder();
        for (var x = 0; x <= kilometres; x++)
        {
            builder.AddVertex(GridTown.At(x, 0));
            builder.AddVertex(GridTown.At(x, 0.2));
        }

        for (var x = 0; x < kilometres; x++)
        {
            builder.AddRoad(new Road(2 * x, (2 * x) + 2, ImmutableArray<LonLat>.Empty, default, default, GridTown.ByCar, null));
            builder.AddRoad(new Road((2 * x) + 1, (2 * x) + 3, ImmutableArray<LonLat>.Empty, default, default, GridTown.ByCar, null));
        }

        foreach (var bridge in bridges)
            builder.AddRoad(new Road(2 * bridge, (2 * bridge) + 1, ImmutableArray<LonLat>.Empty, default, default, GridTown.ByCar, "渡"));
        return builder.Build("two banks");
    }
}
