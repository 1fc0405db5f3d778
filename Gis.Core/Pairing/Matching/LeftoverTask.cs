using System.Collections.Immutable;
using Gis.Core.Units;

namespace Gis.Core.Pairing.Matching;

/// <summary>Someone beside the firms who can serve villages that are left over.</summary>
/// <param name="Id">Its name; unique among helpers, advisers and firms.</param>
/// <param name="Kind">Who it is.</param>
/// <param name="Capacity">The most villages it takes; not negative.</param>
/// <param name="Reach">The villages it can go to, each once, with the way.</param>
public sealed record PairingHelper(string Id, HelperKind Kind, int Capacity, ImmutableArray<HelperWay> Reach);

/// <summary>A village a helper can go to.</summary>
/// <param name="Village">The village, by its id.</param>
/// <param name="Time">One way.</param>
public readonly record struct HelperWay(string Village, Minutes Time);

/// <summary>Who serves a village that was left over.</summary>
public enum HelperKind
{
    /// <summary>An adviser of a firm that has room left.</summary>
    Adviser,

    /// <summary>A grassroots legal worker (基层法律服务工作者).</summary>
    LegalWorker,

    /// <summary>A volunteer (志愿者).</summary>
    Volunteer,
}

/// <summary>How the villages left over are served.</summary>
/// <param name="Placed">Who serves which, in the order of the villages: as many as can be, and of these with the least travel.</param>
/// <param name="Unplaced">The villages nobody can serve, in their order.</param>
/// <param name="Travel">The ways of those placed together, one way each.</param>
/// <param name="Shortages">Why the others cannot be served: for each group of villages that share places, a proof.</param>
/// <param name="Raised">The lowest limit that would serve more of all of them; none where no way known is longer or none helps.</param>
public sealed record LeftoverPlan(
    ImmutableArray<PlacedVillage> Placed, ImmutableArray<string> Unplaced, Minutes Travel, ImmutableArray<LeftoverShortage> Shortages, RaisedLimit? Raised);

/// <summary>A village left over and who serves it.</summary>
/// <param name="Village">The village, by its id.</param>
/// <param name="Place">The adviser or helper, by its id.</param>
/// <param name="Kind">Who that is.</param>
/// <param name="Time">The way.</param>
public readonly record struct PlacedVillage(string Village, string Place, HelperKind Kind, Minutes Time);

/// <summary>
/// Villages that cannot all be served: whoever could serve any of them has fewer places left than there are villages (Hall 1935,
/// Journal of the London Mathematical Society 10, read off a least cut).
/// </summary>
/// <param name="Villages">The villages, in the order of their ids.</param>
/// <param name="Places">All who could serve any of them within the limit, by id in order.</param>
/// <param name="Room">How many of these villages they have room for.</param>
/// <param name="Limit">The limit; none: any way that is known.</param>
/// <param name="Remedies">Who alone could take more of them, those first that serve the most, then with the least travel.</param>
public sealed record LeftoverShortage(
    ImmutableArray<string> Villages, ImmutableArray<string> Places, int Room, Minutes? Limit, ImmutableArray<MorePlaces> Remedies)
{
    /// <summary>How many of the villages stay without anybody.</summary>
    public int Missing => Villages.Length - Room;
}

/// <summary>The limit raised as little as serves more villages.</summary>
/// <param name="Limit">The lowest limit that does.</param>
/// <param name="Served">How many more villages are served then.</param>
public sealed record RaisedLimit(Minutes Limit, int Served);

/// <summary>Somebody takes more.</summary>
/// <param name="Place">The adviser or helper, by its id; an adviser's firm takes as many more.</param>
/// <param name="More">How many more.</param>
/// <param name="Served">How many more villages are served then.</param>
/// <param name="Travel">The ways of all placed then.</param>
public sealed record MorePlaces(string Place, int More, int Served, Minutes Travel);
