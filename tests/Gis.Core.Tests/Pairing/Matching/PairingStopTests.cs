using Gis.Core.Pairing.Matching;
using Gis.Core.Units;

namespace Gis.Core.Tests.Pairing.Matching;

/// <summary>How an answer ends when it is stopped, and which rule a blocking pair is owed to.</summary>
public sealed class PairingStopTests
{
    // Both villages want f1, which has one place and likes v1 best; v2 is nearer.
    private static readonly PairingTask Street = new(
        [new PairingVillage("v1", WishList.Read("f1"), "east"), new PairingVillage("v2", WishList.Read("f1"), "west")],
        [new PairingFirm("f1", 1, WishList.Read("v1 v2"))])
    {
        Costs = [new PairingCost("v1", "f1", new Minutes(5)), new PairingCost("v2", "f1", new Minutes(3))],
    };

    private static readonly CancellationToken Set = new(canceled: true);

    private static PairingOutcome Solve(PairingTask task, PairingAim aim, PairingStop? stop = null) =>
        PairingStudy.Solve(PairingInstance.Of(task), aim, stop ?? PairingStop.Never);

    [Fact]
    public void Cancelled_at_once_there_is_nothing() =>
        Assert.Null(Assert.IsType<PairingOutcome.Cancelled>(Solve(Street, PairingAim.LeastTravel, new PairingStop(CancellationToken.None, Set))).Result);

    [Fact]
    public void At_the_deadline_the_best_found_keeps_the_rules_and_says_what_is_open()
    {
        var best = Assert.IsType<PairingOutcome.BestFound>(Solve(Street, PairingAim.LeastTravel, new PairingStop(Set, CancellationToken.None)));
        Assert.Equal(new PairedVillage("v1", "f1"), Assert.Single(best.Result.Pairs));
        Assert.Equal((PairingMeasure.Paired, 1.0, 0.0, 1.0), (best.Open, best.Value, best.Bound, best.Gap));
    }

    [Fact]
    public void The_ends_need_no_time() =>
        Assert.IsType<PairingOutcome.Optimal>(Solve(Street, PairingAim.VillageBest, new PairingStop(Set, CancellationToken.None)));

    [Fact]
    public void A_blocking_pair_names_the_floor_that_would_break()
    {
        var result = Assert.IsType<PairingOutcome.Optimal>(Solve(Street with { Groups = [new PairingGroup("west", 1)] }, PairingAim.VillageBest)).Result;
        Assert.Equal(new PairedVillage("v2", "f1"), Assert.Single(result.Pairs));
        var blocking = Assert.Single(result.Blocking);
        Assert.Equal(("v1", "f1", BlockingCase.AdviserPrefers), (blocking.Village, blocking.Firm, blocking.Case));
        Assert.Equal("v2 would lose its place, and group west would have 0 of the 1 villages its floor asks for.", blocking.Reason);
    }

    [Fact]
    public void A_village_of_a_group_at_its_cap_does_not_block_where_only_another_group_would_go()
    {
        var result = Assert.IsType<PairingOutcome.Optimal>(Solve(Street with { Groups = [new PairingGroup("east", 0, 0)] }, PairingAim.VillageBest)).Result;
        Assert.Equal(new PairedVillage("v2", "f1"), Assert.Single(result.Pairs));
        Assert.Empty(result.Blocking);
    }

    [Fact]
    public void Floors_that_cannot_hold_are_told_with_the_numbers()
    {
        var both = Street with { Groups = [new PairingGroup("east", 1), new PairingGroup("west", 1)] };
        Assert.Equal("Groups east, west ask together for 2 of their villages; at most 1 can be paired.", Assert.IsType<PairingOutcome.Infeasible>(Solve(both, PairingAim.FirmBest)).Reason);
        var alone = Street with { Firms = [], Villages = [.. Street.Villages.Select(village => village with { Wishes = WishList.Open })], Costs = [], Groups = [new PairingGroup("east", 1)] };
        Assert.Equal("Group east asks for 1 of its villages; at most 0 can be paired.", Assert.IsType<PairingOutcome.Infeasible>(Solve(alone, PairingAim.FirmBest)).Reason);
    }

    // Values 2 and 7 weigh 10 · 2 + 7 = 27. No sum under 25: the first is at least 2, and then the second at least 5.
    [Fact]
    public void The_bound_of_a_sum_is_read_back_measure_by_measure()
    {
        Assert.Equal((1, 5L), new ProgramEnding([], false, [2, 7], 25, [10, 1]).FindOpen());
        Assert.Equal((0, 1L), new ProgramEnding([], false, [2, 7], 19, [10, 1]).FindOpen());
        Assert.Equal((1, 7L), new ProgramEnding([], false, [2, 7], 27, [10, 1]).FindOpen());
    }
}
