using System.Globalization;

namespace Gis.Core.Units;

/// <summary>Hours of advice a month for each resident: what an access ratio measures. Finite and never negative.</summary>
public readonly record struct HoursPerResident : IComparable<HoursPerResident>
{
    /// <summary>Makes a ratio of <paramref name="value"/> hours a month for each resident.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public HoursPerResident(double value)
    {
        if (!(value >= 0) || double.IsInfinity(value))
            throw new ArgumentOutOfRangeException(nameof(value), value, "Hours for each resident are finite and not negative.");
        Value = value;
    }

    /// <summary>The hours a month for one resident.</summary>
    public double Value { get; }

    /// <summary>The hours a month for a thousand residents, which read better.</summary>
    public double PerThousand => Value * 1000;

    /// <summary>The hours a month that each of some residents has; none where nobody lives.</summary>
    public static HoursPerResident? Of(MonthlyHours hours, Residents residents) =>
        residents.Count == 0 ? null : new(hours.Value / residents.Count);

    /// <inheritdoc/>
    public int CompareTo(HoursPerResident other) => Value.CompareTo(other.Value);

    /// <summary>The ratio with its unit, as "1.25 h/month per 1000".</summary>
    public override string ToString() => PerThousand.ToString("0.###", CultureInfo.InvariantCulture) + " h/month per 1000";
}
