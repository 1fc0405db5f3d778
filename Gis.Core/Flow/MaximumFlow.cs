namespace Gis.Core.Flow;

/// <summary>The most that can flow from one node to another through arcs of whole capacities.</summary>
/// <remarks>
/// Blocking flows over levels: Dinitz 1970, Soviet Mathematics Doklady 11. What can still be reached from the source when no
/// more flows is the smallest of the cuts that hold the flow back, and the same for every greatest flow.
/// </remarks>
internal sealed class MaximumFlow
{
    private readonly List<int> to = [];
    private readonly List<long> left = [];
    private readonly List<int> next = [];
    private readonly int[] first;
    private readonly int[] last;
    private readonly int[] level;
    private readonly int[] untried;

    internal MaximumFlow(int nodes)
    {
        (first, last, level, untried) = (new int[nodes], new int[nodes], new int[nodes], new int[nodes]);
        Array.Fill(first, -1);
    }

    /// <summary>Adds an arc; its twin back, at the next number, holds what may be taken back.</summary>
    /// <returns>Its number, for <see cref="FlowIn"/> and <see cref="Widen"/>.</returns>
    internal int AddArc(int from, int node, long capacity)
    {
        AddHalf(from, node, capacity);
        AddHalf(node, from, 0);
        return to.Count - 2;
    }

    /// <summary>How much flows in an arc.</summary>
    internal long FlowIn(int arc) => left[arc ^ 1];

    /// <summary>Makes an arc wider; what flows stays.</summary>
    internal void Widen(int arc, long by) => left[arc] += by;

    /// <summary>Adds to what flows as much as goes; gives what was added. No arc out of the source ever loses flow.</summary>
    internal long Send(int source, int sink)
    {
        var sent = 0L;
        while (IsReached(source, sink))
        {
            first.CopyTo(untried, 0);
            for (long more; (more = Push(source, sink)) > 0;)
                sent += more;
        }

        return sent;
    }

    /// <summary>Whether a node lies on the source's side of the smallest cut, after sending.</summary>
    internal bool IsOnSourceSide(int node) => level[node] >= 0;

    // Arcs of a node stand in the order in which they were added.
    private void AddHalf(int from, int node, long capacity)
    {
        to.Add(node);
        left.Add(capacity);
        next.Add(-1);
        if (first[from] < 0)
            first[from] = to.Count - 1;
        else
            next[last[from]] = to.Count - 1;
        last[from] = to.Count - 1;
    }

    private bool IsReached(int source, int sink)
    {
        Array.Fill(level, -1);
        level[source] = 0;
        var waiting = new Queue<int>([source]);
        while (waiting.TryDequeue(out var node))
        {
            for (var arc = first[node]; arc >= 0; arc = next[arc])
            {
                if (left[arc] == 0 || level[to[arc]] >= 0)
                    continue;
                level[to[arc]] = level[node] + 1;
                waiting.Enqueue(to[arc]);
            }
        }

        return level[sink] >= 0;
    }

    // One way to the sink, walked without recursion: it may be as long as the network.
    private long Push(int source, int sink)
    {
        var (way, node) = (new List<int>(), source);
        while (node != sink)
        {
            if (untried[node] is >= 0 and var arc)
            {
                if (left[arc] > 0 && level[to[arc]] == level[node] + 1)
                {
                    way.Add(arc);
                    node = to[arc];
                }
                else
                {
                    untried[node] = next[arc];
                }
            }
            else if (node == source)
            {
                return 0;
            }
            else
            {
                node = to[way[^1] ^ 1];
                way.RemoveAt(way.Count - 1);
                untried[node] = next[untried[node]];
            }
        }

        return Fill(way);
    }

    private long Fill(List<int> way)
    {
        var most = way.Min(arc => left[arc]);
        foreach (var arc in way)
        {
            left[arc] -= most;
            left[arc ^ 1] += most;
        }

        return most;
    }
}
