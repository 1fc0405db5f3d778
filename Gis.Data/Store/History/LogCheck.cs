using Gis.Core.Network;
using Gis.Data.Store.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gis.Data.Store.History;

/// <summary>Finds what is wrong with the log of all cities: a broken link, a number left out, a version or author that is not there, tables that are not what it adds up to.</summary>
internal sealed class LogCheck(GisDbContext context, CancellationToken cancellation)
{
    private const int MostNamed = 20;
    private const string AccountKind = "account";

    private static readonly Dictionary<string, RecordKind> Kinds = Enum.GetValues<RecordKind>().ToDictionary(kind => kind.Written());

    private readonly List<string> faults = [];

    // What the entries so far leave of each record, by kind and key; records of a network are those of its city.
    private readonly Dictionary<(string City, string Kind, string Key), string> stands = [];

    /// <param name="networks">The networks in the tables that can be read.</param>
    internal async Task<IReadOnlyList<string>> FindFaultsAsync(IReadOnlyList<NetworkParts> networks)
    {
        var versions = await context.DataVersions.AsNoTracking().ToDictionaryAsync(row => row.Sequence, cancellation);
        var entries = await context.Log.AsNoTracking().OrderBy(row => row.Sequence).ToListAsync(cancellation);
        var accounts = await context.Users.AsNoTracking().ToDictionaryAsync(account => account.Id, cancellation);
        if (entries.Count == 0 && versions.Count > 0)
            return ["The log is empty, though versions of the network were saved"];

        var (number, digest, time) = (0L, LogChain.Start, DateTimeOffset.MinValue);
        foreach (var entry in entries)
        {
            var records = await context.LogRecords.AsNoTracking().Where(row => row.LogSequence == entry.Sequence).OrderBy(row => row.Number).ToListAsync(cancellation);
            CheckLink(entry, records, number, digest, time);
            CheckReferences(entry, accounts);
            CheckVersion(entry, records, versions, time);
            Follow(entry, records);
            (number, digest, time) = (entry.Sequence, entry.Digest, entry.MadeUtc);
        }

        CheckVersions(entries, versions);
        CheckAccounts(accounts.Values);
        foreach (var parts in networks)
            Compare(parts);
        return faults;
    }

    private void CheckLink(LogRow entry, List<LogRecordRow> records, long number, string digest, DateTimeOffset time)
    {
        if (entry.Sequence != number + 1)
            faults.Add($"The log goes from entry {number} to {entry.Sequence}: what was between is gone");
        if (entry.PreviousDigest != digest)
            faults.Add($"Entry {entry.Sequence} of the log is not linked to the one before it");
        if (entry.Digest != LogChain.DigestOf(entry, records))
            faults.Add($"Entry {entry.Sequence} of the log was changed after it was written");
        if (entry.MadeUtc < time)
            faults.Add($"Entry {entry.Sequence} of the log is earlier than the one before it");
    }

    private void CheckReferences(LogRow entry, Dictionary<string, Account> accounts)
    {
        if (entry.AuthorId is { } author && !accounts.ContainsKey(author))
            faults.Add($"Entry {entry.Sequence} of the log is by account {author}, which is not there");
        if (entry.UndoesSequence is { } undone && undone >= entry.Sequence)
            faults.Add($"Entry {entry.Sequence} of the log undoes {undone}, which is no entry before it");
    }

    private void CheckVersion(LogRow entry, List<LogRecordRow> records, Dictionary<long, DataVersionRow> versions, DateTimeOffset before)
    {
        if (entry.VersionSequence is not { } number)
            return;
        if (!versions.TryGetValue(number, out var version))
            faults.Add($"Entry {entry.Sequence} of the log made version {number}, which is not there");
        else if (entry.Command != NetworkWriter.Begin && !IsAsSaved(version, entry, records, before))
            faults.Add($"Version {number} is not as entry {entry.Sequence} of the log says it was saved");
    }

    // The entry's time is the version's, or that of the entry before if the clock was set back.
    private static bool IsAsSaved(DataVersionRow version, LogRow entry, List<LogRecordRow> records, DateTimeOffset before) =>
        records.Find(row => row.Kind == NetworkWriter.VersionKind)?.After == NetworkWriter.TextOf(version)
        && version.Reason == entry.Reason && version.CityCode == entry.CityCode
        && entry.MadeUtc == (version.MadeUtc > before ? version.MadeUtc : before);

    // What a change says was there before must be what the entries before it left there.
    private void Follow(LogRow entry, List<LogRecordRow> records)
    {
        foreach (var record in records.Where(record => record.Kind != NetworkWriter.VersionKind))
        {
            var key = (IsOfNetwork(record.Kind) ? entry.CityCode : "", record.Kind, record.RecordKey);
            if (stands.GetValueOrDefault(key) != record.Before)
                faults.Add($"Entry {entry.Sequence} of the log found {record.Kind}:{record.RecordKey} otherwise than the entries before it left it");
            stands.Remove(key);
            if (record.After is { } after)
                stands[key] = after;
        }
    }

    private static bool IsOfNetwork(string kind) => Kinds.ContainsKey(kind);

    // A store from before there was a log has versions that no entry tells of; none comes after one that has.
    private void CheckVersions(List<LogRow> entries, Dictionary<long, DataVersionRow> versions)
    {
        var told = entries.Select(entry => entry.VersionSequence).OfType<long>().ToHashSet();
        foreach (var version in versions.Keys.Where(version => !told.Contains(version) && version > told.Append(long.MaxValue).Min()).Order())
            faults.Add($"Version {version} was saved without an entry in the log");
    }

    private void CheckAccounts(IEnumerable<Account> accounts)
    {
        foreach (var account in accounts.Where(account => stands.GetValueOrDefault(("", AccountKind, account.Id)) != AccountStore.Describe(account)))
            faults.Add($"Account {account.Id} has not the role, scope or state that the log says it has: it was edited outside the program");
    }

    private void Compare(NetworkParts parts)
    {
        var told = stands.Where(line => line.Key.City == parts.City.Code.Digits).ToDictionary(line => new RecordKey(Kinds[line.Key.Kind], line.Key.Key), line => line.Value);
        var differing = parts.Records
            .Where(record => !told.Remove(record.Key, out var line) || line != RecordJson.Write(record, parts.City.Code))
            .Select(record => record.Key).ToList();
        differing.AddRange(told.Keys);
        if (differing.Count > 0)
        {
            faults.Add(
                $"Edited outside the program, so that the log does not add up to it: {string.Join(", ", differing.Order().Take(MostNamed))}"
                + (differing.Count > MostNamed ? $" and {differing.Count - MostNamed} more" : ""));
        }
    }
}
