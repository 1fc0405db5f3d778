namespace Gis.Core.Travel.Roads;

/// <summary>
/// Takes states out of a road graph one by one, those that leave least behind first, and puts a shortcut wherever the cheapest
/// way between two neighbours led through (Geisberger et al. 2008). It stops at a core that grows too dense to go on.
/// </summary>
internal sealed class Contraction
{
    private readonly HopList[] leaving;
    private readonly HopList[] entering;
    private readonly int[] depth;
    private readonly WitnessSearch witness;
    private readonly List<(int From, Hop Hop)> shortcuts = [];
    private long hopCount;

    internal Contraction(ArcRows arcs)
    {
        leaving = new HopList[arcs.StateCount];
        entering = new HopList[arcs.StateCount];
        depth = new int[arcs.StateCount];
        for (var state = 0; state < arcs.StateCount; state++)
        {
            foreach (var arc in arcs[state])
            {
                if (arc.End != state)
                    Join(state, arc.End, arc.Cost);
            }
        }

        witness = new WitnessSearch(leaving);
    }

    /// <summary>The states taken out, in the order in which they were.</summary>
    internal List<int> TakenOut { get; } = [];

    /// <summary>The hops that leave a state for the core or for states that were taken out after it.</summary>
    internal ReadOnlySpan<Hop> LeavingOf(int state) => leaving[state].Hops;

    /// <summary>The hops that enter a state from the core or from states that were taken out after it; each names where it comes from.</summary>
    internal ReadOnlySpan<Hop> EnteringOf(int state) => entering[state].Hops;

    /// <summary>Takes states out until the core has more than so many hops to a state.</summary>
    internal void Run(double mostHopsPerState, CancellationToken cancel)
    {
        if (hopCount > mostHopsPerState * leaving.Length)
            return;
        var queue = new CostHeap();
        for (var state = 0; state < leaving.Length; state++)
            queue.Add(RateRemoval(state), state);
        while (queue.Count > 0 && hopCount <= mostHopsPerState * (leaving.Length - TakenOut.Count))
        {
            if ((TakenOut.Count & 1023) == 0)
                cancel.ThrowIfCancellationRequested();
            var state = queue.TakeCheapest().State;

            // The rating may have risen since it was made; a state that is no longer the best waits again.
            var rating = RateRemoval(state);
            if (queue.Count > 0 && rating > queue.CheapestCost)
                queue.Add(rating, state);
            else
                TakeOut(state);
        }
    }

    private long RateRemoval(int state)
    {
        FindShortcuts(state);
        return (2L * shortcuts.Count) - leaving[state].Count - entering[state].Count + depth[state];
    }

    // Leaves in `shortcuts` those that the last rating found.
    private void TakeOut(int state)
    {
        foreach (var hop in leaving[state].Hops)
        {
            entering[hop.End].Remove(state);
            depth[hop.End] = Math.Max(depth[hop.End], depth[state] + 1);
        }

        foreach (var hop in entering[state].Hops)
        {
            leaving[hop.End].Remove(state);
            depth[hop.End] = Math.Max(depth[hop.End], depth[state] + 1);
        }

        hopCount -= leaving[state].Count + entering[state].Count;
        foreach (var (from, hop) in shortcuts)
            Join(from, hop.End, hop.Cost);
        TakenOut.Add(state);
    }

    private void FindShortcuts(int state)
    {
        shortcuts.Clear();
        foreach (var into in entering[state].Hops)
        {
            witness.Search(into.End, state, into.Cost, leaving[state].Hops);
            foreach (var outOf in leaving[state].Hops)
            {
                var cost = into.Cost + outOf.Cost;
                if (outOf.End != into.End && cost <= RoadCost.Highest && witness.CostTo(outOf.End) > cost)
                    shortcuts.Add((into.End, new Hop(outOf.End, cost)));
            }
        }
    }

    private void Join(int from, int to, long cost)
    {
        if (leaving[from].AddOrLower(to, cost))
            hopCount++;
        entering[to].AddOrLower(from, cost);
    }
}

/// <summary>The hops at one side of a state, at most one for each other state. A struct in an array: copy it nowhere.</summary>
internal struct HopList
{
    private Hop[]? hops;

    internal int Count { get; private set; }

    internal readonly ReadOnlySpan<Hop> Hops => hops.AsSpan(0, Count);

    /// <summary>Adds a hop, or lowers the cost of the one that leads there; whether it was added.</summary>
    internal bool AddOrLower(int end, long cost)
    {
        for (var place = 0; place < Count; place++)
        {
            if (hops![place].End != end)
                continue;
            hops[place] = new Hop(end, Math.Min(cost, hops[place].Cost));
            return false;
        }

        hops ??= new Hop[4];
        if (Count == hops.Length)
            Array.Resize(ref hops, Count * 2);
        hops[Count++] = new Hop(end, cost);
        return true;
    }

    internal void Remove(int end)
    {
        for (var place = 0; place < Count; place++)
        {
            if (hops![place].End != end)
                continue;
            hops[place] = hops[--Count];
            return;
        }
    }
}
