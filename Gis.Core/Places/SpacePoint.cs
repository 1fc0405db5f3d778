namespace Gis.Core.Places;

/// <summary>A position of the ellipsoid by metres from the centre of the earth along three axes.</summary>
internal readonly record struct SpacePoint(double X, double Y, double Z)
{
    // Nowhere is the ellipsoid rounder than along the meridian at the equator: b²/a.
    private static readonly double LeastRadius =
        Ellipsoid.Cgcs2000.PolarRadius * Ellipsoid.Cgcs2000.PolarRadius / Ellipsoid.Cgcs2000.EquatorialRadius;

    internal static SpacePoint Of(LonLat at)
    {
        var ellipsoid = Ellipsoid.Cgcs2000;
        var (sine, cosine) = Math.SinCos(at.Latitude * Math.PI / 180);
        var (east, north) = Math.SinCos(at.Longitude * Math.PI / 180);
        var normal = ellipsoid.EquatorialRadius / Math.Sqrt(1 - (ellipsoid.EccentricitySquared * sine * sine));
        return new SpacePoint(normal * cosine * north, normal * cosine * east, normal * (1 - ellipsoid.EccentricitySquared) * sine);
    }

    internal double this[int axis] => axis switch { 0 => X, 1 => Y, _ => Z };

    /// <summary>The square of the chord between two positions; no way over the ellipsoid is shorter than the chord.</summary>
    internal double ChordSquaredTo(in SpacePoint other)
    {
        var (x, y, z) = (X - other.X, Y - other.Y, Z - other.Z);
        return (x * x) + (y * y) + (z * z);
    }

    /// <summary>
    /// What the shortest way over the ellipsoid with this chord cannot exceed: of two arcs of one length the less bent has the
    /// longer chord (Schur 1921, Math. Annalen 83). Infinite for chords on which no such arc ends.
    /// </summary>
    internal static double MostMetresOver(double chord) =>
        chord >= 2 * LeastRadius ? double.PositiveInfinity : 2 * LeastRadius * Math.Asin(chord / (2 * LeastRadius));
}
