using System.Globalization;

namespace Gis.Core.Units;

/// <summary>A number of people who live somewhere: whole and never negative, so that sums are exact in any order.</summary>
public readonly record struct Residents : IComparable<Residents>
{
    /// <summary>Makes a count of <paramref name="count"/> people.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public Residents(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Count = count;
    }

    /// <summary>The number of people.</summary>
    public long Count { get; }

    /// <inheritdoc/>
    public int CompareTo(Residents other) => Count.CompareTo(other.Count);

    /// <summary>Both groups together.</summary>
    public static Residents operator +(Residents left, Residents right) => new(left.Count + right.Count);

    /// <summary>Those of the left group who are not in the right, which is part of it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The right group is larger than the left.</exception>
    public static Residents operator -(Residents left, Residents right) => new(left.Count - right.Count);

    /// <summary>Whether the left group is smaller.</summary>
    public static bool operator <(Residents left, Residents right) => left.Count < right.Count;

    /// <summary>Whether the left group is larger.</summary>
    public static bool operator >(Residents left, Residents right) => left.Count > right.Count;

    /// <summary>Whether the left group is smaller or as large.</summary>
    public static bool operator <=(Residents left, Residents right) => left.Count <= right.Count;

    /// <summary>Whether the left group is larger or as large.</summary>
    public static bool operator >=(Residents left, Residents right) => left.Count >= right.Count;

    /// <summary>The bare number.</summary>
    public override string ToString() => Count.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Sums of residents.</summary>
public static class ResidentsSum
{
    /// <summary>The residents of all items together; zero of none.</summary>
    public static Residents Sum<T>(this IEnumerable<T> items, Func<T, Residents> residents) =>
        items.Aggregate(default(Residents), (sum, item) => sum + residents(item));
}
