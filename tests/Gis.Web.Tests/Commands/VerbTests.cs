using System.Text.Json;

namespace Gis.Web.Tests.Commands;

public sealed class VerbTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gis-verbs-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string File(string name, string text)
    {
        var path = Path.Combine(folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    // One degree along the equator is 111,319.491 m on WGS-84 and CGCS2000 (2π·6378137/360).
    [Fact]
    public async Task Nearest_gives_metres_to_the_millimetre_nearest_first()
    {
        var (exit, output, _) = await GisProcess.Run(
            "", "nearest", "--sites", File("s.csv", "id,lon,lat\nfar,2,0\nnear,1,0\n"), "--points", File("p.csv", "id,lon,lat\nhome,0,0\n"), "--k", "2");
        Assert.Equal(0, exit);
        Assert.Equal("point,site,metres,rank\r\nhome,near,111319.491,1\r\nhome,far,222638.982,2\r\n", output);
    }

    [Fact]
    public async Task Nearest_says_it_in_json_too()
    {
        var (_, output, _) = await GisProcess.Run(
            "", "nearest", "--sites", File("s.csv", "id,lon,lat\n1,1,0\n"), "--points", File("p.csv", "id,lon,lat\n2,0,0\n"), "--json");
        using var json = JsonDocument.Parse(output);
        Assert.Equal("1", json.RootElement.GetProperty("nearest")[0].GetProperty("site").GetString());
    }

    [Theory]
    [InlineData("id,lon,lat\na,200,0\n", "line 2, column lon"), InlineData("id,lon,lat\na,38,106\n", "axes swapped"), InlineData("id,lon\na,1\n", "column lat")]
    [InlineData("id,lon,lat\na,1,1\na,2,2\n", "line 3, column id"), InlineData("", "empty file"), InlineData("id,lon,lat\na,x,1\n", "found 'x', should be a number")]
    public async Task A_wrong_file_ends_with_2_and_says_file_line_and_column(string sites, string words)
    {
        var (exit, output, errors) = await GisProcess.Run(
            "", "nearest", "--sites", File("s.csv", sites), "--points", File("p.csv", "id,lon,lat\nhome,0,0\n"));
        Assert.Equal(2, exit);
        Assert.Empty(output);
        Assert.Contains("s.csv", errors, StringComparison.Ordinal);
        Assert.Contains(words, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ids_come_back_as_they_were()
    {
        var (_, nearest, _) = await GisProcess.Run(
            "", "nearest", "--sites", File("s.csv", "id,lon,lat\n=1+1,0,0\n"), "--points", File("p.csv", "id,lon,lat\n-home,0,0\n"));
        Assert.Equal("point,site,metres,rank\r\n-home,=1+1,0.000,1\r\n", nearest);
        var (_, converted, _) = await GisProcess.Run("id,x,y\n@a,1,1\n", "convert", "--from", "wgs84", "--to", "cgcs2000");
        Assert.Equal("id,x,y\r\n@a,1,1\r\n", converted);
    }

    [Fact]
    public async Task Convert_there_and_back_is_the_same_place()
    {
        var (_, there, _) = await GisProcess.Run("id,x,y\n1,106.2309,38.4872\n", "convert", "--from", "wgs84", "--to", "bd09mc");
        var (exit, back, _) = await GisProcess.Run(there, "convert", "--from", "bd09mc", "--to", "wgs84");
        Assert.Equal(0, exit);
        var cells = back.Split("\r\n")[1].Split(',');
        Assert.Equal(106.2309, double.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture), 7);
        Assert.Equal(38.4872, double.Parse(cells[2], System.Globalization.CultureInfo.InvariantCulture), 7);
    }

    [Theory, InlineData("mars2000", "id,x,y\n1,1,1\n", "mars2000"), InlineData("wgs84", "id,x,y\n1,106,95\n", "line 2"), InlineData("wgs84", "id,x\n1,1\n", "column y")]
    public async Task Convert_refuses_what_it_cannot_read(string from, string input, string words)
    {
        var (exit, output, errors) = await GisProcess.Run(input, "convert", "--from", from, "--to", "gcj02");
        Assert.Equal((2, ""), (exit, output));
        Assert.Contains(words, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_finds_a_fresh_store_sound_and_export_makes_a_file_of_each_kind()
    {
        var data = GisApp.DrawFolder("gis-verbs-data-");
        var (exit, output, _) = await GisProcess.Run("", "verify", "--data", data);
        Assert.Equal(0, exit);
        Assert.Contains("sound", output, StringComparison.Ordinal);
        foreach (var name in new[] { "n.gpkg", "n.points.csv", "n.villages.csv" })
        {
            Assert.Equal(0, (await GisProcess.Run("", "export", Path.Combine(folder, name), "--data", data)).Exit);
            Assert.True(new FileInfo(Path.Combine(folder, name)).Length > 1000);
        }
    }

    [Fact]
    public async Task Verify_of_a_mistyped_folder_is_refused_and_makes_nothing()
    {
        Assert.Equal(2, (await GisProcess.Run("", "verify", "--data", Path.Combine(folder, "dtaa"))).Exit);
        Assert.False(Directory.Exists(Path.Combine(folder, "dtaa")));
    }

    [Fact]
    public async Task Export_to_an_unknown_kind_of_file_is_refused_before_anything_is_made()
    {
        Assert.Equal(2, (await GisProcess.Run("", "export", Path.Combine(folder, "n.docx"), "--data", Path.Combine(folder, "data"))).Exit);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task Export_onto_the_store_itself_is_refused()
    {
        var (exit, _, errors) = await GisProcess.Run("", "export", Path.Combine(folder, "network.gpkg"), "--data", folder);
        Assert.Equal(2, exit);
        Assert.Contains("the store itself", errors, StringComparison.Ordinal);
    }

    [Theory, InlineData("dance"), InlineData("coverage", "--limit", "-3"), InlineData("coverage", "--mode", "rocket"), InlineData("nearest")]
    public async Task An_unknown_verb_or_option_ends_with_2(params string[] args) => Assert.Equal(
        2, (await GisProcess.Run("", [.. args, .. args[0] == "coverage" ? new[] { "--data", Path.Combine(folder, "data") } : []])).Exit);

    [Theory, InlineData("help"), InlineData("help", "coverage"), InlineData("--help")]
    public async Task Help_explains(params string[] args)
    {
        var (exit, output, _) = await GisProcess.Run("", args);
        Assert.Equal(0, exit);
        Assert.Contains("coverage", output, StringComparison.Ordinal);
    }
}
