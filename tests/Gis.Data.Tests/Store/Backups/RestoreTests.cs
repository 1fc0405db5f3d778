using Gis.Core.Network;
using Gis.Data.Store;
using Gis.Data.Store.Backups;
using Gis.Data.Store.GeoPackage;
using Gis.Data.Store.History;
using Gis.Data.Tests.Store.History;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gis.Data.Tests.Store.Backups;

[Trait("Store", StoreFolder.OfFile)]
public sealed class RestoreTests : IDisposable
{
    private readonly StoreFolder folder = new();

    private string Backup => folder.PathOf("out/copy.gpkg");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_restored_store_is_that_of_the_backup_and_the_one_before_lies_beside_it()
    {
        await BackUpAndEditOnAsync();
        var restored = await RestoreAsync();

        Assert.Empty(restored.Faults);
        Assert.Equal((2, 2), (restored.Version, restored.Now));
        using var store = await folder.OpenAsync();
        Assert.Equal("in the backup", (await store.Network()).FindPoint(Edits.Room)!.Name);
        Assert.Empty(await folder.VerifyAsync());
        var line = (await new NetworkHistory(store).ListAsync(new LogFilter()))[0];
        Assert.Equal(("store.restore", "log:2", "restored from copy.gpkg"), (line.Command, line.Subject, line.Reason));

        using var before = new StoreFolder();
        File.Copy(restored.Aside!, before.File);
        using var laidAside = await before.OpenAsync();
        Assert.Equal("after the backup", (await laidAside.Network()).FindPoint(Edits.Room)!.Name);
        Assert.Empty(await before.VerifyAsync());
    }

    [Fact]
    public async Task A_network_of_an_earlier_version_stands_as_a_new_one_and_no_history_is_lost()
    {
        await BackUpAndEditOnAsync();
        var restored = await RestoreAsync(new RestoreWishes(Version: 1));

        Assert.Equal((2, 3), (restored.Version, restored.Now));
        Assert.Empty(restored.Faults);
        using var store = await folder.OpenAsync();
        var history = new NetworkHistory(store);
        Assert.Empty(RecordChange.Between((await history.LoadAsync(1))!.Parts, (await store.Network()).Parts));
        Assert.Equal("in the backup", (await history.LoadAsync(2))!.FindPoint(Edits.Room)!.Name);
        Assert.Equal([3, 2, 1], (await store.ListVersionsAsync()).Select(version => version.Sequence));
    }

    [Theory, InlineData(0), InlineData(3), InlineData(-1)]
    public async Task A_version_the_backup_does_not_have_is_refused(long version)
    {
        await BackUpAndEditOnAsync();
        Assert.Contains("it has versions 1 to 2", await AssertRefusedAsync(new RestoreWishes(version)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_of_which_a_bit_was_flipped_is_refused_even_despite_faults()
    {
        await BackUpAndEditOnAsync();
        var bytes = await File.ReadAllBytesAsync(Backup);
        bytes[bytes.Length / 2] ^= 4;
        await File.WriteAllBytesAsync(Backup, bytes);
        Assert.Contains("not as it was written", await AssertRefusedAsync(new RestoreWishes(DespiteFaults: true)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_of_a_store_with_faults_is_restored_only_if_that_is_wished()
    {
        using (await folder.SaveAsync(StoreFolder.Town()))
            folder.Execute("UPDATE village SET name = '改名村' WHERE fid = 1");
        await StoreBackup.WriteAsync(folder.Folder, Backup);
        Assert.Contains("edited outside", await AssertRefusedAsync(new RestoreWishes()), StringComparison.Ordinal);
        var restored = await RestoreAsync(new RestoreWishes(DespiteFaults: true));
        Assert.Contains(restored.Faults, fault => fault.Contains("edited outside", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_digest_a_backup_is_restored_and_that_is_said()
    {
        await BackUpAndEditOnAsync();
        File.Delete(Backup + ".sha256");
        Assert.Equal(BackupBytes.NotKnown, (await RestoreAsync()).Bytes);
    }

    [Fact]
    public async Task A_store_in_use_is_not_replaced()
    {
        await BackUpAndEditOnAsync();
        using var server = await folder.OpenAsync();
        Assert.Contains("in use by a running program", await AssertRefusedAsync(new RestoreWishes()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_open_in_another_program_is_not_replaced()
    {
        await BackUpAndEditOnAsync();
        await using var store = new GeoPackageContext(GeoPackageConnection.OptionsFor(folder.File));
        await store.Database.OpenConnectionAsync();
        _ = store.Log.Count();
        Assert.Contains("open in another program", await AssertRefusedAsync(new RestoreWishes()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_store_is_kept_beside_the_restored_one()
    {
        await BackUpAndEditOnAsync();
        await File.WriteAllTextAsync(folder.File, "damaged");
        var restored = await RestoreAsync();
        Assert.Equal("damaged", await File.ReadAllTextAsync(restored.Aside!));
        Assert.Empty(restored.Faults);
    }

    [Theory, InlineData("no database"), InlineData("")]
    public async Task What_is_no_backup_is_refused(string text)
    {
        await BackUpAndEditOnAsync();
        await File.WriteAllTextAsync(Backup, text);
        File.Delete(Backup + ".sha256");
        await AssertRefusedAsync(new RestoreWishes());
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_refused() =>
        Assert.Contains("is not there", (await Assert.ThrowsAsync<StoreException>(() => RestoreAsync())).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_copy_of_an_older_program_is_brought_up_to_date_on_the_way()
    {
        await BackUpAndEditOnAsync();
        await using (var context = new GeoPackageContext(GeoPackageConnection.OptionsFor(Backup)))
            await context.GetService<IMigrator>().MigrateAsync("Scenarios");
        File.Delete(Backup + ".sha256");
        Assert.Empty((await RestoreAsync()).Faults);
    }

    [Fact]
    public async Task Who_was_signed_in_when_the_copy_was_made_signs_in_anew()
    {
        await BackUpAndEditOnAsync("INSERT INTO account (id, person_name, role, scope, made_utc, email_confirmed, phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count, security_stamp) VALUES ('a', 'p', 'planner', '', '2026-01-01T00:00:00.000Z', 0, 0, 0, 0, 0, 'STAMP')");
        // Put there past the log, which is a fault of its own.
        await RestoreAsync(new RestoreWishes(DespiteFaults: true));
        Assert.NotEqual("STAMP", folder.Ask("SELECT security_stamp FROM account"));
    }

    private async Task BackUpAndEditOnAsync(string? more = null)
    {
        using var store = await folder.SaveAsync(StoreFolder.StaffedTown());
        await store.Rename(Edits.Room, "in the backup");
        if (more is not null)
            folder.Execute(more);
        await StoreBackup.WriteAsync(folder.Folder, Backup);
        await store.Rename(Edits.Room, "after the backup");
    }

    private Task<RestoredStore> RestoreAsync(RestoreWishes? wishes = null) => StoreRestore.RunAsync(Backup, folder.Folder, wishes ?? new RestoreWishes(), StoreFolder.Noon);

    private async Task<string> AssertRefusedAsync(RestoreWishes wishes)
    {
        var before = await File.ReadAllBytesAsync(folder.File);
        var files = Directory.GetFileSystemEntries(folder.Folder).Order().ToList();
        var refused = await Assert.ThrowsAsync<StoreException>(() => RestoreAsync(wishes));
        Assert.Equal(before, await File.ReadAllBytesAsync(folder.File));
        Assert.Equal(files, Directory.GetFileSystemEntries(folder.Folder).Order());
        return refused.Message;
    }
}
