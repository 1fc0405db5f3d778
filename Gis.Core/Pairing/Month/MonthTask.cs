using System.Collections.Immutable;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Pairing.Month;

/// <summary>
/// The advisers of a firm and the villages they are to serve in a month: every village is visited by one adviser, in day tours that
/// begin and end at the office. Method, bound and edges: docs/methods/month.md.
/// </summary>
/// <param name="Advisers">Who goes.</param>
/// <param name="Villages">Where to.</param>
/// <param name="Driving">The trips: place 0 is the office, place i + 1 is village i. Driving past a village is a way like any other.</param>
/// <param name="Rules">What is owed, and how long a day is.</param>
/// <param name="Month">Which month.</param>
public sealed record MonthTask(
    ImmutableArray<MonthAdviser> Advisers, ImmutableArray<MonthVillage> Villages, TripMatrix Driving, DutyRules Rules, Units.Month Month)
{
    /// <summary>Which days are worked.</summary>
    public WorkCalendar Calendar { get; init; } = WorkCalendar.Unannounced;

    /// <summary>The first and last day of a part of the month, from 0: visit k falls into part k. The parts are equally long, to a day.</summary>
    public (DateOnly First, DateOnly Last) PartOf(int part)
    {
        var length = Month.LastDay.Day;
        return (Month.FirstDay.AddDays(part * length / Rules.VisitsAMonth), Month.FirstDay.AddDays(((part + 1) * length / Rules.VisitsAMonth) - 1));
    }

    /// <summary>The days of a part on which an adviser can go.</summary>
    internal ImmutableArray<DateOnly> ListDays(MonthAdviser adviser, int part)
    {
        var (first, last) = PartOf(part);
        return [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays).Where(day => adviser.Goes(day, Calendar))];
    }

    /// <summary>Checks that the parts fit together.</summary>
    /// <exception cref="ArgumentException">The matrix is of other places, an id is there twice or names nobody, or a number is out of its range.</exception>
    internal void Verify()
    {
        if (Driving.Count != Villages.Length + 1)
            throw new ArgumentException($"{Villages.Length} villages and an office need {Villages.Length + 1} places; there are {Driving.Count}.");
        VerifyUnique(Villages.Select(village => village.Id), "village");
        VerifyUnique(Advisers.Select(adviser => adviser.Id), "adviser");
        if (!(Rules.OnSite.Value > 0) || !(Rules.Day.Value > 0) || Rules.VisitsAMonth is < 1 or > 28)
            throw new ArgumentException("Hours on the spot and a day are above zero, and visits a month from 1 to 28.");
        foreach (var village in Villages)
        {
            if (village.Adviser is { } named && Advisers.All(adviser => adviser.Id != named))
                throw new ArgumentException($"Village {village.Id} is given to {named}, who is no adviser of the firm.");
            if (village.OnSite?.Value == 0 || village.MarketDays.Any(day => day is < 1 or > 31))
                throw new ArgumentException($"Village {village.Id} has hours above zero, and market days from 1 to 31.");
        }
    }

    private static void VerifyUnique(IEnumerable<string> ids, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (ids.FirstOrDefault(id => !seen.Add(id)) is { } twice)
            throw new ArgumentException($"The {what} {twice} is given twice.");
    }
}

/// <summary>Somebody of the firm who goes to villages: a post, never a person's name.</summary>
/// <param name="Id">Its identifier, unique in the task.</param>
/// <param name="Available">The hours it has for the villages in the month, driving included; a month that takes exactly as many fits.</param>
public sealed record MonthAdviser(string Id, MonthlyHours Available)
{
    /// <summary>The weekdays on which it can go; statutory holidays are left out, and on days worked in their stead goes who goes on all of Monday to Friday.</summary>
    public ImmutableSortedSet<DayOfWeek> Weekdays { get; init; } = WorkCalendar.MondayToFriday;

    /// <summary>Days on which it goes besides, whatever the weekday.</summary>
    public ImmutableSortedSet<DateOnly> Extra { get; init; } = [];

    /// <summary>Days on which it does not go, above all else.</summary>
    public ImmutableSortedSet<DateOnly> Absent { get; init; } = [];

    /// <summary>Whether it can go on a day.</summary>
    public bool Goes(DateOnly day, WorkCalendar calendar)
    {
        if (Absent.Contains(day) || Extra.Contains(day))
            return !Absent.Contains(day);
        return calendar.MadeUp.Contains(day)
            ? Weekdays.Contains(day.DayOfWeek) || Weekdays.IsSupersetOf(WorkCalendar.MondayToFriday)
            : Weekdays.Contains(day.DayOfWeek) && !calendar.IsHoliday(day);
    }
}

/// <summary>A village to serve.</summary>
/// <param name="Id">Its identifier, as its code; unique in the task.</param>
/// <param name="Adviser">The adviser it has; none: any of the firm, one and the same for all its visits.</param>
public sealed record MonthVillage(string Id, string? Adviser = null)
{
    /// <summary>The days of the month on which it holds market (赶集), from 1: the days on which most people are there. A wish, not a rule.</summary>
    public ImmutableSortedSet<int> MarketDays { get; init; } = [];

    /// <summary>Whether its lecture of the quarter is held this month; then at the first visit.</summary>
    public bool HasLecture { get; init; }

    /// <summary>Hours on the spot a month, where they are not those of the rules; above zero.</summary>
    public MonthlyHours? OnSite { get; init; }
}

/// <summary>How to stop the work.</summary>
/// <param name="Cancel">Set when the answer is no longer wanted.</param>
public sealed record MonthWatch(CancellationToken Cancel)
{
    /// <summary>Works until it is done.</summary>
    public static MonthWatch Never { get; } = new(CancellationToken.None);

    /// <summary>How much is tried where villages are too many to go through all plans: counted and not clocked, so the same task gives the same plan on any machine. Above zero.</summary>
    public int Effort { get; init; } = 3000;
}
