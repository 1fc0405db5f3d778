namespace Gis.Core.Travel.Roads;

/// <summary>
/// A road graph with most of its states taken out and shortcuts put in. Every cheapest way has a twin of the same cost that
/// climbs from its start to the core, goes about there, and descends to its end. Never changes, so threads may share it.
/// </summary>
internal sealed class RoadHierarchy
{
    /// <summary>Past this the core grows denser faster than it grows smaller; measured with the road benchmark.</summary>
    internal const double UsualMostHops = 8;

    private readonly int[] nodeOf;

    private RoadHierarchy(RoadGraph graph, double mostHops, CancellationToken cancel)
    {
        var contraction = new Contraction(graph.Forward);
        contraction.Run(mostHops, cancel);
        var stateOf = ListByRank(contraction, graph.Forward.StateCount);
        nodeOf = new int[stateOf.Length];
        for (var node = 0; node < stateOf.Length; node++)
            nodeOf[stateOf[node]] = node;
        CoreCount = stateOf.Length - contraction.TakenOut.Count;
        Leaving = new HopRows(stateOf.Length, node => Renumber(contraction.LeavingOf(stateOf[node])));
        Entering = new HopRows(stateOf.Length, node => Renumber(contraction.EnteringOf(stateOf[node])));
    }

    internal int NodeCount => nodeOf.Length;

    /// <summary>The nodes below this number are the core.</summary>
    internal int CoreCount { get; }

    /// <summary>Hops from a node to others above it or, in the core, beside it.</summary>
    internal HopRows Leaving { get; }

    /// <summary>Hops to a node from others above it or, in the core, beside it; each names where it comes from.</summary>
    internal HopRows Entering { get; }

    /// <summary>Takes states out until those that are left have more than so many hops each. Costs do not depend on it.</summary>
    internal static RoadHierarchy Of(RoadGraph graph, double mostHops, CancellationToken cancel) => new(graph, mostHops, cancel);

    /// <summary>The node that stands for a state of the graph.</summary>
    internal int NodeOf(int state) => nodeOf[state];

    // The core first and what was taken out last next: what searches visit together lies together.
    private static int[] ListByRank(Contraction contraction, int count)
    {
        var taken = new bool[count];
        foreach (var state in contraction.TakenOut)
            taken[state] = true;
        return [.. Enumerable.Range(0, count).Where(state => !taken[state]), .. Enumerable.Reverse(contraction.TakenOut)];
    }

    private Hop[] Renumber(ReadOnlySpan<Hop> hops)
    {
        var renumbered = new Hop[hops.Length];
        for (var place = 0; place < hops.Length; place++)
            renumbered[place] = hops[place] with { End = nodeOf[hops[place].End] };
        return renumbered;
    }
}
