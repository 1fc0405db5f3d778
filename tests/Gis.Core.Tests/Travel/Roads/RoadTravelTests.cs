using CsCheck;
using Gis.Core.Places;
using Gis.Core.Travel;
using Gis.Core.Travel.Roads;
using Gis.Core.Units;

namespace Gis.Core.Tests.Travel.Roads;

public sealed class RoadTravelTests
{
    private static readonly RoadConditions Closed = new(1.25, ["甲桥"]);

    // A seed that fails is printed by the sampler.
    [Theory]
    [InlineData(TravelMode.Walk)]
    [InlineData(TravelMode.EBike)]
    [InlineData(TravelMode.Car)]
    [InlineData(TravelMode.Bus)]
    public void Minutes_and_metres_are_those_of_a_plain_Dijkstra_to_the_last_bit(TravelMode mode) => Gen.Int.Sample(
        seed =>
        {
            var roads = new RandomRoads(seed);
            var network = roads.Build();
            var conditions = (seed & 4) == 0 ? RoadConditions.Usual : Closed;

            // From everything in the core to nothing: how much is taken out must not show.
            var mostHops = new double[] { 0, 1, 2, RoadHierarchy.UsualMostHops }[(uint)seed % 4];
            var travel = RoadTravel.Of(RoadGraph.Of(network, mode, conditions), SnapRules.Default, mostHops, default);
            var (starts, ends) = (roads.MakePlaces(6), roads.MakePlaces(4));
            var limit = new Minutes(((uint)seed % 40) + 5);
            CheckAgainstPlain(new PlainRoads(network, mode, conditions), travel, (starts, ends), limit);
            CheckAgainstPlain(new PlainRoads(network, mode, conditions), travel, (ends, starts), limit);
        },
        iter: 150);

    [Fact]
    public void A_column_alone_and_a_route_say_what_the_table_says() => Gen.Int.Sample(
        seed =>
        {
            var roads = new RandomRoads(seed);
            var travel = RoadTravel.Of(RoadGraph.Of(roads.Build(), TravelMode.Car, RoadConditions.Usual), SnapRules.Default);
            var (villages, points) = (roads.MakePlaces(6), roads.MakePlaces(3));
            var work = new RoadWork(new Minutes(15));
            var there = travel.Measure(villages, points, work);
            var back = travel.Measure(points, villages, work);
            for (var point = 0; point < points.Length; point++)
            {
                var column = travel.Prepare([.. villages], TravelDirection.There, work).Measure(points[point]);
                var columnBack = travel.Prepare([.. villages], TravelDirection.Back, work).Measure([points[point]])[0];
                for (var village = 0; village < villages.Length; village++)
                {
                    var trip = FindTrip(there[village], point);
                    Assert.Equal(trip, column[village]);
                    Assert.Equal(FindTrip(back[point], village), columnBack[village]);
                    var route = travel.FindRoute(villages[village], points[point], work.Limit);
                    Assert.Equal(trip, route?.Trip);
                    if (route is not null)
                        Assert.Equal((villages[village], points[point]), (route.Line[0], route.Line[^1]));
                }
            }
        },
        iter: 150);

    // Every metre of the line is either walked off the road, which counts 1.3 times, or driven.
    [Fact]
    public void The_line_of_a_route_is_as_long_as_it_says() => Gen.Int.Sample(
        seed =>
        {
            var roads = new RandomRoads(seed);
            var travel = RoadTravel.Of(RoadGraph.Of(roads.Build(), TravelMode.EBike, RoadConditions.Usual), SnapRules.Default);
            var places = roads.MakePlaces(6);
            foreach (var (start, end) in places.SelectMany(start => places, (start, end) => (start, end)))
            {
                if (travel.FindRoute(start, end, new Minutes(600)) is not { } route)
                    continue;
                var drawn = route.Line.Zip(route.Line.Skip(1), (one, other) => Geodesic.Distance(one, other).Value).Sum();
                var walked = route.IsOnFoot ? drawn : route.Start.Away.Value + route.End.Away.Value;
                Assert.Equal(route.Trip.Way.Value, drawn + (0.3 * walked), 0.5);
            }
        },
        iter: 100);

    [Fact]
    public void Work_that_is_cancelled_ends_so()
    {
        var roads = new RandomRoads(1);
        var graph = RoadGraph.Of(roads.Build(), TravelMode.Walk, RoadConditions.Usual);
        var cancelled = new CancellationToken(canceled: true);
        Assert.Throws<OperationCanceledException>(() => RoadTravel.Of(graph, SnapRules.Default, cancelled));
        var travel = RoadTravel.Of(graph, SnapRules.Default);
        Assert.Throws<OperationCanceledException>(
            () => travel.Measure(roads.MakePlaces(3), roads.MakePlaces(2), new RoadWork(new Minutes(60), Cancel: cancelled)));
    }

    [Fact]
    public void Progress_ends_at_all()
    {
        var roads = new RandomRoads(1);
        var progress = new Steps();
        RoadTravel.Of(RoadGraph.Of(roads.Build(), TravelMode.Walk, RoadConditions.Usual), SnapRules.Default)
            .Measure(roads.MakePlaces(9), roads.MakePlaces(4), new RoadWork(new Minutes(60), progress));
        Assert.Equal([0.25, 0.5, 0.75, 1], progress.Seen.Order());
    }

    [Fact]
    public void A_limit_of_more_than_a_day_is_refused()
    {
        var roads = new RandomRoads(1);
        var travel = RoadTravel.Of(RoadGraph.Of(roads.Build(), TravelMode.Walk, RoadConditions.Usual), SnapRules.Default);
        travel.FindRoute(roads.Vertices[0], roads.Vertices[1], new Minutes(1440));
        Assert.Throws<ArgumentOutOfRangeException>(() => travel.FindRoute(roads.Vertices[0], roads.Vertices[1], new Minutes(1440.1)));
    }

    [Fact]
    public void Without_roads_everything_is_out_of_reach()
    {
        var travel = RoadTravel.Of(RoadGraph.Of(new RoadNetwork.Builder().Build("none"), TravelMode.Car, RoadConditions.Usual), SnapRules.Default);
        var place = LonLat.Of(106, 38);
        Assert.Equal(SnapOutcome.NothingNear, travel.Snap(place).Outcome);
        Assert.Empty(Assert.Single(travel.Measure([place], [place], new RoadWork(new Minutes(60)))));
        Assert.Null(travel.FindRoute(place, place, new Minutes(60)));
    }

    internal static Trip? FindTrip(IReadOnlyList<Reach> row, int end) =>
        row.Where(reach => reach.Point == end).Select(reach => (Trip?)new Trip(reach.Time, reach.Way)).SingleOrDefault();

    private static void CheckAgainstPlain(PlainRoads plain, RoadTravel travel, (LonLat[] Starts, LonLat[] Ends) places, Minutes limit)
    {
        var rows = travel.Measure(places.Starts, places.Ends, new RoadWork(limit));
        for (var start = 0; start < places.Starts.Length; start++)
        {
            for (var end = 0; end < places.Ends.Length; end++)
            {
                var expected = plain.Find(travel.Snap(places.Starts[start]), travel.Snap(places.Ends[end]), limit);
                Assert.Equal(expected, FindTrip(rows[start], end));
            }
        }
    }

    private sealed class Steps : IProgress<Share>
    {
        internal List<double> Seen { get; } = [];

        public void Report(Share value)
        {
            lock (Seen)
                Seen.Add(value.Value);
        }
    }
}
