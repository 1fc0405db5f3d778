using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Travel;
using Gis.Core.Travel.Roads;
using Gis.Data.Roads;
using Gis.Data.Tests.Store;

namespace Gis.Data.Tests.Roads;

/// <summary>What is kept of imported roads: whole, named by its content, and never in use when damaged.</summary>
public sealed class RoadsFolderTests : IDisposable
{
    private readonly OsmTown town = new();
    private readonly RoadsFolder folder;

    public RoadsFolderTests()
    {
        folder = new RoadsFolder(town.Folder);
        var row = town.Row(5);
        var bollard = town.Node(2, 1, "barrier=bollard");
        var west = town.Way(row[..3], "highway=primary", "oneway=yes");
        var east = town.Way(row[2..], "highway=primary", "bridge=yes", "name=大桥");
        town.Way([row[2], bollard, town.Node(2.5, 1.5)], "highway=residential");
        town.Restrict("no_straight_on", west, row[2], east);
    }

    public void Dispose() => town.Dispose();

    [Fact]
    public void What_is_kept_comes_back_to_the_last_bit()
    {
        var roads = town.Import();
        folder.Keep(roads);
        folder.Use(roads);
        var back = folder.Load()!;
        Assert.Equal(Lines(roads), Lines(back));
        Assert.Equal(roads.Source, back.Source);
        Assert.Equal(roads.ToLines(), back.ToLines());
    }

    [Fact]
    public void Before_the_first_import_there_are_no_roads() => Assert.Null(folder.Load());

    [Fact]
    public void The_same_content_is_read_once_whatever_it_is_called()
    {
        folder.Keep(folder.Read(town.Save("a.osm.pbf"), Crs.Wgs84));
        File.Copy(town.PathOf("a.osm.pbf"), town.PathOf("b.osm.pbf"));
        Assert.Equal("a.osm.pbf", folder.Read(town.PathOf("b.osm.pbf"), Crs.Wgs84).Source.File);
        Assert.Equal("gcj02", folder.Read(town.PathOf("b.osm.pbf"), Crs.Gcj02).Source.Datum);
    }

    [Fact]
    public void An_import_that_fails_leaves_the_roads_in_use()
    {
        var roads = folder.Read(town.Save(), Crs.Wgs84);
        folder.Keep(roads);
        folder.Use(roads);
        var whole = File.ReadAllBytes(town.PathOf("town.osm.pbf"));
        File.WriteAllBytes(town.PathOf("cut.osm.pbf"), whole[..(whole.Length / 2)]);
        Assert.Throws<RoadsException>(() => folder.Read(town.PathOf("cut.osm.pbf"), Crs.Wgs84));
        Assert.Equal(roads.Network.Version, folder.Load()!.Network.Version);
    }

    [Theory, InlineData(0), InlineData(100), InlineData(-10)]
    public void Damaged_roads_are_refused_and_made_anew_from_the_same_data(int at)
    {
        var roads = folder.Read(town.Save(), Crs.Wgs84);
        folder.Keep(roads);
        folder.Use(roads);
        var file = Directory.GetFiles(town.PathOf("roads"), "*.roads").Single();
        var bytes = File.ReadAllBytes(file);
        bytes[at < 0 ? bytes.Length + at : at] ^= 1;
        File.WriteAllBytes(file, bytes);

        Assert.Contains("damaged", Assert.Throws<RoadsException>(folder.Load).Message, StringComparison.Ordinal);
        folder.Keep(folder.Read(town.PathOf("town.osm.pbf"), Crs.Wgs84));
        Assert.Equal(Lines(roads), Lines(folder.Load()!));
    }

    [Theory, InlineData("../elsewhere"), InlineData(""), InlineData("osm-000000000000-1")]
    public void A_current_file_that_names_no_roads_here_is_refused(string text)
    {
        Directory.CreateDirectory(town.PathOf("roads"));
        File.WriteAllText(folder.CurrentFile, text);
        Assert.Throws<RoadsException>(folder.Load);
    }

    [Fact]
    public void A_travel_table_is_measured_once_and_read_from_then_on()
    {
        var network = Network();
        var measured = new RoadTables(town.Import(), folder).Table(network, TravelMode.Walk, RoadConditions.Usual);
        var file = Directory.GetFiles(town.PathOf("roads"), "*.table").Single();
        var written = File.GetLastWriteTimeUtc(file);

        var read = new RoadTables(town.Import(), folder).Table(network, TravelMode.Walk, RoadConditions.Usual);

        Assert.Equal(written, File.GetLastWriteTimeUtc(file));
        Assert.Equal((measured.Version, measured.Mode, measured.Pace), (read.Version, read.Mode, read.Pace));
        Assert.Equal(Rows(measured), Rows(read));
        Assert.StartsWith("roads-1:osm-", read.Version, StringComparison.Ordinal);
    }

    // 222.639 m at 4.5 km/h on the road are 2.9685 minutes, from the village at its start to the point at its end.
    [Fact]
    public void The_minutes_of_a_table_are_those_of_the_road()
    {
        var reach = Assert.Single(Rows(new RoadTables(town.Import(), folder).Table(Network(), TravelMode.Walk, RoadConditions.Usual)));
        Assert.Equal(2.9685, reach.Time.Value, 4);
        Assert.Equal(222.639, reach.Way.Value, 3);
    }

    [Fact]
    public void A_damaged_table_is_made_anew()
    {
        var network = Network();
        var table = new RoadTables(town.Import(), folder).Table(network, TravelMode.Walk, RoadConditions.Usual);
        var file = Directory.GetFiles(town.PathOf("roads"), "*.table").Single();
        File.WriteAllText(file, "no table");
        Assert.Equal(Rows(table), Rows(new RoadTables(town.Import(), folder).Table(network, TravelMode.Walk, RoadConditions.Usual)));
    }

    [Fact]
    public void What_two_imports_have_superseded_is_deleted_and_what_was_served_before_is_not()
    {
        var imports = new List<ImportedRoads>();
        for (var import = 0; import < 3; import++)
        {
            town.Way(town.Row(2, import + 2), "highway=residential");
            imports.Add(folder.Read(town.Save(), Crs.Wgs84));
            Take(imports[^1]);
        }

        Assert.Equal(imports.Skip(1).Select(roads => roads.Network.Version + ".roads").Order(), ListFiles("*.roads"));
        Assert.Equal(2, ListFiles("*.table").Count());
        Assert.Equal(imports[2].Network.Version, folder.Load()!.Network.Version);
        // Those before come back into use, though they are kept already, and nothing is read anew.
        Take(imports[1]);
        Assert.Equal(imports[1].Network.Version, folder.Load()!.Network.Version);
    }

    [Fact]
    public void What_another_import_has_just_kept_is_not_deleted()
    {
        var first = folder.Read(town.Save(), Crs.Wgs84);
        Take(first);
        town.Way(town.Row(2, 2), "highway=residential");
        var kept = town.Import();
        folder.Keep(kept);
        town.Way(town.Row(2, 3), "highway=residential");
        Take(town.Import());
        folder.Use(kept);
        Assert.Equal(kept.Network.Version, folder.Load()!.Network.Version);
    }

    [Fact]
    public void What_joins_a_road_badly_is_listed_the_most_doubtful_first()
    {
        // The village 1 km north of the roads is far from them; the point 40 km away has none near.
        var network = Network(LonLat.Of(0, 0.0105), LonLat.Of(0, 0.4));
        var (villages, points) = new RoadTables(town.Import(), folder).Snap(network, TravelMode.Walk);
        var issues = SnapIssue.List(network, TravelMode.Walk, villages, points);
        Assert.Equal([SnapOutcome.NothingNear, SnapOutcome.Far], issues.Select(issue => issue.Outcome));
        Assert.Null(issues[0].Away);
        Assert.InRange(issues[1].Away!.Value.Value, 1000, 1200);
    }

    /// <summary>All that an import does, and as if a minute had passed since.</summary>
    private void Take(ImportedRoads roads)
    {
        folder.Keep(roads);
        new RoadTables(roads, folder).Table(Network(), TravelMode.Walk, RoadConditions.Usual);
        folder.Use(roads);
        foreach (var file in Directory.GetFiles(town.PathOf("roads")))
            File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file).AddMinutes(-1));
    }

    private IEnumerable<string> ListFiles(string pattern) => Directory.GetFiles(town.PathOf("roads"), pattern).Select(file => Path.GetFileName(file)).Order();

    private static ServiceNetwork Network() => Network(LonLat.Of(0, 0), LonLat.Of(0.002, 0));

    /// <summary>A village and the room that serves it.</summary>
    private static ServiceNetwork Network(LonLat village, LonLat room)
    {
        var parts = StoreFolder.Town();
        return new ServiceNetwork(parts with
        {
            Villages = [parts.Villages[0] with { Position = At(village) }],
            Points = [parts.Points[2] with { Area = parts.Villages[0].Code, Position = At(room) }],
        });

        static Position At(LonLat at) => new(at, Placement.Surveyed, default, "made up for a test");
    }

    private static Reach[] Rows(TravelTable table) => [.. Enumerable.Range(0, table.RowCount).SelectMany(row => table.Row(row).ToArray())];

    private static IEnumerable<string> Lines(ImportedRoads roads) => Enumerable.Range(0, roads.Network.RoadCount)
        .Select(roads.Network.RoadAt)
        .Select((road, index) => $"{road with { Shape = default }} {string.Join(' ', road.Shape.Select(Exact))} {roads.Network.LengthOf(index).Value:R}")
        .Concat(Enumerable.Range(0, roads.Network.VertexCount).Select(vertex => Exact(roads.Network.VertexAt(vertex))))
        .Concat(roads.Network.Bans.Select(ban => ban.ToString()));

    private static string Exact(LonLat at) => $"{at.Longitude:R},{at.Latitude:R}";
}
