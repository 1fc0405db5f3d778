using System.Collections.Immutable;
using Gis.Core.Units;

namespace Gis.Core.Pairing.Matching;

/// <summary>Whose wishes, or what, a pairing is best at.</summary>
public enum PairingAim
{
    /// <summary>Every village does as well as it does in any stable pairing, equals parted by the written rule.</summary>
    VillageBest,

    /// <summary>Every firm does as well as it does in any stable pairing, equals parted by the written rule.</summary>
    FirmBest,

    /// <summary>Of all stable pairings, equals taken as equals: the most villages paired, then the least travel.</summary>
    LeastTravel,

    /// <summary>Of all stable pairings: the most villages paired, then the largest load of a firm as small as can be, then the least travel.</summary>
    FairestLoad,
}

/// <summary>How a pairing ended.</summary>
public abstract record PairingOutcome
{
    private PairingOutcome()
    {
    }

    /// <summary>Nothing is better, by proof: no blocking pair, or the fewest that floors, caps and service of all allow.</summary>
    /// <param name="Result">The pairing.</param>
    public sealed record Optimal(PairingResult Result) : PairingOutcome;

    /// <summary>Stopped at the time limit, with a pairing that keeps all rules.</summary>
    /// <param name="Result">The best found.</param>
    /// <param name="Open">The first measure that is not proven, in the order they count.</param>
    /// <param name="Value">Its value.</param>
    /// <param name="Bound">No pairing that is as good in the measures before has a better value than this.</param>
    public sealed record BestFound(PairingResult Result, PairingMeasure Open, double Value, double Bound) : PairingOutcome
    {
        /// <summary>|bound − value| ÷ |value|; infinite where the value is 0 and the bound is not.</summary>
        public double Gap => Bound == Value ? 0 : Math.Abs(Bound - Value) / Math.Abs(Value);
    }

    /// <summary>No pairing keeps all floors and caps.</summary>
    /// <param name="Reason">What breaks, with its numbers, in one sentence.</param>
    public sealed record Infeasible(string Reason) : PairingOutcome;

    /// <summary>Cancelled by who asked.</summary>
    /// <param name="Result">The best found until then, which keeps all rules; none if none was.</param>
    public sealed record Cancelled(PairingResult? Result) : PairingOutcome;

    /// <summary>The pairing, if there is one.</summary>
    public PairingResult? Found => this switch
    {
        Optimal optimal => optimal.Result,
        BestFound best => best.Result,
        Cancelled cancelled => cancelled.Result,
        _ => null,
    };
}

/// <summary>What pairings are compared by, in the order it counts.</summary>
public enum PairingMeasure
{
    /// <summary>Villages paired, where as many as possible are to be; more is better.</summary>
    Served,

    /// <summary>Blocking pairs; fewer is better.</summary>
    Blocking,

    /// <summary>Villages that have another adviser than before, or none; fewer is better.</summary>
    Changed,

    /// <summary>Villages paired; more is better.</summary>
    Paired,

    /// <summary>The largest load of a firm, in minutes; less is better.</summary>
    LargestLoad,

    /// <summary>What the aim counts last: minutes of travel, or the sum of ranks (first is 0) of the side whose wishes come first.</summary>
    Last,
}

/// <summary>Who is paired with whom, and what that means. All numbers are reckoned anew from the round, not taken from a solver.</summary>
/// <param name="Pairs">The pairs, confirmed ones among them, in the order of the villages.</param>
/// <param name="Unmatched">The villages without an adviser, in their order.</param>
/// <param name="Blocking">The pairs that would both rather have each other, in the order of the villages.</param>
/// <param name="Travel">The ways of all pairs together, one way each; those not known are not in it.</param>
/// <param name="WaysUnknown">How many pairs have no way known.</param>
/// <param name="Loads">What each firm bears, in their order.</param>
public sealed record PairingResult(
    ImmutableArray<PairedVillage> Pairs,
    ImmutableArray<string> Unmatched,
    ImmutableArray<BlockingPair> Blocking,
    Minutes Travel,
    int WaysUnknown,
    ImmutableArray<FirmLoad> Loads)
{
    /// <summary>The largest load of a firm; zero where there is no firm.</summary>
    public Minutes LargestLoad => Loads.IsEmpty ? default : Loads.Max(load => load.Load);
}

/// <summary>A village and an adviser that would both gain by each other (Abraham, Irving, Manlove 2007, with weak stability for equals).</summary>
/// <param name="Village">The village, by its id.</param>
/// <param name="Adviser">The adviser, by its id.</param>
/// <param name="Firm">The adviser's firm, by its id.</param>
/// <param name="Case">How the adviser would take the village in.</param>
/// <param name="Reason">Which floor, cap or service of all it is owed to, in one sentence; empty until a study has found it.</param>
public sealed record BlockingPair(string Village, string Adviser, string Firm, BlockingCase Case, string Reason = "");

/// <summary>How an adviser would take in a village that blocks.</summary>
public enum BlockingCase
{
    /// <summary>Both adviser and firm have room.</summary>
    HasRoom,

    /// <summary>The adviser has room and the firm is full, but the village is already with it.</summary>
    SameFirm,

    /// <summary>The adviser has room and the firm is full; a village it likes less, at any of its advisers, would go.</summary>
    FirmPrefers,

    /// <summary>The adviser is full; a village there that the firm likes less would go.</summary>
    AdviserPrefers,
}

/// <summary>What a firm bears.</summary>
/// <param name="Firm">The firm, by its id.</param>
/// <param name="Villages">How many villages it has.</param>
/// <param name="Travel">The ways to all of them together, as far as known.</param>
/// <param name="Load">Its travel divided by its weight.</param>
public sealed record FirmLoad(string Firm, int Villages, Minutes Travel, Minutes Load);

/// <summary>When to stop: at the deadline with the best found, or at once if whoever asked has left.</summary>
/// <param name="Deadline">Set when the time is over.</param>
/// <param name="Cancel">Set when the answer is no longer wanted.</param>
public sealed record PairingStop(CancellationToken Deadline, CancellationToken Cancel)
{
    /// <summary>Runs to the end.</summary>
    public static PairingStop Never { get; } = new(CancellationToken.None, CancellationToken.None);

    internal bool IsNow => Deadline.IsCancellationRequested || Cancel.IsCancellationRequested;
}
