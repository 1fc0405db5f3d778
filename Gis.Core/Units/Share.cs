using System.Globalization;

namespace Gis.Core.Units;

/// <summary>A part of a whole, from 0 to 1, both included.</summary>
public readonly record struct Share : IComparable<Share>
{
    /// <summary>Makes a share.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 0, above 1 or not a number.</exception>
    public Share(double value)
    {
        if (!(value >= 0 && value <= 1))
            throw new ArgumentOutOfRangeException(nameof(value), value, "A share lies from 0 to 1.");
        Value = value;
    }

    /// <summary>The share as a number from 0 to 1.</summary>
    public double Value { get; }

    /// <summary>The share that <paramref name="part"/> is of <paramref name="whole"/>; none where nobody lives.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part is larger than the whole.</exception>
    public static Share? Of(Residents part, Residents whole) =>
        whole.Count == 0 ? null : new Share((double)part.Count / whole.Count);

    /// <inheritdoc/>
    public int CompareTo(Share other) => Value.CompareTo(other.Value);

    /// <summary>Whether the left share is smaller.</summary>
    public static bool operator <(Share left, Share right) => left.Value < right.Value;

    /// <summary>Whether the left share is larger.</summary>
    public static bool operator >(Share left, Share right) => left.Value > right.Value;

    /// <summary>Whether the left share is smaller or the same.</summary>
    public static bool operator <=(Share left, Share right) => left.Value <= right.Value;

    /// <summary>Whether the left share is larger or the same.</summary>
    public static bool operator >=(Share left, Share right) => left.Value >= right.Value;

    /// <summary>The share in percent with one decimal, as "82.4 %"; 100.0 means all and 0.0 means none, never nearly.</summary>
    public override string ToString()
    {
        var percent = Value is 0 or 1 ? Value * 100 : Math.Clamp(Value * 100, 0.1, 99.9);
        return percent.ToString("0.0", CultureInfo.InvariantCulture) + " %";
    }
}
