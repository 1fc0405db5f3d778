using Gis.Data.Store.Migrations;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gis.Data.Store;

/// <summary>Brings the file of the store to this program's tables, or says why that cannot be; a file it refuses is not touched.</summary>
internal static class StoreFile
{
    private static readonly TimeSpan PatienceForAnother = TimeSpan.FromSeconds(30);

    internal static async Task PrepareAsync(string file, CancellationToken cancellation)
    {
        // The lock that migrations bring along outlives a crash and then blocks for ever; one held by the system does not.
        await using var turn = await TakeTurnAsync(file + ".lock", cancellation);
        if (!File.Exists(file))
            await CreateAsync(file, cancellation);
        else if (Examine(file) is { Count: > 0 } applied)
            await BringUpToDateAsync(file, applied, cancellation);
    }

    private static async Task<FileStream> TakeTurnAsync(string lockFile, CancellationToken cancellation)
    {
        var folder = Path.GetDirectoryName(lockFile)!;
        var giveUp = DateTime.UtcNow + PatienceForAnother;
        try
        {
            Directory.CreateDirectory(folder);
            while (true)
            {
                try
                {
                    return new FileStream(lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                }
                catch (IOException) when (File.Exists(lockFile) && DateTime.UtcNow < giveUp)
                {
                    await Task.Delay(100, cancellation);
                }
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The data folder {folder} cannot be written to: {fault.Message}", fault);
        }
    }

    // Made under another name, so that a program that ends half-way leaves no file that is half a network.
    private static async Task CreateAsync(string file, CancellationToken cancellation)
    {
        var part = file + ".part";
        File.Delete(part);
        await MigrateAsync(part, cancellation);
        File.Move(part, file);
    }

    private static async Task MigrateAsync(string file, CancellationToken cancellation)
    {
        await using var context = new GisDbContext(GeoPackageConnection.OptionsFor(file, SqliteOpenMode.ReadWriteCreate));
        await context.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS __EFMigrationsLock", cancellation);
        await context.Database.MigrateAsync(cancellation);
    }

    private static async Task BringUpToDateAsync(string file, List<string> applied, CancellationToken cancellation)
    {
        if (applied.SequenceEqual(KnownMigrations()))
            return;
        var backup = BackUp(file, applied[^1]);
        try
        {
            await MigrateAsync(file, cancellation);
        }
        catch (Exception fault) when (fault is SqliteException or InvalidOperationException or DbUpdateException)
        {
            throw new StoreException($"{file} could not be brought up to date; as it was, it stands in {backup}: {fault.Message}", fault);
        }
    }

    /// <summary>A copy beside the file, through the database, so that what is still in the log is in it; an earlier copy is kept.</summary>
    private static string BackUp(string file, string lastMigration)
    {
        var stem = $"{Path.ChangeExtension(file, null)}.before-{lastMigration}";
        var backup = Enumerable.Range(1, int.MaxValue)
            .Select(number => number == 1 ? $"{stem}-older.gpkg" : $"{stem}-older-{number}.gpkg")
            .First(candidate => !File.Exists(candidate));
        using (var from = GeoPackageConnection.Open(file, SqliteOpenMode.ReadWrite))
        using (var to = GeoPackageConnection.Open(backup + ".part", SqliteOpenMode.ReadWriteCreate))
            from.BackupDatabase(to);
        File.Move(backup + ".part", backup);
        return backup;
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
            throw new StoreException(Explain(file, fault), fault);
        }
    }

    private static List<string> Examine(SqliteConnection connection, string file)
    {
        if (Ask(connection, "PRAGMA application_id") is not [var id] || id != $"{GeoPackageStatements.ApplicationId}")
            throw new StoreException($"{file} is a database, but no GeoPackage.");
        if (Ask(connection, "PRAGMA quick_check(5)") is not ["ok"] and var faults)
            throw new StoreException($"{file} is damaged: {string.Join("; ", faults)}. Put a copy back.");
        if (Ask(connection, "SELECT name FROM sqlite_master WHERE name = '__EFMigrationsHistory'") is [])
            throw new StoreException($"{file} is a GeoPackage, but none of this program.");
        var applied = Ask(connection, "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId");
        if (applied is [])
            throw new StoreException($"{file} is a GeoPackage, but none of this program.");
        if (applied.Except(KnownMigrations()).FirstOrDefault() is { } unknown)
            throw new StoreException($"{file} was written by a newer version of this program (step {unknown}). Use that version.");
        return applied;
    }

    /// <summary>Whether the file has had every migration.</summary>
    /// <exception cref="StoreException">It is no file of this program, or of a newer one.</exception>
    internal static bool IsUpToDate(SqliteConnection connection, string file) => Examine(connection, file).SequenceEqual(KnownMigrations());

    internal static List<string> Ask(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
        command.CommandText = question;
        using var reader = command.ExecuteReader();
        var answers = new List<string>();
        while (reader.Read())
            answers.Add(reader.IsDBNull(0) ? "" : reader.GetString(0));
        return answers;
    }

    private static List<string> KnownMigrations()
    {
        using var context = new GisDbContext(GeoPackageConnection.OptionsFor(""));
        return [.. context.Database.GetMigrations()];
    }

    private static string Explain(string file, SqliteException fault) => fault.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_NOTADB => $"{file} is no GeoPackage, nor any database.",
        SQLitePCL.raw.SQLITE_CORRUPT => $"{file} is damaged: {fault.Message}. Put a copy back.",
        SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN => $"{file} cannot be opened for writing: {fault.Message}",
        _ => $"{file} cannot be read: {fault.Message}",
    };
}
