using Gis.Core.Places;
using Gis.Core.Travel.Roads;
using Gis.Data.Roads;
using OsmSharp;

namespace Gis.Data.Tests.Roads;

/// <summary>How ways become roads: where they are cut, what is barred, which turns are banned.</summary>
public sealed class RoadsImportTests : IDisposable
{
    private readonly OsmTown town = new();

    public void Dispose() => town.Dispose();

    //      4
    //      |
    //  0-1-2-3   a street along 0-1-2-3 and a lane 2-4: cut at 2 alone, so three roads, and 1 is shape.
    [Theory, InlineData("town.osm.pbf"), InlineData("town.osm"), InlineData("town.osm.xml")]
    public void Ways_are_cut_where_they_meet_and_the_rest_is_shape(string name)
    {
        var row = town.Row(4);
        var north = town.Node(2, 1);
        town.Way(row, "highway=residential");
        town.Way([row[2], north], "highway=service");
        town.Way([row[0], north], "building=yes");

        var (roads, source, report) = town.Import(name);

        Assert.Equal((4, 3), (roads.VertexCount, roads.RoadCount));
        Assert.Equal([LonLat.Of(0.001, 0)], roads.ShapeOf(0).ToArray());
        Assert.Equal(new OsmCounts(5, 3, 0), report.Read);
        Assert.Equal((5, 2), (report.NodesUsed, report.Ways.Any));
        // Two steps of the grid; one is 111.3195 m on the equator (2π·6378137/360000).
        Assert.Equal(222.639, roads.LengthOf(0).Value, 3);
        Assert.Equal(RoadUse.BothWays(new(24)), roads.RoadAt(0).Car);
        Assert.Equal((name, source.Version), (source.File, roads.Version));
    }

    [Fact]
    public void The_same_file_gives_the_same_version_and_another_file_another()
    {
        town.Way(town.Row(2), "highway=residential");
        var first = town.Import().Network.Version;
        Assert.Equal(first, town.Import().Network.Version);
        town.Way(town.Row(2, 1), "highway=residential");
        Assert.NotEqual(first, town.Import().Network.Version);
        Assert.EndsWith("-gcj02", town.Import(datum: Crs.Gcj02).Network.Version, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loop_and_a_way_that_crosses_itself_are_cut_where_they_close()
    {
        // 0-1-2-3-1: round the block and back to 1.
        var (a, b, c, d) = (town.Node(0, 0), town.Node(1, 0), town.Node(2, 0), town.Node(1, 1));
        town.Way([a, b, c, d, b], "highway=residential");
        var roads = town.Import().Network;
        Assert.Equal(2, roads.RoadCount);
        Assert.Equal((roads.RoadAt(1).From, 2), (roads.RoadAt(1).To, roads.ShapeOf(1).Length));
    }

    // 0-B-1: a bollard at B parts the street in two for cars; a road without length joins the halves for the others.
    [Fact]
    public void A_barrier_parts_the_road_for_those_it_keeps_out()
    {
        town.Way([town.Node(0, 0), town.Node(1, 0, "barrier=bollard"), town.Node(2, 0)], "highway=residential");
        var (roads, _, report) = town.Import();
        Assert.Equal(1, report.Barriers);
        Assert.Equal([false, true], ReachableEnds(roads));
    }

    [Fact]
    public void What_nobody_passes_parts_the_road_for_all()
    {
        town.Way([town.Node(0, 0), town.Node(1, 0, "barrier=gate", "locked=yes"), town.Node(2, 0)], "highway=residential");
        Assert.Equal([false, false], ReachableEnds(town.Import().Network));
    }

    [Fact]
    public void A_way_is_cut_where_its_nodes_are_missing_and_named()
    {
        // 0-1-(missing)-2-3: what is left are 0-1 and 2-3.
        var row = town.Row(4);
        var way = town.Way([row[0], row[1], 999, row[2], row[3]], "highway=residential");
        town.Way([row[0], 998], "highway=residential");
        var (roads, _, report) = town.Import();
        Assert.Equal(2, roads.RoadCount);
        Assert.Equal((2, way), (report.WaysCut, report.FirstWaysCut[0]));
        Assert.Equal(1, report.Ways.Any);
        Assert.Contains(report.ToLines(), line => line.Contains("Ways cut because nodes they name are not in the file: 2, the first of them 100, 101", StringComparison.Ordinal));
    }

    [Fact]
    public void Roads_without_length_are_kept_where_they_join_and_counted()
    {
        // Two nodes at the same place joined by a way, and a way that names the same node twice in a row.
        var (a, b, c) = (town.Node(0, 0), town.Node(1, 0), town.Node(1, 0));
        town.Way([a, b], "highway=residential");
        town.Way([b, c], "highway=residential");
        town.Way([c, c, town.Node(2, 0)], "highway=residential");
        var (roads, _, report) = town.Import();
        Assert.Equal((3, 2), (roads.RoadCount, report.ZeroLength));
        Assert.Equal(0, roads.LengthOf(1).Value);
    }

    // 333.958472 m in 20 minutes are 1.001875 km/h.
    [Fact]
    public void A_ferry_goes_as_fast_as_its_duration_says()
    {
        town.Way(town.Row(4), "route=ferry", "duration=00:20", "name=横城渡口");
        var road = town.Import().Network.RoadAt(0);
        Assert.Equal(1.001875, road.Walk.Forward!.Value.KilometresPerHour, 6);
        Assert.Equal((false, "横城渡口", true), (road.Car.IsOpen, road.Bridge, road.PassOnly));
    }

    [Fact]
    public void Positions_in_GCJ_02_are_converted_on_import()
    {
        var (true1, true2) = (LonLat.Of(106.23, 38.48), LonLat.Of(106.24, 38.48));
        var shifted = new[] { true1, true2 }.Select(Crs.Gcj02.FromLonLat).ToArray();
        town.Way([.. shifted.Select(at => town.NodeAt(at.X, at.Y))], "highway=residential");
        var roads = town.Import(datum: Crs.Gcj02).Network;
        // PBF keeps seven decimals of a degree, a centimetre.
        Assert.True(Geodesic.Distance(true1, roads.VertexAt(roads.RoadAt(0).From)).Value < 0.02);
    }

    //        n
    //        |
    //   w -- x -- e       from w over x
    [Theory]
    [InlineData("no_left_turn", "w>n")]
    [InlineData("only_straight_on", "w>n w>w")]
    public void A_restriction_bans_what_it_names_and_an_only_bans_all_else(string kind, string bans)
    {
        var cross = new Cross(town);
        town.Restrict(kind, cross.West, cross.Centre, kind[0] == 'n' ? cross.North : cross.East);
        var (roads, _, report) = town.Import();
        Assert.Equal(bans, cross.Write(roads.Bans));
        Assert.Equal(1, report.Restrictions[RestrictionFate.Applied]);
    }

    [Fact]
    public void A_turn_back_may_be_banned()
    {
        var cross = new Cross(town);
        town.Restrict("no_u_turn", cross.West, cross.Centre, cross.West);
        Assert.Equal("w>w", cross.Write(town.Import().Network.Bans));
    }

    [Theory]
    [InlineData("except=motorcar", RestrictionFate.NotForCars), InlineData("except=bicycle;motorcar", RestrictionFate.NotForCars), InlineData("except=psv;bicycle", RestrictionFate.Applied)]
    [InlineData("hour_on=07:00", RestrictionFate.AtCertainTimes)]
    public void Exceptions_and_hours_are_heeded(string tag, RestrictionFate fate)
    {
        var cross = new Cross(town);
        town.Restrict("no_left_turn", cross.West, cross.Centre, cross.North, tag);
        var (roads, _, report) = town.Import();
        Assert.Equal([fate], report.Restrictions.Keys);
        Assert.Equal(fate == RestrictionFate.Applied ? 1 : 0, roads.Bans.Length);
    }

    [Fact]
    public void What_is_not_applied_is_counted_with_its_reason()
    {
        var cross = new Cross(town);
        var through = town.Way([town.Node(0, -2), cross.Centre, town.Node(2, -2)], "highway=residential");
        town.Restrict("no_left_turn", cross.West, cross.Centre, 999);
        town.Restrict("no_left_turn", cross.West, cross.Centre, through);
        town.Relate([new(cross.West, "from", OsmGeoType.Way), new(cross.North, "via", OsmGeoType.Way), new(cross.East, "to", OsmGeoType.Way)], "type=restriction", "restriction=no_u_turn");
        town.Relate([new(cross.West, "from", OsmGeoType.Way)], "type=restriction", "restriction=no_u_turn");
        town.Relate([], "type=restriction", "restriction:hgv=no_left_turn");
        town.Relate([], "type=multipolygon");
        var (roads, _, report) = town.Import();
        Assert.Empty(roads.Bans);
        Assert.Equal(
            [RestrictionFate.NotForCars, RestrictionFate.OverAWay, RestrictionFate.Incomplete, RestrictionFate.NotOfTheRoads, RestrictionFate.Unclear],
            report.Restrictions.Keys);
        Assert.Contains(report.ToLines(), line => line == "Turn restrictions not applied, over a way instead of a node: 1.");
    }

    /// <summary>Whether the second of two ends in a row is reached from the first by car and on foot, over vertices joined by roads.</summary>
    private static bool[] ReachableEnds(RoadNetwork roads)
    {
        var all = Enumerable.Range(0, roads.RoadCount).Select(roads.RoadAt).ToList();
        return [Joined(road => road.Car), Joined(road => road.Walk)];

        bool Joined(Func<Road, RoadUse> use)
        {
            var reached = new HashSet<int> { 0 };
            for (var round = 0; round < all.Count; round++)
            {
                foreach (var road in all.Where(road => use(road).IsOpen && (reached.Contains(road.From) || reached.Contains(road.To))))
                    reached.UnionWith([road.From, road.To]);
            }

            return Enumerable.Range(0, roads.VertexCount).Where(reached.Contains).Any(vertex => roads.VertexAt(vertex).Longitude > 0.0015)
                && reached.Any(vertex => roads.VertexAt(vertex).Longitude < 0.0005);
        }
    }

    /// <summary>Three streets that meet: from the west, the north and the east.</summary>
    private sealed class Cross
    {
        internal Cross(OsmTown town)
        {
            Centre = town.Node(1, 0);
            West = town.Way([town.Node(0, 0), Centre], "highway=residential");
            North = town.Way([Centre, town.Node(1, 1)], "highway=residential");
            East = town.Way([Centre, town.Node(2, 0)], "highway=residential");
        }

        internal long Centre { get; }

        internal long West { get; }

        internal long North { get; }

        internal long East { get; }

        /// <summary>The bans as "w>n": the roads are in the order of the ways.</summary>
        internal string Write(IEnumerable<TurnBan> bans) => string.Join(' ', bans.Select(ban => $"{"wne"[ban.FromRoad]}>{"wne"[ban.ToRoad]}").Order());
    }
}
