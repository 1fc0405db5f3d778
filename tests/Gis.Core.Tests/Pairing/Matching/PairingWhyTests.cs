using CsCheck;
using Gis.Core.Pairing.Matching;
using Gis.Core.Units;

namespace Gis.Core.Tests.Pairing.Matching;

/// <summary>Why a pair is or is not, and what a wish costs.</summary>
public sealed class PairingWhyTests
{
    // f1 has one place. v1, v2 and v3 all want it; it likes v1, then v2, then v3. v2 has f2 instead, v3 nobody.
    private static readonly PairingTask Street = new(
        [new PairingVillage("v1", WishList.Read("f1 f2")), new PairingVillage("v2", WishList.Read("f1 f2")), new PairingVillage("v3", WishList.Read("f1"))],
        [new PairingFirm("f1", 1, WishList.Read("v1 v2 v3")), new PairingFirm("f2", 2, WishList.Read("v2 v1"))])
    {
        Costs = [new PairingCost("v3", "f1", new Minutes(12))],
    };

    private static PairingResult Solve(PairingTask task) => PairingStudy.Solve(PairingInstance.Of(task), PairingAim.VillageBest, PairingStop.Never).Found!;

    private static PairingReason Explain(PairingTask task, string village, string firm) => PairingWhy.Explain(PairingInstance.Of(task), Solve(task), village, firm);

    [Fact]
    public void Who_stands_before_a_village_is_named_with_the_ranks_the_way_and_what_would_help()
    {
        var reason = Explain(Street, "v3", "f1");
        Assert.False(reason.ArePaired);
        Assert.False(reason.Blocks);
        Assert.Null(reason.Barrier);
        Assert.Equal((new ListPlace(1, 1), new ListPlace(3, 1), new Minutes(12), 0, 0), (reason.FirmInVillage, reason.VillageInFirm, reason.Way, reason.AdviserRoom, reason.FirmRoom));
        Assert.Equal("v1", Assert.Single(reason.Ahead));
        // Alone at the top it comes in; three villages stand before it, so with two places more it does as well.
        Assert.Equal([new PairingChange(PairingChangeKind.FirmRaisesVillage, 1), new PairingChange(PairingChangeKind.FirmTakesMore, 2)], reason.Changes.ToArray());
    }

    [Fact]
    public void What_parts_two_for_good_is_said_in_one_sentence()
    {
        Assert.Equal("v3 refuses f2.", Explain(Street, "v3", "f2").Barrier);
        Assert.Equal("A conflict parts v3 and f1.", Explain(Street with { Conflicts = [new PairingConflict("v3", "f1")] }, "v3", "f1").Barrier);
        Assert.Equal("The way takes 12 min and the limit is 11 min.", Explain(Street with { Limit = new Minutes(11) }, "v3", "f1").Barrier);
        Assert.Equal("No way from f1 to v2 is known, and there is a limit.", Explain(Street with { Limit = new Minutes(11) }, "v2", "f1").Barrier);
        Assert.Equal("v3 is confirmed with f2.", Explain(Street with { Confirmed = [new PairedVillage("v3", "f2")] }, "v3", "f1").Barrier);
        Assert.Null(Explain(Street with { Limit = new Minutes(12) }, "v3", "f1").Barrier);
    }

    [Fact]
    public void Who_is_asked_after_has_to_be_there()
    {
        Assert.Equal("village", Assert.Throws<PairingException>(() => Explain(Street, "v9", "f1")).Field);
        Assert.Equal("firm", Assert.Throws<PairingException>(() => Explain(Street, "v1", "f9")).Field);
    }

    [Fact]
    public void Every_change_brings_the_pair_about_and_none_smaller_does() => Gen.Select(SmallRound.Any, Gen.Int[0, 4], Gen.Int[0, 2]).Sample(
        (task, v, f) =>
        {
            var (village, firm) = ($"v{v % task.Villages.Length}", $"f{f % task.Firms.Length}");
            var reason = Explain(task, village, firm);
            if (reason.ArePaired)
                return;
            foreach (var kind in Enum.GetValues<PairingChangeKind>())
            {
                var most = kind == PairingChangeKind.FirmTakesMore ? task.Villages.Length : 7;
                var works = Enumerable.Range(1, most).Where(size => Works(task, village, firm, reason.Adviser, kind, size)).ToList();
                var found = reason.Changes.Where(change => change.Kind == kind).Select(change => (int?)change.Size).SingleOrDefault();
                Assert.Equal(works.Count == 0 ? null : kind == PairingChangeKind.FirmTakesMore ? works.Min() : works.Max(), found);
            }
        },
        iter: 1500);

    // Said again in the plainest way: the list as a row of ranks, one put in between.
    private static bool Works(PairingTask task, string village, string firm, string? adviser, PairingChangeKind kind, int size)
    {
        var (v, f) = (task.Villages.Single(each => each.Id == village), task.Firms.Single(each => each.Id == firm));
        string[] names = [firm, .. SmallRound.Advisers(f).Select(each => each.Adviser)];
        var changed = kind switch
        {
            PairingChangeKind.FirmRaisesVillage => Insert(f.Wishes, [village], village, size) is { } wishes ? task with { Firms = task.Firms.Replace(f, f with { Wishes = wishes }) } : null,
            PairingChangeKind.VillageRaisesFirm => Insert(v.Wishes, names, firm, size) is { } wishes ? task with { Villages = task.Villages.Replace(v, v with { Wishes = wishes }) } : null,
            _ => task with { Firms = task.Firms.Replace(f, f with { Capacity = f.Capacity + size, Advisers = [.. f.Advisers.Select(each => each.Id == adviser ? each with { Capacity = each.Capacity + size } : each)] }) },
        };
        return changed is not null && Solve(changed).Pairs.Any(pair => pair.Village == village && names.Contains(pair.Adviser));
    }

    private static WishList? Insert(WishList list, string[] names, string id, int rank)
    {
        var ranks = list.Ranks.Select(equals => equals.Where(each => !names.Contains(each)).ToList()).Where(equals => equals.Count > 0).ToList();
        if (rank > ranks.Count + 1)
            return null;
        ranks.Insert(rank - 1, [id]);
        return new WishList([.. ranks.Select(equals => System.Collections.Immutable.ImmutableArray.ToImmutableArray(equals))], [.. list.Refused.Where(each => !names.Contains(each))], list.Others);
    }

    // v3 held at f1 pushes v1 to f2, where there is room; f1 and v1 would then both rather have each other, and so would v2.
    [Fact]
    public void A_wish_granted_costs_what_it_pushes_out()
    {
        var cost = PairingWhy.CostOfWish(PairingInstance.Of(Street), PairingAim.VillageBest, "v3", "f1", PairingStop.Never)!;
        Assert.Equal(("v3", "v1", 0), (Assert.Single(cost.Gaining), Assert.Single(cost.Losing), cost.NewlyUnmatched.Length));
        Assert.Equal([("v1", "f1"), ("v2", "f1")], cost.NewBlocking.Select(pair => (pair.Village, pair.Firm)).ToArray());
        Assert.Equal((new Minutes(0), new Minutes(12)), (cost.TravelBefore, cost.TravelAfter));
        Assert.Null(PairingWhy.CostOfWish(PairingInstance.Of(Street), PairingAim.VillageBest, "v3", "f2", PairingStop.Never));
    }
}
