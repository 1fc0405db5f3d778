using Gis.Core.Network;
using Gis.Data.Store;
using Gis.Data.Store.GeoPackage;
using Gis.Data.Store.History;
using Microsoft.Data.Sqlite;

namespace Gis.Data.Tests.Store.History;

public sealed class EditTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_edit_changes_its_record_makes_a_version_and_is_in_the_log()
    {
        var store = await folder.SaveAsync(StoreFolder.StaffedTown());
        var before = await store.Network();
        var saved = await store.Rename(Edits.Room, "掌政村公共法律服务工作室");

        var after = await store.Network();
        Assert.Equal("掌政村公共法律服务工作室", after.FindPoint(Edits.Room)!.Name);
        var change = Assert.Single(RecordChange.Between(before.Parts, after.Parts));
        Assert.Equal((before.FindPoint(Edits.Room), after.FindPoint(Edits.Room)), ((ServicePoint)change.Before!, (ServicePoint)change.After!));
        Assert.Equal(saved.Network.Version, after.Version);
        Assert.Equal(NetworkVersion.Of(after.Parts), after.Version);
        Assert.Equal(after.Version, (await store.ListVersionsAsync())[0].Hash);

        var line = (await new NetworkHistory(store).FindAsync(saved.Entry))!;
        Assert.Equal(("point.change", "point:room-640104100202", "why", saved.Version), (line.Command, line.Subject, line.Reason, line.Version!.Value));
        Assert.Contains("掌政村公共法律服务工作室", Assert.Single(line.Records).After, StringComparison.Ordinal);
        Assert.Empty(await folder.VerifyAsync());
    }

    [Fact]
    public async Task An_edit_of_what_somebody_else_changed_is_not_made_and_shows_both()
    {
        var store = await folder.SaveAsync(StoreFolder.Town());
        var seen = (await store.Network()).FindPoint(Edits.Room)!;
        await store.Rename(Edits.Room, "another's");
        var outcome = await store.EditAsync(new NetworkEdit("point.change", "late", [new RecordChange(seen, seen with { Name = "mine" })]), StoreFolder.Noon);

        var conflict = Assert.Single(Assert.IsType<EditOutcome.Stale>(outcome).Records);
        Assert.Equal((seen.Name, "another's"), (((ServicePoint)conflict.Before!).Name, ((ServicePoint)conflict.After!).Name));
        Assert.Equal("another's", (await store.Network()).FindPoint(Edits.Room)!.Name);
        Assert.Equal(2, (await store.ListVersionsAsync()).Count);
    }

    [Fact]
    public async Task Edits_of_different_records_do_not_disturb_each_other()
    {
        var store = await folder.SaveAsync(StoreFolder.Town());
        var seen = (await store.Network()).FindPoint(Edits.Room)!;
        await store.Rename(Edits.Station, "another's");
        Assert.IsType<EditOutcome.Saved>(await store.EditAsync(new NetworkEdit("point.change", "mine", [new RecordChange(seen, seen with { Stage = Stage.Building })]), StoreFolder.Noon));
    }

    [Fact]
    public async Task An_edit_that_would_break_the_network_is_refused_in_words_and_changes_nothing()
    {
        var store = await folder.SaveAsync(StoreFolder.Town());
        var village = (await store.Network()).Villages[1];
        var outcome = await store.EditAsync(new NetworkEdit("village.remove", "gone", [new RecordChange(village, null)]), StoreFolder.Noon);
        Assert.Contains("room-640104100202 serves 640104100202, which is no village", Assert.Single(Assert.IsType<EditOutcome.Refused>(outcome).Faults), StringComparison.Ordinal);
        Assert.Single(await store.ListVersionsAsync());
        Assert.Empty(await folder.VerifyAsync());
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_makes_no_version()
    {
        var store = await folder.SaveAsync(StoreFolder.Town());
        Assert.IsType<EditOutcome.Unchanged>(await store.Change(Edits.Room, point => point));
        Assert.Single(await store.ListVersionsAsync());
    }

    [Fact]
    public async Task The_city_cannot_be_removed()
    {
        var store = await folder.SaveAsync(StoreFolder.Town());
        var city = (await store.Network()).City;
        var outcome = await store.EditAsync(new NetworkEdit("city.remove", "", [new RecordChange(city, null)]), StoreFolder.Noon);
        Assert.Contains("exactly one city", Assert.Single(Assert.IsType<EditOutcome.Refused>(outcome).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undoing_is_a_change_that_brings_the_version_before_back()
    {
        var store = await folder.SaveAsync(StoreFolder.Town());
        var before = (await store.Network()).Version;
        var saved = await store.Rename(Edits.Room, "wrong");
        var undone = Assert.IsType<EditOutcome.Saved>(await store.Undo(saved.Entry));
        Assert.Equal(before, undone.Network.Version);
        Assert.Equal(3, undone.Version);
        Assert.Equal(undone.Entry, (await new NetworkHistory(store).FindAsync(saved.Entry))!.UndoneBy);
        Assert.Empty(await folder.VerifyAsync());
    }

    [Fact]
    public async Task What_was_changed_again_since_cannot_be_undone_past_that()
    {
        var store = await folder.SaveAsync(StoreFolder.Town());
        var saved = await store.Rename(Edits.Room, "first");
        await store.Rename(Edits.Room, "second");
        var conflict = Assert.Single(Assert.IsType<EditOutcome.Stale>(await store.Undo(saved.Entry)).Records);
        Assert.Equal("second", ((ServicePoint)conflict.After!).Name);
    }

    [Fact]
    public async Task Undoing_a_removal_brings_the_record_back_and_undoing_an_addition_takes_it_away()
    {
        var store = await folder.SaveAsync(StoreFolder.Town());
        var room = (await store.Network()).FindPoint(Edits.Room)!;
        var removed = Assert.IsType<EditOutcome.Saved>(await store.EditAsync(new NetworkEdit("point.remove", "gone", [new RecordChange(room, null)]), StoreFolder.Noon));
        Assert.Null((await store.Network()).FindPoint(Edits.Room));
        var back = Assert.IsType<EditOutcome.Saved>(await store.Undo(removed.Entry));
        Assert.Equal(room, (await store.Network()).FindPoint(Edits.Room));
        Assert.IsType<EditOutcome.Saved>(await store.Undo(back.Entry));
        Assert.Null((await store.Network()).FindPoint(Edits.Room));
        Assert.Empty(await folder.VerifyAsync());
    }

    [Fact]
    public async Task The_network_as_of_any_version_is_what_was_loaded_then()
    {
        var store = await folder.SaveAsync(StoreFolder.StaffedTown());
        var random = new Random(7);
        var seen = new List<NetworkParts> { (await store.Network()).Parts };
        while (seen.Count < 60)
        {
            if (await store.EditAsync(new NetworkEdit("any", "", [Edits.Draw(await store.Network(), random)]), StoreFolder.Noon) is EditOutcome.Saved)
                seen.Add((await store.Network()).Parts);
        }

        await store.SaveAsync(StoreFolder.Town(), "anew", StoreFolder.Noon);
        seen.Add((await store.Network()).Parts);
        for (var version = 1; version <= seen.Count; version++)
        {
            var then = (await new NetworkHistory(store).LoadAsync(version))!;
            Assert.Equal(seen[version - 1].Version, NetworkVersion.Of(then.Parts));
            Assert.Empty(RecordChange.Between(seen[version - 1], then.Parts));
        }

        Assert.Null(await new NetworkHistory(store).LoadAsync(seen.Count + 1));
        Assert.Empty(await folder.VerifyAsync());
        Assert.Contains("Feature Count: 2", StoreFolder.Gdal("ogrinfo", "-so", folder.GdalName, "village"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_edits_next_sees_what_another_program_saved_meanwhile()
    {
        var store = await folder.SaveAsync(StoreFolder.Town());
        await store.Rename(Edits.Room, "here");
        await (await folder.OpenAsync()).Rename(Edits.Room, "there");
        var saved = await store.Rename(Edits.Station, "again here");
        Assert.Equal("there", saved.Network.FindPoint(Edits.Room)!.Name);
    }

    [Fact]
    public async Task Saving_a_whole_network_logs_what_differs_and_no_more()
    {
        var store = await folder.SaveAsync(StoreFolder.Town());
        await store.SaveAsync(StoreFolder.StaffedTown(), "with staff", StoreFolder.Noon);
        var line = (await new NetworkHistory(store).FindAsync(2))!;
        Assert.Equal(["staff", "staff"], line.Records.Select(record => record.Kind));
        Assert.Empty(await folder.VerifyAsync());
    }

    [Fact]
    public async Task A_clock_that_is_set_back_puts_no_entry_before_an_earlier_one()
    {
        var store = await folder.SaveAsync(StoreFolder.Town());
        var point = (await store.Network()).FindPoint(Edits.Room)!;
        await store.EditAsync(new NetworkEdit("point.change", "", [new RecordChange(point, point with { Name = "yesterday" })]), StoreFolder.Noon.AddDays(-1));
        Assert.Equal(StoreFolder.Noon, (await new NetworkHistory(store).FindAsync(2))!.Made);
        Assert.Empty(await folder.VerifyAsync());
    }

    [Fact]
    public async Task A_store_from_before_there_was_a_log_gets_one_with_all_that_is_in_it()
    {
        await folder.SaveAsync(StoreFolder.StaffedTown());
        folder.Execute("DELETE FROM log_record; DELETE FROM log");
        Assert.Contains("The log is empty", Assert.Single(await folder.VerifyAsync()), StringComparison.Ordinal);
        var store = await folder.OpenAsync();
        Assert.Empty(await folder.VerifyAsync());
        await store.Rename(Edits.Room, "new");
        Assert.NotEqual("new", (await new NetworkHistory(store).LoadAsync(1))!.FindPoint(Edits.Room)!.Name);
        Assert.Empty(await folder.VerifyAsync());
    }

    [Fact]
    public async Task The_history_of_a_record_is_only_its_own()
    {
        var store = await folder.SaveAsync(StoreFolder.Town());
        await store.Rename(Edits.Station, "a");
        await store.Rename(Edits.Room, "b");
        var lines = await new NetworkHistory(store).ListAsync(new LogFilter(Record: new RecordKey(RecordKind.Point, Edits.Room.ToString())));
        Assert.Equal([3L, 1L], lines.Select(line => line.Sequence));
    }

    [Theory]
    [InlineData("UPDATE log SET reason = 'another' WHERE sequence = 2", "Entry 2 of the log was changed")]
    [InlineData("UPDATE log SET made_utc = '2026-03-05T04:00:00.000Z' WHERE sequence = 2", "Entry 3 of the log is earlier")]
    [InlineData("PRAGMA foreign_keys = OFF; DELETE FROM log WHERE sequence = 2", "from entry 1 to 3")]
    [InlineData("DELETE FROM log_record WHERE log_sequence = 3; DELETE FROM log WHERE sequence = 3; ", "Version 3 was saved without an entry")]
    [InlineData("UPDATE log_record SET after = replace(after, '\"a\"', '\"x\"') WHERE log_sequence = 2", "Entry 2 of the log was changed")]
    [InlineData("UPDATE log_record SET before = NULL WHERE log_sequence = 3", "found point:room-640104100202 otherwise")]
    [InlineData("DELETE FROM log_record WHERE log_sequence = 1 AND number = 1", "Entry 1 of the log was changed")]
    [InlineData("UPDATE log SET author_id = 'nobody' WHERE sequence = 3", "by account nobody, which is not there")]
    [InlineData("UPDATE log SET undoes_sequence = 3 WHERE sequence = 3", "no entry before it")]
    [InlineData("DELETE FROM data_version WHERE sequence = 2", "made version 2, which is not there")]
    [InlineData("UPDATE data_version SET version_hash = 'other' WHERE sequence = 2", "Version 2 is not as entry 2")]
    [InlineData("UPDATE point SET name = 'x' WHERE tier = 'room'", "log does not add up to it: point:room-640104100202")]
    [InlineData("DELETE FROM firm", "log does not add up to it: firm:firm-1")]
    public async Task A_log_that_was_meddled_with_is_found_out(string meddling, string words)
    {
        var store = await folder.SaveAsync(StoreFolder.Town());
        await store.Rename(Edits.Station, "a");
        await store.Rename(Edits.Room, "b");
        folder.Execute(meddling);
        Assert.Contains(await folder.VerifyAsync(), fault => fault.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_swap_of_two_entries_is_found_out()
    {
        var store = await folder.SaveAsync(StoreFolder.Town());
        await store.Rename(Edits.Station, "a");
        await store.Rename(Edits.Room, "b");
        folder.Execute("PRAGMA foreign_keys = OFF; UPDATE log SET sequence = 9 WHERE sequence = 2; UPDATE log SET sequence = 2 WHERE sequence = 3; UPDATE log SET sequence = 3 WHERE sequence = 9");
        Assert.Contains(await folder.VerifyAsync(), fault => fault.Contains("not linked", StringComparison.Ordinal));
    }

    [Trait("Store", StoreFolder.OfFile)]
    [Fact]
    public async Task A_store_held_by_another_program_is_waited_for()
    {
        var store = await folder.SaveAsync(StoreFolder.Town());
        await using var other = GeoPackageConnection.Open(folder.File, SqliteOpenMode.ReadWrite);
        await using (var transaction = other.BeginTransaction())
        {
            var waiting = store.Rename(Edits.Room, "late");
            await Task.Delay(300);
            Assert.False(waiting.IsCompleted);
            await transaction.RollbackAsync();
            await waiting;
        }
    }
}
