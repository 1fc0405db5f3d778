using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Pairing.Matching;

namespace Gis.Core.Pairing.Rounds;

/// <summary>A round as a task of two-way choice over a network.</summary>
public static class RoundTask
{
    /// <summary>Joins the network, the rules and what both sides wish.</summary>
    /// <param name="network">The network; its villages and firms are all that take part.</param>
    /// <param name="rules">The rules of the round.</param>
    /// <param name="sheets">What was handed in; drafts, and those of units that are no longer there, count as no opinion.</param>
    /// <param name="ways">The ways known between villages and offices.</param>
    /// <param name="objections">Those upheld part their pair.</param>
    public static PairingTask Build(
        ServiceNetwork network, RoundRules rules, IEnumerable<WishSheet> sheets, ImmutableArray<PairingCost> ways, IEnumerable<Objection> objections)
    {
        var villages = network.Villages.Select(village => village.Code.Digits).ToHashSet(StringComparer.Ordinal);
        var firms = network.Firms.Select(firm => firm.Id).ToHashSet(StringComparer.Ordinal);
        var handedIn = sheets.Where(sheet => sheet.IsSubmitted).ToDictionary(sheet => (sheet.Side, sheet.Owner));
        WishList WishesOf(PairingSide side, string owner, HashSet<string> others) =>
            handedIn.TryGetValue((side, owner), out var sheet) ? Keep(sheet.Wishes, others) : WishList.Open;
        return new PairingTask(
            [.. network.Villages.Select(village => new PairingVillage(village.Code.Digits, WishesOf(PairingSide.Village, village.Code.Digits, firms), village.Code.County.Digits))],
            [.. network.Firms.Select(firm => new PairingFirm(firm.Id, CapacityOf(firm, rules, handedIn), WishesOf(PairingSide.Firm, firm.Id, villages)) { Weight = firm.Lawyers })])
        {
            Costs = ways,
            Limit = rules.Limit,
            Conflicts = [.. objections.Where(objection => objection.State == ObjectionState.Upheld && villages.Contains(objection.Village) && firms.Contains(objection.Firm)).Select(objection => new PairingConflict(objection.Village, objection.Firm)).Distinct()],
            ServeAll = rules.ServeAll,
            Seed = rules.Seed,
        };
    }

    /// <summary>How many villages a firm takes: what it says itself, or so many for each of its lawyers.</summary>
    public static int CapacityOf(Firm firm, RoundRules rules, WishSheet? sheet) => sheet?.Capacity ?? (firm.Lawyers * rules.VillagesPerLawyer);

    private static int CapacityOf(Firm firm, RoundRules rules, Dictionary<(PairingSide, string), WishSheet> handedIn) =>
        CapacityOf(firm, rules, handedIn.GetValueOrDefault((PairingSide.Firm, firm.Id)));

    // A wish for what is no longer there is no wish.
    private static WishList Keep(WishList wishes, HashSet<string> known) => new(
        [.. wishes.Ranks.Select(rank => rank.Where(known.Contains).ToImmutableArray()).Where(rank => !rank.IsEmpty)],
        [.. wishes.Refused.Where(known.Contains)],
        wishes.Others);
}
