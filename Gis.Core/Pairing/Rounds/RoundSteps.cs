namespace Gis.Core.Pairing.Rounds;

/// <summary>Which act leads a round from one state to the next.</summary>
public static class RoundSteps
{
    /// <summary>What may be done with a round in a state, in the order in which a bureau would do it.</summary>
    public static IEnumerable<RoundAct> List(RoundState state) => Enum.GetValues<RoundAct>().Where(act => Next(state, act) is not null);

    /// <summary>The state that an act leads to; null where it may not be done.</summary>
    public static RoundState? Next(RoundState state, RoundAct act) => (act, state) switch
    {
        (RoundAct.Close, RoundState.Open) => RoundState.Closed,
        (RoundAct.Reopen, RoundState.Closed) => RoundState.Open,
        (RoundAct.Propose, not (RoundState.Open or RoundState.Withdrawn)) => RoundState.Proposed,
        (RoundAct.Confirm, RoundState.Proposed) => RoundState.Confirmed,
        (RoundAct.Publish, RoundState.Confirmed) => RoundState.Published,
        (RoundAct.Withdraw, RoundState.Published or RoundState.Withdrawn) => null,
        (RoundAct.Withdraw, _) => RoundState.Withdrawn,
        _ => null,
    };

    /// <summary>The same, asked with the objections at hand: a pairing is confirmed only when each is answered, and one upheld asks for another pairing first.</summary>
    /// <returns>The next state, or why not.</returns>
    public static StepAnswer Take(Round round, RoundAct act, IReadOnlyCollection<Objection> objections)
    {
        if (Next(round.State, act) is not { } next)
            return new StepAnswer.NotNow(round.State);
        if (act != RoundAct.Confirm)
            return new StepAnswer.Taken(next);
        var open = objections.Count(objection => objection.State == ObjectionState.Open);
        if (open > 0)
            return new StepAnswer.Unanswered(open);
        var standing = objections.Count(objection => objection.State == ObjectionState.Upheld && round.Proposal?.Of(objection.Village)?.Firm == objection.Firm);
        return standing > 0 ? new StepAnswer.NotYetMended(standing) : new StepAnswer.Taken(next);
    }
}

/// <summary>Whether an act may be done.</summary>
public abstract record StepAnswer
{
    private StepAnswer()
    {
    }

    /// <summary>It may.</summary>
    /// <param name="Next">The state it leads to.</param>
    public sealed record Taken(RoundState Next) : StepAnswer;

    /// <summary>Not in this state.</summary>
    /// <param name="State">The state of the round.</param>
    public sealed record NotNow(RoundState State) : StepAnswer;

    /// <summary>Not while objections are unanswered.</summary>
    /// <param name="Count">How many.</param>
    public sealed record Unanswered(int Count) : StepAnswer;

    /// <summary>Not while the pairing proposed has pairs that an objection upheld rules out.</summary>
    /// <param name="Count">How many.</param>
    public sealed record NotYetMended(int Count) : StepAnswer;
}
