namespace Gis.Core.Progress.Inspection;

/// <summary>The days on which teams set out: Monday to Friday. Statutory holidays, and weekends worked for them, are not known here.</summary>
public static class WorkDays
{
    /// <summary>The work day so many work days after the first; 0 is the first day itself, or the Monday after it where it is a weekend.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, or the day beyond the calendar.</exception>
    public static DateOnly Find(DateOnly first, int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        var day = IsWork(first) ? first : first.AddDays(first.DayOfWeek == DayOfWeek.Saturday ? 2 : 1);
        var ahead = (int)day.DayOfWeek - 1 + number;
        return day.AddDays(number + (ahead / 5 * 2));
    }

    /// <summary>How many work days there are from a day to another, both included; none where the last is before the first.</summary>
    public static int Count(DateOnly first, DateOnly last)
    {
        var count = 0;
        for (var day = first; day <= last; day = day.AddDays(1))
            count += IsWork(day) ? 1 : 0;
        return count;
    }

    private static bool IsWork(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
