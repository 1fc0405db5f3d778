using System.Collections.Immutable;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Pairing.Month;

/// <summary>Who goes where on which day of a month.</summary>
/// <param name="Advisers">Each adviser's month, in the order of the task; one without visits is there, too.</param>
public sealed record MonthPlan(ImmutableArray<AdviserMonth> Advisers)
{
    /// <summary>On the spot, lectures not counted.</summary>
    public MonthlyHours OnSite => Advisers.Sum(adviser => adviser.OnSite);

    /// <summary>For lectures.</summary>
    public MonthlyHours Lectures => Advisers.Sum(adviser => adviser.Lectures);

    /// <summary>For driving.</summary>
    public MonthlyHours Driving => Advisers.Sum(adviser => adviser.Driving);

    /// <summary>All three together.</summary>
    public MonthlyHours Hours => OnSite + Lectures + Driving;
}

/// <summary>The month of one adviser.</summary>
/// <param name="Adviser">The adviser.</param>
/// <param name="Available">The hours it has.</param>
/// <param name="Days">Its days away, in order; at most one tour a day.</param>
public sealed record AdviserMonth(string Adviser, MonthlyHours Available, ImmutableArray<MonthDay> Days)
{
    /// <summary>On the spot, lectures not counted.</summary>
    public MonthlyHours OnSite => MonthDay.Sum(Days, day => day.OnSite);

    /// <summary>For lectures.</summary>
    public MonthlyHours Lectures => MonthDay.Sum(Days, day => day.Lectures);

    /// <summary>For driving.</summary>
    public MonthlyHours Driving => MonthDay.Sum(Days, day => day.Driving);

    /// <summary>All three together.</summary>
    public MonthlyHours Hours => OnSite + Lectures + Driving;

    /// <summary>What is left of the hours it has; none where exactly all are taken.</summary>
    // Sums of doubles may pass what the exact sums, in milliseconds, do not.
    public MonthlyHours Left => new(Math.Max(0, Available.Value - Hours.Value));
}

/// <summary>One day away.</summary>
/// <param name="Day">The day.</param>
/// <param name="Visits">The visits, in order.</param>
/// <param name="Back">The trip from the last of them to the office.</param>
public sealed record MonthDay(DateOnly Day, ImmutableArray<MonthVisit> Visits, Trip Back)
{
    /// <summary>On the spot, lectures not counted.</summary>
    public Minutes OnSite => new(Visits.Sum(visit => visit.OnSite.Value));

    /// <summary>For lectures.</summary>
    public Minutes Lectures => new(Visits.Sum(visit => visit.Lecture.Value));

    /// <summary>The driving, to the office included.</summary>
    public Minutes Driving => new(Visits.Sum(visit => visit.There.Time.Value) + Back.Time.Value);

    /// <summary>From setting out to being back.</summary>
    public Minutes Away => Visits[^1].Leaving + Back.Time;

    internal static MonthlyHours Sum(ImmutableArray<MonthDay> days, Func<MonthDay, Minutes> part) => new(days.Sum(day => part(day).Value) / 60);
}

/// <summary>One visit to a village.</summary>
/// <param name="Village">The village.</param>
/// <param name="There">The trip to it from the village before, or from the office.</param>
/// <param name="Arrival">When it is reached, counted from setting out.</param>
/// <param name="OnSite">How long the adviser is there for those who come.</param>
/// <param name="Lecture">How long the lecture takes besides; none where there is none.</param>
/// <param name="IsMarketDay">Whether the village holds market that day.</param>
public sealed record MonthVisit(string Village, Trip There, Minutes Arrival, Minutes OnSite, Minutes Lecture, bool IsMarketDay)
{
    /// <summary>Whether a lecture is held.</summary>
    public bool HasLecture => Lecture.Value > 0;

    /// <summary>When the adviser goes on, counted from setting out.</summary>
    public Minutes Leaving => Arrival + OnSite + Lecture;
}
