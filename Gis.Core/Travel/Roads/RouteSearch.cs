namespace Gis.Core.Travel.Roads;

/// <summary>One search for the cheapest way between two places that remembers where it came from.</summary>
internal sealed class RouteSearch
{
    private readonly RoadGraph graph;
    private readonly long[] costs;
    private readonly Step[] steps;
    private readonly CostHeap heap = new();

    private RouteSearch(RoadGraph graph)
    {
        this.graph = graph;
        costs = new long[graph.Forward.StateCount];
        steps = new Step[costs.Length];
        Array.Fill(costs, RoadCost.Unreached);
    }

    internal static RoadRoute? Find(RoadGraph graph, PlaceSeeds start, PlaceSeeds end, long highest)
    {
        var straight = start.CostStraightTo(end);
        var search = new RouteSearch(graph);
        if (search.FindArrival(start, end, Math.Min(highest, straight)) is { } arrival && arrival.Cost < straight)
            return Make(arrival.Cost, RouteLine.Draw(graph.Network, start, [.. search.ListLanes(arrival.Seed.State), arrival.Seed.Lane], end), isOnFoot: false);
        if (straight > highest)
            return null;
        var isOnFoot = start.CostOnFootTo(end) <= start.CostAlongTo(end);
        return Make(straight, isOnFoot ? [start.Place, end.Place] : RouteLine.DrawAlong(graph.Network, start, end), isOnFoot);

        RoadRoute Make(long cost, IEnumerable<Places.LonLat> line, bool isOnFoot) =>
            new(RoadCost.ToTrip(cost), RouteLine.DropRepeats(line), start.Foot, end.Foot, isOnFoot);
    }

    private (Seed Seed, long Cost)? FindArrival(PlaceSeeds start, PlaceSeeds end, long highest)
    {
        foreach (var seed in start.Leaving)
            Reach(seed.State, seed.Cost, new Step(-1, seed.Lane));
        var arrivals = end.Arriving.ToLookup(seed => seed.State);
        (Seed Seed, long Cost)? best = null;
        while (heap.Count > 0 && heap.CheapestCost <= (best?.Cost ?? highest))
        {
            var (cost, state) = heap.TakeCheapest();
            if (cost > costs[state])
                continue;
            foreach (var seed in arrivals[state])
            {
                if (cost + seed.Cost <= highest && cost + seed.Cost < (best?.Cost ?? RoadCost.Unreached))
                    best = (seed, cost + seed.Cost);
            }

            foreach (var arc in graph.Forward[state])
                Reach(arc.End, cost + arc.Cost, new Step(state, arc.Lane));
        }

        return best;
    }

    private void Reach(int state, long cost, Step step)
    {
        if (costs[state] <= cost)
            return;
        (costs[state], steps[state]) = (cost, step);
        heap.Add(cost, state);
    }

    private Stack<int> ListLanes(int last)
    {
        var lanes = new Stack<int>();
        for (var state = last; state >= 0; state = steps[state].Before)
            lanes.Push(steps[state].Lane);
        return lanes;
    }

    private readonly record struct Step(int Before, int Lane);
}
