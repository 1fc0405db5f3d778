using System.Globalization;
using Gis.Data.Store;
using Gis.Data.Store.Backups;
using Gis.Data.Store.GeoPackage;
using Gis.Data.Tests.Store.History;
using Microsoft.Data.Sqlite;

namespace Gis.Data.Tests.Store.Stress;

/// <summary>A disk that is full or fails, a file that others hold: clear words, and nothing acknowledged is lost.</summary>
[Trait("Store", StoreFolder.OfFile)]
public sealed class DiskTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    // A real file system of four megabytes where this may mount one (root, or one's own name space); the process sees it alone.
    [Fact]
    public async Task On_a_full_disk_the_edit_is_refused_in_words_and_all_before_it_is_there()
    {
        var small = folder.PathOf("small");
        Directory.CreateDirectory(small);
        await PutTownAsync();
        var script = $"mount -t tmpfs -o size=4m tmpfs '{small}' && cp '{folder.File}' '{small}/' && dotnet '{typeof(DiskTests).Assembly.Location}' fill '{small}'; cp '{small}'/network.gpkg* '{folder.PathOf("out")}/'";
        Directory.CreateDirectory(folder.PathOf("out"));
        using var worker = new WorkerProcess("unshare", ["--map-root-user", "--mount", "sh", "-c", script]);
        await AssertAcknowledgedAsync(worker, "is full. Make room there");
    }

    // The kernel refuses to let the file grow: to SQLite an error of the disk. (The runtime would make a great file of its own.)
    [Fact]
    public async Task When_the_disk_cannot_write_the_edit_is_refused_in_words_and_all_before_it_is_there()
    {
        await PutTownAsync();
        Directory.CreateDirectory(folder.PathOf("out"));
        var script = $"trap '' XFSZ; ulimit -f 2000; DOTNET_EnableWriteXorExecute=0 dotnet '{typeof(DiskTests).Assembly.Location}' fill '{folder.Folder}'; cp '{folder.Folder}'/network.gpkg* '{folder.PathOf("out")}/'";
        using var worker = new WorkerProcess("sh", ["-c", script]);
        await AssertAcknowledgedAsync(worker, "could not read or write");
    }

    [Fact]
    public async Task A_program_that_holds_the_file_too_long_is_named_and_what_was_saved_stands()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        using (var other = GeoPackageConnection.Open(folder.File, SqliteOpenMode.ReadWrite))
        using (other.BeginTransaction())
        {
            var refused = await Assert.ThrowsAsync<StoreException>(() => store.Rename(Edits.Room, "名"));
            Assert.Contains("Nothing could be saved; what was saved before stands: another program kept", refused.Message, StringComparison.Ordinal);
            Assert.Contains("for longer than 10 seconds", refused.Message, StringComparison.Ordinal);
            // Readers are not held up, nor is a backup.
            Assert.Equal(1, (await StoreBackup.WriteAsync(folder.Folder, folder.PathOf("copy.gpkg"))).Version);
        }

        await store.Rename(Edits.Room, "名");
        Assert.Empty(await folder.VerifyAsync());
    }

    [Theory]
    [InlineData(SQLitePCL.raw.SQLITE_FULL, "is full"), InlineData(SQLitePCL.raw.SQLITE_BUSY, "another program"), InlineData(SQLitePCL.raw.SQLITE_LOCKED, "another program")]
    [InlineData(SQLitePCL.raw.SQLITE_IOERR, "could not read or write"), InlineData(SQLitePCL.raw.SQLITE_READONLY, "(-wal, -shm)"), InlineData(SQLitePCL.raw.SQLITE_PERM, "(-wal, -shm)")]
    [InlineData(SQLitePCL.raw.SQLITE_CANTOPEN, "cannot be opened"), InlineData(SQLitePCL.raw.SQLITE_NOTADB, "no GeoPackage"), InlineData(SQLitePCL.raw.SQLITE_CORRUPT, "is damaged")]
    [InlineData(SQLitePCL.raw.SQLITE_MISUSE, "the library's words")]
    public void Whatever_the_database_says_is_said_with_the_file_and_what_helps(int code, string words)
    {
        var said = StoreFault.Explain("/data/network.gpkg", new InvalidOperationException("outer", new SqliteException("the library's words", code)));
        Assert.Contains(words, said, StringComparison.Ordinal);
        Assert.Contains("/data/network.gpkg", said, StringComparison.Ordinal);
    }

    private async Task PutTownAsync()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        Assert.NotNull(await store.LoadAsync());
    }

    private async Task AssertAcknowledgedAsync(WorkerProcess worker, string words)
    {
        var (_, lines) = await worker.EndAsync();
        Assert.True(lines.Count > 10, string.Join('\n', lines) + worker.Errors);
        Assert.Contains("Nothing could be saved; what was saved before stands", lines[^1], StringComparison.Ordinal);
        Assert.Contains(words, lines[^1], StringComparison.Ordinal);

        using var after = new StoreFolder();
        foreach (var file in Directory.GetFiles(folder.PathOf("out")))
            File.Copy(file, after.PathOf(Path.GetFileName(file)));
        Assert.Empty(await after.VerifyAsync());
        using var store = await after.OpenAsync();
        var versions = (await store.ListVersionsAsync()).ToDictionary(version => version.Sequence, version => version.Hash);
        var acknowledged = lines.SkipLast(1).Select(line => line.Split(' ')).ToList();
        Assert.All(acknowledged, line => Assert.Equal(line[2], versions[long.Parse(line[1], CultureInfo.InvariantCulture)]));
        Assert.Equal(acknowledged.Count + 1, versions.Count);
    }
}
