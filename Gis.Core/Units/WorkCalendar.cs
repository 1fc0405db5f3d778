using System.Collections.Immutable;

namespace Gis.Core.Units;

/// <summary>
/// Which days are worked: Monday to Friday but for statutory holidays (法定节假日), and the weekend days worked in their stead (调休).
/// Both are announced year by year by the State Council and are handed in. A day that is in both sets is worked. Of a year that
/// is not announced only the holidays with a fixed day are known (全国年节及纪念日放假办法, 2024, §2).
/// </summary>
/// <param name="Holidays">Days that are not worked though a weekday.</param>
/// <param name="MadeUp">Days that are worked though a weekend.</param>
public sealed record WorkCalendar(ImmutableSortedSet<DateOnly> Holidays, ImmutableSortedSet<DateOnly> MadeUp)
{
    private static readonly (int Month, int Day, string Name)[] Fixed =
        [(1, 1, "元旦"), (5, 1, "劳动节"), (5, 2, "劳动节"), (10, 1, "国庆节"), (10, 2, "国庆节"), (10, 3, "国庆节")];

    /// <summary>A calendar to which nothing was announced.</summary>
    public static WorkCalendar Unannounced { get; } = new([], []);

    /// <summary>Monday to Friday.</summary>
    public static ImmutableSortedSet<DayOfWeek> MondayToFriday { get; } =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    /// <summary>What the holidays are called, in Chinese.</summary>
    public ImmutableDictionary<DateOnly, string> Names { get; init; } = ImmutableDictionary<DateOnly, string>.Empty;

    /// <summary>The calendar of some announced days, each given once.</summary>
    public static WorkCalendar Of(IReadOnlyCollection<CalendarDay> days) =>
        new([.. days.Where(day => !day.IsWorked).Select(day => day.Day)], [.. days.Where(day => day.IsWorked).Select(day => day.Day)])
        {
            Names = days.Where(day => !day.IsWorked).ToImmutableDictionary(day => day.Day, day => day.Name),
        };

    /// <summary>Whether the holidays of a year are announced: National Day, 1 October, is one in every announcement.</summary>
    public bool IsAnnounced(int year) => Holidays.Contains(new DateOnly(year, 10, 1));

    /// <summary>Whether a day is a statutory holiday, or free beside one.</summary>
    public bool IsHoliday(DateOnly day) => !MadeUp.Contains(day) && (Holidays.Contains(day) || (!IsAnnounced(day.Year) && NameOfFixed(day) is not null));

    /// <summary>What a holiday is called, in Chinese; null of a day that is none, or is announced without a name.</summary>
    public string? NameOf(DateOnly day) => IsHoliday(day) ? Names.GetValueOrDefault(day) ?? NameOfFixed(day) : null;

    /// <summary>Whether a day is worked.</summary>
    public bool IsWork(DateOnly day) => MadeUp.Contains(day) || (MondayToFriday.Contains(day.DayOfWeek) && !IsHoliday(day));

    /// <summary>How many days are worked from a day to another, both included; none where the last is before the first.</summary>
    public int Count(DateOnly first, DateOnly last)
    {
        var count = 0;
        for (var day = first; day <= last; day = day.AddDays(1))
            count += IsWork(day) ? 1 : 0;
        return count;
    }

    /// <summary>The work day so many work days after the first; 0 is the first day itself, or the next that is worked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, or the day beyond the calendar.</exception>
    public DateOnly Find(DateOnly first, int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        var day = first;
        for (var left = number; left > 0 || !IsWork(day); day = day.AddDays(1))
            left -= IsWork(day) ? 1 : 0;
        return day;
    }

    private static string? NameOfFixed(DateOnly day) => Array.Find(Fixed, each => (each.Month, each.Day) == (day.Month, day.Day)).Name;
}

/// <summary>A day of which something is announced.</summary>
/// <param name="Day">The day.</param>
/// <param name="IsWorked">Whether it is a weekend day that is worked (班); else it is free (休).</param>
/// <param name="Name">The holiday it belongs to, as "国庆节".</param>
/// <param name="Source">The announcement.</param>
public sealed record CalendarDay(DateOnly Day, bool IsWorked, string Name, string Source);
