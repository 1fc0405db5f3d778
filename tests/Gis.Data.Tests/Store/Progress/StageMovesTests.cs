using Gis.Core.Network;
using Gis.Core.Progress;
using Gis.Data.Store;
using Gis.Data.Store.History;
using Gis.Data.Store.Progress;
using Gis.Data.Tests.Store.History;

namespace Gis.Data.Tests.Store.Progress;

public sealed class StageMovesTests : IDisposable
{
    private static readonly Provenance Reported = new(Basis.Fact, "reported by the county");

    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_step_stands_on_the_day_it_was_made_beside_the_edit_that_made_it()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var saved = await Move(store, Stage.Building, new DateOnly(2026, 2, 27));
        var move = Assert.Single((await new YearStore(store).ReadAsync()).Moves);
        Assert.Equal(new StageMove(Edits.Room, Stage.Planned, Stage.Building, new DateOnly(2026, 2, 27), saved.Entry), move);
        Assert.Empty(await folder.VerifyAsync());
    }

    [Fact]
    public async Task A_correction_of_what_was_illustrative_is_no_step_and_a_change_of_a_known_stage_is_one_of_today()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        await Move(store, Stage.Built, null);
        Assert.Empty((await new YearStore(store).ReadAsync()).Moves);
        await Move(store, Stage.Declared, null);
        Assert.Equal((Stage.Built, Stage.Declared, new DateOnly(2026, 3, 4)), Assert.Single((await new YearStore(store).ReadAsync()).Moves) is var move ? (move.From, move.To, move.On) : default);
    }

    [Fact]
    public async Task Undoing_the_edit_takes_its_step_back_and_the_records_of_the_entry_are_the_points_alone()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var saved = await Move(store, Stage.Building, new DateOnly(2026, 2, 27));
        var entry = (await new NetworkHistory(store).FindAsync(saved.Entry))!;
        Assert.Equal("point", Assert.Single(entry.Records).Kind);

        var undo = new NetworkEdit("change.undo", "a slip", [.. NetworkHistory.ChangesOf(entry)!.Value.Select(change => change.Undo())]) { Undoes = saved.Entry };
        Assert.IsType<EditOutcome.Saved>(await store.EditAsync(undo, StoreFolder.Noon));
        Assert.Empty(new StageHistory((await new YearStore(store).ReadAsync()).Moves).Moves);
        Assert.Equal(Stage.Planned, (await store.Network()).FindPoint(Edits.Room)!.Stage);
        Assert.Empty(await folder.VerifyAsync());
    }

    [Fact]
    public async Task The_network_as_of_a_version_is_not_disturbed_by_steps()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var before = await store.Network();
        var saved = await Move(store, Stage.Building, new DateOnly(2026, 2, 27));
        var history = new NetworkHistory(store);
        Assert.Equal(before.Version, (await history.LoadAsync(saved.Version - 1))!.Version);
        Assert.Equal(saved.Network.Version, (await history.LoadAsync(saved.Version))!.Version);
    }

    private static async Task<EditOutcome.Saved> Move(GisStore store, Stage to, DateOnly? on)
    {
        var room = (await store.Network()).FindPoint(Edits.Room)!;
        var edit = new NetworkEdit("point.stage", "why", [new RecordChange(room, room with { Stage = to, StageProvenance = Reported })]) { On = on };
        return Assert.IsType<EditOutcome.Saved>(await store.EditAsync(edit, StoreFolder.Noon));
    }
}
