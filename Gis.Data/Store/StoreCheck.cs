using Gis.Core.Network;
using Gis.Core.Units;
using Gis.Data.Store.History;
using Gis.Data.Store.Progress;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gis.Data.Store;

/// <summary>Finds what is wrong with a store, from the file upwards to what the numbers say.</summary>
internal sealed class StoreCheck(GisStore store)
{
    internal async Task<IReadOnlyList<string>> FindFaultsAsync(CancellationToken cancellation)
    {
        // A damaged file, or one of another kind, makes every further question meaningless.
        if (FindDamage() is { Count: > 0 } damage)
            return damage;
        try
        {
            return [.. FindFileFaults(), .. await store.InOneViewAsync(context => FindContentFaultsAsync(context, cancellation), cancellation)];
        }
        catch (SqliteException fault)
        {
            return [$"The file is damaged: {fault.Message}"];
        }
    }

    // In one view: what is saved meanwhile would be in the one part and not yet in the other.
    private async Task<List<string>> FindContentFaultsAsync(GisDbContext context, CancellationToken cancellation)
    {
        var faults = new List<string>();
        NetworkParts? parts = null;
        try
        {
            parts = await store.LoadPartsAsync(context, cancellation);
            faults.AddRange(parts is null ? [$"{store.File} holds no network"] : FindNetworkFaults(parts));
        }
        catch (Exception fault) when (GisStore.IsUnreadable(fault))
        {
            faults.Add($"The rows cannot be read as a network: {fault.Message}");
        }

        faults.AddRange(StoreReferences.FindFaults((SqliteConnection)context.Database.GetDbConnection()));
        faults.AddRange(await FindLogFaultsAsync(context, parts, cancellation));
        faults.AddRange(await EvidenceStore.FindFaultsAsync(context, cancellation));
        faults.AddRange(await AcceptanceStore.FindFaultsAsync(context, cancellation));
        return faults;
    }

    private static async Task<IReadOnlyList<string>> FindLogFaultsAsync(GisDbContext context, NetworkParts? parts, CancellationToken cancellation)
    {
        try
        {
            return await new LogCheck(context, cancellation).FindFaultsAsync(parts);
        }
        catch (Exception fault) when (GisStore.IsUnreadable(fault))
        {
            return [$"The log cannot be read: {fault.Message}"];
        }
    }

    private List<string> FindDamage()
    {
        try
        {
            using var connection = GeoPackageConnection.Open(store.File, SqliteOpenMode.ReadOnly);
            if (StoreFile.Ask(connection, "PRAGMA integrity_check(20)") is not ["ok"] and var lines)
                return [.. lines.Select(line => $"The file is damaged: {line}")];
            return StoreFile.IsUpToDate(connection, store.File) ? [] : [$"{store.File} is of an older version; the program brings it up to date when it serves it"];
        }
        catch (SqliteException fault)
        {
            return [$"The file is damaged: {fault.Message}"];
        }
        catch (StoreException refused)
        {
            return [refused.Message];
        }
    }

    private List<string> FindFileFaults()
    {
        using var connection = GeoPackageConnection.Open(store.File, SqliteOpenMode.ReadOnly);
        return
        [
            .. StoreFile.Ask(connection, "SELECT \"table\" || ' ' || rowid || ' refers to a ' || parent || ' that is not there' FROM pragma_foreign_key_check")
                .Select(line => $"Dangling reference: {line}"),
            .. FeatureTables.All.SelectMany(table => FindTableFaults(connection, table)),
            .. StoreForm.FindFaults(connection),
            .. StoreTypes.FindFaults(connection),
        ];
    }

    private static IEnumerable<string> FindTableFaults(SqliteConnection connection, string table)
    {
        if (StoreFile.Ask(connection, FeatureTables.IllWritten(table)) is { Count: > 0 } written)
            yield return $"The geometry of {table} is not written as it should be, or in another reference system, in rows {Some(written)}";
        if (StoreFile.Ask(connection, FeatureTables.RowsNotIndexed(table)) is { Count: > 0 } missed)
            yield return $"The spatial index of {table} misses rows {Some(missed)}";
        if (StoreFile.Ask(connection, FeatureTables.EntriesOfNothing(table)) is { Count: > 0 } stale)
            yield return $"The spatial index of {table} has entries without a place: {Some(stale)}";
        if (StoreFile.Ask(connection, FeatureTables.Outgrown(table)) is { Count: > 0 })
            yield return $"The registered extent of {table} does not hold all its rows";
    }

    private static IEnumerable<string> FindNetworkFaults(NetworkParts parts)
    {
        var actual = NetworkVersion.Of(parts);
        if (actual != parts.Version)
            yield return $"The content has version {actual}, but was saved as {parts.Version}: it was edited outside the program";
        foreach (var fault in FindMisfits(parts))
            yield return fault;
        foreach (var county in parts.Counties)
        {
            var residents = parts.Villages.Where(village => village.Code.County == county.Code).Sum(village => village.Residents);
            if (county.CensusProvenance.IsKnown && residents != county.Census)
                yield return $"The villages of county {county.Code} have {residents} residents, its census {county.Census}";
        }
    }

    private static IReadOnlyList<string> FindMisfits(NetworkParts parts)
    {
        try
        {
            _ = new ServiceNetwork(parts);
            return [];
        }
        catch (NetworkException misfit)
        {
            return misfit.Faults;
        }
    }

    internal static string Some(List<string> rows) => string.Join(", ", rows.Take(20)) + (rows.Count > 20 ? "…" : "");
}
