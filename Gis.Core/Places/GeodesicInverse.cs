namespace Gis.Core.Places;

/// <summary>The length of the shortest way between two positions of an ellipsoid, to about 10 nanometres anywhere.</summary>
/// <remarks>
/// Away from the antipode, Vincenty's fixed point (Survey Review 23, 1975) for the longitude on the auxiliary sphere, with
/// the series of Karney (2013) in place of Vincenty's shorter ones. Near the antipode, where that iteration slows down and
/// finally fails, Karney's monotone equation for the bearing at the start, by bisection.
/// </remarks>
internal static class GeodesicInverse
{
    // At 175° of arc the fixed point still gains a decimal place a step.
    private const double CosineOfNearAntipodal = -0.9961946980917455;
    private const double Settled = 1e-14;
    private const int MostSteps = 40;

    public static double Metres(LonLat from, LonLat to, Ellipsoid ellipsoid)
    {
        var lambda = Math.Abs(Math.IEEERemainder(to.Longitude - from.Longitude, 360)) * Math.PI / 180;
        var start = ReducedLatitude.Of(from, ellipsoid);
        var end = ReducedLatitude.Of(to, ellipsoid);
        var cosine = (start.Sine * end.Sine) + (start.Cosine * end.Cosine * Math.Cos(lambda));
        return cosine < CosineOfNearAntipodal
            ? NearAntipodal(start, end, lambda, ellipsoid)
            : ByFixedPoint(start, end, lambda, ellipsoid);
    }

    private static double ByFixedPoint(ReducedLatitude start, ReducedLatitude end, double lambda, Ellipsoid ellipsoid)
    {
        // A first guess that is right for short lines saves them two steps of five.
        var meanCosineSquared = ((start.Cosine * start.Cosine) + (end.Cosine * end.Cosine)) / 2;
        var omega = lambda / Math.Sqrt(1 - (ellipsoid.EccentricitySquared * meanCosineSquared));
        for (var step = 0; ; step++)
        {
            var (arc, sineAtEquator) = SphericalLine(start, end, omega);
            if (arc.Length == 0)
                return 0;

            var series = new GeodesicSeries(ellipsoid, sineAtEquator);
            var next = lambda + series.LongitudeExcess(arc);
            if (Math.Abs(next - omega) <= Settled || step == MostSteps)
                return series.Metres(arc);

            omega = next;
        }
    }

    private static (SphereArc Arc, double SineAtEquator) SphericalLine(ReducedLatitude start, ReducedLatitude end, double omega)
    {
        var (sinOmega, cosOmega) = Math.SinCos(omega);
        var east = end.Cosine * sinOmega;
        var north = (start.Cosine * end.Sine) - (start.Sine * end.Cosine * cosOmega);
        var sine = Math.Sqrt((east * east) + (north * north));
        if (sine == 0)
            return default;

        var cosine = (start.Sine * end.Sine) + (start.Cosine * end.Cosine * cosOmega);
        var sineAtEquator = start.Cosine * east / sine;
        var cosineSquared = 1 - (sineAtEquator * sineAtEquator);

        // Along the equator the middle is nowhere, and its terms vanish; rounding must not blow them up.
        var middle = cosineSquared > 0 ? Math.Clamp(cosine - (2 * start.Sine * end.Sine / cosineSquared), -1, 1) : 0;
        return (new SphereArc(Math.Atan2(sine, cosine), sine, cosine, middle), sineAtEquator);
    }

    private static double NearAntipodal(ReducedLatitude start, ReducedLatitude end, double lambda, Ellipsoid ellipsoid)
    {
        // By symmetry the line may start at the end farther from the equator, in the south, and run eastward.
        var (far, near) = Math.Abs(start.Sine) >= Math.Abs(end.Sine) ? (start, end) : (end, start);
        if (far.Sine > 0)
            (far, near) = (far.Mirrored, near.Mirrored);
        if (far.Sine == 0 && lambda <= (1 - ellipsoid.Flattening) * Math.PI)
            return ellipsoid.EquatorialRadius * lambda;

        // A start exactly on the equator would leave the node undefined.
        if (far.Sine == 0)
            far = far with { Sine = -1e-150 };

        var line = LineThrough(far, near, Bisect(far, near, lambda, ellipsoid), ellipsoid);

        // What the bearing's last bit leaves in longitude is made up along the parallel (Clairaut: ds = a sin α₀ dλ).
        return line.Metres + (ellipsoid.EquatorialRadius * line.SineAtEquator * (lambda - line.Lambda));
    }

    private static double Bisect(ReducedLatitude far, ReducedLatitude near, double lambda, Ellipsoid ellipsoid)
    {
        var (low, high) = (0.0, Math.PI);
        while (true)
        {
            var middle = (low + high) / 2;
            if (middle <= low || middle >= high)
                return high;
            if (LineThrough(far, near, middle, ellipsoid).Lambda < lambda)
                low = middle;
            else
                high = middle;
        }
    }

    private static (double Lambda, double Metres, double SineAtEquator) LineThrough(
        ReducedLatitude far, ReducedLatitude near, double bearing, Ellipsoid ellipsoid)
    {
        var (sine, cosine) = Math.SinCos(bearing);
        var sineAtEquator = sine * far.Cosine;
        var farNorth = cosine * far.Cosine;

        // cos²β₂ - cos²β₁ from whichever pair of numbers is small and therefore exact.
        var difference = far.Cosine < -far.Sine
            ? (near.Cosine - far.Cosine) * (near.Cosine + far.Cosine)
            : (far.Sine - near.Sine) * (far.Sine + near.Sine);
        var nearNorth = Math.Sqrt(Math.Max(0, (farNorth * farNorth) + difference));

        var arc = SphereArc.Between(Math.Atan2(far.Sine, farNorth), Math.Atan2(near.Sine, nearNorth));
        var omega = Math.Atan2(sineAtEquator * near.Sine, nearNorth) - Math.Atan2(sineAtEquator * far.Sine, farNorth);
        var series = new GeodesicSeries(ellipsoid, sineAtEquator);
        return (omega - series.LongitudeExcess(arc), series.Metres(arc), sineAtEquator);
    }
}
