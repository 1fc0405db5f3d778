namespace Gis.Core.Places;

/// <summary>
/// The transverse Mercator projection of an ellipsoid with scale 1 on the central meridian, in metres from the equator and
/// that meridian: L. Krüger, Konforme Abbildung des Erdellipsoids in der Ebene (1912), to the sixth order in n with the
/// coefficients of C. F. F. Karney, Transverse Mercator with an accuracy of a few nanometers, Journal of Geodesy 85 (2011),
/// equations 14, 35 and 36.
/// </summary>
internal sealed class TransverseMercator
{
    private readonly double eccentricity;
    private readonly double rectifyingRadius;
    private readonly double[] forward;
    private readonly double[] inverse;

    public TransverseMercator(Ellipsoid ellipsoid)
    {
        var n = ellipsoid.ThirdFlattening;
        var n2 = n * n;
        eccentricity = Math.Sqrt(ellipsoid.EccentricitySquared);
        rectifyingRadius = ellipsoid.EquatorialRadius / (1 + n) * (1 + (n2 * ((1 / 4.0) + (n2 * ((1 / 64.0) + (n2 / 256))))));
        forward =
        [
            Series(n, 1, 1 / 2.0, -2 / 3.0, 5 / 16.0, 41 / 180.0, -127 / 288.0, 7891 / 37800.0),
            Series(n, 2, 13 / 48.0, -3 / 5.0, 557 / 1440.0, 281 / 630.0, -1983433 / 1935360.0),
            Series(n, 3, 61 / 240.0, -103 / 140.0, 15061 / 26880.0, 167603 / 181440.0),
            Series(n, 4, 49561 / 161280.0, -179 / 168.0, 6601661 / 7257600.0),
            Series(n, 5, 34729 / 80640.0, -3418889 / 1995840.0),
            Series(n, 6, 212378941 / 319334400.0),
        ];
        inverse =
        [
            Series(n, 1, 1 / 2.0, -2 / 3.0, 37 / 96.0, -1 / 360.0, -81 / 512.0, 96199 / 604800.0),
            Series(n, 2, 1 / 48.0, 1 / 15.0, -437 / 1440.0, 46 / 105.0, -1118711 / 3870720.0),
            Series(n, 3, 17 / 480.0, -37 / 840.0, -209 / 4480.0, 5569 / 90720.0),
            Series(n, 4, 4397 / 161280.0, -11 / 504.0, -830251 / 7257600.0),
            Series(n, 5, 4583 / 161280.0, -108847 / 3991680.0),
            Series(n, 6, 20648693 / 638668800.0),
        ];
    }

    /// <summary>The length of the meridian from equator to pole in metres.</summary>
    public double QuarterMeridian => rectifyingRadius * Math.PI / 2;

    public Projected Project(LonLat position, double centralMeridian)
    {
        var lambda = Math.IEEERemainder(position.Longitude - centralMeridian, 360) * Math.PI / 180;
        var (sine, cosine) = Math.SinCos(lambda);
        var phi = position.Latitude * Math.PI / 180;
        var tangent = Math.Sinh(Math.Asinh(Math.Tan(phi)) - Isometric(Math.Sin(phi)));

        var (xi, eta) = (Math.Atan2(tangent, cosine), Math.Asinh(sine / double.Hypot(tangent, cosine)));
        var (north, east) = Sum(forward, xi, eta);
        return new Projected(rectifyingRadius * (eta + east), rectifyingRadius * (xi + north));
    }

    public LonLat Unproject(Projected point, double centralMeridian)
    {
        var (xi, eta) = (point.Northing / rectifyingRadius, point.Easting / rectifyingRadius);
        var (north, east) = Sum(inverse, xi, eta);
        xi -= north;
        eta -= east;

        var conformal = Math.Sin(xi) / double.Hypot(Math.Sinh(eta), Math.Cos(xi));
        var longitude = centralMeridian + (Math.Atan2(Math.Sinh(eta), Math.Cos(xi)) * 180 / Math.PI);
        return LonLat.Of(Math.IEEERemainder(longitude, 360), Latitude(Math.Asinh(conformal)) * 180 / Math.PI);
    }

    // What the ellipsoid takes off the sphere's isometric latitude.
    private double Isometric(double sine) => eccentricity * Math.Atanh(eccentricity * sine);

    private double Latitude(double isometric)
    {
        // Each step gains two decimal places (e² is 0.0067).
        var sine = Math.Tanh(isometric);
        for (var step = 0; step < 9; step++)
            sine = Math.Tanh(isometric + Isometric(sine));
        return Math.Atan(Math.Sinh(isometric + Isometric(sine)));
    }

    private static (double North, double East) Sum(double[] coefficients, double xi, double eta)
    {
        var (north, east) = (0.0, 0.0);
        for (var j = 1; j <= coefficients.Length; j++)
        {
            var (sine, cosine) = Math.SinCos(2 * j * xi);
            north += coefficients[j - 1] * sine * Math.Cosh(2 * j * eta);
            east += coefficients[j - 1] * cosine * Math.Sinh(2 * j * eta);
        }

        return (north, east);
    }

    private static double Series(double n, int firstPower, params ReadOnlySpan<double> coefficients)
    {
        var (sum, power) = (0.0, Math.Pow(n, firstPower));
        foreach (var coefficient in coefficients)
        {
            sum += coefficient * power;
            power *= n;
        }

        return sum;
    }
}
