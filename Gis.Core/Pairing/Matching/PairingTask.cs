using System.Collections.Immutable;
using Gis.Core.Units;

namespace Gis.Core.Pairing.Matching;

/// <summary>A village that is to have an adviser.</summary>
/// <param name="Id">Its name; unique among the villages.</param>
/// <param name="Wishes">The advisers and firms it wishes for; a firm stands for all its advisers, as equals at that rank.</param>
/// <param name="Group">The group it belongs to, as its county; empty for none.</param>
public sealed record PairingVillage(string Id, WishList Wishes, string Group = "");

/// <summary>Who goes to the villages: a lawyer, a grassroots legal worker, a volunteer.</summary>
/// <param name="Id">Its name; unique among advisers and firms.</param>
/// <param name="Capacity">The most villages it takes; not negative.</param>
public sealed record PairingAdviser(string Id, int Capacity);

/// <summary>A law firm.</summary>
/// <param name="Id">Its name; unique among advisers and firms.</param>
/// <param name="Capacity">The most villages its advisers take together; not negative.</param>
/// <param name="Wishes">The villages it wishes for.</param>
/// <param name="Advisers">Its advisers; none given: the firm stands for itself, as one adviser of its name and capacity.</param>
public sealed record PairingFirm(string Id, int Capacity, WishList Wishes, ImmutableArray<PairingAdviser> Advisers = default)
{
    /// <summary>Its advisers; empty where it stands for itself.</summary>
    public ImmutableArray<PairingAdviser> Advisers { get; init; } = Advisers.IsDefault ? [] : Advisers;

    /// <summary>How much travel it can bear against other firms, as its number of lawyers: finite and above 0. Its load is its travel divided by this.</summary>
    public double Weight { get; init; } = 1;
}

/// <summary>How long the way from a firm to a village is.</summary>
/// <param name="Village">The village, by its id.</param>
/// <param name="Firm">The firm, by its id.</param>
/// <param name="Time">One way.</param>
public readonly record struct PairingCost(string Village, string Firm, Minutes Time);

/// <summary>Villages of which a number must, or no more than a number may, be paired, as those of one county.</summary>
/// <param name="Id">Its name, as the villages have it.</param>
/// <param name="Floor">At least so many are paired; not negative and not more than it has villages.</param>
/// <param name="Cap">At most so many are paired; not under the floor; none: any number.</param>
public sealed record PairingGroup(string Id, int Floor, int? Cap = null);

/// <summary>A village that may not be paired with an adviser, or with any of a firm, whatever the two wish.</summary>
/// <param name="Village">The village, by its id.</param>
/// <param name="Place">The adviser or firm, by its id.</param>
public sealed record PairingConflict(string Village, string Place);

/// <summary>A village and the adviser it is paired with.</summary>
/// <param name="Village">The village, by its id.</param>
/// <param name="Adviser">The adviser, by its id; a firm that stands for itself has its own.</param>
public readonly record struct PairedVillage(string Village, string Adviser);

/// <summary>
/// A round of two-way choice: villages, the firms' advisers, and what may come of them. A pair can come about if both sides find
/// the other acceptable, no conflict parts them and the way is within the limit. Definitions: docs/methods/pairing.md.
/// </summary>
/// <param name="Villages">The villages.</param>
/// <param name="Firms">The firms with their advisers.</param>
public sealed record PairingTask(ImmutableArray<PairingVillage> Villages, ImmutableArray<PairingFirm> Firms)
{
    /// <summary>The ways known, each pair once. Where none is, a limit or an aim that needs travel leaves the pair out.</summary>
    public ImmutableArray<PairingCost> Costs { get; init; } = [];

    /// <summary>The longest way that is allowed; exactly as long is. None: any.</summary>
    public Minutes? Limit { get; init; }

    /// <summary>The floors and caps, each group once.</summary>
    public ImmutableArray<PairingGroup> Groups { get; init; } = [];

    /// <summary>The pairs that may not be.</summary>
    public ImmutableArray<PairingConflict> Conflicts { get; init; } = [];

    /// <summary>Pairs that stand already and are kept, whatever the wishes and the limit say; each village once.</summary>
    public ImmutableArray<PairedVillage> Confirmed { get; init; } = [];

    /// <summary>Whether as many villages as possible are paired, though it cost stability.</summary>
    public bool ServeAll { get; init; }

    /// <summary>What the lottery between equals is drawn from; see <see cref="PairingLottery"/>.</summary>
    public ulong Seed { get; init; }
}

/// <summary>A round cannot be read: which record, which field, what was found and what would be right.</summary>
/// <param name="record">The record, as "village V3".</param>
/// <param name="field">Its field, as "wishes".</param>
/// <param name="found">What was found.</param>
/// <param name="right">What would be right.</param>
public sealed class PairingException(string record, string field, string found, string right)
    : ArgumentException($"{record}, {field}: found {found}, should be {right}.")
{
    /// <summary>The record, as "village V3".</summary>
    public string Record { get; } = record;

    /// <summary>Its field, as "wishes".</summary>
    public string Field { get; } = field;

    /// <summary>What was found.</summary>
    public string Found { get; } = found;

    /// <summary>What would be right.</summary>
    public string Right { get; } = right;
}
