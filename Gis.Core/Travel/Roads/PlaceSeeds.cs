using Gis.Core.Places;

namespace Gis.Core.Travel.Roads;

/// <summary>A state in which a way begins or ends, what it costs between there and the place, and the lane that lies between; -1 for none.</summary>
internal readonly record struct Seed(int State, long Cost, int Lane);

/// <summary>A place on the roads: from which states its ways go on, and in which they arrive.</summary>
internal sealed class PlaceSeeds
{
    private readonly RoadGraph graph;
    private readonly ModePace offRoad;
    private readonly RoadSnap snap;
    private readonly long walked;

    private PlaceSeeds(RoadGraph graph, ModePace offRoad, RoadSnap snap)
    {
        (this.graph, this.offRoad, this.snap) = (graph, offRoad, snap);
        walked = Walk(Foot.Away.Value) ?? RoadCost.Unreached;
        Leaving = [.. ListLeaving()];
        Arriving = [.. ListArriving()];
    }

    /// <summary>Where ways from the place go on.</summary>
    internal Seed[] Leaving { get; }

    /// <summary>Where ways to the place arrive.</summary>
    internal Seed[] Arriving { get; }

    /// <summary>What two places have in common where a way may lead straight from one to the other: a junction, or a road part-way along.</summary>
    internal (int Vertex, int Road) Spot => Foot.Vertex is { } vertex ? (vertex, -1) : (-1, Foot.Road);

    internal LonLat Place => snap.Place;

    internal RoadFoot Foot => snap.Foot!;

    /// <summary>The seeds of a place; none where it joins no road.</summary>
    internal static PlaceSeeds? Of(RoadGraph graph, ModePace offRoad, RoadSnap? snap) =>
        snap?.Foot is null ? null : new PlaceSeeds(graph, offRoad, snap);

    /// <summary>The cheaper of <see cref="CostAlongTo"/> and <see cref="CostOnFootTo"/>; unreached where there is neither.</summary>
    internal long CostStraightTo(PlaceSeeds other) => Spot == other.Spot ? Math.Min(CostAlongTo(other), CostOnFootTo(other)) : RoadCost.Unreached;

    /// <summary>The cost of the way to a place at the same spot that does not leave the road; unreached where that leads the wrong way.</summary>
    internal long CostAlongTo(PlaceSeeds other)
    {
        if (Foot.Vertex is not null)
            return walked + other.walked;
        var (start, end) = (Foot.Along.Value, other.Foot.Along.Value);
        var cost = graph.CostOf(Lanes.Of(Foot.Road, backward: start > end)) ?? (start == end ? graph.CostOf(Lanes.Of(Foot.Road, backward: true)) : null);
        return cost is { } whole
            ? walked + Math.Abs(RoadCost.PartOf(whole, end) - RoadCost.PartOf(whole, start)) + other.walked
            : RoadCost.Unreached;
    }

    /// <summary>The cost of walking straight to a place at the same spot, where that is no further than to the road and back; else unreached.</summary>
    internal long CostOnFootTo(PlaceSeeds other)
    {
        var straight = Geodesic.Distance(Place, other.Place).Value;
        return straight <= Foot.Away.Value + other.Foot.Away.Value ? Walk(straight) ?? RoadCost.Unreached : RoadCost.Unreached;
    }

    private IEnumerable<Seed> ListLeaving()
    {
        if (Foot.Vertex is { } vertex)
        {
            yield return new Seed(vertex, walked, -1);
            yield break;
        }

        foreach (var (lane, _, after) in ListParts())
            yield return new Seed(graph.HeadOf(lane), walked + after, lane);
    }

    private IEnumerable<Seed> ListArriving() => Foot.Vertex is { } vertex
        ? graph.StatesAt(vertex).Select(state => new Seed(state, walked, -1))
        : ListParts().SelectMany(part => graph.TailsOf(part.Lane), (part, tail) => new Seed(tail, walked + part.Before, part.Lane));

    private IEnumerable<(int Lane, long Before, long After)> ListParts()
    {
        var (forward, backward) = (Lanes.Of(Foot.Road, backward: false), Lanes.Of(Foot.Road, backward: true));
        if (graph.CostOf(forward) is { } there)
            yield return (forward, RoadCost.PartOf(there, Foot.Along.Value), there - RoadCost.PartOf(there, Foot.Along.Value));
        if (graph.CostOf(backward) is { } back)
            yield return (backward, back - RoadCost.PartOf(back, Foot.Along.Value), RoadCost.PartOf(back, Foot.Along.Value));
    }

    private long? Walk(double metres) => RoadCost.Of(metres * offRoad.Detour, offRoad.Speed, graph.Conditions.Slowing);
}
