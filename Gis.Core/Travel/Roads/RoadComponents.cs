using Gis.Core.Places;

namespace Gis.Core.Travel.Roads;

/// <summary>Which states can be reached from each other there and back: strongly connected components (Tarjan 1972).</summary>
internal sealed class RoadComponents
{
    private readonly int[] componentOf;
    private readonly int[] low;
    private readonly int[] order;
    private readonly int[] nextArc;
    private readonly ArcRows arcs;
    private readonly Stack<int> path = [];
    private readonly Stack<int> open = [];
    private int visited;

    internal RoadComponents(ArcRows arcs)
    {
        this.arcs = arcs;
        componentOf = new int[arcs.StateCount];
        order = new int[arcs.StateCount];
        low = new int[arcs.StateCount];
        nextArc = new int[arcs.StateCount];
        Array.Fill(componentOf, -1);
        for (var state = 0; state < arcs.StateCount; state++)
        {
            if (order[state] == 0)
                Visit(state);
        }
    }

    /// <summary>How many components there are.</summary>
    internal int Count { get; private set; }

    internal int this[int state] => componentOf[state];

    /// <summary>
    /// The component with the most states; of equally large ones that which reaches furthest west, then south: not the first in
    /// the file, so that the order of the roads changes nothing. -1 where there are no states.
    /// </summary>
    internal int FindLargest(Func<int, LonLat> positionOf)
    {
        var sizes = new int[Count];
        foreach (var component in componentOf)
            sizes[component]++;
        var most = sizes.DefaultIfEmpty().Max();
        return Enumerable.Range(0, componentOf.Length)
            .GroupBy(state => componentOf[state], state => (positionOf(state).Longitude, positionOf(state).Latitude))
            .Where(states => sizes[states.Key] == most)
            .MinBy(states => states.Min())?.Key ?? -1;
    }

    // With its own stack: a road network is deeper than a thread's.
    private void Visit(int root)
    {
        Enter(root);
        while (path.TryPeek(out var state))
        {
            var row = arcs[state];
            if (nextArc[state] == row.Length)
            {
                Leave(state);
                continue;
            }

            var end = row[nextArc[state]++].End;
            if (order[end] == 0)
                Enter(end);
            else if (componentOf[end] < 0)
                low[state] = Math.Min(low[state], order[end]);
        }
    }

    private void Enter(int state)
    {
        order[state] = low[state] = ++visited;
        path.Push(state);
        open.Push(state);
    }

    private void Leave(int state)
    {
        path.Pop();
        if (path.TryPeek(out var before))
            low[before] = Math.Min(low[before], low[state]);
        if (low[state] != order[state])
            return;
        int member;
        do
        {
            member = open.Pop();
            componentOf[member] = Count;
        }
        while (member != state);
        Count++;
    }
}
