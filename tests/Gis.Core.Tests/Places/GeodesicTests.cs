using CsCheck;
using Gis.Core.Places;
using Gis.Core.Units;

namespace Gis.Core.Tests.Places;

public sealed class GeodesicTests
{
    private static readonly Ellipsoid Wgs84 = new(6378137, 298.257223563);

    private static readonly Gen<LonLat> Anywhere =
        Gen.Select(Gen.Double[-180, 180], Gen.Double[-90, 90], LonLat.Of);

    // The cases of geographiclib/geographiclib-python, geographiclib/test/test_geodesic.py (20 lines of GeodTest.dat, C. F. F.
    // Karney): lat1, lon1, azi1, lat2, lon2, s12 on WGS-84; longitudes are brought into -180 to 180.
    public static TheoryData<double, double, double, double, double, double> GeodTest => new()
    {
        { 35.60777, -139.44815, 111.098748429560326, -11.17491, -69.95921, 8935244.5604818305 },
        { 55.52454, 106.05087, 22.020059880982801, 77.03196, -162.81766, 4105086.1713924406 },
        { -21.97856, 142.59065, -32.44456876433189, 41.84138, 98.56635, 8394328.894657671 },
        { -66.99028, 112.2363, 173.73491240878403, -12.70631, -74.09656, 11150344.2312080241 },
        { -17.42761, 173.34268, -159.033557661192928, -15.84784, 5.93557, 16076603.1631180673 },
        { 32.84994, 48.28919, 150.492927788121982, -56.28556, -157.70868, 16727068.9438164461 },
        { 6.96833, 52.74123, 92.581585386317712, -7.39675, -153.82709, 17102477.2496958388 },
        { -50.56724, -16.30485, -105.439679907590164, -33.56571, -94.97412, 6455670.5118668696 },
        { -58.93002, -8.90775, 140.965397902500679, -8.91104, 133.13503, 11756066.0219864627 },
        { -68.82867, -74.28391, 93.774347763114881, -50.63005, -8.36685, 3956936.926063544 },
        { -10.62672, -32.0898, -86.426713286747751, 5.883, -134.31681, 11470869.3864563009 },
        { -21.76221, 166.90563, 29.319421206936428, 48.72884, -146.02373, 9098627.3986554915 },
        { -19.79938, -174.47484, 71.167275780171533, -11.99349, -154.35109, 2319004.8601169389 },
        { -11.95887, -116.94513, 92.712619830452549, 4.57352, 7.16501, 13834722.5801401374 },
        { -87.85331, 85.66836, -65.120313040242748, 66.48646, 16.09921, 17286615.3147144645 },
        { 1.74708, 128.32011, -101.584843631173858, -11.16617, 11.87109, 12942901.1241347408 },
        { -25.72959, -144.90758, -153.647468693117198, -57.70581, 90.82121, 9413446.7452453107 },
        { -41.22777, 122.32875, 14.285113402275739, -7.57291, 130.37946, 3812686.035106021 },
        { 11.01307, 138.25278, 79.43682622782374, 6.62726, -112.94019, 11911190.819018408 },
        { -29.47124, 95.14681, -163.779130441688382, -27.46601, -69.15955, 13487015.8381145492 },
    };

    // The same file's GeodSolve4 to 92, WGS-84: each once broke a published program.
    public static TheoryData<double, double, double, double, double, double> Nasty => new()
    {
        { 36.493349428792, 0, 36.49334942879201, 0.0000008, 0.072, 0.5e-3 },
        { 88.202499451857, 0, -88.202499451857, 179.981022032992859592, 20003898.214, 0.5e-3 },
        { 89.262080389218, 0, -89.262080389218, 179.992207982775375662, 20003925.854, 0.5e-3 },
        { 89.333123580033, 0, -89.333123580032997687, 179.99295812360148422, 20003926.881, 0.5e-3 },
        { 56.320923501171, 0, -56.320923501171, 179.664747671772880215, 19993558.287, 0.5e-3 },
        { 52.784459512564, 0, -52.784459512563990912, 179.634407464943777557, 19991596.095, 0.5e-3 },
        { 48.522876735459, 0, -48.52287673545898293, 179.599720456223079643, 19989144.774, 0.5e-3 },
        { 0, 0, 0, 179, 19926189, 0.5 },
        { 0, 0, 0, 179.5, 19980862, 0.5 },
        { 0, 0, 0, 180, 20003931, 0.5 },
        { 0, 0, 1, 180, 19893357, 0.5 },
        { 5, 0.00000000000001, 10, 180, 18345191.174332713, 1e-7 },
        { 54.1589, 15.3872, 54.1591, 15.3877, 39.527686385, 5e-9 },
        { -(41 + (19 / 60.0)), 174 + (49 / 60.0), 40 + (58 / 60.0), -(5 + (30 / 60.0)), 19960543.857179, 1e-6 },
        { 27.2, 0, -27.1, 179.5, 19974354.765767, 1e-6 },
        { 90, 0, 90, 180, 0, 1e-8 },
        { 37.757540000000006, -122.47018, 37.75754, -122.470177, 0.264, 0.5e-3 },
    };

    [Theory, MemberData(nameof(GeodTest))]
    public void The_published_distances_are_met_to_a_tenth_of_a_micrometre(
        double lat1, double lon1, double bearing, double lat2, double lon2, double metres)
    {
        _ = bearing;
        Assert.Equal(metres, GeodesicInverse.Metres(LonLat.Of(lon1, lat1), LonLat.Of(lon2, lat2), Wgs84), 1e-7);
    }

    [Theory, MemberData(nameof(GeodTest))]
    public void The_published_destinations_are_met_to_a_micrometre(
        double lat1, double lon1, double bearing, double lat2, double lon2, double metres)
    {
        var reached = GeodesicDirect.Destination(LonLat.Of(lon1, lat1), bearing, metres, Wgs84);
        Assert.Equal(lat2, reached.Latitude, 1e-11);
        Assert.Equal(0, Math.IEEERemainder(lon2 - reached.Longitude, 360), 1e-11);
    }

    [Theory, MemberData(nameof(Nasty))]
    public void Lines_that_broke_other_programs_are_solved(
        double lat1, double lon1, double lat2, double lon2, double metres, double within) =>
        Assert.Equal(metres, GeodesicInverse.Metres(LonLat.Of(lon1, lat1), LonLat.Of(lon2, lat2), Wgs84), within);

    // T. Vincenty, Survey Review 23 (1975), table II: lines on Bessel's (a) and the international ellipsoid, in 0.1 mm.
    [Theory]
    [InlineData(6377397.155, 299.1528128, 55, 45, 0, -33, -26, 0, 108, 13, 0, 14110526.170)]
    [InlineData(6378388, 297, 37, 19, 54.95367, 26, 7, 42.83946, 41, 28, 35.50729, 4085966.703)]
    [InlineData(6378388, 297, 35, 16, 11.24862, 67, 22, 14.77638, 137, 47, 28.31435, 8084823.839)]
    [InlineData(6378388, 297, 1, 0, 0, 0, -59, -53.83076, 179, 17, 48.02997, 19960000.000)]
    [InlineData(6378388, 297, 1, 0, 0, 1, 1, 15.18952, 179, 46, 17.84244, 19780006.558)]
    public void Vincentys_own_lines_are_met_to_a_millimetre(
        double radius, double inverseFlattening, int d1, int m1, double s1, int d2, int m2, double s2, int d3, int m3, double s3, double metres)
    {
        var (from, to) = (LonLat.Of(0, Degrees(d1, m1, s1)), LonLat.Of(Degrees(d3, m3, s3), Degrees(d2, m2, s2)));
        Assert.Equal(metres, GeodesicInverse.Metres(from, to, new Ellipsoid(radius, inverseFlattening)), 1e-3);
    }

    [Fact]
    public void The_same_position_is_at_distance_zero() =>
        Anywhere.Sample(here => Geodesic.Distance(here, here) == default, iter: 10_000);

    [Fact]
    public void The_two_names_of_the_date_line_are_the_same_place() =>
        Assert.Equal(0, Geodesic.Distance(LonLat.Of(180, 38), LonLat.Of(-180, 38)).Value, 1e-8);

    [Fact]
    public void Along_the_equator_a_degree_is_a_360th_of_the_circumference() =>
        Assert.Equal(2 * Math.PI * 6378137 / 360, Geodesic.Distance(LonLat.Of(105, 0), LonLat.Of(106, 0)).Value, 1e-8);

    // The quarter meridian of CGCS2000 (GRS80) is 10 001 965.7293 m: Moritz, Geodetic Reference System 1980.
    [Theory]
    [InlineData(0, 0, 0, 90, 1)]
    [InlineData(0, -90, 100, 90, 2)]
    [InlineData(106, 0, -74, 0, 2)]
    [InlineData(106, 38, -74, -38, 2)]
    public void From_equator_to_pole_and_between_antipodes_it_is_quarter_meridians(
        double lon1, double lat1, double lon2, double lat2, int quarters) =>
        Assert.Equal(quarters * 10001965.7293, Geodesic.Distance(LonLat.Of(lon1, lat1), LonLat.Of(lon2, lat2)).Value, 2e-4);

    [Fact]
    public void There_and_back_are_equally_far() =>
        Gen.Select(Anywhere, Anywhere).Sample(
            (a, b) => Math.Abs(Geodesic.Distance(a, b).Value - Geodesic.Distance(b, a).Value) < 1e-7, iter: 10_000);

    [Fact]
    public void A_detour_is_never_shorter() =>
        Gen.Select(Anywhere, Anywhere, Anywhere).Sample(
            (a, b, c) => Geodesic.Distance(a, b) <= Geodesic.Distance(a, c) + Geodesic.Distance(c, b) + new Metres(1e-7), iter: 10_000);

    [Fact]
    public void Near_the_antipode_the_way_stays_within_its_bounds() =>
        Gen.Select(Anywhere, Gen.Double[-1, 1], Gen.Double[-1, 1]).Sample(
            (a, east, north) =>
            {
                var opposite = LonLat.Of(Math.IEEERemainder(a.Longitude + 180 + east, 360), Math.Clamp(north - a.Latitude, -90, 90));
                var metres = Geodesic.Distance(a, opposite).Value;
                return metres > 19_800_000 && metres < 2 * 10001965.7294;
            }, iter: 10_000);

    [Fact]
    public void Going_straight_on_leads_as_far_away_as_one_went() =>
        Gen.Select(Anywhere, Gen.Double[0, 360], Gen.Double[0, 19_900_000]).Sample(
            (start, bearing, metres) =>
            {
                var end = Geodesic.Destination(start, new Bearing(bearing), new Metres(metres));
                return Math.Abs(Geodesic.Distance(start, end).Value - metres) < 1e-7;
            }, iter: 10_000);

    [Fact]
    public void A_way_of_no_length_ends_where_it_starts() =>
        Assert.Equal(LonLat.Of(106.23, 38.48), Geodesic.Destination(LonLat.Of(106.23, 38.48), new Bearing(77), default));

    [Theory, InlineData(-90, 270), InlineData(360, 0), InlineData(725, 5), InlineData(-1e-20, 0)]
    public void Full_turns_are_taken_off_a_bearing(double degrees, double bearing) =>
        Assert.Equal(bearing, new Bearing(degrees).Degrees);

    [Theory, InlineData(double.NaN), InlineData(double.PositiveInfinity)]
    public void A_bearing_that_is_no_number_is_refused(double degrees) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Bearing(degrees));

    private static double Degrees(int degrees, int minutes, double seconds) => degrees + (minutes / 60.0) + (seconds / 3600);
}
