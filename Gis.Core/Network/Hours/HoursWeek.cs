using System.Collections.Immutable;

namespace Gis.Core.Network.Hours;

/// <summary>The hours of a week, for a season or for the rest of the year. A day that nothing is said of is null; one that is said to be closed is empty.</summary>
/// <param name="Season">The season; none for the rest of the year.</param>
/// <param name="Days">Monday to Sunday, then holidays.</param>
internal sealed record HoursWeek(YearSeason? Season, ImmutableArray<ImmutableArray<OpenSpan>?> Days)
{
    /// <summary>The place of holidays, after the seven days.</summary>
    internal const int Holidays = 7;

    /// <summary>The place of a day of the week, from 0, Monday.</summary>
    internal static int PlaceOf(DayOfWeek day) => ((int)day + 6) % 7;

    internal bool IsEverOpen => Days.Any(day => day is { IsEmpty: false });
}
