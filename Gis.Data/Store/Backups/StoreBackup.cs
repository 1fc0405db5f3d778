using System.Security.Cryptography;
using Gis.Data.Export;
using Gis.Data.Store.GeoPackage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gis.Data.Store.Backups;

/// <summary>
/// Copies of a whole store, each one file with its SHA-256 beside it in the form of <c>sha256sum</c>. A copy is made through
/// the database, so that it is one state of the store whatever is being written, and holds no remains of what was deleted.
/// </summary>
public static class StoreBackup
{
    private const string DigestEnding = ".sha256";

    /// <summary>Copies the store in a folder, which may be in use, and checks the copy. What is wrong with the store is copied too, and told.</summary>
    /// <exception cref="StoreException">There is no store, the file is there already, or the copy could not be written: then there is none.</exception>
    public static async Task<BackupContent> WriteAsync(string dataFolder, string file, CancellationToken cancellation = default)
    {
        var store = GisStore.FileIn(dataFolder);
        if (!File.Exists(store))
            throw new StoreException($"There is no store to back up: {store} is not there.");
        if (File.Exists(file))
            throw new StoreException($"{file} is there already, and a backup is not written over: name another file, or move this one away.");
        try
        {
            BackupContent? content = null;
            await WholeFile.WriteAsync(file, async part =>
            {
                Copy(store, part);
                content = await ReadAsync(part, cancellation);
                // Before the copy gets its name: a copy that is there always has its digest.
                WholeFile.WriteText(file + DigestEnding, writer => writer.Write($"{content.Sha256}  {Path.GetFileName(file)}\n"));
            });
            return content!;
        }
        catch (SqliteException fault)
        {
            throw new StoreException($"No backup was written; the store stands as it is: {StoreFault.Explain(file, fault)}", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"No backup was written to {file}; the store stands as it is: {fault.Message}", fault);
        }
    }

    /// <summary>What a backup holds, and all that is wrong with it.</summary>
    /// <exception cref="StoreException">It is not there.</exception>
    public static async Task<BackupContent> CheckAsync(string file, CancellationToken cancellation = default)
    {
        if (!File.Exists(file))
            throw new StoreException($"There is no backup to check: {file} is not there.");
        var content = await ReadAsync(file, cancellation);
        return content with { Bytes = CompareDigest(file, content.Sha256) };
    }

    /// <summary>Deletes a backup and its digest.</summary>
    internal static void Delete(string file)
    {
        File.Delete(file);
        File.Delete(file + DigestEnding);
    }

    /// <summary>The SHA-256 of a file's bytes, as hexadecimal digits.</summary>
    internal static async Task<string> DigestAsync(string file, CancellationToken cancellation)
    {
        await using var bytes = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancellation));
    }

    /// <summary>Whether the bytes of a backup are those that were written.</summary>
    internal static BackupBytes CompareDigest(string file, string sha256)
    {
        if (!File.Exists(file + DigestEnding))
            return BackupBytes.NotKnown;
        return File.ReadAllText(file + DigestEnding).Split(' ')[0].Trim() == sha256 ? BackupBytes.AsWritten : BackupBytes.Changed;
    }

    private static void Copy(string store, string part)
    {
        using (var connection = GeoPackageConnection.Open(store, SqliteOpenMode.ReadOnly))
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "VACUUM INTO $to";
            command.Parameters.AddWithValue("$to", part);
            command.ExecuteNonQuery();
        }

        Flush(part);
    }

    /// <summary>Waits until a file is on the disk, which the database does not do for a copy.</summary>
    internal static void Flush(string file)
    {
        using var bytes = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        bytes.Flush(flushToDisk: true);
    }

    private static async Task<BackupContent> ReadAsync(string file, CancellationToken cancellation)
    {
        var content = new BackupContent(await DigestAsync(file, cancellation)) { Faults = await new StoreCheck(GisStore.OfFile(file)).FindFaultsAsync(cancellation) };
        try
        {
            await using var context = GisStore.OfFile(file).NewContext();
            var version = await context.DataVersions.AsNoTracking().OrderBy(row => row.Sequence).LastOrDefaultAsync(cancellation);
            var entry = await context.Log.AsNoTracking().OrderBy(row => row.Sequence).LastOrDefaultAsync(cancellation);
            return content with { Version = version?.Sequence, VersionHash = version?.VersionHash, Entry = entry?.Sequence, EntryDigest = entry?.Digest };
        }
        catch (Exception fault) when (StoreFault.IsUnreadable(fault))
        {
            // The check has said it.
            return content;
        }
    }
}

/// <summary>What a backup holds.</summary>
/// <param name="Sha256">The digest of its bytes.</param>
public sealed record BackupContent(string Sha256)
{
    /// <summary>The number of the last version of the network in it; null if there is none, or it cannot be read.</summary>
    public long? Version { get; init; }

    /// <summary>What names that version's content.</summary>
    public string? VersionHash { get; init; }

    /// <summary>The number of the last entry of the log in it.</summary>
    public long? Entry { get; init; }

    /// <summary>That entry's digest: whoever writes it down elsewhere can tell later whether the log up to there was changed.</summary>
    public string? EntryDigest { get; init; }

    /// <summary>Whether its bytes are those that were written.</summary>
    public BackupBytes Bytes { get; init; }

    /// <summary>What is wrong with the store in it, as <c>verify</c> says it.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}

/// <summary>What the digest beside a backup says of its bytes.</summary>
public enum BackupBytes
{
    /// <summary>They are those that were written.</summary>
    AsWritten,

    /// <summary>There is no digest beside it.</summary>
    NotKnown,

    /// <summary>They are others.</summary>
    Changed,
}
