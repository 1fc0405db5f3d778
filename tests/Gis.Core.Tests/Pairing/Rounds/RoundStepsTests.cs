using Gis.Core.Pairing.Matching;
using Gis.Core.Pairing.Rounds;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Tests.Pairing.Rounds;

public sealed class RoundStepsTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    private static readonly RoundRules Rules = new(Day, Day.AddDays(14), Day.AddDays(21), TravelMode.Car, new Minutes(60), PairingAim.VillageBest, 2, ServeAll: true, 1);

    private static readonly RoundProposal Proposal = new([new ProposedPair("V1", "F1", null, null, null, PairSource.Choice)], [], [], default, IsProven: true, "");

    private static Round In(RoundState state) => new("r", "round", state, Rules, Proposal);

    private static Objection Against(string firm, ObjectionState state) => new(1, PairingSide.Village, "V1", firm, "why", state, "");

    [Fact]
    public void A_round_goes_from_wishes_to_publication_one_step_after_the_other()
    {
        var state = RoundState.Open;
        foreach (var (act, next) in new[] { (RoundAct.Close, RoundState.Closed), (RoundAct.Propose, RoundState.Proposed), (RoundAct.Confirm, RoundState.Confirmed), (RoundAct.Publish, RoundState.Published) })
        {
            Assert.Equal(new StepAnswer.Taken(next), RoundSteps.Take(In(state), act, []));
            foreach (var other in Enum.GetValues<RoundAct>().Except([act, RoundAct.Withdraw, RoundAct.Reopen, RoundAct.Propose]))
                Assert.IsType<StepAnswer.NotNow>(RoundSteps.Take(In(state), other, []));
            state = next;
        }

        Assert.Equal([RoundAct.Propose], RoundSteps.List(RoundState.Published));
        Assert.Empty(RoundSteps.List(RoundState.Withdrawn));
    }

    [Theory, InlineData(20, 21), InlineData(21, 21), InlineData(22, 29)]
    public void A_pairing_proposed_after_the_last_day_of_objecting_gives_a_week_more(int proposed, int last) =>
        Assert.Equal(Day.AddDays(last), Rules.ProposedOn(Day.AddDays(proposed)).ObjectBy);

    [Fact]
    public void Nothing_is_confirmed_while_an_objection_waits_for_its_answer() =>
        Assert.Equal(new StepAnswer.Unanswered(1), RoundSteps.Take(In(RoundState.Proposed), RoundAct.Confirm, [Against("F1", ObjectionState.Open)]));

    [Fact]
    public void An_objection_upheld_asks_for_another_pairing_unless_the_pair_is_parted_already()
    {
        Assert.Equal(new StepAnswer.NotYetMended(1), RoundSteps.Take(In(RoundState.Proposed), RoundAct.Confirm, [Against("F1", ObjectionState.Upheld)]));
        Assert.IsType<StepAnswer.Taken>(RoundSteps.Take(In(RoundState.Proposed), RoundAct.Confirm, [Against("F2", ObjectionState.Upheld)]));
        Assert.IsType<StepAnswer.Taken>(RoundSteps.Take(In(RoundState.Proposed), RoundAct.Confirm, [Against("F1", ObjectionState.Dismissed)]));
    }

    [Theory, InlineData(-1, false), InlineData(0, true), InlineData(14, true), InlineData(15, false)]
    public void Wishes_are_taken_from_the_first_day_to_the_last_both_included(int days, bool taken)
    {
        Assert.Equal(taken, In(RoundState.Open).TakesWishesOn(Day.AddDays(days)));
        Assert.False(In(RoundState.Closed).TakesWishesOn(Day.AddDays(days)));
    }

    [Theory, InlineData(21, true), InlineData(22, false)]
    public void Objections_are_taken_up_to_the_last_day_included(int days, bool taken)
    {
        Assert.Equal(taken, In(RoundState.Proposed).TakesObjectionsOn(Day.AddDays(days)));
        Assert.False(In(RoundState.Confirmed).TakesObjectionsOn(Day.AddDays(days)));
    }

    [Fact]
    public void Rules_are_sound_only_with_days_in_order_and_numbers_above_zero()
    {
        Assert.True(Rules.IsSound);
        Assert.True((Rules with { ClosesOn = Day }).IsSound);
        Assert.False((Rules with { ClosesOn = Day.AddDays(-1) }).IsSound);
        Assert.False((Rules with { ObjectBy = Rules.ClosesOn }).IsSound);
        Assert.False((Rules with { Limit = default }).IsSound);
        Assert.False((Rules with { VillagesPerLawyer = 0 }).IsSound);
    }
}
