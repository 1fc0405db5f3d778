using System.Net;
using Gis.Web.Ogc;

namespace Gis.Web.Tests.Ogc;

/// <summary>The abstract tests of OGC API - Features Part 2 (18-058r1, annex A).</summary>
[Collection(OgcTests.Name)]
public sealed class FeaturesCrsTests(OgcSite site)
{
    private const string Crs84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    private const string Epsg = "http://www.opengis.net/def/crs/EPSG/0/";

    public static TheoryData<string> All => [.. OgcCrs.All.Select(crs => crs.Uri)];

    [Fact]
    public async Task Ats_crs_crs_uri_and_storageCrs_each_collection_lists_the_systems_and_stores_in_one_of_them()
    {
        var list = await site.Read("/ogc/collections");
        foreach (var collection in list["collections"]!.AsArray())
        {
            var systems = collection!["crs"]!.AsArray().Select(crs => (string)crs!).ToList();
            Assert.Equal([Crs84, Epsg + "4490", Epsg + "4326", Epsg + "3857"], systems);
            Assert.Equal(Epsg + "4490", (string)collection["storageCrs"]!);
        }
    }

    [Theory, MemberData(nameof(All))]
    public async Task Ats_crs_crs_parameter_every_system_is_answered_in_and_named_in_the_header(string crs)
    {
        using var list = await site.Ask(OgcSite.Items("points", ("crs", crs), ("limit", "1")));
        Assert.Equal($"<{crs}>", list.Headers.GetValues("Content-Crs").Single());
        using var one = await site.Ask($"/ogc/collections/points/items/centre-640104?crs={Uri.EscapeDataString(crs)}");
        Assert.Equal($"<{crs}>", one.Headers.GetValues("Content-Crs").Single());
    }

    [Fact]
    public async Task Ats_crs_crs_parameter_default_and_default_crs_without_the_parameter_it_is_CRS84()
    {
        using var plain = await site.Ask(OgcSite.Items("points", ("limit", "1")));
        Assert.Equal($"<{Crs84}>", plain.Headers.GetValues("Content-Crs").Single());
        var (bare, named) = (await site.ReadItems("points"), await site.ReadItems("points", ("crs", Crs84)));
        Assert.Equal(bare["features"]!.ToJsonString(), named["features"]!.ToJsonString());
    }

    // Mercator by its definition (IOGP 373-7-2, method 1024), written out: x = R λ, y = R ln tan(π/4 + φ/2), R = 6378137 m.
    [Fact]
    public async Task Ats_crs_crs_parameter_transform_positions_are_those_of_the_records_with_the_axes_of_the_authority()
    {
        var points = site.Network.Points.Where(point => point.Position is not null).ToDictionary(point => point.Id.ToString(), point => point.Position!.At);
        foreach (var crs in OgcCrs.All)
        {
            foreach (var feature in (await site.ReadItems("points", ("crs", crs.Uri)))["features"]!.AsArray())
            {
                var at = points[(string)feature!["id"]!];
                var pair = OgcSite.PairOf(feature);
                var (x, y, tolerance) = crs.Uri switch
                {
                    Crs84 => (at.Longitude, at.Latitude, 1e-9),
                    Epsg + "3857" => (6378137 * at.Longitude * Math.PI / 180, 6378137 * Math.Log(Math.Tan((Math.PI / 4) + (at.Latitude * Math.PI / 360))), 1e-3),
                    _ => (at.Latitude, at.Longitude, 1e-9),
                };
                Assert.Equal(x, pair[0], tolerance);
                Assert.Equal(y, pair[1], tolerance);
            }
        }
    }

    [Theory, InlineData("EPSG:4326"), InlineData("http://www.opengis.net/def/crs/EPSG/0/9999"), InlineData("")]
    public async Task Ats_crs_parameter_invalid_and_bbox_crs_parameter_invalid_another_system_is_refused_with_those_there_are(string crs)
    {
        foreach (var parameter in new[] { "crs", "bbox-crs", "filter-crs" })
        {
            var words = await site.IsRefused(OgcSite.Items("points", (parameter, crs), ("bbox", "106,38,107,39")));
            Assert.Contains(parameter, words, StringComparison.Ordinal);
            Assert.Contains(Epsg + "4490", words, StringComparison.Ordinal);
        }

        await site.IsRefused($"/ogc/collections/points/items/centre-640104?crs={Uri.EscapeDataString(crs)}");
    }

    [Fact]
    public async Task Ats_crs_bbox_crs_parameter_and_default_the_same_ground_finds_the_same_features_in_every_system()
    {
        const double west = 106.1, south = 38.3, east = 106.4, north = 38.6;
        var expected = await site.ListIds("points", ("bbox", Text(west, south, east, north)));
        Assert.InRange(expected.Length, 10, 400);
        foreach (var (crs, box) in new[]
        {
            (Crs84, Text(west, south, east, north)), (Epsg + "4326", Text(south, west, north, east)), (Epsg + "4490", Text(south, west, north, east)),
            (Epsg + "3857", Text(Easting(west), Northing(south), Easting(east), Northing(north))),
        })
            Assert.Equal(expected, await site.ListIds("points", ("bbox", box), ("bbox-crs", crs)));
    }

    [Fact]
    public async Task A_box_with_its_axes_swapped_is_refused_with_a_hint_or_finds_nothing()
    {
        Assert.Contains("经纬度写反", await site.IsRefused(OgcSite.Items("points", ("bbox", "106,39,107,38"))), StringComparison.Ordinal);
        Assert.Empty(await site.ListIds("points", ("bbox", "38,106,39,107")));
    }

    [Fact]
    public async Task The_next_page_keeps_the_system_that_was_asked_for()
    {
        var page = await site.ReadItems("points", ("limit", "5"), ("crs", Epsg + "3857"));
        using var next = await site.Ask((string)OgcSite.LinksOf(page, "next").Single()["href"]!);
        Assert.Equal((HttpStatusCode.OK, $"<{Epsg}3857>"), (next.StatusCode, next.Headers.GetValues("Content-Crs").Single()));
    }

    private static string Text(params double[] numbers) => string.Join(',', numbers.Select(OgcSite.Number));

    private static double Easting(double longitude) => 6378137 * longitude * Math.PI / 180;

    private static double Northing(double latitude) => 6378137 * Math.Log(Math.Tan((Math.PI / 4) + (latitude * Math.PI / 360)));
}
