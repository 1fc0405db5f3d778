using Gis.Core.Network;
using Gis.Data.Store;
using Gis.Data.Store.Accounts;
using Gis.Data.Tests.Store.History;
using Gis.Tests.Postgis;

namespace Gis.Data.Tests.Store.Upgrade;

/// <summary>This program on a database that a newer one has brought further.</summary>
[Trait("Store", StoreFolder.OfFile)]
public sealed class UpgradeTests : IDisposable
{
    private static readonly AreaCode City = AreaCode.Parse("640100");
    private static readonly RunHold Hold = new("one", TimeSpan.FromSeconds(15));
    private readonly string database = PostgisServer.MakeDatabase();

    private StorePlace Place => new StorePlace.Database(database);

    public void Dispose() => PostgisServer.Drop(database);

    [Fact]
    public async Task On_a_database_to_which_a_newer_program_only_added_this_one_starts_reads_edits_computes_and_signs_in()
    {
        (await FillAsync()).Dispose();
        await NewerProgram.UpgradeAsync(database, NewerProgram.Later);
        using var store = await GisStore.OpenAsync(Place);

        await WorkAsync(store);

        Assert.Contains(NewerProgram.Later, Place.FindNotice(), StringComparison.Ordinal);
        Assert.Empty(await GisStore.VerifyAsync(Place));
        Assert.Equal("1 unknown", Ask("SELECT urgency || ' ' || device FROM run, sign_in"));
    }

    [Fact]
    public async Task A_program_that_runs_goes_on_while_a_newer_one_adds_and_hears_what_another_saves()
    {
        using var store = await FillAsync();
        await using var news = new StoreNews(store);
        await news.WaitAsync(CancellationToken.None);
        Assert.Null(Place.FindNotice());

        await NewerProgram.UpgradeAsync(database, NewerProgram.Later);
        using var other = await GisStore.OpenAsync(Place);
        var hearing = news.WaitAsync(CancellationToken.None);
        await other.Rename(Edits.Station, "新程序之后");
        await hearing.WaitAsync(TimeSpan.FromSeconds(8));

        Assert.Equal("新程序之后", (await store.Network()).FindPoint(Edits.Station)!.Name);
        await WorkAsync(store);
        Assert.Empty(await GisStore.VerifyAsync(Place));
    }

    [Fact]
    public async Task A_step_that_must_be_known_keeps_this_program_out()
    {
        (await FillAsync()).Dispose();
        await NewerProgram.UpgradeAsync(database, NewerProgram.Break);

        var refused = await Assert.ThrowsAsync<StoreException>(() => GisStore.OpenAsync(Place));
        Assert.Contains($"newer version of this program (step {NewerProgram.Break})", refused.Message, StringComparison.Ordinal);
        Assert.Equal(refused.Message, Assert.Single(await GisStore.VerifyAsync(Place)));
        Assert.Null(Place.FindNotice());
    }

    [Fact]
    public async Task A_program_that_runs_writes_nothing_more_after_a_step_that_must_be_known()
    {
        using var store = await FillAsync();
        await NewerProgram.UpgradeAsync(database, NewerProgram.Break);

        var refused = await Assert.ThrowsAsync<StoreException>(() => store.Rename(Edits.Room, "太晚了"));
        Assert.Contains(NewerProgram.Break, refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StoreException>(() => new ScenarioStore(store).TakeNextAsync(Hold, StoreFolder.Noon));
        Assert.NotEqual("太晚了", (await store.Network()).FindPoint(Edits.Room)!.Name);
    }

    [Fact]
    public async Task A_step_that_must_be_known_waits_for_who_is_writing()
    {
        using var store = await FillAsync();
        var writing = new TaskCompletionSource();
        var end = new TaskCompletionSource();
        var written = store.WriteAsync(async _ =>
        {
            writing.SetResult();
            await end.Task;
            return true;
        }, CancellationToken.None);
        await writing.Task;

        var upgrading = NewerProgram.UpgradeAsync(database, NewerProgram.Break);
        await Task.WhenAny(upgrading, Task.Delay(TimeSpan.FromMilliseconds(400)));
        Assert.False(upgrading.IsCompleted);
        end.SetResult();
        Assert.True(await written);
        await upgrading;
    }

    [Fact]
    public async Task A_database_that_lacks_a_step_and_has_an_unknown_one_is_refused()
    {
        (await FillAsync()).Dispose();
        PostgisServer.Execute(database, $"UPDATE \"__EFMigrationsHistory\" SET \"MigrationId\" = '{NewerProgram.Later}' WHERE \"MigrationId\" LIKE '%_Network'");
        var refused = await Assert.ThrowsAsync<StoreException>(() => GisStore.OpenAsync(Place));
        Assert.Contains("lacks some that it needs", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_that_would_leave_out_what_a_newer_program_added_is_not_made()
    {
        (await FillAsync()).Dispose();
        await NewerProgram.UpgradeAsync(database, NewerProgram.Later);
        using var folder = new StoreFolder();
        var target = new StorePlace.Folder(folder.PathOf("copy"));

        var refused = await Assert.ThrowsAsync<StoreException>(() => StoreCopy.RunAsync(Place, target));

        Assert.Contains("Copy it with the newer version", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(target.Path));
    }

    // What needs an entry of the log, a row of a table that grew, and the turn of writers.
    private static async Task WorkAsync(GisStore store)
    {
        await store.Rename(Edits.Room, "旧程序改的");
        var scenarios = new ScenarioStore(store);
        await scenarios.AddAsync(new SavedScenario("s1", "先建东边", "limit=30", "steps=5", StoreFolder.Noon, StoreFolder.Noon, 1), City);
        await scenarios.QueueAsync(new ScenarioRun("r1", "s1", "limit=30", "steps=5", RunState.Waiting, StoreFolder.Noon), City);
        var run = Assert.IsType<ScenarioRun>(await scenarios.TakeNextAsync(Hold, StoreFolder.Noon));
        Assert.True(await scenarios.EndAsync(run with { State = RunState.Done, Outcome = "{}" }, Hold, StoreFolder.Noon));
        var signIns = new SignInStore(store);
        Assert.True(await signIns.BeginAsync("account-1", City.Digits, StoreFolder.Noon));
        await signIns.SucceedAsync("account-1", StoreFolder.Noon);
        Assert.Equal("旧程序改的", (await store.Network()).FindPoint(Edits.Room)!.Name);
    }

    private async Task<GisStore> FillAsync()
    {
        var store = await GisStore.OpenAsync(Place);
        await store.FillAsync(StoreFolder.Town, "first", StoreFolder.Noon);
        var link = await new InvitationStore(store).InviteFirstAsync(new AccountOrder(null, "why", City.Digits, StoreFolder.Noon));
        var account = new Account { Id = "account-1", UserName = "管理员", NormalizedUserName = "管理员", PersonName = "甲" };
        Assert.Equal(JoinEnding.Joined, await new InvitationStore(store).AcceptAsync(link!, account, City.Digits, StoreFolder.Noon));
        return store;
    }

    private string Ask(string question)
    {
        using var connection = new Npgsql.NpgsqlConnection(database);
        connection.Open();
        return Assert.Single(StoreAccess.Ask(connection, question));
    }
}
