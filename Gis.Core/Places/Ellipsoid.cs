namespace Gis.Core.Places;

/// <summary>A flattened sphere on which positions are measured; its radii are in metres.</summary>
internal sealed class Ellipsoid(double equatorialRadius, double inverseFlattening)
{
    /// <summary>GB 22021-2008.</summary>
    public static readonly Ellipsoid Cgcs2000 = new(6378137, 298.257222101);

    public double EquatorialRadius { get; } = equatorialRadius;

    public double Flattening { get; } = 1 / inverseFlattening;

    public double PolarRadius => EquatorialRadius * (1 - Flattening);

    /// <summary>n = f / (2 - f), in which the series of Bessel, Krüger and Karney converge fastest.</summary>
    public double ThirdFlattening { get; } = 1 / ((2 * inverseFlattening) - 1);

    /// <summary>e² = f (2 - f).</summary>
    public double EccentricitySquared => Flattening * (2 - Flattening);

    /// <summary>e'² = e² / (1 - e²).</summary>
    public double SecondEccentricitySquared => EccentricitySquared / (1 - EccentricitySquared);
}
