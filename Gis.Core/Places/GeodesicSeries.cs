namespace Gis.Core.Places;

/// <summary>
/// An arc of a geodesic seen on the auxiliary sphere: its length in radians with sine and cosine, and the cosine of twice
/// the distance of its middle from the node, where the geodesic crosses the equator northward.
/// </summary>
internal readonly record struct SphereArc(double Length, double Sine, double Cosine, double CosineTwiceMiddle)
{
    public static SphereArc Between(double start, double end)
    {
        var (sine, cosine) = Math.SinCos(end - start);
        return new SphereArc(end - start, sine, cosine, Math.Cos(start + end));
    }

    /// <summary>The sum of c[l] (sin 2lσ₂ - sin 2lσ₁), l from 1.</summary>
    public double SumSines(ReadOnlySpan<double> coefficients)
    {
        // sin 2lσ₂ - sin 2lσ₁ = 2 cos(l 2σₘ) sin(l σ₁₂), and both factors follow from the two before them.
        var (cosBefore, cos, sinBefore, sin) = (1.0, CosineTwiceMiddle, 0.0, Sine);
        var sum = 0.0;
        foreach (var coefficient in coefficients)
        {
            sum += 2 * coefficient * cos * sin;
            (cosBefore, cos) = (cos, (2 * CosineTwiceMiddle * cos) - cosBefore);
            (sinBefore, sin) = (sin, (2 * Cosine * sin) - sinBefore);
        }

        return sum;
    }
}

/// <summary>
/// Length and longitude along one geodesic as Fourier series on the auxiliary sphere, to the sixth order in the flattening:
/// C. F. F. Karney, Algorithms for geodesics, Journal of Geodesy 87 (2013), equations 7, 8, 15 to 18 and 23 to 25. The
/// truncation stays below 10 nanometres on the earth.
/// </summary>
internal readonly struct GeodesicSeries
{
    private readonly Ellipsoid ellipsoid;
    private readonly double sineAtEquator;
    private readonly double expansion;

    /// <param name="ellipsoid">The ellipsoid.</param>
    /// <param name="sineAtEquator">sin α₀, of the bearing at which the geodesic crosses the equator.</param>
    public GeodesicSeries(Ellipsoid ellipsoid, double sineAtEquator)
    {
        this.ellipsoid = ellipsoid;
        this.sineAtEquator = sineAtEquator;
        KSquared = ellipsoid.SecondEccentricitySquared * Math.Max(0, 1 - (sineAtEquator * sineAtEquator));
        var root = Math.Sqrt(1 + KSquared);
        expansion = KSquared / ((1 + root) * (1 + root));
    }

    /// <summary>k² = e'² cos²α₀.</summary>
    public double KSquared { get; }

    /// <summary>The length in metres of the geodesic over an arc of the sphere.</summary>
    public double Metres(in SphereArc arc)
    {
        var e = expansion;
        var e2 = e * e;
        var scale = (1 + (e2 * ((1 / 4.0) + (e2 * ((1 / 64.0) + (e2 / 256)))))) / (1 - e);
        ReadOnlySpan<double> c =
        [
            e * ((-1 / 2.0) + (e2 * ((3 / 16.0) - (e2 / 32)))),
            e2 * ((-1 / 16.0) + (e2 * ((1 / 32.0) - (e2 * 9 / 2048)))),
            e * e2 * ((-1 / 48.0) + (e2 * 3 / 256)),
            e2 * e2 * ((-5 / 512.0) + (e2 * 3 / 512)),
            e * e2 * e2 * (-7 / 1280.0),
            e2 * e2 * e2 * (-7 / 2048.0),
        ];
        return ellipsoid.PolarRadius * scale * (arc.Length + arc.SumSines(c));
    }

    /// <summary>ω - λ in radians: by how much the arc's longitude on the sphere exceeds that on the ellipsoid.</summary>
    public double LongitudeExcess(in SphereArc arc)
    {
        var e = expansion;
        var e2 = e * e;
        var n = ellipsoid.ThirdFlattening;
        var n2 = n * n;
        var scale = 1 - (e * (((1 - n) / 2) + (e * (((2 + n - (3 * n2)) / 8) + (e * (((1 + (3 * n) + n2) / 16)
            + (e * (((3 + (2 * n)) / 64) + (e * 3 / 128)))))))));
        ReadOnlySpan<double> c =
        [
            e * (((1 - n) / 4) + (e * (((1 - n2) / 8) + (e * (((3 + (3 * n) - n2) / 64)
                + (e * (((5 + (2 * n)) / 128) + (e * 3 / 128)))))))),
            e2 * (((2 - (3 * n) + n2) / 32) + (e * (((3 - (2 * n) - (3 * n2)) / 64) + (e * (((3 + n) / 128) + (e * 5 / 256)))))),
            e * e2 * (((5 - (9 * n) + (5 * n2)) / 192) + (e * (((9 - (10 * n)) / 384) + (e * 7 / 512)))),
            e2 * e2 * (((7 - (14 * n)) / 512) + (e * 7 / 512)),
            e * e2 * e2 * (21 / 2560.0),
        ];
        return ellipsoid.Flattening * sineAtEquator * scale * (arc.Length + arc.SumSines(c));
    }
}
