using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Progress.Acceptance;
using Gis.Data.Store;
using Gis.Data.Store.Accounts;
using Gis.Data.Store.History;
using Gis.Data.Store.Progress;
using Gis.Data.Tests.Store.History;

namespace Gis.Data.Tests.Store.Progress;

public sealed class AcceptanceStoreTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 3, 4);

    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_draft_comes_back_as_it_was_kept_and_is_in_no_log()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var acceptance = new AcceptanceStore(store);
        var draft = Sheet(AcceptanceLevel.County, "公示栏还差一块", ("R01", Verdict.Met), ("R04", Verdict.Partly)) with { Due = Today.AddDays(3) };
        Assert.True(await acceptance.KeepAsync(draft, "", Order()));

        var kept = Assert.Single(await acceptance.ListAsync());
        AssertSame(draft, kept.Sheet);
        Assert.Equal(("account-of-a-test", StoreFolder.Noon), (kept.AuthorId, kept.Changed));
        Assert.Single(await new NetworkHistory(store).ListAsync(new LogFilter()));
        Assert.Empty(await acceptance.ListAsync(Edits.Room));
    }

    [Fact]
    public async Task A_draft_is_kept_only_over_the_one_that_was_seen()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var acceptance = new AcceptanceStore(store);
        await acceptance.KeepAsync(Sheet(AcceptanceLevel.County), "", Order());
        var seen = Assert.Single(await acceptance.ListAsync()).Tag;
        Assert.False(await acceptance.KeepAsync(Sheet(AcceptanceLevel.County, "没看过别人的"), "", Order()));
        Assert.True(await acceptance.KeepAsync(Sheet(AcceptanceLevel.County, "看过"), seen, Order()));
        Assert.False(await acceptance.KeepAsync(Sheet(AcceptanceLevel.County, "晚了"), seen, Order()));
        Assert.Equal("看过", Assert.Single(await acceptance.ListAsync()).Sheet.Note);
        // Another level's draft is another sheet.
        Assert.True(await acceptance.KeepAsync(Sheet(AcceptanceLevel.City), "", Order()));
    }

    [Fact]
    public async Task To_hand_in_changes_the_stage_and_the_log_and_ends_the_draft_in_one()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var acceptance = new AcceptanceStore(store);
        await acceptance.KeepAsync(Sheet(AcceptanceLevel.County), "", Order());
        var done = Assert.IsType<HandInOutcome.Done>(await Declare(store, acceptance));

        var station = (await store.Network()).FindPoint(Edits.Station)!;
        Assert.Equal((Stage.Declared, new Provenance(Basis.Fact, "申报表")), (station.Stage, station.StageProvenance));
        var sheet = Assert.Single(await acceptance.ListAsync());
        Assert.Equal((AssessmentState.Declared, done.Saved.Entry, Today, ""), (sheet.Sheet.State, sheet.Sheet.Entry, sheet.Sheet.On, sheet.Tag));
        var line = (await new NetworkHistory(store).ListAsync(new LogFilter()))[0];
        Assert.Equal(("acceptance.declare", "point:station-640104100", "why", "account-of-a-test"), (line.Command, line.Subject, line.Reason, line.AuthorId));
        var move = Assert.Single((await new YearStore(store).ReadAsync()).Moves);
        Assert.Equal((Stage.Returned, Stage.Declared, Today), (move.From, move.To, move.On));
        Assert.DoesNotContain(await folder.VerifyAsync(), fault => !fault.Contains("account", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_returned_is_due_by_its_sheet()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var acceptance = new AcceptanceStore(store);
        await Declare(store, acceptance);
        var sheet = Sheet(AcceptanceLevel.City, "", ("S04", Verdict.NotMet)) with { State = AssessmentState.Returned, Due = Today.AddDays(10) };
        Assert.IsType<HandInOutcome.Done>(await HandIn(store, acceptance, AcceptanceAct.Return, Stage.Returned, sheet));
        Assert.Equal([AssessmentState.Declared, AssessmentState.Returned], (await acceptance.ListAsync()).Select(each => each.Sheet.State));
        Assert.Equal(Today.AddDays(10), (await acceptance.ListAsync())[1].Sheet.Due);
        Assert.Equal(Today.AddDays(10), (await new YearStore(store).ReadAsync()).ReturnDue[Edits.Station]);
    }

    [Fact]
    public async Task A_return_that_is_undone_is_no_longer_due()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var acceptance = new AcceptanceStore(store);
        await Declare(store, acceptance);
        var sheet = Sheet(AcceptanceLevel.City, "", ("S04", Verdict.NotMet)) with { State = AssessmentState.Returned, Due = Today.AddDays(10) };
        var returned = Assert.IsType<HandInOutcome.Done>(await HandIn(store, acceptance, AcceptanceAct.Return, Stage.Returned, sheet));
        await store.Undo(returned.Saved.Entry);
        Assert.Empty((await new YearStore(store).ReadAsync()).ReturnDue);
    }

    [Fact]
    public async Task A_sheet_that_somebody_else_changed_meanwhile_is_not_handed_in_and_the_stage_stands()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var acceptance = new AcceptanceStore(store);
        await acceptance.KeepAsync(Sheet(AcceptanceLevel.County), "", Order());
        var (version, entries) = (await store.FindLatestAsync(), (await new NetworkHistory(store).ListAsync(new LogFilter())).Count);
        Assert.Equal(Edits.Station, Assert.Single(Assert.IsType<HandInOutcome.Stale>(await Declare(store, acceptance, seen: "")).Points));
        Assert.Equal((version, entries), (await store.FindLatestAsync(), (await new NetworkHistory(store).ListAsync(new LogFilter())).Count));
        Assert.Equal(Stage.Returned, (await store.Network()).FindPoint(Edits.Station)!.Stage);
        // The store did not remember what it took back.
        Assert.IsType<HandInOutcome.Done>(await Declare(store, acceptance));
    }

    [Fact]
    public async Task A_point_that_somebody_else_changed_meanwhile_keeps_its_draft()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var acceptance = new AcceptanceStore(store);
        await acceptance.KeepAsync(Sheet(AcceptanceLevel.County), "", Order());
        var seen = (await store.Network()).FindPoint(Edits.Station)!;
        await store.Rename(Edits.Station, "新名字");
        var step = new AcceptanceStep(seen, Stage.Declared, Sheet(AcceptanceLevel.County) with { State = AssessmentState.Declared }, (await acceptance.ListAsync())[0].Tag, "申报表");
        Assert.IsType<HandInOutcome.Stale>(await acceptance.HandInAsync([step], AcceptanceAct.Declare, Order(), Today));
        Assert.Equal(AssessmentState.Draft, Assert.Single(await acceptance.ListAsync()).Sheet.State);
    }

    [Fact]
    public async Task Many_are_handed_in_together_or_none()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var acceptance = new AcceptanceStore(store);
        var network = await store.Network();
        ImmutableArray<AcceptanceStep> steps =
        [
            .. new[] { Edits.Station, Edits.Room }.Select(id => new AcceptanceStep(
                network.FindPoint(id)!, Stage.Declared, Sheet(AcceptanceLevel.County) with { Point = id, State = AssessmentState.Declared }, "", "申报表")),
        ];
        await acceptance.KeepAsync(Sheet(AcceptanceLevel.County) with { Point = Edits.Room }, "", Order());
        Assert.Equal(Edits.Room, Assert.Single(Assert.IsType<HandInOutcome.Stale>(await acceptance.HandInAsync(steps, AcceptanceAct.Declare, Order(), Today)).Points));
        Assert.Single(await acceptance.ListAsync());

        var seen = (await acceptance.ListAsync())[0].Tag;
        var done = Assert.IsType<HandInOutcome.Done>(await acceptance.HandInAsync([steps[0], steps[1] with { Seen = seen }], AcceptanceAct.Declare, Order(), Today));
        Assert.All(await acceptance.ListAsync(), each => Assert.Equal(done.Saved.Entry, each.Sheet.Entry));
        Assert.Equal(2, (await acceptance.ListAsync()).Length);
    }

    [Fact]
    public async Task An_entry_undone_takes_its_sheet_back_and_undone_again_brings_it_back()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var acceptance = new AcceptanceStore(store);
        var declared = Assert.IsType<HandInOutcome.Done>(await Declare(store, acceptance));
        var undo = Assert.IsType<EditOutcome.Saved>(await store.Undo(declared.Saved.Entry));
        Assert.Equal(AssessmentState.Undone, Assert.Single(await acceptance.ListAsync()).Sheet.State);
        await store.Undo(undo.Entry);
        Assert.Equal(AssessmentState.Declared, Assert.Single(await acceptance.ListAsync()).Sheet.State);
    }

    [Fact]
    public async Task A_sheet_changed_after_it_was_handed_in_is_found()
    {
        using (var store = await folder.SaveAsync(StoreFolder.Town()))
            await HandIn(store, new AcceptanceStore(store), AcceptanceAct.Declare, Stage.Declared, Sheet(AcceptanceLevel.County, "", ("S01", Verdict.NotMet)) with { State = AssessmentState.Declared });
        Assert.DoesNotContain(await folder.VerifyAsync(), fault => fault.StartsWith("Sheet ", StringComparison.Ordinal));
        folder.Execute("UPDATE assessment SET verdicts = replace(verdicts, 'not-met', 'met')");
        Assert.Contains(await folder.VerifyAsync(), fault => fault.Contains("is not as entry 2 of the log says", StringComparison.Ordinal));
        folder.Execute("UPDATE assessment SET verdicts = '{'");
        Assert.Contains(await folder.VerifyAsync(), fault => fault.StartsWith("Sheet ", StringComparison.Ordinal) && fault.Contains("cannot be read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sheet_that_another_program_made_unreadable_is_told()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var acceptance = new AcceptanceStore(store);
        await acceptance.KeepAsync(Sheet(AcceptanceLevel.County, "", ("S01", Verdict.Met)), "", Order());
        foreach (var broken in new[] { "{", """{"S01":"splendid"}""", "[]" })
        {
            folder.Execute($"UPDATE assessment SET verdicts = '{broken}'");
            Assert.Contains("The sheets of acceptance cannot be read", (await Assert.ThrowsAsync<StoreException>(() => acceptance.ListAsync())).Message, StringComparison.Ordinal);
        }
    }

    private static async Task<HandInOutcome> Declare(GisStore store, AcceptanceStore acceptance, string? seen = null) =>
        await HandIn(store, acceptance, AcceptanceAct.Declare, Stage.Declared, Sheet(AcceptanceLevel.County) with { State = AssessmentState.Declared }, seen);

    private static async Task<HandInOutcome> HandIn(GisStore store, AcceptanceStore acceptance, AcceptanceAct act, Stage to, Assessment sheet, string? seen = null)
    {
        var tag = seen ?? (await acceptance.ListAsync(Edits.Station)).LastOrDefault(each => each.Sheet.Level == sheet.Level)?.Tag ?? "";
        return await acceptance.HandInAsync([new AcceptanceStep((await store.Network()).FindPoint(Edits.Station)!, to, sheet, tag, "申报表")], act, Order(), Today);
    }

    private static Assessment Sheet(AcceptanceLevel level, string note = "", params (string Code, Verdict Verdict)[] found) => Assessment.Begin(Edits.Station, level) with
    {
        Note = note,
        Verdicts = found.ToImmutableSortedDictionary(each => each.Code, each => each.Verdict, StringComparer.Ordinal),
    };

    private static void AssertSame(Assessment expected, Assessment actual)
    {
        Assert.Equal(expected with { Verdicts = actual.Verdicts }, actual);
        Assert.Equal(expected.Verdicts, actual.Verdicts);
    }

    private static AccountOrder Order() => new("account-of-a-test", "why", "640100", StoreFolder.Noon);
}
