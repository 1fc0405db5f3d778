using Gis.Core.Places;
using Gis.Core.Units;

namespace Gis.Core.Travel.Roads;

/// <summary>Finds where places join the roads of a graph. Never changes, so threads may share it.</summary>
/// <remarks>
/// Of roads that are equally near, the one whose nearest spot lies further west, then south, then one that ends there, then the
/// cheaper to use: not the first in the file, so that the order of the roads changes nothing.
/// </remarks>
public sealed class SnapIndex
{
    private const double AtVertexMetres = 1;

    private readonly RoadGraph graph;
    private readonly SnapRules rules;
    private readonly RoadGrid grid;

    /// <summary>Sorts the roads of a graph by where they lie.</summary>
    public SnapIndex(RoadGraph graph, SnapRules rules)
    {
        (this.graph, this.rules) = (graph, rules);
        grid = new RoadGrid(graph.Network, graph.IsOpen);
    }

    /// <summary>Where a place joins the roads. Closing a bridge never changes it.</summary>
    public RoadSnap Snap(LonLat place)
    {
        var (joinable, island) = FindNearest(place);
        if (joinable is not { } found)
            return new RoadSnap(place, SnapOutcome.NothingNear, null);
        var foot = MakeFoot(place, found);
        if (foot.Away > rules.Cap)
            return new RoadSnap(place, SnapOutcome.NothingNear, null);
        var isOnIsland = island is { } other && other.SquaredMetres < found.SquaredMetres;
        return new RoadSnap(place, isOnIsland ? SnapOutcome.OnIsland : foot.Away > rules.Far ? SnapOutcome.Far : SnapOutcome.Near, foot);
    }

    private (Spot? Joinable, Spot? Island) FindNearest(LonLat place)
    {
        var plane = new LocalPlane(place);
        var seen = new HashSet<int>();
        var (joinable, island) = ((Spot?)null, (Spot?)null);
        foreach (var (atLeast, roads) in grid.ListRings(place))
        {
            // A little beyond the cap: the plane and the ellipsoid differ, and the ellipsoid decides.
            if (atLeast > Math.Min(rules.Cap.Value * 1.01, Math.Sqrt(joinable?.SquaredMetres ?? double.PositiveInfinity)))
                break;
            foreach (var road in roads.Where(seen.Add))
            {
                var spot = FindSpot(plane, road);
                if (graph.IsJoinable(road))
                    joinable = Better(joinable, spot);
                else
                    island = Better(island, spot);
            }
        }

        return (joinable, island);
    }

    private Spot FindSpot(LocalPlane plane, int road)
    {
        var line = graph.Network.LineOf(road);
        var best = new Spot(road, 0, 0, double.PositiveInfinity, default);
        for (var segment = 0; segment < line.Length - 1; segment++)
        {
            var (share, squared) = plane.FindFoot(line[segment], line[segment + 1]);
            if (squared < best.SquaredMetres)
                best = new Spot(road, segment, share, squared, Between(line[segment], line[segment + 1], share));
        }

        return best;
    }

    private Spot Better(Spot? known, Spot other) => known is not { } spot || Rank(other).CompareTo(Rank(spot)) < 0 ? other : spot;

    // Roads that are alike in all else are told apart by where they lead, never by the order they were given in.
    private (double, double, double, bool, long, long, (double, double, double, double), int) Rank(Spot spot) => (
        spot.SquaredMetres, spot.At.Longitude, spot.At.Latitude, !IsAtEnd(spot),
        graph.CostOf(Lanes.Of(spot.Road, false)) ?? long.MaxValue, graph.CostOf(Lanes.Of(spot.Road, true)) ?? long.MaxValue, EndsOf(spot.Road), spot.Road);

    private (double, double, double, double) EndsOf(int road)
    {
        var (from, to) = (graph.Network.VertexAt(graph.Network.FromOf(road)), graph.Network.VertexAt(graph.Network.ToOf(road)));
        return (from.Longitude, from.Latitude, to.Longitude, to.Latitude);
    }

    private bool IsAtEnd(Spot spot) =>
        spot.At == graph.Network.VertexAt(graph.Network.FromOf(spot.Road)) || spot.At == graph.Network.VertexAt(graph.Network.ToOf(spot.Road));

    private RoadFoot MakeFoot(LonLat place, Spot spot)
    {
        var network = graph.Network;
        var line = network.LineOf(spot.Road);
        var before = 0.0;
        for (var segment = 0; segment < spot.Segment; segment++)
            before += Geodesic.Distance(line[segment], line[segment + 1]).Value;
        before += Geodesic.Distance(line[spot.Segment], spot.At).Value;
        var length = network.LengthOf(spot.Road).Value;
        int? vertex = Math.Min(before, length - before) > AtVertexMetres ? null
            : before <= length - before ? network.FromOf(spot.Road) : network.ToOf(spot.Road);
        var at = vertex is { } junction ? network.VertexAt(junction) : spot.At;
        var along = new Share(length > 0 ? Math.Min(1, before / length) : 0);
        return new RoadFoot(spot.Road, along, vertex, at, Geodesic.Distance(place, at)) { Segment = spot.Segment };
    }

    private static LonLat Between(LonLat start, LonLat end, double share) => share == 1 ? end : LonLat.Of(
        start.Longitude + (share * (end.Longitude - start.Longitude)), start.Latitude + (share * (end.Latitude - start.Latitude)));

    private readonly record struct Spot(int Road, int Segment, double Share, double SquaredMetres, LonLat At);
}
