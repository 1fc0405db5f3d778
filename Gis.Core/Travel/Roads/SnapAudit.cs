using System.Collections.Immutable;

namespace Gis.Core.Travel.Roads;

/// <summary>Which of a list of places did not simply join a road nearby. No place is left out for it: those with nothing near are unreachable.</summary>
/// <param name="Far">Places far from their road, by their indices in the list.</param>
/// <param name="OnIsland">Places whose very nearest road is cut off.</param>
/// <param name="NothingNear">Places that join no road.</param>
public sealed record SnapAudit(ImmutableArray<int> Far, ImmutableArray<int> OnIsland, ImmutableArray<int> NothingNear)
{
    /// <summary>Sorts out the snaps of a list of places; a place without a position has none and is not looked at.</summary>
    public static SnapAudit Of(IReadOnlyList<RoadSnap?> snaps)
    {
        return new SnapAudit(List(SnapOutcome.Far), List(SnapOutcome.OnIsland), List(SnapOutcome.NothingNear));

        ImmutableArray<int> List(SnapOutcome outcome) =>
            [.. Enumerable.Range(0, snaps.Count).Where(place => snaps[place]?.Outcome == outcome)];
    }
}
