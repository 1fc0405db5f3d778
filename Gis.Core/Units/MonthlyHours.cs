using System.Globalization;

namespace Gis.Core.Units;

/// <summary>Hours of advice on the spot in one month: finite and never negative. The default is none.</summary>
public readonly record struct MonthlyHours : IComparable<MonthlyHours>
{
    /// <summary>Makes <paramref name="value"/> hours a month.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public MonthlyHours(double value)
    {
        // Written as !(>=) because every comparison with NaN is false.
        if (!(value >= 0) || double.IsInfinity(value))
            throw new ArgumentOutOfRangeException(nameof(value), value, "Hours a month are finite and not negative.");
        Value = value;
    }

    /// <summary>The number of hours a month.</summary>
    public double Value { get; }

    /// <inheritdoc/>
    public int CompareTo(MonthlyHours other) => Value.CompareTo(other.Value);

    /// <summary>Both together.</summary>
    public static MonthlyHours operator +(MonthlyHours left, MonthlyHours right) => new(left.Value + right.Value);

    /// <summary>The hours of as many as give this much each.</summary>
    public static MonthlyHours operator *(MonthlyHours each, int count) => new(each.Value * count);

    /// <summary>Whether the left is less.</summary>
    public static bool operator <(MonthlyHours left, MonthlyHours right) => left.Value < right.Value;

    /// <summary>Whether the left is more.</summary>
    public static bool operator >(MonthlyHours left, MonthlyHours right) => left.Value > right.Value;

    /// <summary>Whether the left is less or the same.</summary>
    public static bool operator <=(MonthlyHours left, MonthlyHours right) => left.Value <= right.Value;

    /// <summary>Whether the left is more or the same.</summary>
    public static bool operator >=(MonthlyHours left, MonthlyHours right) => left.Value >= right.Value;

    /// <summary>The hours with their unit, as "4 h/month".</summary>
    public override string ToString() => Value.ToString("0.###", CultureInfo.InvariantCulture) + " h/month";
}

/// <summary>Sums of hours a month.</summary>
public static class MonthlyHoursSum
{
    /// <summary>The hours of all items together; none of none.</summary>
    public static MonthlyHours Sum<T>(this IEnumerable<T> items, Func<T, MonthlyHours> hours) =>
        items.Aggregate(default(MonthlyHours), (sum, item) => sum + hours(item));
}
