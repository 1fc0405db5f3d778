namespace Gis.Core.Coverage;

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
    private readonly int[] level;
    private readonly int[] untried;

    internal MaximumFlow(int nodes)
    {
        (first, level, untried) = (new int[nodes], new int[nodes], new int[nodes]);
        Array.Fill(first, -1);
    }

    /// <summary>Adds an arc; its twin back, at the next index, holds what may be taken back.</summary>
    internal void AddArc(int from, int node, long capacity)
    {
        AddHalf(from, node, capacity);
        AddHalf(node, from, 0);
    }

    /// <summary>Sends as much as can flow; to be called once.</summary>
    internal long Send(int source, int sink)
    {
        var sent = 0L;
        while (IsReached(source, sink))
        {
            first.CopyTo(untried, 0);
            for (long more; (more = Push(source, sink, long.MaxValue)) > 0;)
                sent += more;
        }

        return sent;
    }

    /// <summary>Whether a node lies on the source's side of the smallest cut, after sending.</summary>
    internal bool IsOnSourceSide(int node) => level[node] >= 0;

    private void AddHalf(int from, int node, long capacity)
    {
        to.Add(node);
        left.Add(capacity);
        next.Add(first[from]);
        first[from] = to.Count - 1;
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

    private long Push(int node, int sink, long most)
    {
        if (node == sink)
            return most;
        for (; untried[node] >= 0; untried[node] = next[untried[node]])
        {
            var arc = untried[node];
            if (left[arc] == 0 || level[to[arc]] != level[node] + 1)
                continue;
            var pushed = Push(to[arc], sink, Math.Min(most, left[arc]));
            if (pushed == 0)
                continue;
            left[arc] -= pushed;
            left[arc ^ 1] += pushed;
            return pushed;
        }

        return 0;
    }
}
