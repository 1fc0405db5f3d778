using Gis.Data.Store;
using Gis.Tests.Postgis;
using Npgsql;

namespace Gis.Data.Tests.Store;

/// <summary>What is of a database and of nothing else: who may use it, what is said when that fails, and how it tells of news.</summary>
[Trait("Store", StoreFolder.OfFile)]
public sealed class PostgisTests : IDisposable
{
    private readonly string database = PostgisServer.MakeDatabase();

    private StorePlace Place => new StorePlace.Database(database);

    public void Dispose() => PostgisServer.Drop(database);

    [Theory]
    [InlineData("Host=localhost;Database=gis;Password=geheim-9171;Colour=red"), InlineData("Host=localhost;Password=geheim-9171"), InlineData("Host=localhost;Port=many;Database=gis;Password=geheim-9171")]
    public void A_connection_string_that_cannot_be_read_is_refused_without_its_password(string written)
    {
        var refused = Assert.Throws<StoreException>(() => StorePlace.Parse(written));
        Assert.Contains("Host=localhost;Port=5432;Database=gis", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("9171", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_a_database_has_no_secret_in_it() =>
        Assert.Equal("database gis on db", new StorePlace.Database("Host=db;Database=gis;Username=u;Password=geheim-9171").ToString());

    [Fact]
    public async Task A_database_that_is_not_there_is_named()
    {
        var elsewhere = new NpgsqlConnectionStringBuilder(database) { Database = "nowhere" }.ToString();
        var refused = await Assert.ThrowsAsync<StoreException>(() => GisStore.OpenAsync(new StorePlace.Database(elsewhere)));
        Assert.Contains("database nowhere on", refused.Message, StringComparison.Ordinal);
        Assert.Contains("createdb", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StoreException>(() => GisStore.VerifyAsync(new StorePlace.Database(elsewhere)));
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_named()
    {
        var refused = await Assert.ThrowsAsync<StoreException>(() => GisStore.OpenAsync(new StorePlace.Database("Host=127.0.0.1;Port=1;Database=gis;Timeout=3")));
        Assert.Contains("cannot be reached", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_that_does_not_say_who_may_work_on_it_is_refused()
    {
        using (await GisStore.OpenAsync(Place))
        {
        }

        PostgisServer.Execute(database, "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29991231000000_Later', '99'); DROP TABLE least_step");
        var refused = await Assert.ThrowsAsync<StoreException>(() => GisStore.OpenAsync(Place));
        Assert.Contains("newer version of this program (step 29991231000000_Later)", refused.Message, StringComparison.Ordinal);
        Assert.Contains("newer version", Assert.Single(await GisStore.VerifyAsync(Place)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_that_start_at_once_on_an_empty_database_all_serve_it()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => GisStore.OpenAsync(Place))));
        await Task.WhenAll(stores.Select(store => store.FillAsync(StoreFolder.Town, "first", StoreFolder.Noon)));
        Assert.All(stores, store => Assert.Equal("640100", store.City?.Digits));
        Assert.Single(await stores[0].ListVersionsAsync());
        Assert.Empty(await GisStore.VerifyAsync(Place));
    }

    [Fact]
    public async Task A_database_that_starts_anew_is_told_of_in_words_and_then_used_again()
    {
        using var store = await GisStore.OpenAsync(Place);
        await store.FillAsync(StoreFolder.Town, "first", StoreFolder.Noon);
        PostgisServer.Disconnect(database);

        var refused = await Assert.ThrowsAsync<StoreException>(() => store.FindLatestAsync());
        // Whether the last word of the server arrives, or only that the line is cut, is chance.
        Assert.Matches("starting or stopping|cannot be reached", refused.Message);
        Assert.Equal(1, await store.FindLatestAsync());
    }

    [Fact]
    public async Task Who_listens_hears_of_a_version_that_another_saved()
    {
        using var store = await GisStore.OpenAsync(Place);
        await store.FillAsync(StoreFolder.Town, "first", StoreFolder.Noon);
        await using var news = new StoreNews(store);
        // The first look is due at once: what was saved before nobody is told of.
        await news.WaitAsync(CancellationToken.None);
        var hearing = news.WaitAsync(CancellationToken.None);
        Assert.False(hearing.IsCompleted);

        using var other = await GisStore.OpenAsync(Place);
        await other.SaveAsync(StoreFolder.Versioned(StoreFolder.Town() with { Points = [] }), "by another", StoreFolder.Noon);

        // Long before the look that is due in any case.
        await hearing.WaitAsync(TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task Keys_are_shared_and_are_no_part_of_a_copy()
    {
        using var store = await GisStore.OpenAsync(Place);
        await store.FillAsync(StoreFolder.Town, "first", StoreFolder.Noon);
        SharedKeys.Of(store)!.Add("key-1", "<key/>");
        Assert.Equal(["<key/>"], SharedKeys.Of(await GisStore.OpenAsync(Place))!.List());

        using var folder = new StoreFolder();
        await StoreCopy.RunAsync(Place, new StorePlace.Folder(folder.PathOf("copy")));
        Assert.Null(SharedKeys.Of(await GisStore.OpenAsync(folder.PathOf("copy"))));
    }
}
