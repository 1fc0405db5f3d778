using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Travel.Roads;
using Gis.Core.Units;

namespace Gis.Data.Roads;

/// <summary>A village or point that did not simply join a road nearby.</summary>
/// <param name="Mode">The mode whose roads it joins.</param>
/// <param name="Id">The village's code or the point's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Outcome">What is the matter.</param>
/// <param name="Away">How far the road is that it joins; none where it joins none.</param>
public sealed record SnapIssue(TravelMode Mode, string Id, string Name, SnapOutcome Outcome, Metres? Away)
{
    /// <summary>Lists a network's, the most doubtful first.</summary>
    public static IReadOnlyList<SnapIssue> List(ServiceNetwork network, TravelMode mode, IReadOnlyList<RoadSnap?> villages, IReadOnlyList<RoadSnap?> points) =>
    [
        .. network.Villages.Select((village, row) => Find(mode, village.Code.Digits, village.Name, villages[row]))
            .Concat(network.Points.Select((point, column) => Find(mode, point.Id.ToString(), point.Name, points[column])))
            .OfType<SnapIssue>()
            .OrderByDescending(issue => issue.Outcome)
            .ThenByDescending(issue => issue.Away?.Value)
            .ThenBy(issue => issue.Id, StringComparer.Ordinal),
    ];

    private static SnapIssue? Find(TravelMode mode, string id, string name, RoadSnap? snap) =>
        snap is null or { Outcome: SnapOutcome.Near } ? null : new SnapIssue(mode, id, name, snap.Outcome, snap.Foot?.Away);
}
