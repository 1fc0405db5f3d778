using System.Globalization;

namespace Gis.Core.Units;

/// <summary>A speed in kilometres an hour: finite and above zero.</summary>
public readonly record struct Speed
{
    /// <summary>Makes a speed of <paramref name="kilometresPerHour"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero, negative, infinite or not a number.</exception>
    public Speed(double kilometresPerHour)
    {
        if (!(kilometresPerHour > 0) || double.IsInfinity(kilometresPerHour))
            throw new ArgumentOutOfRangeException(nameof(kilometresPerHour), kilometresPerHour, "A speed is finite and above zero.");
        KilometresPerHour = kilometresPerHour;
    }

    /// <summary>The speed as a number of kilometres an hour.</summary>
    public double KilometresPerHour { get; }

    /// <summary>How long a distance takes at this speed.</summary>
    public Minutes TimeFor(Metres distance) => new(distance.Value * 60 / (KilometresPerHour * 1000));

    /// <summary>The speed with its unit, as "4.5 km/h".</summary>
    public override string ToString() => KilometresPerHour.ToString("0.###", CultureInfo.InvariantCulture) + " km/h";
}
