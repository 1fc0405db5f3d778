using System.Collections.Immutable;
using Gis.Core.Units;

namespace Gis.Core.Siting;

/// <summary>A date of the plan's year (plan of 2018, §4): what is due, from its first to its last day, both included.</summary>
/// <param name="Duty">What is due.</param>
/// <param name="First">Its first day.</param>
/// <param name="Last">Its last day, by which it is done.</param>
public sealed record ScheduleDate(ScheduleDuty Duty, DateOnly First, DateOnly Last)
{
    /// <summary>The dates of the plan in the years from <paramref name="from"/> to <paramref name="until"/>, none before the first month.</summary>
    /// <remarks>The plan says "mid-November" for the city's checks; the 15th stands for it. October and December are whole months.</remarks>
    public static ImmutableArray<ScheduleDate> List(Month from, Month until) =>
    [
        .. Enumerable.Range(from.Year, until.Year - from.Year + 1).SelectMany(OfYear).Where(date => date.Last >= from.FirstDay),
    ];

    private static IEnumerable<ScheduleDate> OfYear(int year)
    {
        yield return On(ScheduleDuty.CountyPlans, new DateOnly(year, 3, 20));
        yield return On(ScheduleDuty.AllBuilt, new DateOnly(year, 9, 30));
        yield return Over(ScheduleDuty.Declarations, new Month(year, 10));
        yield return On(ScheduleDuty.CityChecks, new DateOnly(year, 11, 15));
        yield return Over(ScheduleDuty.RegionChecks, new Month(year, 12));
    }

    private static ScheduleDate On(ScheduleDuty duty, DateOnly day) => new(duty, day, day);

    private static ScheduleDate Over(ScheduleDuty duty, Month month) => new(duty, month.FirstDay, month.LastDay);
}

/// <summary>What the plan wants done by a date.</summary>
public enum ScheduleDuty
{
    /// <summary>The counties report their own plans to the city, by 20 March.</summary>
    CountyPlans,

    /// <summary>Every point is built, by the end of September.</summary>
    AllBuilt,

    /// <summary>The counties declare what is up to standard, in October.</summary>
    Declarations,

    /// <summary>The city inspects what was declared, in the middle of November.</summary>
    CityChecks,

    /// <summary>The autonomous region inspects, in December.</summary>
    RegionChecks,
}
