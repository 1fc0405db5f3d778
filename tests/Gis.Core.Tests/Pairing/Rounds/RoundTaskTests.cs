using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Pairing.Matching;
using Gis.Core.Pairing.Rounds;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Tests.Pairing.Rounds;

public sealed class RoundTaskTests
{
    private static readonly RoundRules Rules =
        new(new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 16), new DateOnly(2026, 3, 23), TravelMode.Car, new Minutes(60), PairingAim.VillageBest, 2, ServeAll: true, 7);

    private static readonly ServiceNetwork Network = new(Town.Network(Town.Row(5, 6)).Parts with
    {
        Firms = [Firm("firm-1", 3), Firm("firm-2", 1)],
    });

    private static readonly ImmutableArray<PairingCost> Ways = [new(Village(0), "firm-1", new Minutes(10))];

    private static string Village(int number) => Town.VillageCode(number).Digits;

    private static Firm Firm(string id, int lawyers) => new(id, id, null, Town.County, lawyers, new Provenance(Basis.Fact, "made up for a test"));

    private static PairingTask Build(params WishSheet[] sheets) => RoundTask.Build(Network, Rules, sheets, Ways, []);

    private static WishSheet Sheet(PairingSide side, string owner, string wishes, int? capacity = null, bool submitted = true) =>
        new(side, owner, WishList.Read(wishes) with { Others = OthersAre.NoOpinion }, capacity, submitted);

    [Fact]
    public void Who_hands_in_nothing_has_no_opinion_and_a_draft_is_nothing()
    {
        var task = Build(Sheet(PairingSide.Firm, "firm-1", Village(1), 9, submitted: false));
        Assert.All(task.Villages, village => Assert.Same(WishList.Open, village.Wishes));
        Assert.All(task.Firms, firm => Assert.Same(WishList.Open, firm.Wishes));
        Assert.Equal([6, 2], task.Firms.Select(firm => firm.Capacity));
    }

    [Fact]
    public void A_firm_takes_as_many_as_it_says_none_included_or_so_many_for_each_lawyer()
    {
        var task = Build(Sheet(PairingSide.Firm, "firm-1", "", 0));
        Assert.Equal([0, 2], task.Firms.Select(firm => firm.Capacity));
        Assert.Equal([3.0, 1.0], task.Firms.Select(firm => firm.Weight));
    }

    [Fact]
    public void A_wish_for_what_is_no_longer_there_is_no_wish()
    {
        var gone = Sheet(PairingSide.Village, Village(0), "firm-9 (firm-2 firm-8) firm-1");
        var task = Build(gone with { Wishes = gone.Wishes with { Refused = ["firm-7"] } }, Sheet(PairingSide.Village, "999999999999", "firm-1"));
        Assert.Equal("firm-2 firm-1", task.Villages[0].Wishes.ToString());
        Assert.Empty(task.Villages[0].Wishes.Refused);
        Assert.Equal(2, task.Villages.Length);
    }

    [Fact]
    public void Rules_and_objections_upheld_are_the_round()
    {
        Objection Of(string firm, ObjectionState state) => new(1, PairingSide.Firm, Village(0), firm, "why", state, "");
        var task = RoundTask.Build(Network, Rules, [], Ways, [Of("firm-1", ObjectionState.Upheld), Of("firm-1", ObjectionState.Upheld), Of("firm-2", ObjectionState.Dismissed)]);
        Assert.Equal(new PairingConflict(Village(0), "firm-1"), Assert.Single(task.Conflicts));
        Assert.Equal((new Minutes(60), 7UL, true), (task.Limit, task.Seed, task.ServeAll));
        Assert.Equal(Ways, task.Costs);
        Assert.All(task.Villages, village => Assert.Equal(Town.County.Digits, village.Group));
    }
}
