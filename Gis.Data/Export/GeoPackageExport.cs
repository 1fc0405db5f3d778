using Gis.Core.Network;
using Gis.Data.Store;
using Gis.Data.Store.GeoPackage;
using Microsoft.Data.Sqlite;

namespace Gis.Data.Export;

/// <summary>
/// The network as one GeoPackage for other programs. It is written anew from the records and never copied from the store, so
/// that nothing else of the store is in it: no account, contact or scenario, no log, and no remains of what was deleted.
/// </summary>
public static class GeoPackageExport
{
    private static readonly string[] Kept = [.. FeatureTables.All, "city", "staff", "special_hours", "data_version"];

    /// <exception cref="StoreException">The file could not be written; one that stood there stands.</exception>
    public static async Task WriteAsync(GisStore store, string file, CancellationToken cancellation = default)
    {
        try
        {
            var parts = await store.LoadPartsAsync(cancellation) ?? throw new StoreException($"{store.Name} holds no network that could be exported.");
            var version = (await store.ListVersionsAsync(cancellation)).First(version => version.Hash == parts.Version);
            await WriteAsync(parts, version, file, cancellation);
        }
        catch (Exception fault) when (StoreFault.IsUnreadable(fault) || StoreFault.IsOfDatabase(fault))
        {
            throw new StoreException($"The export {file} could not be written: {StoreFault.Explain(store.Name, fault)}", fault);
        }
    }

    /// <summary>Writes a version that is in memory, whether or not it is the last.</summary>
    public static Task WriteAsync(NetworkParts parts, DataVersion version, string file, CancellationToken cancellation = default) =>
        WholeFile.WriteAsync(file, part => FillAsync(parts, version, part, cancellation));

    private static async Task FillAsync(NetworkParts parts, DataVersion version, string file, CancellationToken cancellation)
    {
        await StoreFile.MigrateAsync(file, cancellation);
        await using var context = new GeoPackageContext(GeoPackageConnection.OptionsFor(file));
        context.AddRange(NetworkRows.Write(parts, []));
        context.Add(new DataVersionRow
        {
            Sequence = version.Sequence,
            CityCode = parts.City.Code.Digits,
            VersionHash = version.Hash,
            MadeUtc = version.Made,
            // In the words of somebody, who wrote them for colleagues.
            Reason = "",
            ProgramVersion = version.Program,
        });
        await context.SaveChangesAsync(cancellation);
        await context.SettleAsync(FeatureTables.All, version.Made, cancellation);
        await context.DisposeAsync();
        DropOthers(file);
    }

    private static void DropOthers(string file)
    {
        using var connection = GeoPackageConnection.Open(file, SqliteOpenMode.ReadWrite);
        using var command = connection.CreateCommand();
        var kept = string.Join(", ", Kept.Select(table => $"'{table}'"));
        var others = StoreAccess.Ask(connection, $"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ({kept}) AND name NOT LIKE 'gpkg%' AND name NOT LIKE 'rtree%' AND name NOT LIKE 'sqlite%'");
        command.CommandText = $"""
            PRAGMA foreign_keys = OFF;
            {string.Concat(others.Select(table => $"DROP TABLE \"{table}\";"))}
            DELETE FROM gpkg_contents WHERE table_name NOT IN ({kept});
            PRAGMA journal_mode = DELETE;
            VACUUM;
            """;
        command.ExecuteNonQuery();
    }
}
