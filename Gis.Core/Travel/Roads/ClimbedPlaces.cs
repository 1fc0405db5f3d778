namespace Gis.Core.Travel.Roads;

/// <summary>
/// Places from each of which the hierarchy was climbed beforehand, up to its core: every node on the way knows which places
/// come by and at what cost (Knopp et al. 2007). One search from another place then measures the ways to all of them.
/// </summary>
internal sealed class ClimbedPlaces
{
    private readonly RoadHierarchy hierarchy;
    private readonly PlaceSeeds?[] places;
    private readonly TravelDirection direction;
    private readonly long highest;
    private readonly int[] start;
    private readonly Visit[] visits;
    private readonly ILookup<(int, int), int> placesAt;

    /// <summary>Climbs from all places, along the ways that leave them or those that lead to them.</summary>
    internal ClimbedPlaces(RoadHierarchy hierarchy, PlaceSeeds?[] places, TravelDirection direction, RoadWork work)
    {
        (this.hierarchy, this.places, this.direction) = (hierarchy, places, direction);
        highest = RoadCost.Within(work.Limit);
        var climbs = new List<(int Node, long Cost)>[places.Length];
        Parallel.For(
            0, places.Length, new ParallelOptions { CancellationToken = work.Cancel }, () => new NodeSearch(hierarchy.NodeCount),
            (place, _, search) =>
            {
                climbs[place] = Climb(search, places[place]);
                return search;
            },
            _ => { });
        (start, visits) = SortByNode(climbs);
        placesAt = Enumerable.Range(0, places.Length).Where(place => places[place] is not null).ToLookup(place => places[place]!.Spot);
    }

    internal int Count => places.Length;

    /// <summary>A search that measures from one other place at a time; for one thread, used again and again.</summary>
    internal Sweep BeginSweep() => new(this);

    private List<(int Node, long Cost)> Climb(NodeSearch search, PlaceSeeds? place)
    {
        var climb = new List<(int, long)>();
        search.Begin(direction == TravelDirection.There ? hierarchy.Leaving : hierarchy.Entering, highest);
        foreach (var seed in (direction == TravelDirection.There ? place?.Leaving : place?.Arriving) ?? [])
            search.Reach(hierarchy.NodeOf(seed.State), seed.Cost);
        while (search.TrySettle(out var node, out var cost))
        {
            climb.Add((node, cost));
            if (node >= hierarchy.CoreCount)
                search.GoOn(node, cost);
        }

        return climb;
    }

    private (int[] Start, Visit[] Visits) SortByNode(List<(int Node, long Cost)>[] climbs)
    {
        var first = new int[hierarchy.NodeCount + 1];
        foreach (var (node, _) in climbs.SelectMany(climb => climb))
            first[node + 1]++;
        for (var node = 0; node < hierarchy.NodeCount; node++)
            first[node + 1] += first[node];
        var next = first.AsSpan(0, hierarchy.NodeCount).ToArray();
        var sorted = new Visit[first[^1]];
        for (var place = 0; place < climbs.Length; place++)
        {
            foreach (var (node, cost) in climbs[place])
                sorted[next[node]++] = new Visit(place, cost);
        }

        return (first, sorted);
    }

    private readonly record struct Visit(int Place, long Cost);

    /// <summary>One thread's searches from other places to the climbed ones.</summary>
    internal sealed class Sweep
    {
        private readonly ClimbedPlaces climbed;
        private readonly NodeSearch search;
        private readonly long[] best;
        private readonly List<int> reached = [];

        internal Sweep(ClimbedPlaces climbed)
        {
            this.climbed = climbed;
            search = new NodeSearch(climbed.hierarchy.NodeCount);
            best = new long[climbed.Count];
            Array.Fill(best, RoadCost.Unreached);
        }

        /// <summary>The climbed places within the limit of another place, each once, and the cost between, in the direction of the climb.</summary>
        internal PlaceCost[] Measure(PlaceSeeds? other)
        {
            if (other is null)
                return [];
            var there = climbed.direction == TravelDirection.There;
            foreach (var place in climbed.placesAt[other.Spot])
                Improve(place, there ? climbed.places[place]!.CostStraightTo(other) : other.CostStraightTo(climbed.places[place]!));
            search.Begin(there ? climbed.hierarchy.Entering : climbed.hierarchy.Leaving, climbed.highest);
            foreach (var seed in there ? other.Arriving : other.Leaving)
                search.Reach(climbed.hierarchy.NodeOf(seed.State), seed.Cost);
            while (search.TrySettle(out var node, out var cost))
            {
                for (var visit = climbed.start[node]; visit < climbed.start[node + 1]; visit++)
                    Improve(climbed.visits[visit].Place, cost + climbed.visits[visit].Cost);
                search.GoOn(node, cost);
            }

            return TakeReached();
        }

        private void Improve(int place, long cost)
        {
            if (cost > climbed.highest || cost >= best[place])
                return;
            if (best[place] == RoadCost.Unreached)
                reached.Add(place);
            best[place] = cost;
        }

        private PlaceCost[] TakeReached()
        {
            reached.Sort();
            var costs = new PlaceCost[reached.Count];
            for (var i = 0; i < costs.Length; i++)
            {
                costs[i] = new PlaceCost(reached[i], best[reached[i]]);
                best[reached[i]] = RoadCost.Unreached;
            }

            reached.Clear();
            return costs;
        }
    }
}

/// <summary>One of a list of places, and the cost of the way between it and another.</summary>
internal readonly record struct PlaceCost(int Place, long Cost);
