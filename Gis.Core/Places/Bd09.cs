namespace Gis.Core.Places;

/// <summary>The shift of BD-09: GCJ-02, then about 0.0065° east and 0.006° north with a ripple.</summary>
internal static class Bd09
{
    private const double RippleFrequency = Math.PI * 3000 / 180;

    /// <summary>The shifted degrees of true ones, without asking whether they lie in China.</summary>
    public static XY Shift(XY degrees) => ShiftGcj02(Gcj02.Shift(degrees));

    private static XY ShiftGcj02(XY degrees)
    {
        var radius = double.Hypot(degrees.X, degrees.Y) + (0.00002 * Math.Sin(degrees.Y * RippleFrequency));
        var angle = Math.Atan2(degrees.Y, degrees.X) + (0.000003 * Math.Cos(degrees.X * RippleFrequency));
        var (sine, cosine) = Math.SinCos(angle);
        return new XY((radius * cosine) + 0.0065, (radius * sine) + 0.006);
    }
}
