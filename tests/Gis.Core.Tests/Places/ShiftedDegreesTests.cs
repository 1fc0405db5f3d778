using CsCheck;
using Gis.Core.Places;

namespace Gis.Core.Tests.Places;

public sealed class ShiftedDegreesTests
{
    // googollee/eviltransform, go/transform_test.go, which compares to five decimals; the last from hujiulong/gcoord,
    // test/unit/transform.spec.ts.
    [Theory]
    [InlineData(121.5272106, 31.1774276, 121.531541859215, 31.17530398364597)]
    [InlineData(113.912316, 22.543847, 113.9171764808363, 22.540796131694766)]
    [InlineData(116.377817, 39.911954, 116.38404722455657, 39.91334545536069)]
    [InlineData(123, 45, 123.00607541, 45.00197815)]
    public void Gcj02_meets_published_pairs(double longitude, double latitude, double x, double y)
    {
        var pair = Crs.Gcj02.FromLonLat(LonLat.Of(longitude, latitude));
        Assert.Equal(x, pair.X, 1e-6);
        Assert.Equal(y, pair.Y, 1e-6);
    }

    // wandergis/coordtransform, test/app.js.
    [Fact]
    public void Gcj02_and_Bd09_meet_the_published_pairs_of_Tiananmen()
    {
        var pair = Crs.Gcj02.FromLonLat(LonLat.Of(116.404, 39.915));
        Assert.Equal(116.41024449916938, pair.X, 1e-12);
        Assert.Equal(39.91640428150164, pair.Y, 1e-12);

        var baidu = Crs.Bd09.FromLonLat(Crs.Gcj02.ToLonLat(new XY(116.404, 39.915)));
        Assert.Equal(116.41036949371029, baidu.X, 1e-12);
        Assert.Equal(39.92133699351021, baidu.Y, 1e-12);
    }

    // hujiulong/gcoord, test/fixtures/china-cities.json: Zhumadian, Shaoyang, Xingtai, Nagqu, Jiuquan, Liaoyang. WGS-84, GCJ-02
    // and BD-09 in seven decimals, BD-09 Mercator in millimetres; that project compares them to four decimals.
    [Theory]
    [InlineData(114.0164322, 33.0133556, 114.022306, 33.0115324, 114.0287781, 33.0176697, 12693763.634, 3874151.929)]
    [InlineData(111.4622119, 27.242124, 111.4677938, 27.2388981, 111.4742271, 27.2451662, 12409389.219, 3134396.481)]
    [InlineData(114.498916, 37.0700925, 114.5048503, 37.0705911, 114.5113116, 37.0766797, 12747479.603, 4423799.762)]
    [InlineData(92.0499619, 31.4784436, 92.0512438, 31.4762063, 92.0576832, 31.4824421, 10247925.918, 3673043.553)]
    [InlineData(98.4937175, 39.7319946, 98.4943595, 39.7328234, 98.5008441, 39.7388949, 10965183.117, 4800499.115)]
    [InlineData(123.2312099, 41.2651725, 123.2369518, 41.2672464, 123.2433178, 41.2736074, 13719532.659, 5024331.229)]
    public void Published_pairs_of_cities_are_met(
        double longitude, double latitude, double gcjX, double gcjY, double bdX, double bdY, double mcX, double mcY)
    {
        var city = LonLat.Of(longitude, latitude);
        AssertNear(new XY(gcjX, gcjY), Crs.Gcj02.FromLonLat(city), 1e-5);
        AssertNear(new XY(bdX, bdY), Crs.Bd09.FromLonLat(city), 1e-5);
        AssertNear(new XY(mcX, mcY), Crs.Bd09Mercator.FromLonLat(city), 1);
        AssertNear(new XY(mcX, mcY), Crs.Bd09Mercator.FromLonLat(Crs.Bd09.ToLonLat(new XY(bdX, bdY))), 0.02);
    }

    // lgh06/BD09Convertor, README.
    [Fact]
    public void Baidus_Mercator_meets_its_published_pair() =>
        AssertNear(
            new XY(12943772.884424742, 4832666.423350099),
            Crs.Bd09Mercator.FromLonLat(Crs.Bd09.ToLonLat(new XY(116.274625, 39.961627))), 1e-4);

    [Fact]
    public void At_Yinchuan_Gcj02_lies_386_to_406_metres_away_mostly_to_the_east() =>
        Gen.Select(Gen.Double[106.18, 106.31], Gen.Double[38.43, 38.51]).Sample(
            (longitude, latitude) =>
            {
                var pair = Crs.Gcj02.FromLonLat(LonLat.Of(longitude, latitude));
                var metres = Geodesic.Distance(LonLat.Of(longitude, latitude), LonLat.Of(pair.X, pair.Y)).Value;
                return metres is > 386 and < 406 && pair.X - longitude > 6 * Math.Abs(pair.Y - latitude);
            }, iter: 1000);

    [Theory]
    [InlineData(-0.1278, 51.5074), InlineData(139.6917, 35.6895), InlineData(103.8198, -1.3521), InlineData(-75, 40), InlineData(180, 90)]
    public void Outside_China_nothing_is_shifted(double longitude, double latitude)
    {
        var place = LonLat.Of(longitude, latitude);
        foreach (var crs in new[] { Crs.Gcj02, Crs.Bd09 })
        {
            Assert.Equal(new XY(longitude, latitude), crs.FromLonLat(place));
            Assert.Equal(place, crs.ToLonLat(new XY(longitude, latitude)));
        }
    }

    [Theory]
    [InlineData(72.004, 40, 72.0039999), InlineData(137.8347, 40, 137.8347001)]
    public void Exactly_on_the_eastern_or_western_edge_of_the_box_one_is_inside(double longitude, double latitude, double justOutside)
    {
        Assert.NotEqual(longitude, Crs.Gcj02.FromLonLat(LonLat.Of(longitude, latitude)).X);
        Assert.Equal(justOutside, Crs.Gcj02.FromLonLat(LonLat.Of(justOutside, latitude)).X);
    }

    [Theory]
    [InlineData(0.8293, 0.8292999), InlineData(55.8271, 55.8271001)]
    public void Exactly_on_the_northern_or_southern_edge_of_the_box_one_is_inside(double latitude, double justOutside)
    {
        Assert.NotEqual(latitude, Crs.Gcj02.FromLonLat(LonLat.Of(110, latitude)).Y);
        Assert.Equal(justOutside, Crs.Gcj02.FromLonLat(LonLat.Of(110, justOutside)).Y);
    }

    [Fact]
    public void A_pair_that_an_inner_and_an_outer_position_share_is_read_as_the_inner_one()
    {
        var inner = LonLat.Of(137.8347, 40);
        var pair = Crs.Gcj02.FromLonLat(inner);
        Assert.Equal(pair, Crs.Gcj02.FromLonLat(LonLat.Of(pair.X, pair.Y)));
        Assert.Equal(0, Geodesic.Distance(inner, Crs.Gcj02.ToLonLat(pair)).Value, 1e-6);
    }

    [Theory]
    [InlineData(15), InlineData(30), InlineData(45)]
    public void Where_two_bands_of_Baidus_Mercator_meet_there_and_back_is_exact(double latitude)
    {
        foreach (var y in new[] { latitude - 1e-9, latitude, latitude + 1e-9 })
        {
            var place = Crs.Bd09.ToLonLat(new XY(110, y));
            Assert.Equal(0, Geodesic.Distance(place, Crs.Bd09Mercator.ToLonLat(Crs.Bd09Mercator.FromLonLat(place))).Value, 1e-6);
        }
    }

    private static void AssertNear(XY expected, XY actual, double tolerance)
    {
        Assert.Equal(expected.X, actual.X, tolerance);
        Assert.Equal(expected.Y, actual.Y, tolerance);
    }
}
