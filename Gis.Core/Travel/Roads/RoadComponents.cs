namespace Gis.Core.Travel.Roads;

/// <summary>Which states can be reached from each other there and back: strongly connected components (Tarjan 1972).</summary>
internal sealed class RoadComponents
{
    // Small enough for two banks without a bridge to be two mainlands, large enough for no car park to be one.
    private const int SmallestMainlandPart = 10;

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

    /// <summary>Whether each component is mainland: it has at least a tenth as many states as the largest. The others are islands.</summary>
    internal bool[] MarkMainland()
    {
        var sizes = new long[Count];
        foreach (var component in componentOf)
            sizes[component]++;
        var largest = sizes.DefaultIfEmpty().Max();
        return [.. sizes.Select(size => size * SmallestMainlandPart >= largest)];
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
