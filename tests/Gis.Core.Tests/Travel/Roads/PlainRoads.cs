using Gis.Core.Places;
using Gis.Core.Travel;
using Gis.Core.Travel.Roads;
using Gis.Core.Units;

namespace Gis.Core.Tests.Travel.Roads;

/// <summary>
/// A plain Dijkstra from lane to lane, written to be read rather than to be quick: no splitting, no hierarchy, no packing. It
/// shares with the product only where a place joins the roads.
/// </summary>
internal sealed class PlainRoads
{
    private readonly RoadNetwork network;
    private readonly TravelMode mode;
    private readonly RoadConditions conditions;
    private readonly HashSet<TurnBan> bans;
    private readonly ILookup<int, Lane> lanesFrom;
    private readonly ILookup<int, Lane> lanesOf;

    internal PlainRoads(RoadNetwork network, TravelMode mode, RoadConditions conditions)
    {
        (this.network, this.mode, this.conditions) = (network, mode, conditions);
        bans = mode is TravelMode.Car or TravelMode.Bus ? [.. network.Bans] : [];
        var lanes = Enumerable.Range(0, network.RoadCount).SelectMany(ListLanes).ToList();
        (lanesFrom, lanesOf) = (lanes.ToLookup(lane => lane.Start), lanes.ToLookup(lane => lane.Road));
    }

    internal Trip? Find(RoadSnap start, RoadSnap end, Minutes limit)
    {
        var best = Search(start, end).DefaultIfEmpty((long.MaxValue, 0)).Min();
        return best.Item1 / 60_000.0 <= limit.Value ? new Trip(new Minutes(best.Item1 / 60_000.0), new Metres(best.Item2 / 1000.0)) : null;
    }

    private List<(long, long)> Search(RoadSnap start, RoadSnap end)
    {
        var arrivals = new List<(long, long)>();
        if (start.Foot is not { } from || end.Foot is not { } to)
            return arrivals;
        var (walkFrom, walkTo) = (Walk(from.Away.Value), Walk(to.Away.Value));
        arrivals.AddRange(SearchStraight(start, end));
        var settled = new HashSet<Lane>();
        var queue = new PriorityQueue<Lane, (long, long)>();
        foreach (var (lane, cost) in Begin(from))
            queue.Enqueue(lane, Sum(walkFrom, cost));
        if (from.Vertex is { } vertex)
            arrivals.AddRange(lanesFrom[vertex].SelectMany(lane => PartTo(lane, to)).Select(part => Sum(Sum(walkFrom, part), walkTo)));
        while (queue.TryDequeue(out var lane, out var cost))
        {
            if (!settled.Add(lane))
                continue;
            if (lane.End == to.Vertex)
                arrivals.Add(Sum(cost, walkTo));
            foreach (var next in lanesFrom[lane.End].Where(next => !bans.Contains(new TurnBan(lane.Road, lane.End, next.Road))))
            {
                arrivals.AddRange(PartTo(next, to).Select(part => Sum(Sum(cost, part), walkTo)));
                queue.Enqueue(next, Sum(cost, next.Cost));
            }
        }

        return arrivals;
    }

    private IEnumerable<(long, long)> SearchStraight(RoadSnap start, RoadSnap end)
    {
        var (from, to) = (start.Foot!, end.Foot!);
        var samePlace = from.Vertex is { } vertex ? vertex == to.Vertex : to.Vertex is null && from.Road == to.Road;
        if (!samePlace)
            yield break;
        var straight = Geodesic.Distance(start.Place, end.Place).Value;
        if (straight <= from.Away.Value + to.Away.Value)
            yield return Walk(straight);
        var walked = Sum(Walk(from.Away.Value), Walk(to.Away.Value));
        if (from.Vertex is not null)
            yield return walked;
        else
        {
            foreach (var lane in lanesOf[from.Road].Where(lane => lane.Backward ? to.Along <= from.Along : to.Along >= from.Along))
            {
                var (one, other) = (Part(lane.Cost, from.Along.Value), Part(lane.Cost, to.Along.Value));
                yield return Sum(walked, (Math.Abs(one.Item1 - other.Item1), Math.Abs(one.Item2 - other.Item2)));
            }
        }
    }

    private IEnumerable<(Lane Lane, (long, long) Cost)> Begin(RoadFoot from) => from.Vertex is { } vertex
        ? lanesFrom[vertex].Select(lane => (lane, lane.Cost))
        : lanesOf[from.Road].Select(lane => (lane, lane.Backward ? Part(lane.Cost, from.Along.Value) : Rest(lane.Cost, from.Along.Value)));

    private static IEnumerable<(long, long)> PartTo(Lane lane, RoadFoot to)
    {
        if (to.Vertex is null && lane.Road == to.Road)
            yield return lane.Backward ? Rest(lane.Cost, to.Along.Value) : Part(lane.Cost, to.Along.Value);
    }

    private IEnumerable<Lane> ListLanes(int index)
    {
        var road = network.RoadAt(index);
        var use = mode switch { TravelMode.Walk => road.Walk, TravelMode.EBike => road.EBike, _ => road.Car };
        if (road.Bridge is not null && conditions.ClosedBridges.Contains(road.Bridge))
            yield break;
        if (use.Forward is { } forward)
            yield return new Lane(index, false, road.From, road.To, CostOf(network.LengthOf(index).Value, forward));
        if (use.Backward is { } backward)
            yield return new Lane(index, true, road.To, road.From, CostOf(network.LengthOf(index).Value, backward));
    }

    private (long, long) Walk(double metres) =>
        CostOf(metres * SnapRules.Default.OffRoad.Detour, SnapRules.Default.OffRoad.Speed);

    private (long, long) CostOf(double metres, Speed speed) =>
        ((long)Math.Round(metres * 3600 / speed.KilometresPerHour * conditions.Slowing), (long)Math.Round(metres * 1000));

    private static (long, long) Part((long Ms, long Mm) cost, double share) => ((long)Math.Round(cost.Ms * share), (long)Math.Round(cost.Mm * share));

    private static (long, long) Rest((long Ms, long Mm) cost, double share) =>
        (cost.Ms - Part(cost, share).Item1, cost.Mm - Part(cost, share).Item2);

    private static (long, long) Sum((long Ms, long Mm) one, (long Ms, long Mm) other) => (one.Ms + other.Ms, one.Mm + other.Mm);

    private readonly record struct Lane(int Road, bool Backward, int Start, int End, (long, long) Cost);
}
