using System.Globalization;

namespace Gis.Core.Units;

/// <summary>A time of day to the minute, from 0:00 to 24:00, which is the end of the day. The default is 0:00.</summary>
public readonly record struct ClockTime : IComparable<ClockTime>
{
    private const int HoursOfDay = 24;
    private const int MinutesOfHour = 60;

    private readonly int minutes;

    /// <summary>Makes a time of day.</summary>
    /// <param name="hour">From 0 to 24.</param>
    /// <param name="minute">From 0 to 59; 0 where the hour is 24.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such time.</exception>
    public ClockTime(int hour, int minute)
    {
        if (!IsTime(hour, minute))
            throw new ArgumentOutOfRangeException(nameof(hour), $"{hour}:{minute:00}", "A time of day lies from 0:00 to 24:00.");
        minutes = (hour * MinutesOfHour) + minute;
    }

    /// <summary>From 0 to 24.</summary>
    public int Hour => minutes / MinutesOfHour;

    /// <summary>From 0 to 59.</summary>
    public int Minute => minutes % MinutesOfHour;

    /// <summary>The minute that a moment lies in: 12:00:59 is 12:00.</summary>
    public static ClockTime Of(DateTime local) => new(local.Hour, local.Minute);

    /// <summary>Reads "8:30", "08:30" or "24:00"; false for any other text.</summary>
    public static bool TryParse(string? text, out ClockTime time)
    {
        time = default;
        if (text?.Split(':') is not [{ Length: 1 or 2 } hours, { Length: 2 } rest]
            || !int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            || !int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var minute) || !IsTime(hour, minute))
            return false;
        time = new ClockTime(hour, minute);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(ClockTime other) => minutes.CompareTo(other.minutes);

    /// <summary>Whether the left time is before the right.</summary>
    public static bool operator <(ClockTime left, ClockTime right) => left.minutes < right.minutes;

    /// <summary>Whether the left time is after the right.</summary>
    public static bool operator >(ClockTime left, ClockTime right) => left.minutes > right.minutes;

    /// <summary>Whether the left time is not after the right.</summary>
    public static bool operator <=(ClockTime left, ClockTime right) => left.minutes <= right.minutes;

    /// <summary>Whether the left time is not before the right.</summary>
    public static bool operator >=(ClockTime left, ClockTime right) => left.minutes >= right.minutes;

    /// <summary>The time as people write it: "8:30".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Hour}:{Minute:00}");

    /// <summary>The time in two digits each: "08:30".</summary>
    public string ToPadded() => string.Create(CultureInfo.InvariantCulture, $"{Hour:00}:{Minute:00}");

    private static bool IsTime(int hour, int minute) => hour is >= 0 and <= HoursOfDay && minute is >= 0 and < MinutesOfHour && (hour < HoursOfDay || minute == 0);
}
