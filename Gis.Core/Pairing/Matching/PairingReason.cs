using System.Collections.Immutable;
using Gis.Core.Units;

namespace Gis.Core.Pairing.Matching;

/// <summary>Why a village and a firm are paired, or are not.</summary>
/// <param name="Village">The village, by its id.</param>
/// <param name="Firm">The firm, by its id.</param>
/// <param name="Adviser">The adviser of the firm that the village likes best and could have; none where it can have none.</param>
/// <param name="ArePaired">Whether they are paired.</param>
/// <param name="Barrier">Why the two cannot be paired whoever else there is, in one sentence; none where they can.</param>
/// <param name="FirmInVillage">Where that adviser stands in the village's list; none where it is refused.</param>
/// <param name="VillageInFirm">Where the village stands in the firm's list; none where it is refused.</param>
/// <param name="Way">The way; none where none is known.</param>
/// <param name="AdviserRoom">How many more villages that adviser could take.</param>
/// <param name="FirmRoom">How many more villages the firm could take.</param>
/// <param name="Ahead">The villages that are with the firm and that it likes as well as this one or better, in the order of its list.</param>
/// <param name="Blocks">Whether both would rather have each other.</param>
/// <param name="Changes">The smallest change of each kind that alone would bring the pair about, as the best for the villages goes; kinds that cannot are left out.</param>
public sealed record PairingReason(
    string Village,
    string Firm,
    string? Adviser,
    bool ArePaired,
    string? Barrier,
    ListPlace? FirmInVillage,
    ListPlace? VillageInFirm,
    Minutes? Way,
    int AdviserRoom,
    int FirmRoom,
    ImmutableArray<string> Ahead,
    bool Blocks,
    ImmutableArray<PairingChange> Changes);

/// <summary>Where someone stands in a list.</summary>
/// <param name="Rank">The rank, from 1.</param>
/// <param name="Alike">How many stand at that rank, itself among them, of those that can be had.</param>
public readonly record struct ListPlace(int Rank, int Alike);

/// <summary>A change that would bring a pair about.</summary>
/// <param name="Kind">Who changes what.</param>
/// <param name="Size">For a list the rank it is raised to, from 1, alone at it and the lowest that will do; for room how many more villages, the fewest that will do.</param>
public readonly record struct PairingChange(PairingChangeKind Kind, int Size);

/// <summary>Who changes what.</summary>
public enum PairingChangeKind
{
    /// <summary>The firm raises the village in its list.</summary>
    FirmRaisesVillage,

    /// <summary>The village raises the firm, with all its advisers, in its list.</summary>
    VillageRaisesFirm,

    /// <summary>The firm, and the adviser the village likes best there, take more villages.</summary>
    FirmTakesMore,
}

/// <summary>What it costs the others that a village and a firm are paired whatever else.</summary>
/// <param name="TravelBefore">The ways of all pairs as the aim would have them.</param>
/// <param name="TravelAfter">The same with the pair fixed and all others paired again by the aim.</param>
/// <param name="Gaining">The villages that get one they like better, the village itself among them if it does.</param>
/// <param name="Losing">The villages that get one they like less.</param>
/// <param name="NewlyUnmatched">Those of them that get nobody.</param>
/// <param name="NewBlocking">The pairs that block now and did not.</param>
public sealed record WishCost(
    Minutes TravelBefore,
    Minutes TravelAfter,
    ImmutableArray<string> Gaining,
    ImmutableArray<string> Losing,
    ImmutableArray<string> NewlyUnmatched,
    ImmutableArray<BlockingPair> NewBlocking);
