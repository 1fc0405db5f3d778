using System.Collections.Immutable;
using Gis.Core.Network;

namespace Gis.Core.Progress;

/// <summary>How many points have reached a target from a day on.</summary>
/// <param name="On">The day.</param>
/// <param name="Points">How many at its end.</param>
public readonly record struct CurveStep(DateOnly On, int Points);

/// <summary>
/// How many points have come as far as a target over a year: as intended, as it was, and as it will be at the pace of the last
/// eight weeks (an S-curve of project control). A line holds its value until its next step.
/// </summary>
/// <param name="Target">The stage counted.</param>
/// <param name="All">How many points there are to reach it.</param>
/// <param name="Plan">As intended, from the first day of the year to the last.</param>
/// <param name="Actual">As it was, from the first day of the year to today; empty before the year.</param>
/// <param name="Forecast">From today to the day on which all will have reached it, or the end of the year; empty where nothing can be foretold.</param>
public sealed record ProgressCurve(
    Stage Target, int All, ImmutableArray<CurveStep> Plan, ImmutableArray<CurveStep> Actual, ImmutableArray<CurveStep> Forecast)
{
    /// <summary>How many days are looked back on for the pace.</summary>
    public const int PaceDays = 56;

    /// <summary>How many have reached it today.</summary>
    public required int Now { get; init; }

    /// <summary>How many should have by today.</summary>
    public required int Intended { get; init; }

    /// <summary>How many reached it within the days of <see cref="PaceDays"/> up to today, less those that fell back.</summary>
    public required int Lately { get; init; }

    /// <summary>
    /// How many days today is behind the day on which as many as now should have reached it, negative if ahead: the schedule
    /// variance of Earned Schedule (W. Lipke, "Schedule is Different", The Measurable News, 2003). 0 before the first is due.
    /// </summary>
    public required int DaysBehind { get; init; }

    /// <summary>When all will have reached it at that pace; null where nothing did lately, or all have.</summary>
    public required DateOnly? FinishOn { get; init; }

    /// <summary>How many a week would have to reach it, rounded up, for all to be in time; 0 where all have, null where the last day is past.</summary>
    public required int? NeededWeekly { get; init; }

    /// <summary>How many points a line says for a day; 0 before its first step.</summary>
    public static int At(ImmutableArray<CurveStep> line, DateOnly day) => line.LastOrDefault(step => step.On <= day).Points;
}
