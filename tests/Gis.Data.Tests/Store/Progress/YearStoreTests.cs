using Gis.Core.Progress;
using Gis.Data.Store;
using Gis.Data.Store.Accounts;
using Gis.Data.Store.History;
using Gis.Data.Store.Progress;
using Gis.Data.Tests.Store.History;

namespace Gis.Data.Tests.Store.Progress;

public sealed class YearStoreTests : IDisposable
{
    private static readonly DateOnly March = new(2026, 3, 2);

    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_is_intended_for_points_replaces_what_was_and_is_in_the_log_once()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var year = new YearStore(store);
        await year.PlanAsync([new PointPlan(Edits.Room, March, "掌政镇司法所"), new PointPlan(Edits.Station, null, "")], Order());
        await year.PlanAsync([new PointPlan(Edits.Room, new DateOnly(2026, 6, 30), "掌政镇司法所"), new PointPlan(Edits.Station, null, "")], Order());
        Assert.Equal<PointPlan>(
            [new PointPlan(Edits.Room, new DateOnly(2026, 6, 30), "掌政镇司法所"), new PointPlan(Edits.Station, null, "")], (await year.ReadAsync()).Plans);

        var log = await new NetworkHistory(store).ListAsync(new LogFilter());
        Assert.Equal(["point-plan:room-640104100202", "2 records"], log.Where(line => line.Command == "progress.plan").Select(line => line.Subject));
        await year.PlanAsync([new PointPlan(Edits.Room, new DateOnly(2026, 6, 30), "掌政镇司法所")], Order());
        Assert.Equal(log.Count, (await new NetworkHistory(store).ListAsync(new LogFilter())).Count);
        Assert.DoesNotContain(await folder.VerifyAsync(), fault => fault.Contains("log", StringComparison.Ordinal) && !fault.Contains("by account", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_standstill_ends_once_and_not_before_it_began()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var year = new YearStore(store);
        await year.StandAsync(new Standstill(Edits.Room, StandstillCause.Site, "没有房子", March, null, 0), Order());
        var still = Assert.Single((await year.ReadAsync()).Standstills);
        Assert.Equal((StandstillCause.Site, "没有房子", March), (still.Cause, still.Note, still.Since));
        Assert.False(await year.GoOnAsync(still.Id, March.AddDays(-1), Order()));
        Assert.True(await year.GoOnAsync(still.Id, March, Order()));
        Assert.False(await year.GoOnAsync(still.Id, March.AddDays(3), Order()));
        Assert.Equal(March, Assert.Single((await year.ReadAsync()).Standstills).Until);
    }

    [Fact]
    public async Task A_setting_is_kept_whole_and_every_change_of_it_is_in_the_log()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var settings = new BureauSettings(store);
        Assert.Null(await settings.ReadAsync<YearCalendar>("calendar"));
        await settings.KeepAsync("calendar", YearCalendar.Of(2026), Order());
        await settings.KeepAsync("calendar", YearCalendar.Of(2027), Order());
        await settings.KeepAsync("calendar", YearCalendar.Of(2027), Order());
        Assert.Equal(YearCalendar.Of(2027), await settings.ReadAsync<YearCalendar>("calendar"));
        Assert.Equal(2, (await new NetworkHistory(store).ListAsync(new LogFilter())).Count(line => line.Command == "setting.change"));
    }

    [Fact]
    public async Task Evidence_comes_back_to_the_byte_and_can_be_put_back_until_it_is_erased()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var evidence = new EvidenceStore(store);
        var kept = await evidence.AddAsync(new NewEvidence(Edits.Room, "门口.jpg", "image/jpeg", [1, 2, 3], "门牌", March), Order());
        Assert.Equal([1, 2, 3], await evidence.LoadAsync(kept.Id));
        Assert.Equal(kept, Assert.Single(await evidence.ListAsync(Edits.Room)));

        Assert.True(await evidence.RemoveAsync(kept.Id, true, Order()));
        Assert.False(await evidence.RemoveAsync(kept.Id, true, Order()));
        Assert.Empty(await evidence.ListAsync(Edits.Room));
        Assert.Equal(0, await evidence.PurgeAsync(StoreFolder.Noon + EvidenceStore.Grace - TimeSpan.FromMilliseconds(1)));
        Assert.True(await evidence.RemoveAsync(kept.Id, false, Order()));
        Assert.Single(await evidence.ListAsync(Edits.Room));

        await evidence.RemoveAsync(kept.Id, true, Order());
        Assert.Equal(1, await evidence.PurgeAsync(StoreFolder.Noon + EvidenceStore.Grace));
        Assert.Null(await evidence.LoadAsync(kept.Id));
        Assert.False(await evidence.RemoveAsync(kept.Id, false, Order()));
    }

    [Fact]
    public async Task Evidence_whose_content_was_changed_past_the_program_is_found()
    {
        using (var store = await folder.SaveAsync(StoreFolder.Town()))
            await new EvidenceStore(store).AddAsync(new NewEvidence(Edits.Room, "门口.jpg", "image/jpeg", [1, 2, 3], "门牌", March), Order());
        Assert.DoesNotContain(await folder.VerifyAsync(), fault => fault.Contains("content of evidence", StringComparison.Ordinal));
        folder.Execute("UPDATE evidence_content SET content = x'010204'");
        Assert.Contains(await folder.VerifyAsync(), fault => fault.Contains("is not what was brought", StringComparison.Ordinal));
    }

    private static AccountOrder Order() => new("account-of-a-test", "why", "640100", StoreFolder.Noon);
}
