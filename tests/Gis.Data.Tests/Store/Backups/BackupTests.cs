using Gis.Core.Network;
using Gis.Data.Store;
using Gis.Data.Store.Backups;
using Gis.Data.Store.History;
using Gis.Data.Tests.Store.History;

namespace Gis.Data.Tests.Store.Backups;

[Trait("Store", StoreFolder.OfFile)]
public sealed class BackupTests : IDisposable
{
    private readonly StoreFolder folder = new();

    private string Backup => folder.PathOf("out/copy.gpkg");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_backup_says_what_it_holds_and_its_digest_is_as_sha256sum_writes_it()
    {
        var store = await folder.SaveAsync(StoreFolder.StaffedTown());
        var saved = await store.Rename(Edits.Room, "新名");
        var content = await StoreBackup.WriteAsync(folder.Folder, Backup);

        Assert.Equal((2, saved.Network.Version, 2), (content.Version, content.VersionHash, content.Entry));
        Assert.Equal(folder.Ask("SELECT digest FROM log WHERE sequence = 2"), content.EntryDigest);
        Assert.Empty(content.Faults);
        Assert.Equal([Backup, Backup + ".sha256"], Directory.GetFiles(folder.PathOf("out")).Order(StringComparer.Ordinal));
        StoreFolder.Gdal("sh", "-c", $"cd '{folder.PathOf("out")}' && sha256sum --check --strict copy.gpkg.sha256");
        Assert.Equal(content with { Faults = [] }, await StoreBackup.CheckAsync(Backup) with { Faults = [] });
    }

    [Fact]
    public async Task A_backup_holds_no_remains_of_what_was_deleted()
    {
        var store = await folder.SaveAsync(StoreFolder.Town());
        folder.Execute("INSERT INTO contact (id, city_code, village_code, person_name, phone, consent, consent_utc, expires_utc, author_id) VALUES ('c', '640100', '640104100201', 'ERASED-31', 'p', 'c', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', 'a')");
        folder.Execute("DELETE FROM contact");
        await StoreBackup.WriteAsync(folder.Folder, Backup);
        Assert.DoesNotContain("ERASED-31", System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Backup)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_is_not_written_over()
    {
        await folder.SaveAsync(StoreFolder.Town());
        await StoreBackup.WriteAsync(folder.Folder, Backup);
        var before = await File.ReadAllBytesAsync(Backup);
        var refused = await Assert.ThrowsAsync<StoreException>(() => StoreBackup.WriteAsync(folder.Folder, Backup));
        Assert.Contains("is there already", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Backup));
    }

    [Fact]
    public async Task Where_there_is_no_store_there_is_no_backup_and_nothing_is_made()
    {
        await Assert.ThrowsAsync<StoreException>(() => StoreBackup.WriteAsync(folder.Folder, Backup));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Folder));
    }

    [Fact]
    public async Task A_store_with_a_fault_is_copied_and_the_fault_told()
    {
        await folder.SaveAsync(StoreFolder.Town());
        folder.Execute("UPDATE village SET name = '改名村' WHERE fid = 1");
        var content = await StoreBackup.WriteAsync(folder.Folder, Backup);
        Assert.Contains(content.Faults, fault => fault.Contains("edited outside the program", StringComparison.Ordinal));
        Assert.True(File.Exists(Backup));
    }

    [Fact]
    public async Task A_damaged_store_is_not_copied()
    {
        await folder.SaveAsync(StoreFolder.Town());
        var bytes = await File.ReadAllBytesAsync(folder.File);
        Array.Fill<byte>(bytes, 0xA5, bytes.Length / 4, bytes.Length / 2);
        await File.WriteAllBytesAsync(folder.File, bytes);
        await Assert.ThrowsAsync<StoreException>(() => StoreBackup.WriteAsync(folder.Folder, Backup));
        Assert.Empty(Directory.GetFiles(folder.PathOf("out")));
    }

    [Fact]
    public async Task Every_flipped_bit_of_a_backup_is_found()
    {
        await folder.SaveAsync(StoreFolder.Town());
        await StoreBackup.WriteAsync(folder.Folder, Backup);
        var bytes = await File.ReadAllBytesAsync(Backup);
        var random = new Random(5);
        for (var flip = 0; flip < 30; flip++)
        {
            var (at, bit) = (random.Next(bytes.Length), (byte)(1 << random.Next(8)));
            bytes[at] ^= bit;
            await File.WriteAllBytesAsync(Backup, bytes);
            Assert.Equal(BackupBytes.Changed, (await StoreBackup.CheckAsync(Backup)).Bytes);
            bytes[at] ^= bit;
        }
    }

    [Fact]
    public async Task A_backup_under_load_holds_the_version_it_names_record_for_record()
    {
        using var store = await folder.SaveAsync(StoreFolder.StaffedTown());
        using var stop = new CancellationTokenSource();
        var saved = new List<ServiceNetwork> { await store.Network() };
        var editing = Task.Run(async () =>
        {
            var random = new Random(7);
            while (!stop.IsCancellationRequested)
            {
                var change = Edits.Draw(await store.Network(), random);
                if (await store.EditAsync(new NetworkEdit("test.draw", "load", [change]), StoreFolder.Noon) is EditOutcome.Saved made)
                    saved.Add(made.Network);
            }
        });
        var contents = new List<BackupContent>();
        for (var number = 0; number < 5; number++)
            contents.Add(await StoreBackup.WriteAsync(folder.Folder, folder.PathOf($"out/{number}.gpkg")));
        await stop.CancelAsync();
        await editing;

        Assert.True(contents[^1].Version > contents[0].Version, "nothing was edited meanwhile");
        foreach (var (number, content) in contents.Index())
        {
            using var elsewhere = new StoreFolder();
            Assert.Empty(content.Faults);
            var restored = await StoreRestore.RunAsync(folder.PathOf($"out/{number}.gpkg"), elsewhere.Folder, new RestoreWishes(), StoreFolder.Noon);
            Assert.Equal((content.Version, content.Entry, content.EntryDigest), (restored.Version, restored.Entry, restored.EntryDigest));
            Assert.Empty(restored.Faults);
            using var opened = await elsewhere.OpenAsync();
            var (named, there) = (saved[(int)content.Version! - 1], await opened.Network());
            Assert.Equal((named.Version, content.VersionHash), (there.Version, there.Version));
            Assert.Empty(RecordChange.Between(named.Parts, there.Parts));
        }
    }
}
