namespace Gis.Web.Tests.Commands;

/// <summary><c>gis travel</c> as other programs call it.</summary>
public sealed class TravelVerbTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gis-travel-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string File(string name, string text)
    {
        var path = Path.Combine(folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    private string From => File("a.csv", "id,lon,lat\nwest,0,0\neast,0.01,0\n");

    private string To => File("b.csv", "id,lon,lat\neast,0.01,0\nwest,0,0\n");

    // A oneway street eastward: 0.01 degrees of the equator are 1113.195 m, at 4.5 km/h 14.84260 minutes, by car at 24 km/h 2.78298.
    private string Roads => File("street.osm", """
        <osm version="0.6"><node id="1" lon="0" lat="0"/><node id="2" lon="0.01" lat="0"/>
        <way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/><tag k="oneway" v="yes"/></way>
        <way id="2"><nd ref="1"/><nd ref="2"/><tag k="highway" v="footway"/></way></osm>
        """);

    // 1113.195 m x 1.3 = 1447.153 m at 4.5 km/h are 19.29538 minutes; a place reaches itself at once.
    [Fact]
    public async Task The_estimate_is_the_straight_line_times_the_detour_and_says_what_it_does_not_know()
    {
        var (exit, output, errors) = await GisProcess.Run("", "travel", "--from", From, "--to", To, "--estimate", "--mode", "walk");
        Assert.Equal(0, exit);
        var rows = Read(output);
        Assert.Equal(["west,east", "west,west", "east,east", "east,west"], rows.Select(row => row.Pair));
        Assert.Equal(19.29538, rows[0].Minutes, 4);
        Assert.Equal(1447.153, rows[0].Metres, 2);
        Assert.Equal((0, 0), (rows[1].Minutes, rows[1].Metres));
        Assert.Contains("one bank", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_roads_there_and_back_are_kept_apart()
    {
        var (exit, output, errors) = await GisProcess.Run("", "travel", "--from", From, "--to", To, "--roads", Roads, "--mode", "walk");
        Assert.Equal(0, exit);
        var rows = Read(output);
        Assert.Equal(4, rows.Count);
        Assert.Equal(14.8426, rows[0].Minutes, 4);
        Assert.Equal(1113.195, rows[0].Metres, 2);
        Assert.Contains("Read 2 nodes, 2 ways, 0 relations", errors, StringComparison.Ordinal);
    }

    [Theory, InlineData("14.8427", 4), InlineData("14.8425", 2)]
    public async Task What_is_beyond_the_limit_is_not_there(string limit, int rows)
    {
        var (_, output, _) = await GisProcess.Run("", "travel", "--from", From, "--to", To, "--roads", Roads, "--mode", "walk", "--limit", limit);
        Assert.Equal(rows, Read(output).Count);
    }

    [Fact]
    public async Task The_table_may_go_to_a_file()
    {
        var file = Path.Combine(folder, "c.csv");
        var (exit, output, _) = await GisProcess.Run("", "travel", "--from", From, "--to", To, "--estimate", "--mode", "car", "--out", file);
        Assert.Equal((0, ""), (exit, output));
        Assert.Equal(4, Read(await System.IO.File.ReadAllTextAsync(file)).Count);
    }

    [Fact]
    public async Task What_joins_no_road_is_said_and_not_in_the_table()
    {
        var far = File("far.csv", "id,lon,lat\nlost,1,1\nnear,0,0.001\n");
        var (exit, output, errors) = await GisProcess.Run("", "travel", "--from", far, "--to", To, "--roads", Roads, "--mode", "walk");
        Assert.Equal(0, exit);
        Assert.DoesNotContain("lost", output, StringComparison.Ordinal);
        Assert.Contains("--from lost is with no road near.", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--roads FILE or --estimate", "--mode", "walk"), InlineData("--mode: found 'bus'", "--estimate", "--mode", "bus")]
    [InlineData("--limit: found '0'", "--estimate", "--mode", "walk", "--limit", "0"), InlineData("--limit: found 'NaN'", "--estimate", "--mode", "walk", "--limit", "NaN")]
    [InlineData("no such file", "--roads", "nowhere.osm.pbf", "--mode", "walk"), InlineData("a file ending in '.csv'", "--roads", "roads.csv", "--mode", "walk")]
    public async Task Wrong_input_ends_with_2_and_writes_nothing(string words, params string[] options)
    {
        var (exit, output, errors) = await GisProcess.Run("", ["travel", "--from", From, "--to", To, .. options]);
        Assert.Equal((2, ""), (exit, output));
        Assert.Contains(words, errors, StringComparison.Ordinal);
    }

    private static List<(string Pair, double Minutes, double Metres)> Read(string csv)
    {
        var lines = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("from,to,minutes,metres", lines[0]);
        return [.. lines.Skip(1).Select(line => line.Split(',')).Select(cells => (
            $"{cells[0]},{cells[1]}",
            double.Parse(cells[2], System.Globalization.CultureInfo.InvariantCulture),
            double.Parse(cells[3], System.Globalization.CultureInfo.InvariantCulture)))];
    }
}
