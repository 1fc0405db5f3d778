using System.Globalization;
using Gis.Data.Export;
using Gis.Data.Store.GeoPackage;
using Gis.Data.Store.History;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gis.Data.Store.Backups;

/// <summary>
/// Puts a backup in the place of a store. All of it is made ready and checked in a folder of its own; then one renaming puts it
/// in its place, so that whatever stops the program leaves the one store or the other, whole. The store that was there is kept.
/// </summary>
public static class StoreRestore
{
    internal const string Command = "store.restore";

    private static readonly string[] LogEndings = ["-wal", "-shm"];

    /// <summary>Restores a backup into a data folder.</summary>
    /// <exception cref="StoreException">It cannot be done; the store that was there stands as it was.</exception>
    public static async Task<RestoredStore> RunAsync(string backup, string dataFolder, RestoreWishes wishes, DateTimeOffset now, CancellationToken cancellation = default)
    {
        if (!File.Exists(backup))
            throw new StoreException($"There is no backup to restore: {backup} is not there.");
        var file = GisStore.FileIn(dataFolder);
        var staging = Path.Combine(Path.GetDirectoryName(file)!, $".restore-{Guid.NewGuid():N}");
        try
        {
            using var alone = StoreLock.FindAlone(file)
                ?? throw new StoreException($"{file} is in use by a running program (the server, or another command). End it first; nothing was changed.");
            Directory.CreateDirectory(staging);
            var ready = GisStore.FileIn(staging);
            var bytes = await CopyAsync(backup, ready, cancellation);
            var restored = await PrepareAsync(backup, staging, wishes, now, cancellation);
            cancellation.ThrowIfCancellationRequested();
            var aside = await LayAsideAsync(file, now, cancellation);
            File.Move(ready, file, overwrite: true);
            return restored with { Bytes = bytes, Aside = aside, Faults = await GisStore.VerifyAsync(dataFolder, CancellationToken.None) };
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException || StoreFault.IsOfDatabase(fault))
        {
            throw new StoreException($"{backup} was not restored; the store stands as it was: {StoreFault.Explain(file, fault)}", fault);
        }
        finally
        {
            if (Directory.Exists(staging))
                Directory.Delete(staging, recursive: true);
        }
    }

    // The copy is compared with the digest, not the backup: what was compared is what is used.
    private static async Task<BackupBytes> CopyAsync(string backup, string copy, CancellationToken cancellation)
    {
        File.Copy(backup, copy);
        StoreBackup.Flush(copy);
        var bytes = StoreBackup.CompareDigest(backup, await StoreBackup.DigestAsync(copy, cancellation));
        return bytes is not BackupBytes.Changed
            ? bytes
            : throw new StoreException($"{backup} is not as it was written: its SHA-256 is not the one beside it. Take another backup; nothing was changed.");
    }

    private static async Task<RestoredStore> PrepareAsync(string backup, string folder, RestoreWishes wishes, DateTimeOffset now, CancellationToken cancellation)
    {
        using var store = await GisStore.OpenAsync(folder, cancellation);
        if (await GisStore.VerifyAsync(folder, cancellation) is { Count: > 0 } faults && !wishes.DespiteFaults)
            throw new StoreException($"{backup} holds a store that has faults; nothing was changed. {string.Join(". ", faults.Take(5))}");
        var held = await LastAsync(store, cancellation);
        await MarkAsync(store, Path.GetFileName(backup), held, now, cancellation);
        if (wishes.Version is { } version && version != held.Version)
            await ReturnToAsync(store, version, now, cancellation);
        return held with { Now = (await store.ListVersionsAsync(cancellation))[0].Sequence };
    }

    private static async Task<RestoredStore> LastAsync(GisStore store, CancellationToken cancellation)
    {
        await using var context = store.NewContext();
        var version = await context.DataVersions.AsNoTracking().OrderBy(row => row.Sequence).LastOrDefaultAsync(cancellation);
        var entry = await context.Log.AsNoTracking().OrderBy(row => row.Sequence).LastOrDefaultAsync(cancellation);
        return version is null || entry is null
            ? throw new StoreException("The backup holds no network; nothing was changed.")
            : new RestoredStore(version.Sequence, entry.Sequence, entry.Digest);
    }

    // An access that was taken away since the backup must not come back with it: whoever was signed in signs in anew.
    private static Task<bool> MarkAsync(GisStore store, string backup, RestoredStore held, DateTimeOffset now, CancellationToken cancellation) => store.WriteAsync(
        async context =>
        {
            await context.Database.ExecuteSqlRawAsync("UPDATE account SET security_stamp = hex(randomblob(16))", cancellation);
            var city = await context.DataVersions.AsNoTracking().OrderBy(row => row.Sequence).Select(row => row.CityCode).LastAsync(cancellation);
            await LogChain.AppendAsync(context, new LogEntry(Command, $"log:{held.Entry}", $"restored from {backup}"), city, now, cancellation);
            return true;
        },
        cancellation);

    private static async Task ReturnToAsync(GisStore store, long version, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await new NetworkHistory(store).LoadAsync(version, cancellation) is not { } network)
        {
            var versions = await store.ListVersionsAsync(cancellation);
            throw new StoreException($"The backup's log does not tell of version {version}; it has versions {versions[^1].Sequence} to {versions[0].Sequence}. Nothing was changed.");
        }

        await store.SaveAsync(network.Parts, $"the network as of version {version}, restored", now, cancellation);
    }

    /// <summary>Copies the store that is there beside itself, with all that is still in its log, and leaves it without one.</summary>
    private static async Task<string?> LayAsideAsync(string file, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!File.Exists(file))
            return null;
        EmptyLog(file);
        var stem = $"{Path.ChangeExtension(file, null)}.before-restore-{now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}";
        var aside = Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? $"{stem}.gpkg" : $"{stem}-{number}.gpkg").First(name => !File.Exists(name));
        await WholeFile.WriteAsync(aside, part =>
        {
            File.Copy(file, part);
            StoreBackup.Flush(part);
            return Task.CompletedTask;
        });
        cancellation.ThrowIfCancellationRequested();
        // Only one so damaged that it cannot be opened still has a log; beside another store that log would destroy it.
        foreach (var ending in LogEndings.Where(ending => File.Exists(file + ending)))
            File.Move(file + ending, aside + ending);
        return aside;
    }

    private static void EmptyLog(string file)
    {
        try
        {
            using (var connection = GeoPackageConnection.Open(file, SqliteOpenMode.ReadWrite))
                StoreAccess.Ask(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            if (File.Exists(file + LogEndings[0]))
                throw new StoreException($"{file} is open in another program (QGIS, a database tool). Close it first; nothing was changed.");
        }
        catch (SqliteException)
        {
            // Damaged, perhaps why a backup is restored: file and log are kept as they are.
        }
    }
}

/// <summary>How a backup is to be restored.</summary>
/// <param name="Version">The version whose network is to stand, as a new version; null for the last one in the backup.</param>
/// <param name="DespiteFaults">Whether a store that had faults when it was copied will do.</param>
public sealed record RestoreWishes(long? Version = null, bool DespiteFaults = false);

/// <summary>What was restored.</summary>
/// <param name="Version">The number of the last version of the network in the backup.</param>
/// <param name="Entry">The number of the last entry of its log.</param>
/// <param name="EntryDigest">That entry's digest.</param>
public sealed record RestoredStore(long Version, long Entry, string EntryDigest)
{
    /// <summary>The number of the version that stands now.</summary>
    public long Now { get; init; }

    /// <summary>What the digest beside the backup said.</summary>
    public BackupBytes Bytes { get; init; }

    /// <summary>Where the store lies that was there before; null if there was none.</summary>
    public string? Aside { get; init; }

    /// <summary>What is wrong with the store now, as <c>verify</c> says it.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}
