using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Units;

namespace Gis.Core.Pairing.Duty;

/// <summary>The log with who is paired and what is owed: what meters, alerts and statements are read from.</summary>
/// <param name="pairings">Who serves whom since when; of one village and firm at most one at a time.</param>
/// <param name="entries">The entries, in any order, each checked when it was made.</param>
/// <param name="terms">What is owed.</param>
public sealed class DutyBook(ImmutableArray<DutyPairing> pairings, ImmutableArray<DutyEntry> entries, DutyTerms terms)
{
    // Asked for again and again: a year of a city is some ten thousand entries.
    private readonly ILookup<(AreaCode Village, string Firm), DutyEntry> byPair = entries.ToLookup(entry => (entry.Village, entry.Firm));

    /// <summary>Who serves whom since when.</summary>
    public ImmutableArray<DutyPairing> Pairings => pairings;

    /// <summary>The entries.</summary>
    public ImmutableArray<DutyEntry> Entries => entries;

    /// <summary>What is owed.</summary>
    public DutyTerms Terms => terms;

    /// <summary>The meters of a month, one for each pairing that has a day in it, in the order of the pairings.</summary>
    /// <param name="month">The month.</param>
    /// <param name="today">The day it is; later entries do not count.</param>
    public ImmutableArray<MonthMeter> Read(Units.Month month, DateOnly today) =>
        [.. Pairings.Where(pairing => pairing.CountDays(month.FirstDay, month.LastDay) > 0).Select(pairing => Read(pairing, month, today))];

    /// <summary>Every village that is behind in a month: nobody before the day from which on it is asked, and after the month all that stayed below.</summary>
    /// <param name="month">The month.</param>
    /// <param name="today">The day it is.</param>
    /// <param name="calendar">Which days are worked.</param>
    public ImmutableArray<DutyAlert> ListAlerts(Units.Month month, DateOnly today, WorkCalendar calendar)
    {
        var left = calendar.Count(today < month.FirstDay ? month.FirstDay : today, month.LastDay);
        return [.. Read(month, today).Where(meter => meter.State == DutyState.Behind).Select(meter => new DutyAlert(meter, left))];
    }

    private MonthMeter Read(DutyPairing pairing, Units.Month month, DateOnly today)
    {
        var quarter = new Units.Month(month.Year, ((month.Number - 1) / 3 * 3) + 1);
        var own = byPair[(pairing.Village, pairing.Firm)].Where(entry => entry.Day <= today && pairing.Has(entry)).ToList();
        var visits = own.OfType<DutyEntry.Visit>().Where(visit => visit.Day >= month.FirstDay && visit.Day <= month.LastDay).ToList();
        return new MonthMeter(pairing.Village, pairing.Firm, month)
        {
            Done = new MonthlyHours(visits.Sum(visit => visit.Length.Value) / 60),
            Owed = OwedOf(pairing, month),
            Visits = visits.Count,
            Lectures = own.OfType<DutyEntry.Lecture>().Count(lecture => lecture.Day >= quarter.FirstDay && lecture.Day <= month.LastDay),
            LecturesOwed = IsWhole(pairing, quarter.Plus(2)) ? Terms.LecturesAQuarter : 0,
            IsLate = today >= AlertDay(month),
            IsLastOfQuarter = month == quarter.Plus(2),
        };
    }

    // A month shorter than the day alerts on its last.
    private DateOnly AlertDay(Units.Month month) => month.FirstDay.AddDays(Math.Clamp(Terms.AlertFrom, 1, month.LastDay.Day) - 1);

    private static bool IsWhole(DutyPairing pairing, Units.Month month) => pairing.CountDays(month.FirstDay, month.LastDay) == month.LastDay.Day;

    // A month in which the pairing begins or ends owes its share of the days.
    private MonthlyHours OwedOf(DutyPairing pairing, Units.Month month) =>
        new(Terms.OnSite.Value * pairing.CountDays(month.FirstDay, month.LastDay) / month.LastDay.Day);
}
