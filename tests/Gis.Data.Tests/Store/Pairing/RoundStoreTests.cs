using Gis.Core.Pairing.Matching;
using Gis.Core.Pairing.Rounds;
using Gis.Core.Travel;
using Gis.Core.Units;
using Gis.Data.Store;
using Gis.Data.Store.Accounts;
using Gis.Data.Store.History;
using Gis.Data.Store.Pairing;

namespace Gis.Data.Tests.Store.Pairing;

public sealed class RoundStoreTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    private static readonly RoundRules Rules =
        new(Day, Day.AddDays(14), Day.AddDays(21), TravelMode.Car, new Minutes(59.5), PairingAim.FairestLoad, 3, ServeAll: true, ulong.MaxValue);

    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_round_comes_back_as_it_was_opened_and_there_is_one_at_a_time()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var rounds = new RoundStore(store);
        var round = (await rounds.OpenAsync("结对", Rules, Order()))!;
        Assert.Equal(new Round(round.Id, "结对", RoundState.Open, Rules), await rounds.FindAsync(round.Id));
        Assert.Null(await rounds.OpenAsync("另一轮", Rules, Order()));
        Assert.True(await rounds.StepAsync(round, RoundAct.Withdraw, RoundState.Withdrawn, null, Order(), Day));
        Assert.NotNull(await rounds.OpenAsync("另一轮", Rules, Order()));
        Assert.Equal(["round.open", "round.withdraw", "round.open"], (await Commands(store)).Where(command => command.StartsWith("round", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_step_of_somebody_who_saw_an_older_state_changes_nothing()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var rounds = new RoundStore(store);
        var round = (await rounds.OpenAsync("结对", Rules, Order()))!;
        Assert.True(await rounds.StepAsync(round, RoundAct.Close, RoundState.Closed, null, Order(), Day));
        Assert.False(await rounds.StepAsync(round, RoundAct.Close, RoundState.Closed, null, Order(), Day));
        Assert.Equal(RoundState.Closed, (await rounds.FindAsync(round.Id))!.State);
    }

    [Fact]
    public async Task A_proposal_comes_back_to_the_last_digit()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var proposal = new RoundProposal(
            [new ProposedPair("V1", "F1", new Minutes(12.345678901234567), 1, null, PairSource.Choice), new ProposedPair("V2", "F1", null, null, 3, PairSource.Placed)],
            [new UnservedVillage("V3", 4, 2, new Minutes(61.5), "F1"), new UnservedVillage("V4", 1, 0, null, null)],
            [new BlockingPair("V3", "F1", "F1", BlockingCase.FirmPrefers, "served")],
            new Minutes(12.345678901234567),
            IsProven: false,
            "receipt");
        var round = await Propose(new RoundStore(store), proposal);
        var kept = round.Proposal!;
        Assert.Equal(proposal.Pairs, kept.Pairs.AsEnumerable());
        Assert.Equal(proposal.Unserved, kept.Unserved.AsEnumerable());
        Assert.Equal(proposal.Blocking, kept.Blocking.AsEnumerable());
        Assert.Equal((proposal.Travel, false, "receipt"), (kept.Travel, kept.IsProven, kept.Receipt));
    }

    [Fact]
    public async Task What_is_published_stands_from_that_day_and_a_later_round_ends_only_what_it_changes()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var rounds = new RoundStore(store);
        var first = await Publish(rounds, Day, ("V1", "F1"), ("V2", "F2"));
        var second = await Publish(rounds, Day.AddDays(100), ("V1", "F1"), ("V2", "F3"), ("V3", "F2"));
        Assert.Equal(
            [
                new StandingPair("V1", "F1", first, Day, null),
                new StandingPair("V2", "F2", first, Day, Day.AddDays(99)),
                new StandingPair("V2", "F3", second, Day.AddDays(100), null),
                new StandingPair("V3", "F2", second, Day.AddDays(100), null),
            ],
            (await rounds.ListPairsAsync()).AsEnumerable());
    }

    [Fact]
    public async Task Wishes_are_kept_while_the_round_is_open_and_nobody_overwrites_what_he_has_not_seen()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var (rounds, wishes) = (new RoundStore(store), new WishStore(store));
        var round = (await rounds.OpenAsync("结对", Rules, Order()))!;
        var sheet = new WishSheet(PairingSide.Firm, "F1", new WishList([["V2"], ["V1", "V3"]], ["V4"], OthersAre.NoOpinion), 5, IsSubmitted: true);
        Assert.True(await wishes.KeepAsync(round.Id, sheet, "", Order()));
        var (kept, tag) = await wishes.FindAsync(round.Id, PairingSide.Firm, "F1");
        Assert.Equal("V2 (V1 V3)", kept.Wishes.ToString());
        Assert.Equal(("V4", OthersAre.NoOpinion, (int?)5, true), (Assert.Single(kept.Wishes.Refused), kept.Wishes.Others, kept.Capacity, kept.IsSubmitted));
        Assert.False(await wishes.KeepAsync(round.Id, sheet, "", Order()));
        Assert.True(await wishes.KeepAsync(round.Id, sheet with { Capacity = 4 }, tag, Order() with { Now = Order().Now.AddMinutes(1) }));
        await rounds.StepAsync(round, RoundAct.Close, RoundState.Closed, null, Order(), Day);
        Assert.False(await wishes.KeepAsync(round.Id, sheet, null, Order()));
        Assert.Equal(4, Assert.Single(await wishes.ListAsync(round.Id)).Capacity);
    }

    [Fact]
    public async Task An_objection_is_answered_once_and_its_words_are_not_in_the_log()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var (rounds, wishes) = (new RoundStore(store), new WishStore(store));
        var objection = new Objection(0, PairingSide.Village, "V1", "F1", "某人不来", ObjectionState.Open, "");
        var open = (await rounds.OpenAsync("结对", Rules, Order()))!;
        Assert.False(await wishes.ObjectAsync(open.Id, objection, Order()));
        await rounds.StepAsync(open, RoundAct.Withdraw, RoundState.Withdrawn, null, Order(), Day);
        var round = await Propose(rounds, Pairs(("V1", "F1")));
        Assert.True(await wishes.ObjectAsync(round.Id, objection, Order()));
        Assert.True(await wishes.ObjectAsync(round.Id, objection with { Reason = "还是不来" }, Order()));
        var made = Assert.Single(await wishes.ListObjectionsAsync(round.Id));
        Assert.Equal("还是不来", made.Reason);
        Assert.True(await wishes.AnswerAsync(round.Id, made.Id, ObjectionState.Upheld, "换一家", Order()));
        Assert.False(await wishes.AnswerAsync(round.Id, made.Id, ObjectionState.Dismissed, "不换", Order()));
        Assert.Equal((ObjectionState.Upheld, "换一家"), (Assert.Single(await wishes.ListObjectionsAsync(round.Id)).State, Assert.Single(await wishes.ListObjectionsAsync(round.Id)).Answer));
        Assert.DoesNotContain(await new NetworkHistory(store).ListAsync(new LogFilter()), line => line.ToString().Contains("不来", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_side_tells_of_itself_comes_back()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var wishes = new WishStore(store);
        var profile = new PairingProfile(PairingSide.Village, "V1", [LegalField.Land, LegalField.VillageRules], [3, 13, 23], null, "缺懂土地的") { GroupLink = "https://work.weixin.qq.com/g/1" };
        await wishes.TellAsync(profile, Order());
        var kept = (await wishes.ListProfilesAsync())[(PairingSide.Village, "V1")];
        Assert.Equal(profile.Fields, kept.Fields);
        Assert.Equal(profile.MarketDays, kept.MarketDays);
        Assert.Equal((profile.Hours, profile.Note, profile.GroupLink), (kept.Hours, kept.Note, kept.GroupLink));
    }

    private static AccountOrder Order() => new("account-of-a-test", "因为测试", "640100", new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    private static RoundProposal Pairs(params (string Village, string Firm)[] pairs) =>
        new([.. pairs.Select(pair => new ProposedPair(pair.Village, pair.Firm, null, null, null, PairSource.Choice))], [], [], default, IsProven: true, "");

    private static async Task<Round> Propose(RoundStore rounds, RoundProposal proposal)
    {
        var round = (await rounds.OpenAsync("结对", Rules, Order()))!;
        await rounds.StepAsync(round, RoundAct.Close, RoundState.Closed, null, Order(), Day);
        Assert.True(await rounds.StepAsync(round with { State = RoundState.Closed }, RoundAct.Propose, RoundState.Proposed, proposal, Order(), Day));
        return (await rounds.FindAsync(round.Id))!;
    }

    private static async Task<string> Publish(RoundStore rounds, DateOnly today, params (string Village, string Firm)[] pairs)
    {
        var round = await Propose(rounds, Pairs(pairs));
        Assert.True(await rounds.StepAsync(round, RoundAct.Confirm, RoundState.Confirmed, null, Order(), today));
        Assert.True(await rounds.StepAsync(round with { State = RoundState.Confirmed }, RoundAct.Publish, RoundState.Published, null, Order(), today));
        return round.Id;
    }

    private static async Task<IEnumerable<string>> Commands(GisStore store) => (await new NetworkHistory(store).ListAsync(new LogFilter())).Select(line => line.Command);
}
