using CsCheck;
using Gis.Core.Places;
using Gis.Core.Travel;
using Gis.Core.Travel.Roads;
using Gis.Core.Units;

namespace Gis.Core.Tests.Travel.Roads;

public sealed class SnapTests
{
    [Fact]
    public void A_place_joins_the_nearest_road_part_way_along()
    {
        var snap = IndexOf(GridTown.Of(2, 2)).Snap(GridTown.At(0.25, 0.04));
        Assert.Equal(SnapOutcome.Near, snap.Outcome);
        Assert.Equal((0, null), (snap.Foot!.Road, snap.Foot.Vertex));
        Assert.Equal(0.25, snap.Foot.Along.Value, 6);
        Assert.Equal(40, snap.Foot.Away.Value, 0.01);
        Assert.True(Geodesic.Distance(GridTown.At(0.25, 0), snap.Foot.At).Value < 0.01);
    }

    // A bent road of 1 + 1 kilometres: 300 m past the bend is 1.3 of 2.
    [Fact]
    public void Along_counts_round_the_bends()
    {
        var builder = new RoadNetwork.Builder();
        builder.AddRoad(new Road(
            builder.AddVertex(GridTown.At(0, 0)), builder.AddVertex(GridTown.At(1, 1)), [GridTown.At(1, 0)], GridTown.OnFoot, GridTown.ByEBike, GridTown.ByCar, null));
        var foot = IndexOf(builder.Build("bent")).Snap(GridTown.At(1.1, 0.3)).Foot!;
        Assert.Equal(0.65, foot.Along.Value, 6);
        Assert.Equal(100, foot.Away.Value, 0.01);
    }

    [Theory]
    [InlineData(0.0009, true)]
    [InlineData(0.0011, false)]
    public void Within_a_metre_of_a_junction_is_at_it(double kilometres, bool isAtJunction) =>
        Assert.Equal(isAtJunction, IndexOf(GridTown.Of(2, 2)).Snap(GridTown.At(kilometres, 0)).Foot!.Vertex is not null);

    // The rules are set to the very distance of the place.
    [Fact]
    public void Exactly_at_the_cap_is_allowed_and_exactly_at_far_is_near()
    {
        var town = GridTown.Of(2, 2);
        var place = GridTown.At(0.5, -0.7);
        var away = IndexOf(town).Snap(place).Foot!.Away;
        var justLess = new Metres(Math.BitDecrement(away.Value));
        Assert.Equal(SnapOutcome.Near, IndexOf(town, cap: away, far: away).Snap(place).Outcome);
        Assert.Equal(SnapOutcome.Far, IndexOf(town, cap: away, far: justLess).Snap(place).Outcome);
        Assert.Equal(SnapOutcome.NothingNear, IndexOf(town, cap: justLess, far: justLess).Snap(place).Outcome);
    }

    [Fact]
    public void By_default_500_metres_are_far_and_3_kilometres_too_far()
    {
        var index = IndexOf(GridTown.Of(2, 2));
        Assert.Equal(SnapOutcome.Near, index.Snap(GridTown.At(0.5, -0.49)).Outcome);
        Assert.Equal(SnapOutcome.Far, index.Snap(GridTown.At(0.5, -0.51)).Outcome);
        Assert.Equal(SnapOutcome.Far, index.Snap(GridTown.At(0.5, -2.99)).Outcome);
        Assert.Equal(SnapOutcome.NothingNear, index.Snap(GridTown.At(0.5, -3.01)).Outcome);
        Assert.Null(index.Snap(GridTown.At(0.5, -3.01)).Foot);
        Assert.Equal(SnapOutcome.NothingNear, index.Snap(LonLat.Of(106, 38)).Outcome);
    }

    // 25 corners, a street of its own two blocks north of them, and a one-way street into the grid from which there is no way back.
    [Fact]
    public void From_an_island_the_main_roads_are_joined_and_it_is_said()
    {
        var town = GridTown.Of(5, 5).Street((0, 6), (1, 6)).Street((-1, 0), (0, 0), RoadUse.OneWay(new Speed(60)));
        var index = IndexOf(town);
        var onIsland = index.Snap(GridTown.At(0.5, 6));
        Assert.Equal(SnapOutcome.OnIsland, onIsland.Outcome);
        Assert.Equal(2000, onIsland.Foot!.Away.Value, 0.01);
        Assert.Equal(SnapOutcome.OnIsland, index.Snap(GridTown.At(-0.4, 0)).Outcome);
        Assert.Equal(SnapOutcome.Near, index.Snap(GridTown.At(0.5, 0)).Outcome);
    }

    // Of 20 corners a part of 2 is a tenth, which is mainland; of 21 it is not.
    [Fact]
    public void A_part_of_a_tenth_is_no_island()
    {
        Assert.Equal(SnapOutcome.Near, IndexOf(GridTown.Of(5, 4).Street((0, 6), (1, 6))).Snap(GridTown.At(0.5, 6)).Outcome);
        Assert.Equal(SnapOutcome.OnIsland, IndexOf(GridTown.Of(5, 4).Street((4, 3), (4, 4)).Street((0, 6), (1, 6))).Snap(GridTown.At(0.5, 6)).Outcome);
    }

    [Fact]
    public void Nobody_joins_a_bridge_or_a_road_only_passed_along()
    {
        var foot = IndexOf(GridTownTests.Banks()).Snap(GridTown.At(0.3, 0)).Foot!;
        Assert.Equal(300, foot.Away.Value, 0.01);
        Assert.NotNull(foot.Vertex);

        var builder = new RoadNetwork.Builder();
        int[] corners = [.. Enumerable.Range(0, 3).Select(x => builder.AddVertex(GridTown.At(x, 0)))];
        builder.AddRoad(new Road(corners[0], corners[1], [], GridTown.OnFoot, GridTown.ByEBike, GridTown.ByCar, null));
        builder.AddRoad(new Road(corners[1], corners[2], [], default, default, GridTown.ByCar, null, PassOnly: true));
        var snap = IndexOf(builder.Build("motorway")).Snap(GridTown.At(1.45, 0));
        Assert.Equal((SnapOutcome.Near, 450.0), (snap.Outcome, Math.Round(snap.Foot!.Away.Value, 3)));
    }

    [Fact]
    public void A_mode_joins_only_roads_it_may_use()
    {
        var town = GridTown.Of(2, 2).Street((0, 2), (1, 2), default(RoadUse)).Street((1, 1), (1, 2)).Build();
        Assert.Equal(0, IndexOf(town, mode: TravelMode.Walk).Snap(GridTown.At(0.4, 2)).Foot!.Away.Value, 0.01);
        Assert.Equal(600, IndexOf(town, mode: TravelMode.Car).Snap(GridTown.At(0.4, 2)).Foot!.Away.Value, 0.01);
    }

    [Fact]
    public void The_audit_names_every_doubtful_place_and_leaves_out_none()
    {
        var index = IndexOf(GridTown.Of(5, 5).Street((0, 6), (1, 6)));
        RoadSnap?[] snaps = [index.Snap(GridTown.At(0, 0)), index.Snap(GridTown.At(0.5, -0.9)), null, index.Snap(GridTown.At(0.5, 6)), index.Snap(GridTown.At(0, -9))];
        var audit = SnapAudit.Of(snaps);
        Assert.Equal((1, 3, 4), (Assert.Single(audit.Far), Assert.Single(audit.OnIsland), Assert.Single(audit.NothingNear)));
    }

    // Against every segment of every road, measured on the plane at the place: nothing is nearer than what the cells gave.
    [Fact]
    public void The_cells_miss_nothing() => Gen.Int.Sample(
        seed =>
        {
            var roads = new RandomRoads(seed);
            var graph = RoadGraph.Of(roads.Build(), TravelMode.EBike, RoadConditions.Usual);
            var index = new SnapIndex(graph, SnapRules.Default);
            foreach (var place in roads.MakePlaces(5))
            {
                var plane = new LocalPlane(place);
                double[] squared = [.. Enumerable.Range(0, graph.Network.RoadCount).Where(graph.IsJoinable).SelectMany(road => Segments(graph.Network, road)).Select(ends => plane.FindFoot(ends.Start, ends.End).SquaredMetres)];
                var away = index.Snap(place).Foot?.Away.Value;
                var nearest = Math.Sqrt(squared.DefaultIfEmpty(double.PositiveInfinity).Min());
                if (away is { } metres)
                    Assert.Equal(nearest, metres, 2.0);
                else
                    Assert.True(nearest > 2990);
            }
        },
        iter: 150);

    private static IEnumerable<(LonLat Start, LonLat End)> Segments(RoadNetwork network, int road)
    {
        var line = network.LineOf(road);
        return line.Zip(line.Skip(1));
    }

    private static SnapIndex IndexOf(GridTown town, Metres? cap = null, Metres? far = null) => new(
        RoadGraph.Of(town.Build(), TravelMode.Car, RoadConditions.Usual),
        SnapRules.Default with { Cap = cap ?? SnapRules.Default.Cap, Far = far ?? SnapRules.Default.Far });

    private static SnapIndex IndexOf(RoadNetwork network, TravelMode mode = TravelMode.Car) =>
        new(RoadGraph.Of(network, mode, RoadConditions.Usual), SnapRules.Default);
}
