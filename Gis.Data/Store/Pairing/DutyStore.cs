using System.Collections.Immutable;
using System.Text.Json;
using Gis.Core.Network;
using Gis.Core.Pairing.Duty;
using Gis.Core.Pairing.Rounds;
using Gis.Data.Store.Accounts;
using Gis.Data.Store.History;
using Microsoft.EntityFrameworkCore;

namespace Gis.Data.Store.Pairing;

/// <summary>
/// The log of duty. An entry is checked where it is written, so that of two that overlap, sent at once, one is refused. Nothing is
/// deleted: an entry removed does not count and may be put back. What a lecture was about and how far from the room somebody
/// checked in are not in the history, as nothing can be taken out of it.
/// </summary>
public sealed class DutyStore(GisStore store)
{
    private const string Kind = "duty";
    private const int IdLength = 12;

    /// <summary>The entries asked for, by day and hour, without those that were removed.</summary>
    /// <exception cref="StoreException">They cannot be read.</exception>
    public Task<ImmutableArray<KeptDuty>> ListAsync(DutyFilter filter, CancellationToken cancellation = default) => store.ReadAsync(
        "The log of duty",
        async context =>
        {
            var rows = context.Duties.AsNoTracking().Where(row => row.RemovedUtc == null && row.HeldOn >= filter.From && row.HeldOn <= filter.Until);
            if (filter.Firm is { } firm)
                rows = rows.Where(row => row.FirmId == firm);
            if (filter.Village?.Digits is { } village)
                rows = rows.Where(row => row.VillageCode == village);
            return (await rows.OrderBy(row => row.HeldOn).ThenBy(row => row.StartAt).ThenBy(row => row.Fid).ToListAsync(cancellation)).Select(DutyText.Read).ToImmutableArray();
        });

    /// <summary>An entry, also one that was removed; null where there is none.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public Task<KeptDuty?> FindAsync(string id, CancellationToken cancellation = default) => store.ReadAsync(
        "The entry",
        async context => await context.Duties.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is { } row ? DutyText.Read(row) : null);

    /// <summary>Keeps an entry if it may stand beside the others.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="today">The day it is.</param>
    /// <param name="order">Who writes it.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>What is wrong with it; with nothing wrong, the entry as it is kept.</returns>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<(KeptDuty? Kept, ImmutableArray<DutyFault> Faults)> AddAsync(
        DutyEntry entry, DateOnly today, AccountOrder order, CancellationToken cancellation = default) => store.WriteAsync(
        async context =>
        {
            if (await FindFaultsAsync(context, entry, today, cancellation) is { IsEmpty: false } faults)
                return ((KeptDuty?)null, faults);
            var row = DutyText.RowOf(LinkText.New(IdLength), entry, order);
            context.Add(row);
            await context.SaveChangesAsync(cancellation);
            await WriteAsync(context, "duty.add", row, null, order, cancellation);
            return (DutyText.Read(row), []);
        },
        cancellation);

    /// <summary>Removes an entry.</summary>
    /// <returns>False where there is none, or it is removed already.</returns>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<bool> RemoveAsync(string id, AccountOrder order, CancellationToken cancellation = default) => store.WriteAsync(
        async context =>
        {
            if (await context.Duties.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { RemovedUtc: null } row)
                return false;
            var before = Describe(row);
            row.RemovedUtc = order.Now;
            await context.SaveChangesAsync(cancellation);
            await WriteAsync(context, "duty.remove", row, before, order, cancellation);
            return true;
        },
        cancellation);

    /// <summary>Puts an entry back that was removed, if it may still stand beside the others.</summary>
    /// <param name="id">The entry.</param>
    /// <param name="today">The day it is.</param>
    /// <param name="order">Who does it.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>What is against it; nothing where it is back. Null where there is none that was removed.</returns>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<ImmutableArray<DutyFault>?> RestoreAsync(string id, DateOnly today, AccountOrder order, CancellationToken cancellation = default) => store.WriteAsync(
        async context =>
        {
            if (await context.Duties.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { RemovedUtc: not null } row)
                return (ImmutableArray<DutyFault>?)null;
            if (await FindFaultsAsync(context, DutyText.Read(row).Entry, today, cancellation) is { IsEmpty: false } faults)
                return faults;
            var before = Describe(row);
            row.RemovedUtc = null;
            await context.SaveChangesAsync(cancellation);
            await WriteAsync(context, "duty.restore", row, before, order, cancellation);
            return [];
        },
        cancellation);

    // Only what the firm logged for the same day can overlap it.
    private static async Task<ImmutableArray<DutyFault>> FindFaultsAsync(GisDbContext context, DutyEntry entry, DateOnly today, CancellationToken cancellation)
    {
        var village = entry.Village.Digits;
        var others = await context.Duties.AsNoTracking().Where(row => row.RemovedUtc == null && row.FirmId == entry.Firm && row.HeldOn == entry.Day).ToListAsync(cancellation);
        var pairs = await context.StandingPairs.AsNoTracking().Where(row => row.VillageCode == village && row.FirmId == entry.Firm).ToListAsync(cancellation);
        return DutyCheck.Find(
            entry,
            others.Select(row => DutyText.Read(row).Entry),
            pairs.Select(row => DutyPairing.Of(new StandingPair(row.VillageCode, row.FirmId, row.RoundId, row.SinceOn, row.UntilOn))),
            today);
    }

    private static Task WriteAsync(GisDbContext context, string command, DutyRow row, string? before, AccountOrder order, CancellationToken cancellation) =>
        order.WriteAsync(context, command, $"{Kind}:{row.Id}", new RecordText(Kind, row.Id, before, Describe(row)), cancellation);

    private static string Describe(DutyRow row) => JsonSerializer.Serialize(new
    {
        village = row.VillageCode,
        firm = row.FirmId,
        kind = row.Kind,
        day = row.HeldOn,
        minutes = row.LengthMinutes,
        removed = row.RemovedUtc is not null,
    });
}

/// <summary>Which entries of the log are asked for.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, included.</param>
public sealed record DutyFilter(DateOnly From, DateOnly Until)
{
    /// <summary>Of which firm; of all where none is named.</summary>
    public string? Firm { get; init; }

    /// <summary>Of which village; of all where none is named.</summary>
    public AreaCode? Village { get; init; }
}

/// <summary>An entry as it is kept.</summary>
/// <param name="Id">Its name in links.</param>
/// <param name="Entry">What it says.</param>
/// <param name="Made">When it was written.</param>
public sealed record KeptDuty(string Id, DutyEntry Entry, DateTimeOffset Made)
{
    /// <summary>When it was removed; null while it counts.</summary>
    public DateTimeOffset? Removed { get; init; }
}
