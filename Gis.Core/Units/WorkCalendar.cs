using System.Collections.Immutable;

namespace Gis.Core.Units;

/// <summary>
/// Which days are worked: Monday to Friday but for statutory holidays (法定节假日), and the weekend days worked in their stead (调休).
/// Both are announced year by year by the State Council and are handed in. A day that is in both sets is worked.
/// </summary>
/// <param name="Holidays">Days that are not worked though a weekday.</param>
/// <param name="MadeUp">Days that are worked though a weekend.</param>
public sealed record WorkCalendar(ImmutableSortedSet<DateOnly> Holidays, ImmutableSortedSet<DateOnly> MadeUp)
{
    /// <summary>Monday to Friday, where no holidays are known.</summary>
    public static WorkCalendar WeekdaysOnly { get; } = new([], []);

    /// <summary>Monday to Friday.</summary>
    public static ImmutableSortedSet<DayOfWeek> MondayToFriday { get; } =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    /// <summary>Whether a day is worked.</summary>
    public bool IsWork(DateOnly day) => MadeUp.Contains(day) || (MondayToFriday.Contains(day.DayOfWeek) && !Holidays.Contains(day));

    /// <summary>How many days are worked from a day to another, both included; none where the last is before the first.</summary>
    public int Count(DateOnly first, DateOnly last)
    {
        var count = 0;
        for (var day = first; day <= last; day = day.AddDays(1))
            count += IsWork(day) ? 1 : 0;
        return count;
    }
}
