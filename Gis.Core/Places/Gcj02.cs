namespace Gis.Core.Places;

/// <summary>The shift of GCJ-02, as public since 2013: on the Krasovsky ellipsoid, around 105° E, 35° N.</summary>
internal static class Gcj02
{
    private const double Radius = 6378245;
    private const double EccentricitySquared = 0.00669342162296594323;

    /// <summary>The shifted degrees of true ones, without asking whether they lie in China.</summary>
    public static XY Shift(XY degrees)
    {
        var (x, y) = (degrees.X - 105, degrees.Y - 35);
        var ripple = Waves(x, (20, 6), (20, 2));
        var east = 300 + x + (2 * y) + (0.1 * x * x) + (0.1 * x * y) + (0.1 * Math.Sqrt(Math.Abs(x)))
            + ripple + Waves(x, (20, 1), (40, 1 / 3.0), (150, 1 / 12.0), (300, 1 / 30.0));
        var north = -100 + (2 * x) + (3 * y) + (0.2 * y * y) + (0.1 * x * y) + (0.2 * Math.Sqrt(Math.Abs(x)))
            + ripple + Waves(y, (20, 1), (40, 1 / 3.0), (160, 1 / 12.0), (320, 1 / 30.0));
        return OnTheEllipsoid(degrees, east, north);
    }

    private static XY OnTheEllipsoid(XY degrees, double east, double north)
    {
        var (sine, cosine) = Math.SinCos(degrees.Y * Math.PI / 180);
        var w = 1 - (EccentricitySquared * sine * sine);
        var parallel = Radius / Math.Sqrt(w) * cosine;
        var meridian = Radius * (1 - EccentricitySquared) / (w * Math.Sqrt(w));
        return new XY(
            degrees.X + (east / parallel * 180 / Math.PI),
            degrees.Y + (north / meridian * 180 / Math.PI));
    }

    private static double Waves(double at, params ReadOnlySpan<(double Metres, double HalfTurnsPerDegree)> waves)
    {
        var sum = 0.0;
        foreach (var (metres, halfTurns) in waves)
            sum += metres * Math.Sin(at * halfTurns * Math.PI);
        return sum * 2 / 3;
    }
}
