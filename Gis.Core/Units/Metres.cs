using System.Globalization;

namespace Gis.Core.Units;

/// <summary>A ground distance in metres: finite and never negative. The default is zero.</summary>
public readonly record struct Metres : IComparable<Metres>
{
    /// <summary>Makes a distance of <paramref name="value"/> metres.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public Metres(double value)
    {
        // Written as !(>=) because every comparison with NaN is false.
        if (!(value >= 0) || double.IsInfinity(value))
            throw new ArgumentOutOfRangeException(nameof(value), value, "A distance is finite and not negative.");
        Value = value;
    }

    /// <summary>The distance as a number of metres.</summary>
    public double Value { get; }

    /// <summary>The distance as a number of kilometres.</summary>
    public double Kilometres => Value / 1000;

    /// <summary>Makes a distance from kilometres.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public static Metres FromKilometres(double kilometres) => new(kilometres * 1000);

    /// <inheritdoc/>
    public int CompareTo(Metres other) => Value.CompareTo(other.Value);

    /// <summary>The two distances end to end.</summary>
    public static Metres operator +(Metres left, Metres right) => new(left.Value + right.Value);

    /// <summary>The distance stretched by a factor that is not negative.</summary>
    public static Metres operator *(Metres distance, double factor) => new(distance.Value * factor);

    /// <summary>Whether the left distance is shorter.</summary>
    public static bool operator <(Metres left, Metres right) => left.Value < right.Value;

    /// <summary>Whether the left distance is longer.</summary>
    public static bool operator >(Metres left, Metres right) => left.Value > right.Value;

    /// <summary>Whether the left distance is shorter or the same.</summary>
    public static bool operator <=(Metres left, Metres right) => left.Value <= right.Value;

    /// <summary>Whether the left distance is longer or the same.</summary>
    public static bool operator >=(Metres left, Metres right) => left.Value >= right.Value;

    /// <summary>The distance with its unit, as "1200 m".</summary>
    public override string ToString() => Value.ToString("0.###", CultureInfo.InvariantCulture) + " m";
}
