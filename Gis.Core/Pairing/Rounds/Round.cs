using System.Collections.Immutable;
using Gis.Core.Pairing.Matching;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Pairing.Rounds;

/// <summary>One two-way choice by villages and law firms (方案三(三)“双向选择”), from the day it is opened to its publication.</summary>
/// <param name="Id">Its name in links; unique among the rounds.</param>
/// <param name="Name">What people call it.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Rules">What was said before anybody wished.</param>
/// <param name="Proposal">The pairing proposed; null until there is one.</param>
public sealed record Round(string Id, string Name, RoundState State, RoundRules Rules, RoundProposal? Proposal = null)
{
    /// <summary>Whether wishes may be written on a day: while it is open, from its first day to its last, both included.</summary>
    public bool TakesWishesOn(DateOnly day) => State == RoundState.Open && day >= Rules.OpensOn && day <= Rules.ClosesOn;

    /// <summary>Whether objections may be made on a day: while a pairing is proposed, up to the last day, included.</summary>
    public bool TakesObjectionsOn(DateOnly day) => State == RoundState.Proposed && day <= Rules.ObjectBy;

    /// <summary>Whether it is over, one way or the other.</summary>
    public bool IsOver => State is RoundState.Published or RoundState.Withdrawn;
}

/// <summary>How far a round has come.</summary>
public enum RoundState
{
    /// <summary>Villages and firms write their wishes.</summary>
    Open,

    /// <summary>Wishes are in and no longer change.</summary>
    Closed,

    /// <summary>A pairing is shown to both sides, who may object with a reason.</summary>
    Proposed,

    /// <summary>The bureau has answered the objections and stands by the pairing.</summary>
    Confirmed,

    /// <summary>The pairing holds and everybody may see it.</summary>
    Published,

    /// <summary>Called off; nothing of it holds.</summary>
    Withdrawn,
}

/// <summary>What a bureau does with a round.</summary>
public enum RoundAct
{
    /// <summary>Ends the wishing.</summary>
    Close,

    /// <summary>Lets wishes be written again.</summary>
    Reopen,

    /// <summary>
    /// Shows a pairing to both sides, in the place of one shown before; of a round that is published, when a firm has less room or is
    /// gone. The pairs that stand go on until the new ones are published.
    /// </summary>
    Propose,

    /// <summary>Stands by the pairing proposed.</summary>
    Confirm,

    /// <summary>Makes the pairing hold.</summary>
    Publish,

    /// <summary>Calls the round off.</summary>
    Withdraw,
}

/// <summary>What is said of a round before anybody wishes, and does not change while they do.</summary>
/// <param name="OpensOn">The first day of wishing.</param>
/// <param name="ClosesOn">The last day of wishing, included; not before the first.</param>
/// <param name="ObjectBy">The last day of objecting, included; after the last day of wishing.</param>
/// <param name="Mode">How advisers travel.</param>
/// <param name="Limit">The longest way between an office and a village; exactly as long is allowed. Above zero.</param>
/// <param name="Aim">Whose wishes, or what, the pairing is best at.</param>
/// <param name="VillagesPerLawyer">How many villages a firm takes for each of its lawyers where it does not say itself; at least 1.</param>
/// <param name="ServeAll">Whether as many villages as possible are paired, though it cost stability.</param>
/// <param name="Seed">What the lottery between equals is drawn from; on record so that anybody can draw it again.</param>
public sealed record RoundRules(
    DateOnly OpensOn, DateOnly ClosesOn, DateOnly ObjectBy, TravelMode Mode, Minutes Limit, PairingAim Aim, int VillagesPerLawyer, bool ServeAll, ulong Seed)
{
    /// <summary>So many days both sides have to object to a pairing that is proposed after the last day for it.</summary>
    public const int DaysToObject = 7;

    /// <summary>The rules as they are for a pairing proposed on a day: where the last day of objecting is over, it is put off.</summary>
    public RoundRules ProposedOn(DateOnly day) => ObjectBy >= day ? this : this with { ObjectBy = day.AddDays(DaysToObject) };

    /// <summary>Whether the days follow each other and the numbers are within their ranges.</summary>
    public bool IsSound => OpensOn <= ClosesOn && ClosesOn < ObjectBy && Limit.Value > 0 && VillagesPerLawyer >= 1;
}

/// <summary>A pairing as it was shown to both sides.</summary>
/// <param name="Pairs">Who is paired with whom, in order of village.</param>
/// <param name="Unserved">The villages without an adviser, and why.</param>
/// <param name="Blocking">The certificate: the pairs that would both rather have each other, with what each is owed to; empty where there is none.</param>
/// <param name="Travel">The ways of all pairs together, one way each.</param>
/// <param name="IsProven">Whether nothing is better by the aim of the round, by proof.</param>
/// <param name="Receipt">What it was computed from.</param>
public sealed record RoundProposal(
    ImmutableArray<ProposedPair> Pairs, ImmutableArray<UnservedVillage> Unserved, ImmutableArray<BlockingPair> Blocking, Minutes Travel, bool IsProven, string Receipt)
{
    /// <summary>The pair of a village, or null.</summary>
    public ProposedPair? Of(string village) => Pairs.FirstOrDefault(pair => pair.Village == village);
}

/// <summary>A village and a firm in a proposal.</summary>
/// <param name="Village">The code of the village.</param>
/// <param name="Firm">The firm; for a village that others help (<see cref="HelperPost"/>), the post.</param>
/// <param name="Way">One way between the office and the village; none where it is not known.</param>
/// <param name="VillageRank">The place of the firm among the village's wishes, from 1; none where it named it not.</param>
/// <param name="FirmRank">The place of the village among the firm's wishes, from 1; none where it named it not.</param>
/// <param name="Source">How it came about.</param>
public sealed record ProposedPair(string Village, string Firm, Minutes? Way, int? VillageRank, int? FirmRank, PairSource Source);

/// <summary>How a pair came about.</summary>
public enum PairSource
{
    /// <summary>By the choice of both sides.</summary>
    Choice,

    /// <summary>Placed with capacity that was left after the choice.</summary>
    Placed,

    /// <summary>It stood before the round and was kept.</summary>
    Kept,
}

/// <summary>
/// A village that stays without an adviser, with the proof: it is one of some villages that all firms within the limit have too
/// little room for.
/// </summary>
/// <param name="Village">The code of the village.</param>
/// <param name="Among">How many villages share those firms; at least 1.</param>
/// <param name="Room">How many of them the firms have room for; fewer than there are.</param>
/// <param name="Reach">The lowest limit under which more villages without an adviser would be served; none where no limit does.</param>
/// <param name="More">The firm that would serve most of them if it took more; none where none would.</param>
public sealed record UnservedVillage(string Village, int Among, int Room, Minutes? Reach, string? More);
