namespace Gis.Core.Travel.Roads;

/// <summary>
/// Looks a little way round a state that is to be taken out for ways that are as cheap as the one through it. Not looking far
/// enough makes a shortcut too many, never a wrong cost.
/// </summary>
internal sealed class WitnessSearch(HopList[] leaving)
{
    private const int MostSettled = 40;

    private readonly long[] costs = new long[leaving.Length];
    private readonly int[] seenIn = new int[leaving.Length];
    private readonly CostHeap heap = new();
    private int search;

    /// <summary>Searches from a state round another, as far as the dearest of the ends.</summary>
    internal void Search(int start, int round, long first, ReadOnlySpan<Hop> ends)
    {
        search++;
        heap.Clear();
        var furthest = 0L;
        foreach (var hop in ends)
            furthest = Math.Max(furthest, first + hop.Cost);
        Reach(start, 0);
        for (var settled = 0; heap.Count > 0 && settled < MostSettled; settled++)
        {
            var (cost, state) = heap.TakeCheapest();
            if (cost > furthest)
                return;
            if (cost > costs[state])
                continue;
            foreach (var hop in leaving[state].Hops)
            {
                if (hop.End != round && cost + hop.Cost <= furthest)
                    Reach(hop.End, cost + hop.Cost);
            }
        }
    }

    /// <summary>The cost of the cheapest way found; at least that of the cheapest there is.</summary>
    internal long CostTo(int state) => seenIn[state] == search ? costs[state] : RoadCost.Unreached;

    private void Reach(int state, long cost)
    {
        if (CostTo(state) <= cost)
            return;
        costs[state] = cost;
        seenIn[state] = search;
        heap.Add(cost, state);
    }
}
