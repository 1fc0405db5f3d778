using System.Collections.Immutable;
using System.Text.Json;
using Gis.Core.Network;
using Gis.Data.Store.Progress;
using Microsoft.EntityFrameworkCore;

namespace Gis.Data.Store.History;

/// <summary>
/// Writes the network within one transaction: its rows, the version that makes and the entry of the log, all or nothing. So
/// the tables are always what the log adds up to.
/// </summary>
internal sealed class NetworkWriter(GisDbContext context, DateTimeOffset now, CancellationToken cancellation)
{
    /// <summary>What a version is called in the log, beside the records.</summary>
    internal const string VersionKind = "data-version";

    /// <summary>What stands in the log beside the records.</summary>
    internal static readonly string[] Beside = [VersionKind, StageMoves.Kind, AcceptanceStore.Kind];

    private static readonly string[] Tables = [.. Enum.GetValues<RecordKind>().Select(TableOf)];

    internal const string Fill = "network.fill";
    internal const string Replace = "network.replace";
    internal const string Begin = "log.begin";

    /// <summary>Puts a whole network in the place of the one before, if any.</summary>
    internal async Task ReplaceAsync(NetworkParts? before, NetworkParts parts, string reason)
    {
        await ClearAsync();
        await AddAsync(before, parts, reason);
        await context.SettleAsync(Tables, now, cancellation);
    }

    /// <summary>Writes the networks of many cities where there is nothing.</summary>
    internal async Task FillAsync(IEnumerable<NetworkParts> cities, string reason)
    {
        foreach (var parts in cities)
        {
            cancellation.ThrowIfCancellationRequested();
            _ = new ServiceNetwork(parts);
            context.City = parts.City.Code.Digits;
            await AddAsync(null, parts, reason);
            // What is written need not be remembered: there may be a million rows.
            context.ChangeTracker.Clear();
        }

        await context.SettleAsync(Tables, now, cancellation);
    }

    private async Task AddAsync(NetworkParts? before, NetworkParts parts, string reason)
    {
        context.AddRange(NetworkRows.Write(parts, await ListLastNumbersAsync()));
        var version = AddVersion(parts, reason);
        await context.SaveChangesAsync(cancellation);
        var entry = new LogEntry(before is null ? Fill : Replace, new RecordKey(RecordKind.City, parts.City.Code.Digits).ToString(), reason);
        await LogAsync(entry, RecordChange.Between(before, parts), parts.City.Code, version);
    }

    /// <summary>Begins the log of a store that has none yet, with all that is in it.</summary>
    internal async Task BeginLogAsync(NetworkParts parts)
    {
        var version = await context.DataVersions.AsNoTracking().OrderBy(row => row.Sequence).LastAsync(cancellation);
        var entry = new LogEntry(Begin, new RecordKey(RecordKind.City, parts.City.Code.Digits).ToString(), version.Reason);
        await LogAsync(entry, RecordChange.Between(null, parts), parts.City.Code, version);
    }

    /// <summary>Writes the rows of the records that change, and no others.</summary>
    internal async Task<EditOutcome> EditAsync(NetworkParts before, NetworkEdit edit)
    {
        var stands = before.Records.ToDictionary(record => record.Key);
        var seenOtherwise = edit.Changes.Where(change => !Equals(change.Before, stands.GetValueOrDefault(change.Key)))
            .Select(change => new RecordChange(change.Before, stands.GetValueOrDefault(change.Key))).ToImmutableArray();
        if (!seenOtherwise.IsEmpty)
            return new EditOutcome.Stale(seenOtherwise);
        if (edit.Changes.Where(change => !Equals(change.Before, change.After)).ToImmutableArray() is not { IsEmpty: false } changes)
            return new EditOutcome.Unchanged();
        if (Join(before, changes, out var faults) is not { } network)
            return new EditOutcome.Refused(faults);

        foreach (var change in changes)
            await WriteRowAsync(change, network.City.Code);
        var version = AddVersion(network.Parts, edit.Reason);
        await context.SaveChangesAsync(cancellation);
        var subject = changes.Length == 1 ? changes[0].Key.ToString() : $"{changes.Length} records";
        var entry = new LogEntry(edit.Command, subject, edit.Reason) { AuthorId = edit.AuthorId, Undoes = edit.Undoes };
        var row = await LogAsync(entry, changes, network.City.Code, version, [.. StageMoves.ListFor(edit, changes, version.Sequence, now), .. edit.Beside]);
        await context.SettleAsync(changes.Select(change => TableOf(change.Key.Kind)).Distinct(), now, cancellation);
        return new EditOutcome.Saved(row.Sequence, version.Sequence, network);
    }

    /// <summary>The network after changes: one city, and all records fit together; else the faults say what is wrong.</summary>
    internal static ServiceNetwork? Join(NetworkParts before, ImmutableArray<RecordChange> changes, out IReadOnlyList<string> faults)
    {
        faults = [];
        if (changes.FirstOrDefault(change => change is { Key.Kind: RecordKind.City } and not { Before: not null, After: not null }) is { } city)
        {
            faults = [$"{city.Key}: a network has exactly one city"];
            return null;
        }

        try
        {
            var parts = before.With(changes);
            return new ServiceNetwork(parts with { Version = NetworkVersion.Of(parts) });
        }
        catch (NetworkException misfit)
        {
            faults = misfit.Faults;
            return null;
        }
    }

    private DataVersionRow AddVersion(NetworkParts parts, string reason)
    {
        var row = new DataVersionRow
        {
            CityCode = parts.City.Code.Digits,
            VersionHash = parts.Version,
            MadeUtc = now,
            Reason = reason,
            ProgramVersion = ProgramVersion.Text,
        };
        context.Add(row);
        return row;
    }

    private Task<LogRow> LogAsync(
        LogEntry entry, ImmutableArray<RecordChange> changes, AreaCode city, DataVersionRow version, params ImmutableArray<RecordText> beside) => LogChain.AppendAsync(
        context,
        entry with
        {
            Version = version.Sequence,
            Records =
            [
                .. changes.Select(change => new RecordText(
                    change.Key.Kind.Written(), change.Key.Text,
                    change.Before is { } before ? RecordJson.Write(before, city) : null,
                    change.After is { } after ? RecordJson.Write(after, city) : null)),
                new RecordText(VersionKind, $"{version.Sequence}", null, TextOf(version)),
                .. beside,
            ],
        },
        city.Digits,
        now,
        cancellation);

    /// <summary>A version as the log keeps it.</summary>
    internal static string TextOf(DataVersionRow version) => JsonSerializer.Serialize(new { hash = version.VersionHash, program = version.ProgramVersion });

    private async Task WriteRowAsync(RecordChange change, AreaCode city)
    {
        var stands = change.Before is null ? null : await FindRowAsync(change.Key);
        var row = change.After is null ? null : NetworkRows.Write(change.After, city);
        if (stands is null)
        {
            context.Add(row!);
        }
        else if (row is null)
        {
            context.Remove(stands);
        }
        else
        {
            row.Fid = stands.Fid;
            context.Entry(stands).CurrentValues.SetValues(row);
        }
    }

    // Numbers are of a table, and other cities have rows in it.
    private async Task<Dictionary<RecordKind, long>> ListLastNumbersAsync()
    {
        var last = new Dictionary<RecordKind, long>();
        foreach (var kind in Enum.GetValues<RecordKind>())
            last[kind] = await RowsOf(kind).IgnoreQueryFilters().MaxAsync(row => (long?)row.Fid, cancellation) ?? 0;
        return last;
    }

    private IQueryable<Row> RowsOf(RecordKind kind) => kind switch
    {
        RecordKind.City => context.Cities,
        RecordKind.County => context.Counties,
        RecordKind.Township => context.Townships,
        RecordKind.Village => context.Villages,
        RecordKind.Point => context.Points,
        RecordKind.Firm => context.Firms,
        RecordKind.Staff => context.Staff,
        RecordKind.SpecialHours => context.SpecialHours,
        RecordKind.Crossing => context.Crossings,
        _ => context.Rivers,
    };

    private static string TableOf(RecordKind kind) => kind.Written().Replace('-', '_');

    private async Task<Row> FindRowAsync(RecordKey key) => key.Kind switch
    {
        RecordKind.City => await context.Cities.SingleAsync(cancellation),
        RecordKind.County => await context.Counties.SingleAsync(row => row.Code == key.Text, cancellation),
        RecordKind.Township => await context.Townships.SingleAsync(row => row.Code == key.Text, cancellation),
        RecordKind.Village => await context.Villages.SingleAsync(row => row.Code == key.Text, cancellation),
        RecordKind.Point => await context.Points.SingleAsync(row => row.Id == key.Text, cancellation),
        RecordKind.Firm => await context.Firms.SingleAsync(row => row.Id == key.Text, cancellation),
        RecordKind.Crossing => await context.Crossings.SingleAsync(row => row.Name == key.Text, cancellation),
        RecordKind.River => await context.Rivers.SingleAsync(cancellation),
        RecordKind.SpecialHours => (await context.SpecialHours.ToListAsync(cancellation)).Single(row => NetworkRows.Read(row).Key == key),
        _ => (await context.Staff.ToListAsync(cancellation)).Single(row => NetworkRows.Read(row).Key == key),
    };

    // Villages before townships before counties: each refers to the next.
    private async Task ClearAsync()
    {
        await context.Villages.ExecuteDeleteAsync(cancellation);
        await context.Townships.ExecuteDeleteAsync(cancellation);
        await context.Firms.ExecuteDeleteAsync(cancellation);
        await context.Counties.ExecuteDeleteAsync(cancellation);
        await context.Points.ExecuteDeleteAsync(cancellation);
        await context.Staff.ExecuteDeleteAsync(cancellation);
        await context.SpecialHours.ExecuteDeleteAsync(cancellation);
        await context.Crossings.ExecuteDeleteAsync(cancellation);
        await context.Rivers.ExecuteDeleteAsync(cancellation);
        await context.Cities.ExecuteDeleteAsync(cancellation);
    }
}
