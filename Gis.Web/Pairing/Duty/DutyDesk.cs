using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Pairing.Duty;
using Gis.Core.Units;
using Gis.Data.Store;
using Gis.Data.Store.Pairing;
using Gis.Web.Accounts;
using Gis.Web.Finder.Hours;
using Gis.Web.Progress;
using CalendarMonth = Gis.Core.Units.Month;

namespace Gis.Web.Pairing.Duty;

/// <summary>The log of duty as it stands today, and what firms write in it.</summary>
public sealed class DutyDesk(DutyStore duties, RoundStore rounds, YearDesk year, CurrentCalendar calendar)
{
    /// <summary>The day it is in China.</summary>
    public DateOnly Today => year.Today;

    /// <summary>The month it is.</summary>
    public CalendarMonth Now => new(Today.Year, Today.Month);

    /// <summary>What is owed: what the plan says.</summary>
    public static DutyTerms Terms => DutyTerms.Plan2018;

    /// <summary>The log of some months, of one firm or village or of all.</summary>
    /// <param name="first">The first month.</param>
    /// <param name="last">The last, included; not before the first.</param>
    /// <param name="firm">Of which firm; of all if null.</param>
    /// <param name="village">Of which village; of all if null.</param>
    /// <param name="cancel">Ends the work early.</param>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public async Task<DutyView> Read(CalendarMonth first, CalendarMonth last, string? firm, AreaCode? village, CancellationToken cancel)
    {
        // A meter asks for the lectures of the quarter, which may have begun before the month.
        var from = first.Plus(-((first.Number - 1) % 3)).FirstDay;
        var kept = await duties.ListAsync(new DutyFilter(from, last.LastDay) { Firm = firm, Village = village }, cancel);
        var pairings = (await rounds.ListPairsAsync(cancel)).Select(DutyPairing.Of).Where(pairing => (firm is null || pairing.Firm == firm) && (village is null || pairing.Village == village));
        return new DutyView(new DutyBook([.. pairings], [.. kept.Select(duty => duty.Entry)], Terms), [.. kept.Where(duty => duty.Entry.Day >= first.FirstDay)], first, last, Today, calendar.Calendar);
    }

    /// <summary>Writes an entry, if it may stand.</summary>
    /// <returns>What is wrong with it; with nothing wrong, the entry as it is kept.</returns>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<(KeptDuty? Kept, ImmutableArray<DutyFault> Faults)> Add(DutyEntry entry, SignedIn who, string reason, CancellationToken cancel) =>
        duties.AddAsync(entry, Today, year.Order(who, reason), cancel);

    /// <summary>An entry, also one that was removed; null where the firm has none of that name.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public async Task<KeptDuty?> Find(string id, string firm, CancellationToken cancel) => await duties.FindAsync(id, cancel) is { } kept && kept.Entry.Firm == firm ? kept : null;

    /// <summary>Removes an entry.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task Remove(KeptDuty duty, SignedIn who, string reason, CancellationToken cancel) => duties.RemoveAsync(duty.Id, year.Order(who, reason), cancel);

    /// <summary>Puts an entry back.</summary>
    /// <returns>What is against it; nothing where it is back.</returns>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public async Task<ImmutableArray<DutyFault>> Restore(KeptDuty duty, SignedIn who, string reason, CancellationToken cancel) =>
        await duties.RestoreAsync(duty.Id, Today, year.Order(who, reason), cancel) ?? [];
}

/// <summary>The log of some months.</summary>
/// <param name="Book">The log with who is paired and what is owed; from the beginning of the first month's quarter on.</param>
/// <param name="Entries">The entries of the months alone, by day and hour.</param>
/// <param name="First">The first month.</param>
/// <param name="Last">The last, included.</param>
/// <param name="Today">The day it is.</param>
/// <param name="Calendar">Which days are worked.</param>
public sealed record DutyView(DutyBook Book, ImmutableArray<KeptDuty> Entries, CalendarMonth First, CalendarMonth Last, DateOnly Today, WorkCalendar Calendar)
{
    /// <summary>The meters of the last month, one for each pairing that has a day in it.</summary>
    public ImmutableArray<MonthMeter> Meters { get; } = Book.Read(Last, Today);

    /// <summary>Who is behind in the last month, with what is missing and the days left.</summary>
    public ImmutableArray<DutyAlert> Alerts { get; } = Book.ListAlerts(Last, Today, Calendar);
}
