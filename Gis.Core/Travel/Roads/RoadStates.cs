namespace Gis.Core.Travel.Roads;

/// <summary>
/// Where one can be in a search: at a vertex, or at a vertex having come by a road from which some turns are banned. The first
/// states are the vertices themselves, at which all turns are free.
/// </summary>
internal sealed class RoadStates
{
    private readonly RoadNetwork network;
    private readonly Dictionary<(int Road, int Vertex), int> copyOf = [];
    private readonly ILookup<int, int> copiesAt;
    private readonly List<int> vertexOfCopy = [];
    private readonly List<HashSet<int>> bannedFrom = [];

    /// <summary>Splits the vertices at which turns are banned; without bans the vertices are the states.</summary>
    internal RoadStates(RoadNetwork network, bool minding)
    {
        this.network = network;
        foreach (var turns in (minding ? network.Bans : []).GroupBy(ban => (ban.FromRoad, ban.Via)))
        {
            copyOf.Add(turns.Key, network.VertexCount + vertexOfCopy.Count);
            vertexOfCopy.Add(turns.Key.Via);
            bannedFrom.Add([.. turns.Select(ban => ban.ToRoad)]);
        }

        copiesAt = Enumerable.Range(0, vertexOfCopy.Count).ToLookup(copy => vertexOfCopy[copy], copy => network.VertexCount + copy);
    }

    internal int Count => network.VertexCount + vertexOfCopy.Count;

    internal int VertexOf(int state) => state < network.VertexCount ? state : vertexOfCopy[state - network.VertexCount];

    internal IEnumerable<int> At(int vertex) => copiesAt[vertex].Prepend(vertex);

    /// <summary>The vertex a lane starts from.</summary>
    internal int TailVertexOf(int lane) => Lanes.IsBackward(lane) ? network.ToOf(Lanes.RoadOf(lane)) : network.FromOf(Lanes.RoadOf(lane));

    /// <summary>The state in which one is at the end of a lane.</summary>
    internal int HeadOf(int lane)
    {
        var vertex = Lanes.IsBackward(lane) ? network.FromOf(Lanes.RoadOf(lane)) : network.ToOf(Lanes.RoadOf(lane));
        return copyOf.Count > 0 && copyOf.TryGetValue((Lanes.RoadOf(lane), vertex), out var copy) ? copy : vertex;
    }

    /// <summary>Whether one may go on along a lane that starts from the state's vertex.</summary>
    internal bool MayTake(int state, int lane) =>
        state < network.VertexCount || !bannedFrom[state - network.VertexCount].Contains(Lanes.RoadOf(lane));

    /// <summary>The arcs of all states along the lanes that have a cost.</summary>
    internal ArcRows ListArcs(Func<int, long?> costOf)
    {
        var leaving = ListLeaving(costOf);
        var start = new int[Count + 1];
        var arcs = new List<Arc>(leaving.ArcCount);
        for (var state = 0; state < Count; state++)
        {
            foreach (var arc in leaving[VertexOf(state)])
            {
                if (MayTake(state, arc.Lane))
                    arcs.Add(arc);
            }

            start[state + 1] = arcs.Count;
        }

        return new ArcRows(start, [.. arcs]);
    }

    private ArcRows ListLeaving(Func<int, long?> costOf)
    {
        // An arc here leads back to its tail vertex; turned round, each stands in the row of that vertex.
        var lanes = new List<Arc>();
        for (var lane = 0; lane < network.RoadCount * 2; lane++)
        {
            if (costOf(lane) is { } cost)
                lanes.Add(new Arc(TailVertexOf(lane), lane, cost));
        }

        var rows = new int[network.VertexCount + 1];
        foreach (var arc in lanes)
            rows[arc.End + 1]++;
        for (var vertex = 0; vertex < network.VertexCount; vertex++)
            rows[vertex + 1] += rows[vertex];
        var next = rows.AsSpan(0, network.VertexCount).ToArray();
        var leaving = new Arc[lanes.Count];
        foreach (var arc in lanes)
            leaving[next[arc.End]++] = arc with { End = HeadOf(arc.Lane) };
        return new ArcRows(rows, leaving);
    }
}
