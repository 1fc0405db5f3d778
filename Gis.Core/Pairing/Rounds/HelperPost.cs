using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Pairing.Matching;
using Gis.Core.Travel;

namespace Gis.Core.Pairing.Rounds;

/// <summary>
/// People of the law beside the firms, who advise villages that no firm takes (plan, §3(3): 司法行政机关法律专业人员、老法官老检察官等
/// 法律志愿者). They are counted at the point they work at and never named.
/// </summary>
/// <param name="Point">The point.</param>
/// <param name="Post">Their post there.</param>
public readonly record struct HelperPost(PointId Point, Post Post)
{
    /// <summary>What kind of helper a post is; none of a post that stays at its point.</summary>
    public static HelperKind? KindOf(Post post) => post switch
    {
        Post.LegalWorker => HelperKind.LegalWorker,
        Post.Volunteer => HelperKind.Volunteer,
        _ => null,
    };

    /// <summary>All who can help in a network.</summary>
    /// <param name="network">The network; a point without a position sends nobody.</param>
    /// <param name="rules">Each of them takes as many villages as one lawyer.</param>
    /// <param name="objections">Those upheld part a village from a post for good.</param>
    /// <param name="tripsTo">The trips from every village, in order of the network, to a place on a bank.</param>
    public static ImmutableArray<PairingHelper> List(ServiceNetwork network, RoundRules rules, IEnumerable<Objection> objections, TripsTo tripsTo)
    {
        var parted = objections.Where(objection => objection.State == ObjectionState.Upheld).Select(objection => (objection.Village, objection.Firm)).ToHashSet();
        return
        [
            .. from staff in network.Staff
               where staff.Count > 0 && KindOf(staff.Post) is not null
               let point = network.FindPoint(staff.Point)!
               where point.Position is not null
               let id = new HelperPost(staff.Point, staff.Post).ToString()
               select new PairingHelper(
                   id,
                   KindOf(staff.Post)!.Value,
                   staff.Count * rules.VillagesPerLawyer,
                   [.. ListWays(network, tripsTo(point.Position!.At, point.Bank)).Where(way => !parted.Contains((way.Village, id)))]),
        ];
    }

    /// <summary>Reads what <see cref="ToString"/> has written; false for any other text, as the identifier of a firm.</summary>
    public static bool TryParse(string text, out HelperPost helper)
    {
        helper = default;
        if (text.Split('/') is not [var id, var name] || !PointId.TryParse(id, out var point) || !WrittenName.TryRead<Post>(name, out var post) || KindOf(post) is null)
            return false;
        helper = new HelperPost(point, post);
        return true;
    }

    private static IEnumerable<HelperWay> ListWays(ServiceNetwork network, IReadOnlyList<Trip?> trips) => network.Villages.Zip(trips)
        .Where(each => each.Second is not null).Select(each => new HelperWay(each.First.Code.Digits, each.Second!.Value.Time));

    /// <summary>The post in the place of a firm, as "station-640122100/legal-worker".</summary>
    public override string ToString() => $"{Point}/{Post.Written()}";
}
