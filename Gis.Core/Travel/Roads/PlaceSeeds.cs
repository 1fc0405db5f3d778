using Gis.Core.Places;

namespace Gis.Core.Travel.Roads;

/// <summary>A state in which a way begins or ends, and what it costs between there and the place.</summary>
internal readonly record struct Seed(int State, long Cost);

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

    private RoadFoot Foot => snap.Foot!;

    /// <summary>The seeds of a place; none where it joins no road.</summary>
    internal static PlaceSeeds? Of(RoadGraph graph, ModePace offRoad, RoadSnap? snap) =>
        snap?.Foot is null ? null : new PlaceSeeds(graph, offRoad, snap);

    /// <summary>
    /// The cost of the way to a place that joins the same road, without leaving it; or of walking straight there, where that is
    /// no further than walking to the road and back. Unreached where neither is.
    /// </summary>
    internal long CostStraightTo(PlaceSeeds other)
    {
        if (Spot != other.Spot)
            return RoadCost.Unreached;
        var straight = Geodesic.Distance(snap.Place, other.snap.Place).Value;
        var direct = straight <= Foot.Away.Value + other.Foot.Away.Value ? Walk(straight) ?? RoadCost.Unreached : RoadCost.Unreached;
        var along = Foot.Vertex is not null ? 0 : CostAlong(Foot.Along.Value, other.Foot.Along.Value);
        return along is { } cost ? Math.Min(direct, walked + cost + other.walked) : direct;
    }

    private long? CostAlong(double start, double end)
    {
        var cost = graph.CostOf(Lanes.Of(Foot.Road, backward: start > end)) ?? (start == end ? graph.CostOf(Lanes.Of(Foot.Road, backward: true)) : null);
        return cost is { } whole ? Math.Abs(RoadCost.PartOf(whole, end) - RoadCost.PartOf(whole, start)) : null;
    }

    private IEnumerable<Seed> ListLeaving()
    {
        if (Foot.Vertex is { } vertex)
        {
            yield return new Seed(vertex, walked);
            yield break;
        }

        foreach (var (lane, _, after) in ListParts())
            yield return new Seed(graph.HeadOf(lane), walked + after);
    }

    private IEnumerable<Seed> ListArriving() => Foot.Vertex is { } vertex
        ? graph.StatesAt(vertex).Select(state => new Seed(state, walked))
        : ListParts().SelectMany(part => graph.TailsOf(part.Lane), (part, tail) => new Seed(tail, walked + part.Before));

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
