using System.Globalization;

namespace Gis.Core.Units;

/// <summary>A travel time in minutes: finite and never negative. The default is zero.</summary>
public readonly record struct Minutes : IComparable<Minutes>
{
    /// <summary>Makes a time of <paramref name="value"/> minutes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public Minutes(double value)
    {
        // Written as !(>=) because every comparison with NaN is false.
        if (!(value >= 0) || double.IsInfinity(value))
            throw new ArgumentOutOfRangeException(nameof(value), value, "A travel time is finite and not negative.");
        Value = value;
    }

    /// <summary>The time as a number of minutes.</summary>
    public double Value { get; }

    /// <inheritdoc/>
    public int CompareTo(Minutes other) => Value.CompareTo(other.Value);

    /// <summary>One time after the other.</summary>
    public static Minutes operator +(Minutes left, Minutes right) => new(left.Value + right.Value);

    /// <summary>Whether the left time is shorter.</summary>
    public static bool operator <(Minutes left, Minutes right) => left.Value < right.Value;

    /// <summary>Whether the left time is longer.</summary>
    public static bool operator >(Minutes left, Minutes right) => left.Value > right.Value;

    /// <summary>Whether the left time is shorter or the same.</summary>
    public static bool operator <=(Minutes left, Minutes right) => left.Value <= right.Value;

    /// <summary>Whether the left time is longer or the same.</summary>
    public static bool operator >=(Minutes left, Minutes right) => left.Value >= right.Value;

    /// <summary>The time with its unit, as "12.5 min".</summary>
    public override string ToString() => Value.ToString("0.###", CultureInfo.InvariantCulture) + " min";
}
