namespace Gis.Core.Places;

/// <summary>
/// Baidu's Mercator of BD-09: in each of five bands of latitude a polynomial of the sixth degree (the table LL2MC of Baidu's
/// JavaScript API 2.0). Latitudes reach to 74°, where Baidu ends.
/// </summary>
/// <remarks>
/// The inverse solves the same polynomials. Baidu's own inverse table, MC2LL, is a second approximation: it departs from
/// them by up to 1 mm below 15°, 1 cm below 30°, 4 cm below 45° and 30 cm below 60°.
/// </remarks>
internal sealed record BaiduMercator : Crs
{
    private const double LastEasting = 20037726.4;
    private const double LastLatitude = 74;

    private static readonly Band[] Bands =
    [
        new(60, 67.5, 0.0008277824516172526, 111320.7020463578, [647795574.6671607, -4082003173.641316, 10774905663.51142,
            -15171875531.51559, 12053065338.62167, -5124939663.577472, 913311935.9512032]),
        new(45, 52.5, 0.00337398766765, 111320.7020202162, [4481351.045890365, -23393751.19931662, 79682215.47186455,
            -115964993.2797253, 97236711.15602145, -43661946.33752821, 8477230.501135234]),
        new(30, 37.5, 0.00220636496208, 111320.7020209128, [51751.86112841131, 3796837.749470245, 992013.7397791013,
            -1221952.21711287, 1340652.697009075, -620943.6990984312, 144416.9293806241]),
        new(15, 22.5, -0.0003441963504368392, 111320.7020576856, [278.2353980772752, 2485758.690035394, 6070.750963243378,
            54821.18345352118, 9540.606633304236, -2710.55326746645, 1405.483844121726]),
        new(0, 7.45, -0.0003218135878613132, 111320.7020701615, [0.00369383431289, 823725.6402795718, 0.46104986909093,
            2351.343141331292, 1.58060784298199, 8.77738589078284, 0.37238884252424]),
    ];

    private static readonly double LastNorthing = Bands[0].Northing(LastLatitude);

    public override string Name => "bd09mc";

    private protected override string? FaultOf(XY pair) =>
        FaultOfRange('x', "Baidu easting", pair.X, LastEasting, "metres")
        ?? FaultOfRange('y', "Baidu northing", pair.Y, LastNorthing, "metres");

    private protected override string? FaultOf(LonLat position) =>
        Math.Abs(position.Latitude) <= LastLatitude ? null : Invariant(
            $"bd09mc ends at latitude 74 and does not reach {position.Latitude:0.######}; wgs84 does.");

    private protected override XY Project(LonLat position)
    {
        var degrees = Bd09.FromLonLat(position);
        var latitude = Math.Abs(degrees.Y);
        var band = Array.Find(Bands, candidate => latitude >= candidate.From)!;
        return new XY(
            Math.CopySign(band.Easting(Math.Abs(degrees.X)), degrees.X),
            Math.CopySign(band.Northing(latitude), degrees.Y));
    }

    private protected override LonLat Unproject(XY pair)
    {
        // The bands leave gaps of up to 0.4 m below 60°; a northing in a gap belongs to the band south of it.
        var northing = Math.Abs(pair.Y);
        var band = Array.Find(Bands, candidate => northing >= candidate.FirstNorthing) ?? Bands[^1];
        return Bd09.ToLonLat(new XY(
            Math.Clamp(Math.CopySign(band.Longitude(Math.Abs(pair.X)), pair.X), -180, 180),
            Math.CopySign(band.Latitude(northing), pair.Y)));
    }

    private sealed record Band(double From, double Scale, double Offset, double MetresPerDegree, double[] Coefficients)
    {
        public double FirstNorthing { get; } = Evaluate(Coefficients, From / Scale).Value;

        public double Easting(double longitude) => Offset + (MetresPerDegree * longitude);

        public double Longitude(double easting) => (easting - Offset) / MetresPerDegree;

        public double Northing(double latitude) => Evaluate(Coefficients, latitude / Scale).Value;

        public double Latitude(double northing)
        {
            // Newton from the middle of the band, over which the slope changes by less than half.
            var t = 1.0;
            for (var step = 0; step < 8; step++)
            {
                var (value, slope) = Evaluate(Coefficients, t);
                t -= (value - northing) / slope;
            }

            return t * Scale;
        }

        private static (double Value, double Slope) Evaluate(double[] coefficients, double t)
        {
            var (value, slope) = (0.0, 0.0);
            for (var power = coefficients.Length - 1; power >= 0; power--)
                (value, slope) = ((value * t) + coefficients[power], (slope * t) + value);
            return (value, slope);
        }
    }
}
