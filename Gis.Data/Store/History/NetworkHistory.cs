using System.Collections.Immutable;
using Gis.Core.Network;
using Microsoft.EntityFrameworkCore;

namespace Gis.Data.Store.History;

/// <summary>What was done to the network and its accounts, and the network as it was after any of it.</summary>
public sealed class NetworkHistory(GisStore store)
{
    /// <summary>The most entries that one page of the log holds.</summary>
    public const int PageSize = 50;

    /// <summary>Entries of the log from the latest, without their records; a page of them.</summary>
    /// <exception cref="StoreException">The log cannot be read.</exception>
    public Task<IReadOnlyList<LogLine>> ListAsync(LogFilter filter, CancellationToken cancellation = default) => ReadAsync<IReadOnlyList<LogLine>>(async context =>
    {
        var rows = context.Log.AsNoTracking();
        if (filter.Before is { } before)
            rows = rows.Where(row => row.Sequence < before);
        if (filter.OfNetwork)
            rows = rows.Where(row => row.VersionSequence != null);
        if (filter.AuthorId is { } author)
            rows = rows.Where(row => row.AuthorId == author);
        if (filter.Record is { } record)
        {
            var (kind, key) = (record.Kind.Written(), record.Text);
            rows = rows.Where(row => context.LogRecords.Any(each => each.LogSequence == row.Sequence && each.Kind == kind && each.RecordKey == key));
        }

        var page = await rows.OrderByDescending(row => row.Sequence).Take(PageSize).ToListAsync(cancellation);
        var undone = await ListUndoneAsync(context, [.. page.Select(row => row.Sequence)], cancellation);
        return [.. page.Select(row => Read(row, undone, []))];
    });

    /// <summary>An entry with its records; null if there is none.</summary>
    /// <exception cref="StoreException">The log cannot be read.</exception>
    public Task<LogLine?> FindAsync(long entry, CancellationToken cancellation = default) => ReadAsync(async context =>
    {
        if (await context.Log.AsNoTracking().SingleOrDefaultAsync(row => row.Sequence == entry, cancellation) is not { } row)
            return null;
        var records = await context.LogRecords.AsNoTracking().Where(each => each.LogSequence == entry && !NetworkWriter.Beside.Contains(each.Kind))
            .OrderBy(each => each.Number).ToListAsync(cancellation);
        return Read(row, await ListUndoneAsync(context, [entry], cancellation), [.. records.Select(each => new RecordText(each.Kind, each.RecordKey, each.Before, each.After))]);
    });

    /// <summary>The network as it was when a version was saved; null if the log does not reach back to it, or there is none.</summary>
    /// <exception cref="StoreException">The log cannot be read, or does not add up to a network.</exception>
    public Task<ServiceNetwork?> LoadAsync(long version, CancellationToken cancellation = default) => ReadAsync(
        async context => await LoadPartsAsync(context, version, cancellation) is { } parts ? new ServiceNetwork(parts) : null);

    /// <summary>What colleagues call the authors of entries; empty for an account that is closed.</summary>
    /// <exception cref="StoreException">The accounts cannot be read.</exception>
    public Task<IReadOnlyDictionary<string, string>> NameAuthorsAsync(IEnumerable<LogLine> lines, CancellationToken cancellation = default) => ReadAsync<IReadOnlyDictionary<string, string>>(async context =>
    {
        var ids = lines.Select(line => line.AuthorId).OfType<string>().Distinct().ToArray();
        return await context.Users.AsNoTracking().Where(account => ids.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.PersonName, cancellation);
    });

    /// <summary>The records of an entry, before and after; null where they cannot be taken back: the first entry of a network, or one that changed none.</summary>
    /// <exception cref="StoreException">The entry cannot be read.</exception>
    public static ImmutableArray<RecordChange>? ChangesOf(LogLine entry) =>
        entry.Version is null || entry.Command is NetworkWriter.Fill or NetworkWriter.Begin ? null : [.. entry.Records.Select(ChangeOf)];

    /// <summary>A record of an entry as the change it was.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public static RecordChange ChangeOf(RecordText record)
    {
        try
        {
            var kind = WrittenName.TryRead<RecordKind>(record.Kind, out var known) ? known : throw new FormatException($"there are no records of kind '{record.Kind}'");
            return new RecordChange(
                record.Before is { } before ? RecordJson.Read(kind, before) : null,
                record.After is { } after ? RecordJson.Read(kind, after) : null);
        }
        catch (FormatException fault)
        {
            throw new StoreException($"The log's record {record.Kind}:{record.Key} cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>A record as the log keeps it.</summary>
    public static string TextOf(NetworkRecord record, AreaCode city) => RecordJson.Write(record, city);

    /// <summary>Names what a record says, as whoever changes it names what was seen.</summary>
    public static string TagOf(NetworkRecord record, AreaCode city) => RecordJson.TagOf(record, city);

    internal static async Task<NetworkParts?> LoadPartsAsync(GisDbContext context, long version, CancellationToken cancellation)
    {
        if (await context.Log.AsNoTracking().SingleOrDefaultAsync(row => row.VersionSequence == version, cancellation) is not { } entry)
            return null;
        var hash = await context.DataVersions.AsNoTracking().Where(row => row.Sequence == version).Select(row => row.VersionHash).SingleAsync(cancellation);
        var lines = await SumUpAsync(context, entry.Sequence, cancellation);
        return NetworkParts.Of(lines.OrderBy(line => line.Key).Select(line => RecordJson.Read(line.Key.Kind, line.Value)), hash);
    }

    /// <summary>Every record's line as the log has it after an entry.</summary>
    internal static async Task<Dictionary<RecordKey, string>> SumUpAsync(GisDbContext context, long entry, CancellationToken cancellation)
    {
        var lines = await context.LogRecords.AsNoTracking()
            .Where(row => row.LogSequence <= entry && !NetworkWriter.Beside.Contains(row.Kind))
            .Where(row => !context.LogRecords.Any(later => later.Kind == row.Kind && later.RecordKey == row.RecordKey && later.LogSequence > row.LogSequence && later.LogSequence <= entry))
            .Select(row => new { row.Kind, row.RecordKey, row.After }).ToListAsync(cancellation);
        return lines.Where(line => line.After is not null && WrittenName.TryRead<RecordKind>(line.Kind, out _)).ToDictionary(
            line => new RecordKey(WrittenName.TryRead<RecordKind>(line.Kind, out var kind) ? kind : default, line.RecordKey), line => line.After!);
    }

    private async Task<T> ReadAsync<T>(Func<GisDbContext, Task<T>> work)
    {
        try
        {
            return await store.ReadAsync($"The log in {store.Name}", work);
        }
        catch (Exception fault) when (StoreFault.IsUnreadable(fault))
        {
            throw new StoreException($"The log in {store.Name} cannot be read: {fault.Message}", fault);
        }
    }

    private static Task<Dictionary<long, long>> ListUndoneAsync(GisDbContext context, long[] entries, CancellationToken cancellation) =>
        context.Log.AsNoTracking().Where(row => row.UndoesSequence != null && entries.Contains(row.UndoesSequence.Value))
            .GroupBy(row => row.UndoesSequence!.Value).ToDictionaryAsync(group => group.Key, group => group.Max(row => row.Sequence), cancellation);

    private static LogLine Read(LogRow row, Dictionary<long, long> undone, ImmutableArray<RecordText> records) =>
        new(row.Sequence, row.MadeUtc, row.AuthorId, row.Command, row.Subject, row.Reason)
        {
            Version = row.VersionSequence,
            Undoes = row.UndoesSequence,
            UndoneBy = undone.TryGetValue(row.Sequence, out var by) ? by : null,
            Records = records,
        };
}

/// <summary>Which entries of the log are asked for.</summary>
/// <param name="OfNetwork">Whether only those that changed the network.</param>
/// <param name="Record">Only those that changed this record.</param>
/// <param name="AuthorId">Only those of this account.</param>
/// <param name="Before">Only those before this number, for the next page.</param>
public sealed record LogFilter(bool OfNetwork = false, RecordKey? Record = null, string? AuthorId = null, long? Before = null);

/// <summary>An entry of the log.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="Made">When; never before the entry before it, even if the clock was set back.</param>
/// <param name="AuthorId">The account that did it; null for the program itself and its commands.</param>
/// <param name="Command">What was done, as "point.change".</param>
/// <param name="Subject">What it was done to.</param>
/// <param name="Reason">Why.</param>
public sealed record LogLine(long Sequence, DateTimeOffset Made, string? AuthorId, string Command, string Subject, string Reason)
{
    /// <summary>The version of the network it made.</summary>
    public long? Version { get; init; }

    /// <summary>The entry it undoes.</summary>
    public long? Undoes { get; init; }

    /// <summary>The latest entry that undoes it.</summary>
    public long? UndoneBy { get; init; }

    /// <summary>The records it changed; empty in a list.</summary>
    public ImmutableArray<RecordText> Records { get; init; } = [];
}
