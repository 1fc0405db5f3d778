namespace Gis.Core.Pairing.Matching;

/// <summary>The most that flows through a network from its first node to its second, in phases of shortest ways (Dinic 1970).</summary>
internal sealed class FlowNet(int nodes)
{
    internal const int Source = 0;
    internal const int Sink = 1;

    private readonly List<int>[] arcsOf = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];
    private readonly List<int> heads = [];
    private readonly List<int> rooms = [];
    private int[] level = [];
    private int[] next = [];

    /// <summary>Adds an arc; its number is for <see cref="FlowIn"/> and <see cref="Widen"/>. The arc back has the number after it.</summary>
    internal int AddArc(int from, int to, int room)
    {
        arcsOf[from].Add(heads.Count);
        arcsOf[to].Add(heads.Count + 1);
        heads.AddRange([to, from]);
        rooms.AddRange([room, 0]);
        return heads.Count - 2;
    }

    /// <summary>How much flows in an arc.</summary>
    internal int FlowIn(int arc) => rooms[arc + 1];

    /// <summary>Makes an arc wider; what flows stays.</summary>
    internal void Widen(int arc, int by) => rooms[arc] += by;

    /// <summary>Adds to what flows as much as goes; gives what was added. No arc out of the source ever loses flow.</summary>
    internal int Push()
    {
        var pushed = 0;
        while (Label())
        {
            next = new int[nodes];
            while (Advance() is > 0 and var more)
                pushed += more;
        }

        return pushed;
    }

    /// <summary>The nodes that more could flow to: the side of the source of a least cut.</summary>
    internal bool[] SourceSide()
    {
        Label();
        return [.. level.Select(steps => steps >= 0)];
    }

    private bool Label()
    {
        level = new int[nodes];
        Array.Fill(level, -1);
        level[Source] = 0;
        var queue = new Queue<int>([Source]);
        while (queue.TryDequeue(out var node))
        {
            foreach (var arc in arcsOf[node])
            {
                if (rooms[arc] == 0 || level[heads[arc]] >= 0)
                    continue;
                level[heads[arc]] = level[node] + 1;
                queue.Enqueue(heads[arc]);
            }
        }

        return level[Sink] >= 0;
    }

    // One way to the sink, walked without recursion: it may be as long as the network.
    private int Advance()
    {
        var (way, node) = (new List<int>(), Source);
        while (node != Sink)
        {
            if (next[node] < arcsOf[node].Count)
            {
                var arc = arcsOf[node][next[node]];
                if (rooms[arc] > 0 && level[heads[arc]] == level[node] + 1)
                {
                    way.Add(arc);
                    node = heads[arc];
                }
                else
                {
                    next[node]++;
                }
            }
            else if (node == Source)
            {
                return 0;
            }
            else
            {
                node = heads[way[^1] ^ 1];
                way.RemoveAt(way.Count - 1);
                next[node]++;
            }
        }

        return Fill(way);
    }

    private int Fill(List<int> way)
    {
        var most = way.Min(arc => rooms[arc]);
        foreach (var arc in way)
        {
            rooms[arc] -= most;
            rooms[arc ^ 1] += most;
        }

        return most;
    }
}
