namespace Gis.Core.Network.Hours;

/// <summary>Why hours cannot be read.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Part">The words it is wrong with, as they were written.</param>
public sealed record HoursFault(HoursFaultKind Kind, string Part);

/// <summary>What may be wrong with hours.</summary>
public enum HoursFaultKind
{
    /// <summary>A part says no day.</summary>
    NoDay,

    /// <summary>A word is no day of the week.</summary>
    UnknownDay,

    /// <summary>A part says no time, or no day is ever open.</summary>
    NoTime,

    /// <summary>A time is none, as 25:00.</summary>
    BadTime,

    /// <summary>A time ends when or before it begins; one across midnight is to be given in two parts.</summary>
    EndNotAfterStart,

    /// <summary>Two times of one day overlap.</summary>
    Overlap,

    /// <summary>A day is said twice for one season.</summary>
    DayTwice,

    /// <summary>A season's ends are no days of a year.</summary>
    BadSeason,

    /// <summary>Two seasons have a day in common.</summary>
    SeasonOverlap,

    /// <summary>The text is longer than hours are.</summary>
    TooLong,
}
