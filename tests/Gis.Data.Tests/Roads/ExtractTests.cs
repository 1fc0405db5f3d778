using System.Diagnostics;
using System.Text.Json;
using Gis.Core.Places;
using Gis.Core.Travel;
using Gis.Core.Travel.Roads;
using Gis.Data.Roads;

namespace Gis.Data.Tests.Roads;

/// <summary>
/// A whole small country imported end to end, where its extract lies beside the repository; else a made-up town of some
/// hundred ways. Both are counted by osmium as well.
/// </summary>
public sealed class ExtractTests : IDisposable
{
    private readonly OsmTown town = new();
    private readonly string? country = FindCountry();

    public void Dispose() => town.Dispose();

    [Fact]
    public void The_counts_are_those_of_osmium()
    {
        foreach (var file in new[] { country, SaveGrid("grid.osm.pbf"), SaveGrid("grid.osm") }.OfType<string>())
        {
            var roads = RoadsImport.Read(file, Crs.Wgs84);
            using var counted = JsonDocument.Parse(Osmium("fileinfo", "-e", "-j", file));
            var data = counted.RootElement.GetProperty("data");
            var count = data.GetProperty("count");
            Assert.Equal(
                new OsmCounts(count.GetProperty("nodes").GetInt32(), count.GetProperty("ways").GetInt32(), count.GetProperty("relations").GetInt32()),
                roads.Report.Read);
            if (data.TryGetProperty("timestamp", out var times) && times.GetProperty("last").GetDateTime() is { Year: > 1970 } last)
                Assert.Equal(last.ToUniversalTime(), roads.Report.LastEdit!.Value.ToUniversalTime());
        }
    }

    [Theory, InlineData("pbf_dense_nodes=false"), InlineData("pbf_compression=none"), InlineData("add_metadata=false"), InlineData("pbf_dense_nodes=false,add_metadata=false")]
    public void However_the_blocks_are_written_the_roads_are_the_same(string way)
    {
        var file = country ?? SaveGrid("grid.osm.pbf");
        Osmium("cat", "-O", "-f", "pbf," + way, "-o", town.PathOf("written.osm.pbf"), file);
        var (usual, written) = (RoadsImport.Read(file, Crs.Wgs84), RoadsImport.Read(town.PathOf("written.osm.pbf"), Crs.Wgs84));
        Assert.Equal(usual.Report.ToLines().Skip(1), written.Report.ToLines().Skip(1));
        Assert.Equal(usual.Report.Read, written.Report.Read);
        Assert.Equal(way.Contains("metadata", StringComparison.Ordinal) ? null : usual.Report.LastEdit, written.Report.LastEdit);
        Assert.Equal(usual.Network.Bans.AsEnumerable(), written.Network.Bans);
        Assert.Equal(ListLengths(usual.Network), ListLengths(written.Network));
    }

    [Fact]
    public void Blocks_packed_in_another_way_are_refused_in_words()
    {
        Osmium("cat", "-O", "-f", "pbf,pbf_compression=lz4", "-o", town.PathOf("lz4.osm.pbf"), SaveGrid("grid.osm.pbf"));
        var refused = Assert.Throws<RoadsException>(() => RoadsImport.Read(town.PathOf("lz4.osm.pbf"), Crs.Wgs84));
        Assert.Contains("packed in another way than zlib", refused.Message, StringComparison.Ordinal);
    }

    // What osmium finds by the tags alone: ways with a highway for cars, and restrictions.
    [Fact]
    public void The_ways_for_cars_are_those_osmium_finds_by_their_tags()
    {
        var file = country ?? SaveGrid("grid.osm.pbf");
        var highways = string.Join(',', "motorway", "motorway_link", "trunk", "trunk_link", "primary", "primary_link", "secondary", "secondary_link", "tertiary", "tertiary_link", "unclassified", "residential", "living_street", "service", "track", "road");
        var open = town.PathOf("cars.osm.pbf");
        Osmium("tags-filter", "-O", "-o", town.PathOf("highways.osm.pbf"), file, "w/highway=" + highways);
        Osmium("tags-filter", "-O", "-i", "-o", open, town.PathOf("highways.osm.pbf"), "w/access,vehicle,motor_vehicle,motorcar");
        var (all, plain) = (CountWays(town.PathOf("highways.osm.pbf")), CountWays(open));
        var cars = RoadsImport.Read(file, Crs.Wgs84).Report.Ways.Car;
        // Those without any word of access are all open; with one, some are not, and no other is.
        Assert.InRange(cars, plain, all);
    }

    // Vaduz to Schaan: 3.0 km in a straight line, on the country road with its limits of 50 and 80 km/h.
    [Fact]
    public void Minutes_over_the_roads_are_such_as_one_would_expect()
    {
        var (start, end) = country is null ? (LonLat.Of(0, 0), LonLat.Of(0.009, 0.009)) : (LonLat.Of(9.5209, 47.1410), LonLat.Of(9.5096, 47.1650));
        var travel = new RoadTables(RoadsImport.Read(country ?? SaveGrid("grid.osm.pbf"), Crs.Wgs84), new RoadsFolder(town.Folder));
        var straight = Geodesic.Distance(start, end);
        foreach (var mode in RoadTables.Modes)
        {
            var trip = travel.Travel(mode, RoadConditions.Usual).FindRoute(start, end, RoadTables.Limit)!;
            Assert.InRange(trip.Trip.Way.Value, straight.Value, straight.Value * 1.6);
            var kilometresPerHour = trip.Trip.Way.Kilometres / trip.Trip.Time.Value * 60;
            Assert.InRange(kilometresPerHour, mode == TravelMode.Walk ? 3.5 : mode == TravelMode.EBike ? 10 : 20, mode == TravelMode.Walk ? 4.51 : mode == TravelMode.EBike ? 18.1 : 65);
        }
    }

    private static IEnumerable<double> ListLengths(RoadNetwork roads) => Enumerable.Range(0, roads.RoadCount).Select(road => roads.LengthOf(road).Value);

    private int CountWays(string file)
    {
        using var counted = JsonDocument.Parse(Osmium("fileinfo", "-e", "-j", file));
        return counted.RootElement.GetProperty("data").GetProperty("count").GetProperty("ways").GetInt32();
    }

    /// <summary>Twenty by twenty blocks: 800 ways, one in seven without cars, one oneway in five, a restriction at every third junction.</summary>
    private string SaveGrid(string name)
    {
        const int side = 20;
        using var grid = new OsmTown();
        var nodes = Enumerable.Range(0, side * side).Select(number => grid.Node(number % side, number / side)).ToArray();
        var ways = new List<long>();
        for (var number = 0; number < side * side; number++)
        {
            if (number % side < side - 1)
                ways.Add(grid.Way([nodes[number], nodes[number + 1]], number % 7 == 0 ? "highway=footway" : "highway=residential", number % 5 == 0 ? "oneway=yes" : "name=街"));
            if (number / side < side - 1)
                ways.Add(grid.Way([nodes[number], nodes[number + side]], "highway=tertiary", number % 11 == 0 ? "motor_vehicle=no" : "lit=yes"));
        }

        grid.Restrict("no_left_turn", ways[0], nodes[0], ways[1]);
        var path = town.PathOf(name);
        File.Copy(grid.Save(name), path, overwrite: true);
        return path;
    }

    private static string? FindCountry()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Gis.sln")))
                return Path.Combine(folder.FullName, "..", "shared", "osm", "liechtenstein-latest.osm.pbf") is var file && File.Exists(file) ? Path.GetFullPath(file) : null;
        }

        return null;
    }

    private static string Osmium(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("osmium", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"osmium (Debian: osmium-tool) ended with {process.ExitCode}: {errors.Result}");
        return output;
    }
}
