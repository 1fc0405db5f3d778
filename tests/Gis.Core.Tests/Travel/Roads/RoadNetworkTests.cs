using System.Collections.Immutable;
using Gis.Core.Places;
using Gis.Core.Travel.Roads;
using Gis.Core.Units;

namespace Gis.Core.Tests.Travel.Roads;

public sealed class RoadNetworkTests
{
    private static readonly RoadUse Slow = RoadUse.BothWays(new Speed(5));

    [Fact]
    public void It_gives_back_what_it_was_given()
    {
        var builder = new RoadNetwork.Builder();
        var (a, b) = (builder.AddVertex(LonLat.Of(106, 38)), builder.AddVertex(LonLat.Of(106.1, 38)));
        var given = new Road(a, b, [LonLat.Of(106.05, 38.01)], Slow, Slow, RoadUse.OneWay(new Speed(60)), "滨河大桥", PassOnly: true);
        Assert.Equal(0, builder.AddRoad(given));
        Assert.Equal(1, builder.AddRoad(new Road(b, a, default, Slow, default, default, null)));
        builder.Ban(new TurnBan(0, b, 1));
        builder.Ban(new TurnBan(0, b, 1));
        var network = builder.Build("made up");

        Assert.Equal((2, 2, "made up"), (network.VertexCount, network.RoadCount, network.Version));
        var kept = network.RoadAt(0);
        Assert.True(given with { Shape = kept.Shape } == kept);
        Assert.Equal(given.Shape.AsEnumerable(), kept.Shape);
        Assert.Empty(network.RoadAt(1).Shape);
        Assert.Equal(new TurnBan(0, b, 1), Assert.Single(network.Bans));
        Assert.Equal("滨河大桥", Assert.Single(network.Bridges));
    }

    [Fact]
    public void A_road_is_as_long_as_its_shape()
    {
        var builder = new RoadNetwork.Builder();
        var (start, bend, end) = (LonLat.Of(106, 38), LonLat.Of(106.05, 38.01), LonLat.Of(106.1, 38));
        builder.AddRoad(new Road(builder.AddVertex(start), builder.AddVertex(end), [bend], Slow, Slow, Slow, null));
        Assert.Equal(
            Geodesic.Distance(start, bend).Value + Geodesic.Distance(bend, end).Value, builder.Build("bent").LengthOf(0).Value, 9);
    }

    [Fact]
    public void The_bounds_hold_shapes_too()
    {
        var builder = new RoadNetwork.Builder();
        builder.AddRoad(new Road(
            builder.AddVertex(LonLat.Of(106, 38)), builder.AddVertex(LonLat.Of(106.1, 38)), [LonLat.Of(106.05, 38.2)], Slow, Slow, Slow, null));
        var bounds = builder.Build("bent").Bounds!.Value;
        Assert.Equal((LonLat.Of(106, 38), LonLat.Of(106.1, 38.2)), (bounds.SouthWest, bounds.NorthEast));
        Assert.True(bounds.Contains(LonLat.Of(106.1, 38.2)));
        Assert.False(bounds.Contains(LonLat.Of(106.1, 38.21)));
    }

    [Fact]
    public void No_vertices_have_no_bounds() => Assert.Null(new RoadNetwork.Builder().Build("empty").Bounds);

    [Fact]
    public void What_is_not_there_cannot_be_named()
    {
        var builder = new RoadNetwork.Builder();
        builder.AddVertex(LonLat.Of(0, 0));
        builder.AddVertex(LonLat.Of(1, 0));
        var elsewhere = builder.AddVertex(LonLat.Of(2, 0));
        builder.AddRoad(new Road(0, 1, [], Slow, Slow, Slow, null));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.AddRoad(new Road(0, 3, [], Slow, Slow, Slow, null)));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Ban(new TurnBan(0, 1, 1)));
        Assert.Throws<ArgumentException>(() => builder.Ban(new TurnBan(0, elsewhere, 0)));
    }

    [Fact]
    public void Conditions_are_written_in_one_way()
    {
        Assert.Equal("usual", RoadConditions.Usual.ToString());
        Assert.Equal("x1.25", new RoadConditions(1.25, []).ToString());
        var winter = new RoadConditions(1.2, ["B", "A,C"]);
        Assert.Equal("x1.2;closed=A%2CC,B", winter.ToString());
        Assert.Equal(winter, new RoadConditions(1.2, ImmutableSortedSet.Create("A,C", "B")));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RoadConditions(0.99, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RoadConditions(double.NaN, []));
    }
}
