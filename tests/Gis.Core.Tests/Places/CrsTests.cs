using CsCheck;
using Gis.Core.Places;

namespace Gis.Core.Tests.Places;

public sealed class CrsTests
{
    private const int RoundTrips = 10_000;

    // All of China with its seas, clear of the shifts' edges.
    private static readonly Gen<LonLat> InChina =
        Gen.Select(Gen.Double[73.4, 135.1], Gen.Double[3.8, 53.6], LonLat.Of);

    [Theory]
    [InlineData("wgs84"), InlineData("cgcs2000"), InlineData("gcj02"), InlineData("bd09"), InlineData("bd09mc"), InlineData("epsg:3857")]
    public void There_and_back_ends_within_a_micrometre_all_over_China(string name)
    {
        var crs = Named(name);
        InChina.Sample(position => Geodesic.Distance(position, crs.ToLonLat(crs.FromLonLat(position))).Value < 1e-6, iter: RoundTrips);
    }

    [Theory, InlineData(""), InlineData(":zone")]
    public void There_and_back_through_the_nearest_zone_ends_within_a_micrometre_all_over_China(string ending) =>
        InChina.Sample(
            position =>
            {
                var zone = Named(GaussKruger.For(position).Name + ending);
                return Geodesic.Distance(position, zone.ToLonLat(zone.FromLonLat(position))).Value < 1e-6;
            }, iter: RoundTrips);

    [Theory]
    [InlineData("GCJ02", "gcj02"), InlineData(" epsg:3857 ", "epsg:3857"), InlineData("CGCS2000-GK3:105:ZONE", "cgcs2000-gk3:105:zone")]
    public void A_name_is_read_in_any_case(string text, string name) => Assert.Equal(name, Named(text).Name);

    [Theory]
    [InlineData(null, "known are wgs84"), InlineData("wgs 84", "known are wgs84"), InlineData("cgcs2000-gk3", "known are wgs84")]
    [InlineData("cgcs2000-gk3:106", "75, 78, 81"), InlineData("cgcs2000-gk3:72", "75, 78, 81"), InlineData("cgcs2000-gk3:138", "75, 78, 81")]
    [InlineData("cgcs2000-gk3:105.0", "75, 78, 81"), InlineData("cgcs2000-gk3:-105", "75, 78, 81")]
    [InlineData("cgcs2000-gk3:105:35", "cgcs2000-gk3:105:zone"), InlineData("cgcs2000-gk3:105:zone:", "cgcs2000-gk3:105:zone")]
    public void A_name_that_is_unknown_is_answered_with_those_that_are_right(string? text, string right)
    {
        Assert.False(Crs.TryParse(text, out _, out var fault));
        Assert.Contains(right, fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wgs84", 95, 95, "y is 95")]
    [InlineData("wgs84", 38.4, 106.2, "are the axes swapped?")]
    [InlineData("wgs84", 180.0001, 0, "x is 180.0001")]
    [InlineData("gcj02", double.NaN, 38, "x is not a finite number")]
    [InlineData("bd09", 106, double.PositiveInfinity, "y is not a finite number")]
    [InlineData("epsg:3857", 20037509, 0, "x is 20037509")]
    [InlineData("bd09mc", 0, 12500000, "y is 12500000")]
    [InlineData("cgcs2000-gk3:105", 4262295, 607395, "are the axes swapped?")]
    [InlineData("cgcs2000-gk3:105", 35607395, 4262295, "cgcs2000-gk3:105:zone")]
    [InlineData("cgcs2000-gk3:105", 36607395, 4262295, "cgcs2000-gk3:108:zone")]
    [InlineData("cgcs2000-gk3:105:zone", 607395, 4262295, "lacks the zone prefix 35")]
    [InlineData("cgcs2000-gk3:105:zone", 36607395, 4262295, "cgcs2000-gk3:108:zone")]
    [InlineData("cgcs2000-gk3:105", -1, 4262295, "from 0 to 1000000 metres")]
    [InlineData("cgcs2000-gk3:105", 500000, 10002000, "y is 10002000")]
    public void A_pair_out_of_range_is_answered_with_the_field_and_what_would_be_right(string name, double x, double y, string words)
    {
        Assert.False(Named(name).TryToLonLat(new XY(x, y), out _, out var fault));
        Assert.Contains(words, fault, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Named(name).ToLonLat(new XY(x, y)));
    }

    [Theory]
    [InlineData("epsg:3857", 106, 86, "85.0511"), InlineData("bd09mc", 106, 75, "latitude 74")]
    [InlineData("cgcs2000-gk3:105", 116.4, 39.9, "choose the zone nearest"), InlineData("cgcs2000-gk3:105", -75, 0, "choose the zone nearest")]
    public void A_position_beyond_a_systems_reach_is_answered_in_words(string name, double longitude, double latitude, string words)
    {
        Assert.False(Named(name).TryFromLonLat(LonLat.Of(longitude, latitude), out _, out var fault));
        Assert.Contains(words, fault, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Named(name).FromLonLat(LonLat.Of(longitude, latitude)));
    }

    [Theory]
    [InlineData("wgs84"), InlineData("gcj02"), InlineData("bd09"), InlineData("bd09mc"), InlineData("epsg:3857"), InlineData("cgcs2000-gk3:105")]
    public void Every_pair_of_numbers_is_a_position_or_a_fault(string name)
    {
        var number = Gen.OneOf(Gen.Double, Gen.Double[-200, 200], Gen.Double[-2.1e7, 2.1e7]);
        Gen.Select(number, number).Sample(
            (x, y) => Named(name).TryToLonLat(new XY(x, y), out _, out var fault) == (fault is null), iter: RoundTrips);
    }

    [Theory]
    [InlineData("gcj02"), InlineData("bd09"), InlineData("bd09mc"), InlineData("epsg:3857")]
    public void No_position_on_earth_crashes_a_system(string name) =>
        Gen.Select(Gen.Double[-180, 180], Gen.Double[-90, 90], LonLat.Of).Sample(
            position => !Named(name).TryFromLonLat(position, out var pair, out _) || Named(name).TryToLonLat(pair, out _, out _), iter: RoundTrips);

    [Fact]
    public void Wgs84_is_taken_as_Cgcs2000() =>
        Assert.Equal(LonLat.Of(106.2309, 38.4872), Named("wgs84").ToLonLat(Named("cgcs2000").FromLonLat(LonLat.Of(106.2309, 38.4872))));

    // IOGP Guidance Note 7-2, method 1024: forward to the centimetre.
    [Fact]
    public void Web_Mercator_meets_its_published_example()
    {
        var pair = Crs.WebMercator.FromLonLat(LonLat.Of(-(100 + (20 / 60.0)), 24 + (22 / 60.0) + (54.433 / 3600)));
        Assert.Equal(-11169055.58, pair.X, 0.005);
        Assert.Equal(2800000.00, pair.Y, 0.02);
    }

    // PROJ 9.1.1: echo "106.2309 38.4872 0 0" | cct -d 6 +proj=webmerc +ellps=WGS84
    [Theory]
    [InlineData(106.2309, 38.4872, 11825569.694511, 4648481.305106)]
    [InlineData(87.6, 43.8, 9751587.393491, 5434543.708480)]
    public void Web_Mercator_agrees_with_PROJ(double longitude, double latitude, double easting, double northing)
    {
        var pair = Crs.WebMercator.FromLonLat(LonLat.Of(longitude, latitude));
        Assert.Equal(easting, pair.X, 1e-6);
        Assert.Equal(northing, pair.Y, 1e-6);
    }

    internal static Crs Named(string name) =>
        Crs.TryParse(name, out var crs, out var fault) ? crs : throw new ArgumentException(fault, nameof(name));
}
