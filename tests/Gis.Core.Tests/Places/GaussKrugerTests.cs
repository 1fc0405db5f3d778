using CsCheck;
using Gis.Core.Places;

namespace Gis.Core.Tests.Places;

public sealed class GaussKrugerTests
{
    // PROJ 9.1.1: echo "106.2309 38.4872 0 0" | cct -d 6 +proj=tmerc +ellps=GRS80 +lon_0=105 +x_0=500000
    [Theory]
    [InlineData(105, 106.2309, 38.4872, 607395.693865, 4262295.747569)]
    [InlineData(105, 105, 0, 500000, 0)]
    [InlineData(105, 109.9, 47.5, 869144.367889, 5274486.311837)]
    [InlineData(105, 103.51, 18.2, 342366.022089, 2013758.526873)]
    [InlineData(117, 116.391, 39.907, 447924.483204, 4419380.447628)]
    [InlineData(120, 121.5, 31.2, 642964.159847, 3454118.132166)]
    [InlineData(87, 87.6, 43.8, 548285.115077, 4851775.302748)]
    public void It_agrees_with_PROJ_to_a_micrometre(int meridian, double longitude, double latitude, double easting, double northing)
    {
        var place = LonLat.Of(longitude, latitude);
        var plain = CrsTests.Named($"cgcs2000-gk3:{meridian}").FromLonLat(place);
        Assert.Equal(easting, plain.X, 2e-6);
        Assert.Equal(northing, plain.Y, 2e-6);

        var prefixed = CrsTests.Named($"cgcs2000-gk3:{meridian}:zone").FromLonLat(place);
        Assert.Equal((meridian / 3 * 1_000_000) + easting, prefixed.X, 2e-6);
        Assert.Equal(northing, prefixed.Y, 2e-6);
    }

    // IOGP Guidance Note 7-2, method 9807, the British National Grid on Airy 1830: to the centimetre.
    [Fact]
    public void Transverse_Mercator_meets_its_published_example()
    {
        const double scale = 0.9996012717;
        var projection = new TransverseMercator(new Ellipsoid(6377563.396, 299.3249646));
        var origin = projection.Project(LonLat.Of(-2, 49), -2);
        var point = projection.Project(LonLat.Of(0.5, 50.5), -2);
        Assert.Equal(577274.99, 400000 + (scale * point.Easting), 0.01);
        Assert.Equal(69740.50, -100000 + (scale * (point.Northing - origin.Northing)), 0.01);
    }

    [Fact]
    public void The_central_meridian_has_the_false_easting_and_its_true_length()
    {
        var pole = GaussKruger.For(LonLat.Of(105, 38)).ToMetres(LonLat.Of(105, 90));
        Assert.Equal(500000, pole.Easting, 1e-8);

        // Moritz, Geodetic Reference System 1980: the quarter meridian.
        Assert.Equal(10001965.7293, pole.Northing, 1e-4);
    }

    [Theory]
    [InlineData(106.2309, 35), InlineData(103.5, 35), InlineData(106.5, 36), InlineData(106.4999, 35)]
    [InlineData(72, 25), InlineData(73.49, 25), InlineData(135.05, 45), InlineData(138, 45)]
    public void The_zone_is_the_nearest_and_half_way_the_eastern_one(double longitude, int zone) =>
        Assert.Equal(zone, GaussKruger.For(LonLat.Of(longitude, 38)).Zone);

    [Theory, InlineData(71.99), InlineData(138.01), InlineData(-75)]
    public void Outside_China_there_is_no_zone(double longitude) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => GaussKruger.For(LonLat.Of(longitude, 38)));

    [Fact]
    public void The_metres_of_a_city_are_those_of_its_geodesics_to_0_035_percent() =>
        Gen.Select(Gen.Double[105.8, 106.4], Gen.Double[37.6, 38.9], Gen.Double[0, 360], Gen.Double[10, 8_000]).Sample(
            (longitude, latitude, bearing, metres) =>
            {
                var start = LonLat.Of(longitude, latitude);
                var zone = GaussKruger.For(LonLat.Of(106.2309, 38.4872));
                var (a, b) = (zone.ToMetres(start), zone.ToMetres(Geodesic.Destination(start, new Bearing(bearing), new(metres))));
                var straight = double.Hypot(b.Easting - a.Easting, b.Northing - a.Northing);
                return Math.Abs((straight / metres) - 1) < 3.5e-4;
            }, iter: 1000);

    [Fact]
    public void Metres_and_pairs_tell_the_same_whether_or_not_there_is_a_prefix()
    {
        var place = LonLat.Of(106.2309, 38.4872);
        var plain = (GaussKruger)CrsTests.Named("cgcs2000-gk3:105");
        var prefixed = (GaussKruger)CrsTests.Named("cgcs2000-gk3:105:zone");
        Assert.Equal(plain.ToMetres(place).Easting, prefixed.ToMetres(place).Easting, 1e-7);
        Assert.Equal(0, Geodesic.Distance(place, prefixed.FromMetres(plain.ToMetres(place))).Value, 1e-6);
    }
}
