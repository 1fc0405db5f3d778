using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Web.Ogc;

namespace Gis.Web.Tests.Ogc;

/// <summary>GDAL reads the features as anybody's GDAL does: by its driver OAPIF over a real port.</summary>
[Collection(OgcTests.Name)]
public sealed class GdalTests(OgcSite site)
{
    [Fact]
    public async Task It_lists_every_collection()
    {
        var listed = await Run("ogrinfo", "-q", "OAPIF:" + site.Root);
        Assert.Equal(OgcSite.Names, listed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[1]));
    }

    [Fact]
    public async Task It_reads_every_collection_whole_page_by_page()
    {
        foreach (var name in OgcSite.Names)
        {
            // Seven to a page: the last page of none is full.
            var read = await Read(name, "-oo", "PAGE_SIZE=" + (name is "points" or "villages" or "village-areas" ? "97" : "7"));
            var served = (await site.ReadItems(name, ("limit", "10000")))["features"]!.AsArray();
            Assert.Equal(served.Select(feature => (string)feature!["id"]!), read.Select(feature => (string)feature!["properties"]!["id"]!));
            foreach (var (mine, its) in served.Zip(read))
                Assert.Equal(mine!["geometry"] is null ? [] : Numbers(mine["geometry"]!["coordinates"]!), its!["geometry"] is null ? [] : Numbers(its["geometry"]!["coordinates"]!), Near(1e-9));
        }
    }

    [Fact]
    public async Task The_points_it_reads_stand_where_the_records_have_them_with_all_that_is_said_of_them()
    {
        var points = (await Read("points")).ToDictionary(feature => (string)feature!["properties"]!["id"]!, feature => feature!);
        Assert.Equal(site.Network.Points.Length, points.Count);
        foreach (var point in site.Network.Points)
        {
            var properties = points[point.Id.ToString()]["properties"]!;
            Assert.Equal((point.Name, point.Tier.Written(), point.Stage.Written()), ((string)properties["name"]!, (string)properties["tier"]!, (string)properties["stage"]!));
            Assert.Equal((point.IsOpen, point.IsIllustrative), ((bool)properties["open"]!, (bool)properties["illustrative"]!));
            Assert.Equal(point.Position!.Accuracy.Value, (double)properties["accuracy_m"]!);
            Assert.Equal([point.Position.At.Longitude, point.Position.At.Latitude], OgcSite.PairOf(points[point.Id.ToString()]), Near(1e-9));
        }
    }

    [Fact]
    public async Task It_reads_what_lies_in_a_box()
    {
        var read = await Read("points", "-spat", "106.1", "38.3", "106.4", "38.6");
        var inside = site.Network.Points.Where(point => point.Position is { At: { Longitude: >= 106.1 and <= 106.4, Latitude: >= 38.3 and <= 38.6 } });
        Assert.Equal(inside.Select(point => point.Id.ToString()).Order(StringComparer.Ordinal), read.Select(feature => (string)feature!["properties"]!["id"]!));
    }

    [Theory]
    [InlineData("tier = 'station'"), InlineData("tier = 'room' AND open = 0"), InlineData("accuracy_m < 1000 OR tier = 'centre'"), InlineData("name LIKE '%兴%'")]
    public async Task It_reads_what_it_asks_for_by_attributes(string where)
    {
        var read = await Read("points", "-where", where);
        var filter = where.Replace("open = 0", "open = false", StringComparison.Ordinal);
        Assert.Equal(await site.ListIds("points", ("filter", filter)), read.Select(feature => (string)feature!["properties"]!["id"]!));
        Assert.NotEmpty(read);
    }

    // GDAL 3.6 asks for no coordinate system by itself: it is given each answer, and brings it back to degrees by its own formulas.
    [Fact]
    public async Task Each_coordinate_system_is_what_GDAL_takes_it_for()
    {
        foreach (var crs in OgcCrs.All.Where(crs => crs != OgcCrs.Crs84))
        {
            var address = site.Root[..^"/ogc".Length] + OgcSite.Items("villages", ("crs", crs.Uri), ("limit", "10000"));
            var code = "EPSG:" + crs.Uri.Split('/')[^1];
            string[] turn = crs.IsLatitudeFirst ? ["-ct", "+proj=axisswap +order=2,1"] : [];
            var read = await Convert([address, "-s_srs", code, "-t_srs", crs.IsLatitudeFirst ? code : "EPSG:4326", .. turn]);
            var places = site.Network.Villages.ToDictionary(village => village.Code.Digits, village => village.Position!.At);
            Assert.Equal(places.Count, read.Count);
            foreach (var feature in read)
            {
                LonLat at = places[(string)feature!["properties"]!["code"]!];
                Assert.Equal([at.Longitude, at.Latitude], OgcSite.PairOf(feature), Near(1e-8));
            }
        }
    }

    [Fact]
    public async Task It_makes_a_GeoPackage_of_all_collections_at_once()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("gis-ogc-").FullName, "all.gpkg");
        try
        {
            // One list holds areas of all kinds; the layer of firms has no geometry at all.
            await Run("ogr2ogr", "-f", "GPKG", file, "OAPIF:" + site.Root);
            var summary = await Run("ogrinfo", "-q", file);
            Assert.Equal(OgcSite.Names, summary.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[1]));
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    private Task<JsonArray> Read(string collection, params string[] options) => Convert(["OAPIF:" + site.Root, collection, .. options]);

    private static async Task<JsonArray> Convert(string[] arguments)
    {
        var json = await Run("ogr2ogr", ["-f", "GeoJSON", "/vsistdout/", .. arguments, "-lco", "COORDINATE_PRECISION=12", "-lco", "RFC7946=NO"]);
        return JsonNode.Parse(json)!["features"]!.AsArray();
    }

    private static async Task<string> Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (said, faults) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await process.WaitForExitAsync(late.Token);
        Assert.True(process.ExitCode == 0 && !(await faults).Contains("ERROR", StringComparison.Ordinal), $"{program} {string.Join(' ', arguments)}: {await faults}");
        return await said;
    }

    private static IEnumerable<double> Numbers(JsonNode coordinates) =>
        coordinates is JsonArray list ? list.SelectMany(each => Numbers(each!)) : [double.Parse(coordinates.ToJsonString(), CultureInfo.InvariantCulture)];

    private static Func<double, double, bool> Near(double tolerance) => (one, other) => Math.Abs(one - other) <= tolerance;
}
