using Gis.Core.Places;
using Gis.Core.Units;

namespace Gis.Core.Travel.Roads;

/// <summary>Where a place joins the roads.</summary>
/// <param name="Place">The place.</param>
/// <param name="Outcome">How that went.</param>
/// <param name="Foot">Where on which road; none where there is nothing near.</param>
public sealed record RoadSnap(LonLat Place, SnapOutcome Outcome, RoadFoot? Foot);

/// <summary>A spot on a road, and how far a place is from it.</summary>
/// <param name="Road">The index of the road.</param>
/// <param name="Along">How much of the road's length lies before the spot, in the direction in which it is drawn.</param>
/// <param name="Vertex">The index of the vertex, where the spot is one: within a metre of an end counts as at it, and from
/// there all its roads may be taken. Null part-way along.</param>
/// <param name="At">The position of the spot.</param>
/// <param name="Away">The straight line from the place to it, which is walked.</param>
public sealed record RoadFoot(int Road, Share Along, int? Vertex, LonLat At, Metres Away)
{
    /// <summary>Which of the road's segments it lies on.</summary>
    internal int Segment { get; init; }
}

/// <summary>How a place joined the roads, from the least to the most doubtful.</summary>
public enum SnapOutcome
{
    /// <summary>A road that one can both come and go by is near.</summary>
    Near,

    /// <summary>The nearest such road is further than <see cref="SnapRules.Far"/>.</summary>
    Far,

    /// <summary>The very nearest road is on an island, cut off there or back from nearly all others; the nearest of the others is used, near or far.</summary>
    OnIsland,

    /// <summary>No road that one can come and go by is within <see cref="SnapRules.Cap"/>; the place cannot be reached.</summary>
    NothingNear,
}

/// <summary>How places join the roads.</summary>
/// <param name="Cap">How far away a road may be; exactly as far is allowed.</param>
/// <param name="Far">How far away a road counts as near; exactly as far is near.</param>
/// <param name="OffRoad">The pace on foot between a place and its road.</param>
public sealed record SnapRules(Metres Cap, Metres Far, ModePace OffRoad)
{
    /// <summary>At most 3 km, doubtful above 500 m, at the walking pace of <see cref="ModePace.Defaults"/>.</summary>
    public static SnapRules Default { get; } = new(new Metres(3000), new Metres(500), ModePace.Defaults[TravelMode.Walk]);
}
