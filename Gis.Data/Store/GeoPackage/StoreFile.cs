using Gis.Data.Export;
using Gis.Data.Store.Migrations;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gis.Data.Store.GeoPackage;

/// <summary>Brings the file of the store to this program's tables, or says why that cannot be; a file it refuses is not touched.</summary>
internal static class StoreFile
{
    internal static async Task PrepareAsync(string file, CancellationToken cancellation)
    {
        // What is up to date stays so: many may open it at once.
        if (File.Exists(file) && IsUpToDate(Examine(file)))
            return;
        // The lock that migrations bring along outlives a crash and then blocks for ever; one held by the system does not.
        await using var turn = await StoreLock.TakeTurnAsync(file, cancellation);
        if (!File.Exists(file))
            await CreateAsync(file, cancellation);
        else if (Examine(file) is var applied && !IsUpToDate(applied))
            await BringUpToDateAsync(file, applied, cancellation);
    }

    // Made under another name, so that a program that ends half-way leaves no file that is half a network.
    private static async Task CreateAsync(string file, CancellationToken cancellation)
    {
        var part = file + ".part";
        File.Delete(part);
        try
        {
            await MigrateAsync(part, cancellation);
        }
        catch (Exception fault) when (StoreFault.IsOfDatabase(fault))
        {
            throw new StoreException($"The store cannot be made: {StoreFault.Explain(part, fault)}", fault);
        }

        File.Move(part, file);
    }

    /// <summary>Gives a file, or a new one, the tables of this program.</summary>
    internal static async Task MigrateAsync(string file, CancellationToken cancellation)
    {
        await using var context = new GeoPackageContext(GeoPackageConnection.OptionsFor(file, SqliteOpenMode.ReadWriteCreate));
        await context.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS __EFMigrationsLock", cancellation);
        await context.Database.MigrateAsync(cancellation);
    }

    private static async Task BringUpToDateAsync(string file, List<string> applied, CancellationToken cancellation)
    {
        var backup = BackUp(file, applied[^1]);
        try
        {
            await MigrateAsync(file, cancellation);
        }
        catch (Exception fault) when (StoreFault.IsOfDatabase(fault) || fault is InvalidOperationException)
        {
            throw new StoreException($"The store could not be brought up to date; as it was, it stands in {backup}: {StoreFault.Explain(file, fault)}", fault);
        }
    }

    /// <summary>A copy beside the file, through the database, so that what is still in the log is in it; an earlier copy is kept.</summary>
    private static string BackUp(string file, string lastMigration)
    {
        var stem = $"{Path.ChangeExtension(file, null)}.before-{lastMigration}";
        var backup = Enumerable.Range(1, int.MaxValue)
            .Select(number => number == 1 ? $"{stem}-older.gpkg" : $"{stem}-older-{number}.gpkg")
            .First(candidate => !File.Exists(candidate));
        try
        {
            WholeFile.Write(backup, part => CopyAll(file, part));
        }
        catch (SqliteException fault)
        {
            throw new StoreException($"The store is not brought up to date, since it cannot be copied first; it stands as it was: {StoreFault.Explain(backup, fault)}", fault);
        }

        return backup;
    }

    private static void CopyAll(string file, string part)
    {
        using var from = GeoPackageConnection.Open(file, SqliteOpenMode.ReadWrite);
        using var to = GeoPackageConnection.Open(part, SqliteOpenMode.ReadWriteCreate);
        from.BackupDatabase(to);
    }

    /// <summary>The migrations the file has had.</summary>
    /// <exception cref="StoreException">It is no file of this program, of a newer one, damaged, or cannot be written to.</exception>
    private static List<string> Examine(string file)
    {
        if (new FileInfo(file) is { Length: 0 })
            throw new StoreException($"{file} is empty (no bytes). Put a copy back, or move it away to begin anew.");
        if (File.GetAttributes(file).HasFlag(FileAttributes.ReadOnly))
            throw new StoreException($"{file} is read-only.");
        try
        {
            using var connection = GeoPackageConnection.Open(file, SqliteOpenMode.ReadWrite);
            return Examine(connection, file);
        }
        catch (SqliteException fault)
        {
            throw new StoreException($"The store cannot be used: {StoreFault.Explain(file, fault)}", fault);
        }
    }

    private static List<string> Examine(SqliteConnection connection, string file)
    {
        if (StoreAccess.Ask(connection, "PRAGMA application_id") is not [var id] || id != $"{GeoPackageStatements.ApplicationId}")
            throw new StoreException($"{file} is a database, but no GeoPackage.");
        if (StoreAccess.Ask(connection, "PRAGMA quick_check(5)") is not ["ok"] and var faults)
            throw new StoreException($"{file} is damaged: {string.Join("; ", faults)}. Put a copy back.");
        if (StoreAccess.Ask(connection, "SELECT name FROM sqlite_master WHERE name = '__EFMigrationsHistory'") is [])
            throw new StoreException($"{file} is a GeoPackage, but none of this program.");
        var applied = StoreAccess.Ask(connection, "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId");
        if (applied is [])
            throw new StoreException($"{file} is a GeoPackage, but none of this program.");
        if (applied.Except(KnownMigrations()).FirstOrDefault() is { } unknown)
            throw new StoreException($"{file} was written by a newer version of this program (step {unknown}). Use that version.");
        return applied;
    }

    /// <summary>Whether the file has had every migration.</summary>
    /// <exception cref="StoreException">It is no file of this program, or of a newer one.</exception>
    internal static bool IsUpToDate(SqliteConnection connection, string file) => IsUpToDate(Examine(connection, file));

    private static bool IsUpToDate(List<string> applied) => applied.SequenceEqual(KnownMigrations());

    private static List<string> KnownMigrations()
    {
        using var context = new GeoPackageContext(GeoPackageConnection.OptionsFor(""));
        return [.. context.Database.GetMigrations()];
    }
}
