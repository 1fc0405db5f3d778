namespace Gis.Core.Network.Hours;

/// <summary>A part of every year, both ends included; where it ends before it begins it goes over New Year.</summary>
/// <param name="FromMonth">The month of the first day.</param>
/// <param name="FromDay">The first day.</param>
/// <param name="ToMonth">The month of the last day.</param>
/// <param name="ToDay">The last day; 29 February is also the 28th of a year that has no 29th.</param>
public readonly record struct YearSeason(int FromMonth, int FromDay, int ToMonth, int ToDay)
{
    // Every month may have the days that it has in a leap year.
    private const int LeapYear = 2000;

    /// <summary>Whether both ends are days of a year.</summary>
    public bool IsValid => IsDay(FromMonth, FromDay) && IsDay(ToMonth, ToDay);

    /// <summary>Whether a day lies in it.</summary>
    public bool Contains(DateOnly day)
    {
        var (from, at, to) = (Order(FromMonth, FromDay), Order(day.Month, day.Day), Order(ToMonth, ToDay));
        return from <= to ? from <= at && at <= to : from <= at || at <= to;
    }

    /// <summary>Whether some day lies in both.</summary>
    public bool Overlaps(YearSeason other)
    {
        var self = this;
        return Enumerable.Range(0, 366).Select(new DateOnly(LeapYear, 1, 1).AddDays).Any(day => self.Contains(day) && other.Contains(day));
    }

    private static bool IsDay(int month, int day) => month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(LeapYear, month);

    private static int Order(int month, int day) => (month * 100) + day;
}
