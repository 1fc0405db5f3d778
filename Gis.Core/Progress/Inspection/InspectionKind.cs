using System.Collections.Immutable;
using Gis.Core.Network;

namespace Gis.Core.Progress.Inspection;

/// <summary>The inspections of a year of building (plan, §4(3)1 and §4(4)).</summary>
public enum InspectionKind
{
    /// <summary>The city's first tour in depth (深入调研督导), between March and September.</summary>
    FirstTour,

    /// <summary>Its second.</summary>
    SecondTour,

    /// <summary>The city's check of every declared point, in the middle of November.</summary>
    CityCheck,

    /// <summary>The autonomous region's check of what the city accepted, in December.</summary>
    RegionCheck,
}

/// <summary>What an inspection means.</summary>
public static class InspectionMeaning
{
    /// <summary>The stages of the points it looks at, where nobody says otherwise: a tour at what is still to be built, a check at what is put forward.</summary>
    public static ImmutableSortedSet<Stage> Stages(this InspectionKind kind) => kind switch
    {
        InspectionKind.FirstTour => [Stage.Planned, Stage.Building],
        InspectionKind.SecondTour => [Stage.Planned, Stage.Building, Stage.Returned],
        InspectionKind.CityCheck => [Stage.Declared],
        _ => [Stage.CityAccepted],
    };

    /// <summary>The day it begins where nobody says otherwise; for the tours, between which the plan gives no dates, the middle of May and of August.</summary>
    public static DateOnly FirstDay(this InspectionKind kind, YearCalendar calendar) => kind switch
    {
        InspectionKind.FirstTour => new DateOnly(calendar.Year, 5, 15),
        InspectionKind.SecondTour => new DateOnly(calendar.Year, 8, 15),
        InspectionKind.CityCheck => calendar.InspectFrom,
        _ => new DateOnly(calendar.Year, 12, 1),
    };

    /// <summary>The days of a year: those that are set where they are of that year, else those of the plan.</summary>
    public static YearCalendar In(this YearCalendar set, int year) => set.Year == year ? set : YearCalendar.Of(year);

    /// <summary>The day by which the plan wants it done.</summary>
    public static DateOnly LastDay(this InspectionKind kind, YearCalendar calendar) => kind switch
    {
        InspectionKind.CityCheck => calendar.InspectBy,
        InspectionKind.RegionCheck => calendar.RegionBy,
        _ => calendar.BuildBy,
    };
}
