using Microsoft.Data.Sqlite;

namespace Gis.Data.Store.GeoPackage;

/// <summary>The way to a store that is one GeoPackage.</summary>
internal sealed class GeoPackageAccess(string file, SqliteOpenMode mode = SqliteOpenMode.ReadWrite) : StoreAccess
{
    internal override string Name => file;

    internal override bool HasOneWriter => true;

    internal override GisDbContext NewContext() => new GeoPackageContext(GeoPackageConnection.OptionsFor(file, mode));

    internal override bool IsThere() => File.Exists(file);

    /// <returns>The mark of use: held so that nobody puts another store in its place.</returns>
    internal override async Task<IDisposable?> PrepareAsync(CancellationToken cancellation)
    {
        var use = await StoreLock.UseAsync(file, cancellation);
        try
        {
            await StoreFile.PrepareAsync(file, cancellation);
            return use;
        }
        catch
        {
            await use.DisposeAsync();
            throw;
        }
    }

    internal override IReadOnlyList<string> FindDamage()
    {
        try
        {
            using var connection = GeoPackageConnection.Open(file, SqliteOpenMode.ReadOnly);
            if (Ask(connection, "PRAGMA integrity_check(20)") is not ["ok"] and var lines)
                return [.. lines.Select(line => $"The file is damaged: {line}")];
            return StoreFile.IsUpToDate(connection, file) ? [] : [$"{file} is of an older version; the program brings it up to date when it serves it"];
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

    internal override IReadOnlyList<string> FindFormFaults()
    {
        using var connection = GeoPackageConnection.Open(file, SqliteOpenMode.ReadOnly);
        return
        [
            .. Ask(connection, "SELECT \"table\" || ' ' || rowid || ' refers to a ' || parent || ' that is not there' FROM pragma_foreign_key_check")
                .Select(line => $"Dangling reference: {line}"),
            .. FeatureTables.All.SelectMany(table => FindTableFaults(connection, table)),
            .. StoreForm.FindFaults(connection),
            .. StoreTypes.FindFaults(connection),
        ];
    }

    private static IEnumerable<string> FindTableFaults(SqliteConnection connection, string table)
    {
        if (Ask(connection, FeatureTables.IllWritten(table)) is { Count: > 0 } written)
            yield return $"The geometry of {table} is not written as it should be, or in another reference system, in rows {StoreCheck.Some(written)}";
        if (Ask(connection, FeatureTables.RowsNotIndexed(table)) is { Count: > 0 } missed)
            yield return $"The spatial index of {table} misses rows {StoreCheck.Some(missed)}";
        if (Ask(connection, FeatureTables.EntriesOfNothing(table)) is { Count: > 0 } stale)
            yield return $"The spatial index of {table} has entries without a place: {StoreCheck.Some(stale)}";
        if (Ask(connection, FeatureTables.Outgrown(table)) is { Count: > 0 })
            yield return $"The registered extent of {table} does not hold all its rows";
    }
}
