using System.Globalization;

namespace Gis.Core.Units;

/// <summary>A month of a year in the Gregorian calendar, from 0001-01 to 9999-12. The default is 0001-01.</summary>
public readonly record struct Month : IComparable<Month>
{
    // From the first of them, so that the default is a month too.
    private readonly int index;

    /// <summary>Makes a month.</summary>
    /// <param name="year">From 1 to 9999.</param>
    /// <param name="number">From 1, January, to 12.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such month.</exception>
    public Month(int year, int number)
        : this((year * 12) + number - 13)
    {
        if (year is < 1 or > 9999)
            throw new ArgumentOutOfRangeException(nameof(year), year, "A year lies from 1 to 9999.");
        if (number is < 1 or > 12)
            throw new ArgumentOutOfRangeException(nameof(number), number, "A month lies from 1 to 12.");
    }

    private Month(int index) => this.index = index;

    /// <summary>The year.</summary>
    public int Year => (index / 12) + 1;

    /// <summary>From 1, January, to 12.</summary>
    public int Number => (index % 12) + 1;

    /// <summary>Its first day.</summary>
    public DateOnly FirstDay => new(Year, Number, 1);

    /// <summary>Its last day.</summary>
    public DateOnly LastDay => new(Year, Number, DateTime.DaysInMonth(Year, Number));

    /// <summary>The month so many months later, or earlier where the count is negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year would not lie from 1 to 9999.</exception>
    public Month Plus(int months)
    {
        var later = (long)index + months;
        return later is >= 0 and < 9999 * 12
            ? new Month((int)later)
            : throw new ArgumentOutOfRangeException(nameof(months), months, $"So many months from {this} there is no year from 1 to 9999.");
    }

    /// <summary>How many months this one is after another; negative where it is before it.</summary>
    public int Since(Month earlier) => index - earlier.index;

    /// <summary>Reads a month as "2027-05"; false for any other text.</summary>
    public static bool TryParse(string? text, out Month month)
    {
        var valid = DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        month = valid ? new Month(day.Year, day.Month) : default;
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(Month other) => index.CompareTo(other.index);

    /// <summary>Whether the left month is before the right.</summary>
    public static bool operator <(Month left, Month right) => left.index < right.index;

    /// <summary>Whether the left month is after the right.</summary>
    public static bool operator >(Month left, Month right) => left.index > right.index;

    /// <summary>Whether the left month is not after the right.</summary>
    public static bool operator <=(Month left, Month right) => left.index <= right.index;

    /// <summary>Whether the left month is not before the right.</summary>
    public static bool operator >=(Month left, Month right) => left.index >= right.index;

    /// <summary>The month as "2027-05".</summary>
    public override string ToString() => FirstDay.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
