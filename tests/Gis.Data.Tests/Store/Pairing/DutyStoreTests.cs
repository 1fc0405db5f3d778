using Gis.Core.Network;
using Gis.Core.Pairing.Duty;
using Gis.Core.Pairing.Matching;
using Gis.Core.Pairing.Rounds;
using Gis.Core.Travel;
using Gis.Core.Units;
using Gis.Data.Store;
using Gis.Data.Store.Accounts;
using Gis.Data.Store.History;
using Gis.Data.Store.Pairing;

namespace Gis.Data.Tests.Store.Pairing;

public sealed class DutyStoreTests : IDisposable
{
    private static readonly DateOnly Since = new(2026, 3, 2);
    private static readonly DateOnly Today = new(2026, 3, 25);
    private static readonly AreaCode East = AreaCode.Parse("100001001001");
    private static readonly AreaCode West = AreaCode.Parse("100002001001");
    private static readonly DutyFilter March = new(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31));

    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Entries_come_back_as_they_were_written_by_day_and_hour()
    {
        using var store = await Open();
        var duties = new DutyStore(store);
        var visit = Visit(10, 9) with { Subjects = [DutySubject.Mediation, DutySubject.LandAndDemolition], Helped = 7, Instruments = 2, FromRoom = new Metres(123.5) };
        var lecture = new DutyEntry.Lecture(East, "F1", "2", new DateOnly(2026, 3, 5), new Minutes(90), "民法典", 40);
        await Add(duties, visit);
        await Add(duties, lecture);
        await Add(duties, Visit(10, 7));
        var kept = await duties.ListAsync(March);
        Assert.Equal(lecture, kept[0].Entry);
        Assert.Equal(Visit(10, 7) with { Subjects = [] }, (DutyEntry.Visit)kept[1].Entry with { Subjects = Visit(10, 7).Subjects });
        var read = (DutyEntry.Visit)kept[2].Entry;
        Assert.Equal(visit.Subjects, read.Subjects);
        Assert.Equal(visit, read with { Subjects = visit.Subjects });
        Assert.Equal(kept[2].Id, (await duties.FindAsync(kept[2].Id))!.Id);
        Assert.Null(await duties.FindAsync("none"));
    }

    [Fact]
    public async Task A_list_is_of_a_firm_a_village_and_days()
    {
        using var store = await Open();
        var duties = new DutyStore(store);
        await Add(duties, Visit(3, 9));
        await Add(duties, Visit(3, 14, West));
        await Add(duties, Visit(20, 9, firm: "F2", village: AreaCode.Parse("100002001002")));
        Assert.Equal(3, (await duties.ListAsync(March)).Length);
        Assert.Equal(2, (await duties.ListAsync(March with { Firm = "F1" })).Length);
        Assert.Equal(West, Assert.Single(await duties.ListAsync(March with { Village = West })).Entry.Village);
        Assert.Single(await duties.ListAsync(March with { From = new DateOnly(2026, 3, 20) }));
        Assert.Equal(2, (await duties.ListAsync(March with { Until = new DateOnly(2026, 3, 3) })).Length);
    }

    [Fact]
    public async Task What_may_not_stand_is_refused_and_not_kept()
    {
        using var store = await Open();
        var duties = new DutyStore(store);
        await Add(duties, Visit(10, 9));
        Assert.IsType<DutyFault.Overlap>(Assert.Single((await duties.AddAsync(Visit(10, 10), Today, Order())).Faults));
        Assert.IsType<DutyFault.InFuture>(Assert.Single((await duties.AddAsync(Visit(26, 9), Today, Order())).Faults));
        Assert.IsType<DutyFault.BeforePairing>(Assert.Single((await duties.AddAsync(Visit(1, 9), Today, Order())).Faults));
        Assert.IsType<DutyFault.NotPaired>(Assert.Single((await duties.AddAsync(Visit(10, 9, firm: "F2"), Today, Order())).Faults));
        Assert.Single(await duties.ListAsync(March));
    }

    [Fact]
    public async Task Of_visits_that_overlap_and_are_sent_at_once_one_is_kept()
    {
        using var store = await Open();
        var duties = new DutyStore(store);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => duties.AddAsync(Visit(10, 9), Today, Order())));
        Assert.Single(answers, answer => answer.Faults.IsEmpty);
        Assert.Single(await duties.ListAsync(March));
    }

    [Fact]
    public async Task An_entry_removed_does_not_count_and_comes_back_unless_its_hour_was_taken()
    {
        using var store = await Open();
        var duties = new DutyStore(store);
        var first = await Add(duties, Visit(10, 9));
        Assert.Null(await duties.RestoreAsync(first, Today, Order()));
        Assert.True(await duties.RemoveAsync(first, Order()));
        Assert.False(await duties.RemoveAsync(first, Order()));
        Assert.Empty(await duties.ListAsync(March));
        Assert.NotNull((await duties.FindAsync(first))!.Removed);

        var second = await Add(duties, Visit(10, 10));
        Assert.IsType<DutyFault.Overlap>(Assert.Single((await duties.RestoreAsync(first, Today, Order()))!.Value));
        Assert.True(await duties.RemoveAsync(second, Order()));
        Assert.Empty((await duties.RestoreAsync(first, Today, Order()))!.Value);
        Assert.Equal(first, Assert.Single(await duties.ListAsync(March)).Id);
    }

    [Fact]
    public async Task Each_step_is_in_the_history_without_words_or_the_distance()
    {
        using var store = await Open();
        var duties = new DutyStore(store);
        var id = await Add(duties, new DutyEntry.Lecture(East, "F1", "1", new DateOnly(2026, 3, 5), new Minutes(90), "某某的案子", 40));
        await Add(duties, Visit(10, 9) with { FromRoom = new Metres(76543) });
        await duties.RemoveAsync(id, Order());
        await duties.RestoreAsync(id, Today, Order());
        var history = new NetworkHistory(store);
        var lines = (await history.ListAsync(new LogFilter())).Where(line => line.Command.StartsWith("duty", StringComparison.Ordinal)).Reverse().ToList();
        Assert.Equal(["duty.add", "duty.add", "duty.remove", "duty.restore"], lines.Select(line => line.Command));
        var kept = folder.Ask("SELECT subject || reason FROM log") + folder.Ask("SELECT coalesce(before, '') || coalesce(after, '') FROM log_record");
        Assert.Contains("\"minutes\":90", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("某某", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("76543", kept, StringComparison.Ordinal);
    }

    private static AccountOrder Order() => new("account-of-a-test", "因为测试", "640100", new DateTimeOffset(2026, 3, 25, 1, 0, 0, TimeSpan.Zero));

    private static DutyEntry.Visit Visit(int day, int hour, AreaCode? village = null, string firm = "F1") =>
        new(village ?? East, firm, "1", new DateOnly(2026, 3, day), new TimeOnly(hour, 0), new Minutes(120), []);

    private static async Task<string> Add(DutyStore duties, DutyEntry entry)
    {
        var (kept, faults) = await duties.AddAsync(entry, Today, Order());
        Assert.Empty(faults);
        return kept!.Id;
    }

    private async Task<GisStore> Open()
    {
        var store = await folder.SaveAsync(StoreFolder.Town());
        var rules = new RoundRules(Since.AddDays(-21), Since.AddDays(-14), Since.AddDays(-7), TravelMode.Car, new Minutes(60), PairingAim.VillageBest, 2, ServeAll: true, 1);
        ProposedPair[] pairs = [Pair(East.Digits, "F1"), Pair(West.Digits, "F1"), Pair("100002001002", "F2")];
        var proposal = new RoundProposal([.. pairs], [], [], default, IsProven: true, "");
        var rounds = new RoundStore(store);
        var round = (await rounds.OpenAsync("结对", rules, Order()))!;
        (RoundAct Act, RoundState Next)[] steps =
            [(RoundAct.Close, RoundState.Closed), (RoundAct.Propose, RoundState.Proposed), (RoundAct.Confirm, RoundState.Confirmed), (RoundAct.Publish, RoundState.Published)];
        foreach (var (act, next) in steps)
            Assert.True(await rounds.StepAsync((await rounds.FindAsync(round.Id))!, act, next, act == RoundAct.Propose ? proposal : null, Order(), Since));
        return store;
    }

    private static ProposedPair Pair(string village, string firm) => new(village, firm, null, null, null, PairSource.Choice);
}
