using System.Collections.Immutable;
using System.Text;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Units;
using Gis.Data.Roads;
using Gis.Data.Tests.Store;

namespace Gis.Data.Tests.Roads;

/// <summary>What cannot be used as roads is refused in words: which file, what was found, what would be right.</summary>
public sealed class BadRoadsTests : IDisposable
{
    private readonly OsmTown town = new();

    public void Dispose() => town.Dispose();

    [Fact]
    public void A_PBF_cut_short_is_refused_wherever_it_was_cut()
    {
        town.Way(town.Row(4), "highway=residential");
        var whole = File.ReadAllBytes(town.Save());
        for (var length = 1; length < whole.Length; length += 7)
        {
            File.WriteAllBytes(town.PathOf("cut.osm.pbf"), whole[..length]);
            var refused = Refuse("cut.osm.pbf");
            Assert.True(
                refused.Contains("cut short", StringComparison.Ordinal) || refused.Contains("does not begin as PBF", StringComparison.Ordinal) || refused.Contains("no roads", StringComparison.Ordinal),
                $"{length} of {whole.Length}: {refused}");
        }
    }

    [Fact]
    public void A_PBF_damaged_inside_is_refused()
    {
        town.Way(town.Row(40), "highway=residential");
        var bytes = File.ReadAllBytes(town.Save());
        bytes.AsSpan(bytes.Length / 2, 40).Fill(0xAA);
        File.WriteAllBytes(town.PathOf("damaged.osm.pbf"), bytes);
        Assert.Contains("damaged.osm.pbf: found", Refuse("damaged.osm.pbf"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("page.osm.pbf", "<html><body>404 Not Found</body></html>", "does not begin as PBF does")]
    [InlineData("empty.osm.pbf", "", "an empty file")]
    [InlineData("empty.osm", "", "an empty file")]
    [InlineData("roads.shp", "x", "a file ending in '.shp'")]
    [InlineData("cut.osm", "<osm version=\"0.6\"><way id=\"1\"><nd ref=\"1\"/>", "something that is not OSM XML")]
    [InlineData("words.osm", "these are no roads", "something that is not OSM XML")]
    [InlineData("other.osm", "<gpx></gpx>", "no roads among 0 ways")]
    public void What_is_no_OpenStreetMap_data_is_refused(string name, string content, string words)
    {
        File.WriteAllText(town.PathOf(name), content, new UTF8Encoding(false));
        var refused = Refuse(name);
        Assert.StartsWith(name + ": found", refused, StringComparison.Ordinal);
        Assert.Contains(words, refused, StringComparison.Ordinal);
        Assert.Contains("should be", refused, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused() => Assert.Contains("no such file", Refuse("nowhere.osm.pbf"), StringComparison.Ordinal);

    [Theory, InlineData("town.osm.pbf"), InlineData("town.osm")]
    public void Data_without_roads_is_refused(string name)
    {
        town.Way(town.Row(3), "building=yes");
        town.Save(name);
        Assert.Contains("no roads among 1 ways", Refuse(name), StringComparison.Ordinal);
    }

    [Fact]
    public void Roads_none_of_whose_nodes_are_there_are_refused()
    {
        town.Node(0, 0);
        town.Way([998, 999], "highway=residential");
        town.Save();
        Assert.Contains("none of the nodes they pass", Refuse("town.osm.pbf"), StringComparison.Ordinal);
    }

    // Yinchuan is at 106 E, 38 N; written the other way round its latitude would be 106.
    [Theory, InlineData("town.osm.pbf"), InlineData("town.osm")]
    public void Swapped_coordinates_are_refused_and_said(string name)
    {
        town.Way([town.NodeAt(38.48, 106.23), town.NodeAt(38.49, 106.23)], "highway=residential");
        town.Save(name);
        var refused = Refuse(name);
        Assert.Contains("latitude 106.23", refused, StringComparison.Ordinal);
        Assert.Contains("the two are swapped", refused, StringComparison.Ordinal);
    }

    [Fact]
    public void Roads_of_another_city_are_refused_with_both_boxes()
    {
        town.Way([town.NodeAt(9.5, 47.1), town.NodeAt(9.6, 47.2)], "highway=residential");
        var refused = Assert.Throws<RoadsException>(() => ExtractCheck.Check(Surveyed([LonLat.Of(106.2, 38.4), LonLat.Of(106.3, 38.5)]), town.Import())).Message;
        Assert.Contains("9.5 to 9.6 E, 47.1 to 47.2 N", refused, StringComparison.Ordinal);
        Assert.Contains("no village of Yinchuan", refused, StringComparison.Ordinal);
        Assert.Contains("106.2 to 106.3 E, 38.4 to 38.5 N", refused, StringComparison.Ordinal);
    }

    // A town at 30 E, 60 N: swapped, it is a place as well, but another.
    [Fact]
    public void Where_swapped_coordinates_are_another_place_that_is_said_too()
    {
        town.Way([town.NodeAt(60, 30), town.NodeAt(60.1, 30.1)], "highway=residential");
        var refused = Assert.Throws<RoadsException>(() => ExtractCheck.Check(Surveyed([LonLat.Of(30.05, 60.05)]), town.Import()));
        Assert.Contains("longitude and latitude are swapped", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Roads_that_hold_one_village_and_roads_for_a_city_without_positions_are_taken()
    {
        town.Way([town.NodeAt(106.2, 38.4), town.NodeAt(106.3, 38.5)], "highway=residential");
        ExtractCheck.Check(Surveyed([LonLat.Of(106.2, 38.4), LonLat.Of(120, 30)]), town.Import());
        ExtractCheck.Check(Surveyed([]), town.Import());
    }

    // Twenty positions on a street of Yinchuan; GCJ-02 moves the street some 390 m.
    [Fact]
    public void Roads_in_GCJ_02_are_refused_and_the_remedy_named()
    {
        var network = Surveyed(DrawStreet(shifted: true));
        var refused = Assert.Throws<RoadsException>(() => ExtractCheck.Check(network, town.Import())).Message;
        Assert.Contains("--datum gcj02", refused, StringComparison.Ordinal);
        Assert.Contains("but 0 m when shifted to GCJ-02", refused, StringComparison.Ordinal);
        ExtractCheck.Check(network, town.Import(datum: Crs.Gcj02));
    }

    [Fact]
    public void True_roads_taken_for_GCJ_02_are_refused()
    {
        var network = Surveyed(DrawStreet(shifted: false));
        ExtractCheck.Check(network, town.Import());
        var refused = Assert.Throws<RoadsException>(() => ExtractCheck.Check(network, town.Import(datum: Crs.Gcj02)));
        Assert.Contains("without --datum gcj02", refused.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData(19, 0.0), InlineData(20, 51.0)]
    public void Too_few_positions_or_doubtful_ones_say_nothing_of_the_datum(int count, double accuracy) =>
        ExtractCheck.Check(Surveyed([.. DrawStreet(shifted: true).Take(count)], accuracy), town.Import());

    private string Refuse(string name) => Assert.Throws<RoadsException>(() => RoadsImport.Read(town.PathOf(name), Crs.Wgs84)).Message;

    /// <summary>A street drawn true or shifted; gives the true positions along it.</summary>
    private List<LonLat> DrawStreet(bool shifted)
    {
        var street = Enumerable.Range(0, 20).Select(place => LonLat.Of(106.2 + (place / 200.0), 38.4 + (place / 150.0))).ToList();
        var drawn = street.Select(at => shifted ? Crs.Gcj02.FromLonLat(at) : new XY(at.Longitude, at.Latitude));
        town.Way([.. drawn.Select(at => town.NodeAt(at.X, at.Y)).ToList()], "highway=tertiary");
        return street;
    }

    /// <summary>A network whose villages are surveyed to stand at these positions.</summary>
    private static ServiceNetwork Surveyed(IReadOnlyList<LonLat> positions, double accuracy = 50)
    {
        var parts = StoreFolder.Town();
        return new ServiceNetwork(parts with
        {
            Villages =
            [
                .. positions.Select((at, number) => parts.Villages[0] with
                {
                    Code = AreaCode.Parse($"640104100{number:000}"),
                    Position = new Position(at, Placement.Surveyed, new Metres(accuracy), "made up for a test"),
                }),
            ],
            Points = ImmutableArray<ServicePoint>.Empty,
        });
    }
}
