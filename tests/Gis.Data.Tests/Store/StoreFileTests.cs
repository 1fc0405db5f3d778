using System.Text;
using Gis.Data.Store;
using Gis.Data.Store.GeoPackage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gis.Data.Tests.Store;

[Trait("Store", StoreFolder.OfFile)]
public sealed class StoreFileTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_older_file_is_brought_up_to_date_beside_a_copy_of_it()
    {
        var town = StoreFolder.Town();
        await folder.SaveAsync(town);
        await GoBackAsync("Network");
        var older = folder.Ask("SELECT name FROM pragma_table_info('data_version')");
        Assert.DoesNotContain("program_version", older, StringComparison.Ordinal);

        var store = await folder.OpenAsync();

        Assert.Equal(town.Version, (await store.LoadAsync())!.Version);
        Assert.Equal("", Assert.Single(await store.ListVersionsAsync()).Program);
        // Going back makes the table anew in another form, which no file that only ever went forward has.
        Assert.DoesNotContain(await folder.VerifyAsync(), fault => !fault.Contains("table data_version is not the", StringComparison.Ordinal));
        var copy = Assert.Single(Directory.GetFiles(folder.Folder, "network.before-*-older.gpkg"));
        File.Move(copy, folder.File, overwrite: true);
        Assert.Equal(older, folder.Ask("SELECT name FROM pragma_table_info('data_version')"));
        Assert.Equal("2", folder.Ask("SELECT count(*) FROM village"));
    }

    [Fact]
    public async Task A_second_copy_does_not_replace_the_first()
    {
        await folder.SaveAsync(StoreFolder.Town());
        for (var i = 0; i < 2; i++)
        {
            await GoBackAsync("Network");
            await folder.OpenAsync();
        }

        Assert.Equal(2, Directory.GetFiles(folder.Folder, "network.before-*.gpkg").Length);
    }

    [Fact]
    public async Task A_file_up_to_date_is_opened_without_a_copy()
    {
        await folder.SaveAsync(StoreFolder.Town());
        await folder.OpenAsync();
        Assert.Equal(["network.gpkg", "network.gpkg.lock", "network.gpkg.use"], Directory.GetFiles(folder.Folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Several_may_open_a_new_folder_at_once()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(folder.OpenAsync)));
        Assert.Null(await stores[0].LoadAsync());
    }

    [Fact]
    public async Task A_file_of_a_newer_program_is_refused()
    {
        await folder.SaveAsync(StoreFolder.Town());
        folder.Execute("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99.0.0')");
        await AssertRefusedAsync("newer version");
    }

    [Fact]
    public async Task Garbage_is_refused()
    {
        await File.WriteAllTextAsync(folder.File, string.Concat(Enumerable.Repeat("no database ", 1000)), Encoding.UTF8);
        await AssertRefusedAsync("nor any database");
    }

    [Fact]
    public async Task An_empty_file_is_refused()
    {
        await File.WriteAllBytesAsync(folder.File, []);
        await AssertRefusedAsync("is empty");
    }

    [Fact]
    public async Task A_database_that_is_no_GeoPackage_is_refused()
    {
        await File.WriteAllBytesAsync(folder.File, DatabaseOf("CREATE TABLE notes (text TEXT)"));
        await AssertRefusedAsync("no GeoPackage");
    }

    [Fact]
    public async Task A_GeoPackage_of_another_program_is_refused()
    {
        await File.WriteAllBytesAsync(folder.File, DatabaseOf("PRAGMA application_id = 1196444487; CREATE TABLE notes (text TEXT)"));
        await AssertRefusedAsync("none of this program");
    }

    [Theory, InlineData(0.3), InlineData(0.6)]
    public async Task A_file_cut_short_is_refused(double part)
    {
        await folder.SaveAsync(StoreFolder.Town());
        var whole = await File.ReadAllBytesAsync(folder.File);
        await File.WriteAllBytesAsync(folder.File, whole[..(int)(whole.Length * part)]);
        await AssertRefusedAsync("damaged");
    }

    [Fact]
    public async Task A_read_only_file_is_refused()
    {
        await folder.SaveAsync(StoreFolder.Town());
        File.SetAttributes(folder.File, FileAttributes.ReadOnly);
        await AssertRefusedAsync("read-only");
    }

    // Nobody can write there, root included, to whom the permissions of an ordinary folder mean nothing.
    [Fact]
    public async Task A_folder_that_cannot_be_written_to_is_refused()
    {
        var refused = await Assert.ThrowsAsync<StoreException>(() => GisStore.OpenAsync("/sys/kernel"));
        Assert.Contains("cannot be written to", refused.Message, StringComparison.Ordinal);
        await File.WriteAllTextAsync(folder.PathOf("file"), "");
        await Assert.ThrowsAsync<StoreException>(() => GisStore.OpenAsync(folder.PathOf("file/data")));
    }

    [Fact]
    public async Task A_file_that_is_taken_away_is_not_replaced_by_an_empty_one()
    {
        var store = await folder.SaveAsync(StoreFolder.Town());
        File.Delete(folder.File);
        await Assert.ThrowsAsync<StoreException>(() => store.LoadAsync());
        await Assert.ThrowsAsync<StoreException>(() => store.SaveAsync(StoreFolder.Town(), "again", StoreFolder.Noon));
        Assert.False(File.Exists(folder.File));
    }

    [Fact]
    public async Task A_program_that_ended_while_making_the_file_is_no_hindrance()
    {
        await File.WriteAllTextAsync(folder.File + ".part", "half");
        Assert.Null(await (await folder.OpenAsync()).LoadAsync());
    }

    private async Task AssertRefusedAsync(string words)
    {
        var before = await File.ReadAllBytesAsync(folder.File);
        var refused = await Assert.ThrowsAsync<StoreException>(folder.OpenAsync);
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.Contains(folder.File, refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(folder.File));
    }

    private async Task GoBackAsync(string migration)
    {
        await using var context = new GeoPackageContext(GeoPackageConnection.OptionsFor(folder.File));
        await context.GetService<IMigrator>().MigrateAsync(migration);
    }

    private byte[] DatabaseOf(string statements)
    {
        var file = folder.PathOf("other.db");
        using (var connection = GeoPackageConnection.Open(file, SqliteOpenMode.ReadWriteCreate))
        {
            using var command = connection.CreateCommand();
            command.CommandText = statements;
            command.ExecuteNonQuery();
        }

        return File.ReadAllBytes(file);
    }
}
