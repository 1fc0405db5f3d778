using System.Globalization;
using CsCheck;
using Gis.Core.Finder;
using Gis.Core.Places;
using Gis.Core.Travel;

namespace Gis.Core.Tests.Finder;

public sealed class MapLinksTests
{
    // hujiulong/gcoord, test/fixtures/china-cities.json: Xingtai and Jiuquan in WGS-84, GCJ-02 and BD-09.
    [Theory]
    [InlineData(114.498916, 37.0700925, 114.5048503, 37.0705911, 114.5113116, 37.0766797)]
    [InlineData(98.4937175, 39.7319946, 98.4943595, 39.7328234, 98.5008441, 39.7388949)]
    public void Each_program_is_given_the_published_pair_of_its_own_datum(double longitude, double latitude, double gcjX, double gcjY, double bdX, double bdY)
    {
        var place = LonLat.Of(longitude, latitude);
        AssertPair(gcjX, gcjY, Target(MapApp.Amap, place));
        AssertPair(bdX, bdY, Target(MapApp.Baidu, place));
        AssertPair(longitude, latitude, Target(MapApp.Tencent, place));
    }

    [Fact]
    public void All_three_lead_to_within_a_metre_of_the_place() => Gen.Select(Gen.Double[75, 130], Gen.Double[20, 50]).Sample(pair =>
    {
        var place = LonLat.Of(pair.Item1, pair.Item2);
        foreach (var (app, crs) in new[] { (MapApp.Amap, Crs.Gcj02), (MapApp.Baidu, Crs.Bd09), (MapApp.Tencent, Crs.Wgs84) })
            Assert.InRange(Geodesic.Distance(place, crs.ToLonLat(Target(app, place))).Value, 0, 1);
    }, iter: 200);

    [Theory]
    [InlineData(MapApp.Amap, TravelMode.Walk, "mode=walk")]
    [InlineData(MapApp.Amap, TravelMode.EBike, "mode=ride")]
    [InlineData(MapApp.Baidu, TravelMode.Car, "mode=driving")]
    [InlineData(MapApp.Baidu, TravelMode.Bus, "mode=transit")]
    [InlineData(MapApp.Tencent, TravelMode.Car, "type=drive")]
    public void A_way_is_by_the_mode_asked_for(MapApp app, TravelMode mode, string said) =>
        Assert.Contains(said, MapLinks.Directions(app, LonLat.Of(106.2, 38.5), "立岗", mode, "银川市").Query, StringComparison.Ordinal);

    [Fact]
    public void What_would_end_a_name_is_left_out_of_it_and_the_rest_is_escaped()
    {
        var query = MapLinks.Directions(MapApp.Amap, LonLat.Of(106.2, 38.5), "甲,乙&丙=丁#戊", TravelMode.Walk, "银川市").Query;
        Assert.EndsWith("甲 乙&丙=丁#戊", Read(query)["to"], StringComparison.Ordinal);
        Assert.Equal("甲|乙&丙", Read(MapLinks.Search(MapApp.Baidu, "甲|乙&丙", "银川市").Query)["query"]);
        Assert.Equal("银川市", Read(MapLinks.Search(MapApp.Tencent, "站", "银川市").Query)["region"]);
    }

    [Fact]
    public void A_place_outside_China_is_not_shifted() => AssertPair(2.35, 48.85, Target(MapApp.Amap, LonLat.Of(2.35, 48.85)));

    private static XY Target(MapApp app, LonLat place)
    {
        var query = Read(MapLinks.Directions(app, place, "站", TravelMode.Car, "银川市").Query);
        var numbers = (app switch { MapApp.Amap => query["to"], MapApp.Baidu => query["destination"]["latlng:".Length..].Split('|')[0], _ => query["tocoord"] })
            .Split(',').Take(2).Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return app == MapApp.Amap ? new XY(numbers[0], numbers[1]) : new XY(numbers[1], numbers[0]);
    }

    private static Dictionary<string, string> Read(string query) =>
        query.TrimStart('?').Split('&').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => Uri.UnescapeDataString(part[1]));

    private static void AssertPair(double x, double y, XY pair)
    {
        Assert.Equal(x, pair.X, 1e-5);
        Assert.Equal(y, pair.Y, 1e-5);
    }
}
