using System.Globalization;

namespace Gis.Core.Places;

/// <summary>A direction on the ground in degrees clockwise from true north, from 0 up to but not including 360.</summary>
public readonly record struct Bearing
{
    /// <summary>Makes a direction from any finite number of degrees; full turns are taken off.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is infinite or not a number.</exception>
    public Bearing(double degrees)
    {
        if (!double.IsFinite(degrees))
            throw new ArgumentOutOfRangeException(nameof(degrees), degrees, "A bearing is a finite number of degrees.");
        Degrees = ((degrees % 360) + 360) % 360;
    }

    /// <summary>Degrees clockwise from true north: 0 north, 90 east, 180 south, 270 west.</summary>
    public double Degrees { get; }

    /// <summary>The bearing with its unit, as "92.5°".</summary>
    public override string ToString() => Degrees.ToString("0.######", CultureInfo.InvariantCulture) + "°";
}
