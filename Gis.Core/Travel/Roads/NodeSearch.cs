namespace Gis.Core.Travel.Roads;

/// <summary>A search from some seeds over a hierarchy, cheapest first, up to a cost. One thread's; used again and again.</summary>
internal sealed class NodeSearch(int nodeCount)
{
    private readonly long[] costs = new long[nodeCount];
    private readonly int[] seenIn = new int[nodeCount];
    private readonly CostHeap heap = new();
    private HopRows? hops;
    private long highest;
    private int search;

    /// <summary>Begins a search for everything that costs at most so much.</summary>
    internal void Begin(HopRows over, long upTo)
    {
        (hops, highest) = (over, upTo);
        heap.Clear();
        search++;
    }

    internal void Reach(int node, long cost)
    {
        if (cost > highest || (seenIn[node] == search && costs[node] <= cost))
            return;
        costs[node] = cost;
        seenIn[node] = search;
        heap.Add(cost, node);
    }

    /// <summary>The next cheapest node; false when there is none.</summary>
    internal bool TrySettle(out int node, out long cost)
    {
        while (heap.Count > 0)
        {
            (cost, node) = heap.TakeCheapest();
            if (cost == costs[node])
                return true;
        }

        (node, cost) = (-1, 0);
        return false;
    }

    /// <summary>Goes on from a node that was settled.</summary>
    internal void GoOn(int node, long cost)
    {
        foreach (var hop in hops![node])
            Reach(hop.End, cost + hop.Cost);
    }
}
