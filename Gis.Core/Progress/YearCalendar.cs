namespace Gis.Core.Progress;

/// <summary>The days a year of building is steered by (plan, §4).</summary>
/// <param name="Year">The year.</param>
/// <param name="BuildFrom">The first day of building.</param>
/// <param name="BuildBy">The last day on which a point without a day of its own is in time to be built.</param>
/// <param name="DeclareBy">The last day to declare.</param>
/// <param name="InspectFrom">The first day of the city's inspection.</param>
/// <param name="InspectBy">The last.</param>
/// <param name="RegionBy">The last day of the autonomous region's inspection.</param>
public sealed record YearCalendar(int Year, DateOnly BuildFrom, DateOnly BuildBy, DateOnly DeclareBy, DateOnly InspectFrom, DateOnly InspectBy, DateOnly RegionBy)
{
    /// <summary>The first day of the year.</summary>
    public DateOnly First => new(Year, 1, 1);

    /// <summary>The last day of the year.</summary>
    public DateOnly Last => new(Year, 12, 31);

    /// <summary>Whether the days follow each other and lie in the year.</summary>
    public bool IsInOrder =>
        First <= BuildFrom && BuildFrom < BuildBy && BuildBy < DeclareBy && DeclareBy < InspectFrom && InspectFrom <= InspectBy && InspectBy < RegionBy && RegionBy <= Last;

    /// <summary>
    /// The days of the plan of 2018 in any year: building from March to the end of September, declared in October, inspected by
    /// the city in the middle of November (taken as the 11th to the 20th) and by the region in December.
    /// </summary>
    public static YearCalendar Of(int year) => new(
        year, new(year, 3, 1), new(year, 9, 30), new(year, 10, 31), new(year, 11, 11), new(year, 11, 20), new(year, 12, 31));

    /// <summary>The year a network begun on a day is to be built in: that year while there is time to build, else the next.</summary>
    public static YearCalendar For(DateOnly begun) => Of(begun > Of(begun.Year).BuildBy ? begun.Year + 1 : begun.Year);
}
