using Gis.Core.Network;
using Gis.Data.Store;

namespace Gis.Data.Tests.Store;

public sealed class ScenarioStoreTests : IDisposable
{
    private static readonly AreaCode City = AreaCode.Parse("640100");
    private static readonly DateTimeOffset Noon = StoreFolder.Noon.ToUniversalTime();
    private static readonly RunHold Hold = new("one", TimeSpan.FromSeconds(15));
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_scenario_comes_back_as_it_was_saved()
    {
        var scenarios = await OpenAsync();
        var saved = Scenario("s1", "先建东边");
        await scenarios.AddAsync(saved, City);

        Assert.Equal(saved, await scenarios.FindAsync("s1"));
        Assert.Equal([saved], await (await OpenAsync()).ListAsync());
        Assert.Null(await scenarios.FindAsync("s2"));
    }

    [Fact]
    public async Task Saving_the_network_anew_keeps_scenarios_and_runs()
    {
        var scenarios = await OpenAsync();
        await scenarios.AddAsync(Scenario("s1"), City);
        await scenarios.QueueAsync(Run("r1", "s1"), City);

        await folder.SaveAsync(StoreFolder.Town());

        Assert.NotNull(await scenarios.FindAsync("s1"));
        Assert.NotNull(await scenarios.FindRunAsync("r1"));
        Assert.Empty(await folder.VerifyAsync());
    }

    [Fact]
    public async Task The_one_changed_last_stands_first()
    {
        var scenarios = await OpenAsync();
        await scenarios.AddAsync(Scenario("old"), City);
        await scenarios.AddAsync(Scenario("new") with { Changed = Noon.AddMinutes(1) }, City);
        Assert.Equal(["new", "old"], (await scenarios.ListAsync()).Select(each => each.Id));

        await scenarios.RenameAsync(Scenario("old") with { Name = "另一个名字" }, Noon.AddMinutes(2));
        Assert.Equal(["old", "new"], (await scenarios.ListAsync()).Select(each => each.Id));
    }

    [Fact]
    public async Task Nobody_overwrites_a_change_that_was_not_seen()
    {
        var scenarios = await OpenAsync();
        var read = Scenario("s1");
        await scenarios.AddAsync(read, City);

        Assert.Equal(EditEnding.Saved, await scenarios.ChangeAsync(read with { Settings = "steps=5" }, Noon));
        Assert.Equal(EditEnding.Stale, await scenarios.ChangeAsync(read with { Settings = "steps=6" }, Noon));
        Assert.Equal("steps=5", (await scenarios.FindAsync("s1"))!.Settings);
        Assert.Equal(EditEnding.Missing, await scenarios.ChangeAsync(Scenario("s2"), Noon));
    }

    [Theory]
    [InlineData(RunState.Done, EditEnding.Frozen)]
    [InlineData(RunState.Cancelled, EditEnding.Saved)]
    [InlineData(RunState.Failed, EditEnding.Saved)]
    public async Task A_scenario_is_frozen_when_a_run_of_it_is_done(RunState end, EditEnding expected)
    {
        var scenarios = await OpenAsync();
        await scenarios.AddAsync(Scenario("s1"), City);
        await scenarios.QueueAsync(Run("r1", "s1"), City);
        Assert.Equal(EditEnding.Frozen, await scenarios.ChangeAsync(Scenario("s1"), Noon));

        await scenarios.TakeNextAsync(Hold, Noon);
        Assert.True(await scenarios.EndAsync(Run("r1", "s1") with { State = end, Outcome = "{}" }, Hold, Noon));

        Assert.Equal(expected == EditEnding.Frozen, (await scenarios.FindAsync("s1"))!.IsFrozen);
        Assert.Equal(expected, await scenarios.ChangeAsync(Scenario("s1"), Noon));
        Assert.NotEqual(EditEnding.Frozen, await scenarios.RenameAsync((await scenarios.FindAsync("s1"))!, Noon));
    }

    [Fact]
    public async Task What_is_taken_off_the_list_can_be_put_back()
    {
        var scenarios = await OpenAsync();
        await scenarios.AddAsync(Scenario("s1"), City);

        Assert.True(await scenarios.MarkDeletedAsync("s1", Noon));
        Assert.Empty(await scenarios.ListAsync());
        Assert.Equal(Noon, (await scenarios.FindAsync("s1"))!.Deleted);

        Assert.True(await scenarios.MarkDeletedAsync("s1", null));
        Assert.Single(await scenarios.ListAsync());
        Assert.False(await scenarios.MarkDeletedAsync("s2", Noon));
    }

    [Fact]
    public async Task Runs_are_taken_in_turn_and_each_once()
    {
        var scenarios = await OpenAsync();
        foreach (var id in (string[])["s1", "s2"])
            await scenarios.AddAsync(Scenario(id), City);
        Assert.True(await scenarios.QueueAsync(Run("r1", "s1"), City));
        Assert.True(await scenarios.QueueAsync(Run("r2", "s2"), City));

        Assert.Equal("r1", (await scenarios.TakeNextAsync(Hold, Noon))?.Id);
        Assert.Equal("r2", (await scenarios.TakeNextAsync(Hold, Noon))?.Id);
        Assert.Null(await scenarios.TakeNextAsync(Hold, Noon));
    }

    [Fact]
    public async Task Many_who_take_at_once_never_get_the_same_run()
    {
        var scenarios = await OpenAsync();
        foreach (var number in Enumerable.Range(0, 20))
        {
            await scenarios.AddAsync(Scenario($"s{number}"), City);
            await scenarios.QueueAsync(Run($"r{number}", $"s{number}"), City);
        }

        var taken = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Task.Run(() => scenarios.TakeNextAsync(Hold, Noon))));

        Assert.Equal(20, taken.Where(run => run is not null).Select(run => run!.Id).Distinct().Count());
        Assert.Equal(4, taken.Count(run => run is null));
    }

    [Fact]
    public async Task One_run_is_under_way_for_a_scenario_at_most()
    {
        var scenarios = await OpenAsync();
        await scenarios.AddAsync(Scenario("s1"), City);
        Assert.True(await scenarios.QueueAsync(Run("r1", "s1"), City));
        Assert.False(await scenarios.QueueAsync(Run("r2", "s1"), City));

        Assert.True(await scenarios.StopAsync("r1", Noon));
        Assert.True(await scenarios.QueueAsync(Run("r4", "s1"), City));
        Assert.Equal(["r4", "r1"], (await scenarios.ListRunsAsync("s1")).Select(run => run.Id));
    }

    [Fact]
    public async Task A_run_whose_holder_is_silent_goes_to_another_exactly_when_the_hold_ends()
    {
        var scenarios = await OpenAsync();
        await scenarios.AddAsync(Scenario("s1"), City);
        await scenarios.QueueAsync(Run("r1", "s1"), City);
        await scenarios.TakeNextAsync(Hold, Noon);
        Assert.Equal(RunKeeping.Kept, await scenarios.KeepAsync("r1", Hold, Noon.AddSeconds(10)));

        var other = new RunHold("another", Hold.Length);
        var ends = Noon.AddSeconds(10) + Hold.Length;
        Assert.Null(await scenarios.TakeNextAsync(other, ends.AddMilliseconds(-1)));
        Assert.Equal("r1", (await scenarios.TakeNextAsync(other, ends))?.Id);

        Assert.Equal(RunKeeping.Lost, await scenarios.KeepAsync("r1", Hold, ends));
        Assert.False(await scenarios.EndAsync(Run("r1", "s1") with { State = RunState.Done, Outcome = "late" }, Hold, ends));
        Assert.True(await scenarios.EndAsync(Run("r1", "s1") with { State = RunState.Done, Outcome = "in time" }, other, ends));
        Assert.Equal("in time", (await scenarios.FindRunAsync("r1"))!.Outcome);
    }

    [Fact]
    public async Task A_run_that_is_given_back_waits_ahead_of_later_ones()
    {
        var scenarios = await OpenAsync();
        foreach (var number in (int[])[1, 2])
        {
            await scenarios.AddAsync(Scenario($"s{number}"), City);
            await scenarios.QueueAsync(Run($"r{number}", $"s{number}"), City);
        }

        await scenarios.TakeNextAsync(Hold, Noon);
        Assert.True(await scenarios.ReleaseAsync("r1", Hold));
        Assert.False(await scenarios.ReleaseAsync("r1", Hold));
        Assert.Equal("r1", (await scenarios.TakeNextAsync(new RunHold("another", Hold.Length), Noon))?.Id);
    }

    [Fact]
    public async Task Who_computes_a_run_hears_that_it_is_to_be_stopped()
    {
        var scenarios = await OpenAsync();
        await scenarios.AddAsync(Scenario("s1"), City);
        await scenarios.QueueAsync(Run("r1", "s1"), City);
        await scenarios.TakeNextAsync(Hold, Noon);

        Assert.True(await scenarios.StopAsync("r1", Noon));
        Assert.Equal(RunKeeping.StopAsked, await scenarios.KeepAsync("r1", Hold, Noon));
        Assert.True(await scenarios.EndAsync(Run("r1", "s1") with { State = RunState.Cancelled }, Hold, Noon));
        Assert.False(await scenarios.StopAsync("r1", Noon));
    }

    [Fact]
    public async Task A_run_ends_once()
    {
        var scenarios = await OpenAsync();
        await scenarios.AddAsync(Scenario("s1"), City);
        await scenarios.QueueAsync(Run("r1", "s1"), City);

        Assert.True(await scenarios.StopAsync("r1", Noon));
        Assert.False(await scenarios.EndAsync(Run("r1", "s1") with { State = RunState.Done, Outcome = "{}" }, Hold, Noon));
        Assert.Equal(RunState.Cancelled, (await scenarios.FindRunAsync("r1"))!.State);
        Assert.Null(await scenarios.TakeNextAsync(Hold, Noon));
    }

    private async Task<ScenarioStore> OpenAsync() => new(await folder.OpenFilledAsync());

    private static SavedScenario Scenario(string id, string name = "情景") => new(id, name, "mode=walk&limit=30", "steps=10", Noon, Noon, Edit: 1);

    private static ScenarioRun Run(string id, string scenario) => new(id, scenario, "mode=walk&limit=30", "steps=10", RunState.Waiting, Noon);
}
