using System.Globalization;
using Gis.Core.Network;
using Gis.Data.Store;
using Gis.Data.Store.Accounts;
using Gis.Data.Store.GeoPackage;
using Gis.Data.Store.Postgis;
using Gis.Data.Store.Progress;
using Gis.Data.Tests.Store.History;
using Gis.Tests.Postgis;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gis.Data.Tests.Store;

/// <summary>A store moved from a file to a database and back is the store.</summary>
[Trait("Store", StoreFolder.OfFile)]
public sealed class StoreCopyTests : IDisposable
{
    private static readonly AccountOrder Order = new("account-of-a-test", "why", "640100", StoreFolder.Noon);
    private readonly StoreFolder folder = new();
    private readonly string database = PostgisServer.MakeDatabase();

    private StorePlace Database => new StorePlace.Database(database);

    public void Dispose()
    {
        PostgisServer.Drop(database);
        folder.Dispose();
    }

    [Fact]
    public async Task A_store_comes_back_from_a_database_as_it_went_there_to_the_last_row()
    {
        await FillAsync();
        var back = new StorePlace.Folder(folder.PathOf("back"));
        var told = new List<(string Table, long Rows)>();

        var there = await StoreCopy.RunAsync(folder.Place, Database, (table, rows) => told.Add((table, rows)));
        Assert.Empty(await GisStore.VerifyAsync(Database));
        Assert.Equal(there, await StoreCopy.RunAsync(Database, back));

        Assert.Equal(there, told.Sum(table => table.Rows));
        Assert.Contains(("evidence_content", 1), told);
        Assert.Empty(await GisStore.VerifyAsync(back));
        Assert.Equal(Dump(folder.File), Dump(GisStore.FileIn(back.Path)));
    }

    [Fact]
    public async Task A_copy_goes_on_where_the_store_was()
    {
        await FillAsync();
        await StoreCopy.RunAsync(folder.Place, Database);
        using var store = await GisStore.OpenAsync(Database);

        var saved = await store.Rename(Edits.Room, "搬家以后");

        // After two versions of this city and one of the other.
        Assert.Equal(4, saved.Version);
        Assert.Empty(await GisStore.VerifyAsync(Database));
    }

    [Fact]
    public async Task Nothing_is_copied_over_a_store_or_from_nowhere()
    {
        await FillAsync();
        await StoreCopy.RunAsync(folder.Place, Database);
        var full = await Assert.ThrowsAsync<StoreException>(() => StoreCopy.RunAsync(folder.Place, Database));
        Assert.Contains("holds a network already", full.Message, StringComparison.Ordinal);

        var nowhere = new StorePlace.Folder(folder.PathOf("nowhere"));
        await Assert.ThrowsAsync<StoreException>(() => StoreCopy.RunAsync(nowhere, new StorePlace.Folder(folder.PathOf("to"))));
        Assert.False(Directory.Exists(nowhere.Path));
    }

    [Fact]
    public async Task Every_table_of_the_model_is_copied()
    {
        await using var context = new PostgisContext(PostgisAccess.OptionsFor(database));
        var tables = context.Model.GetEntityTypes().Select(table => table.GetTableName()).OfType<string>().Distinct().Except(["protection_key"]).Order(StringComparer.Ordinal).ToList();
        await FillAsync();
        var told = new List<string>();
        await StoreCopy.RunAsync(folder.Place, Database, (table, _) => told.Add(table));
        Assert.Equal(tables, told.Order(StringComparer.Ordinal));
    }

    // Two cities, an edit, a person, a photograph, a scenario: something in each kind of table.
    private async Task FillAsync()
    {
        using var store = await folder.SaveAsync(StoreFolder.StaffedTown());
        await store.Rename(Edits.Room, "改名");
        var invitations = new InvitationStore(store);
        var link = await invitations.InviteFirstAsync(Order with { AuthorId = null });
        var account = new Account { Id = Order.AuthorId!, UserName = "管理员", NormalizedUserName = "管理员", PersonName = "甲", LockoutEnd = StoreFolder.Noon };
        Assert.Equal(JoinEnding.Joined, await invitations.AcceptAsync(link!, account, Order.City, StoreFolder.Noon));
        await new EvidenceStore(store).AddAsync(new NewEvidence(Edits.Room, "门口.jpg", "image/jpeg", [1, 2, 3], "门牌", new DateOnly(2026, 3, 4)), Order);
        await new ScenarioStore(store).AddAsync(new SavedScenario("s1", "先建东边", "limit=30", "steps=5", StoreFolder.Noon, StoreFolder.Noon, 1), AreaCode.Parse("640100"));
        await store.For(AreaCode.Parse("640200")).SaveAsync(StoreFolder.OtherTown(), "另一个市", StoreFolder.Noon);
    }

    private static string Dump(string file)
    {
        using var connection = GeoPackageConnection.Open(file, SqliteOpenMode.ReadOnly);
        var tables = StoreAccess.Ask(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'rtree%' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'gpkg%' AND name NOT LIKE '__EF%' ORDER BY name");
        return string.Join('\n', tables.Select(table => string.Create(CultureInfo.InvariantCulture, $"{table}\n{TableDump.Of(connection, table)}")));
    }
}
