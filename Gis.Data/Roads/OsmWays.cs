using System.Runtime.InteropServices;
using OsmSharp;

namespace Gis.Data.Roads;

/// <summary>The ways that are roads, in compact lists: what they are and the nodes they pass.</summary>
internal sealed class OsmWays
{
    private readonly List<long> ids = [];
    private readonly List<int> starts = [0];
    private readonly List<long> nodes = [];
    private readonly List<WayRules> rules = [];

    internal int Count => ids.Count;

    /// <summary>The ids of all nodes passed, a node as often as it is passed.</summary>
    internal ReadOnlySpan<long> Nodes => CollectionsMarshal.AsSpan(nodes);

    /// <summary>Keeps a way if it is a road.</summary>
    internal void Add(Way way)
    {
        if (way.Nodes is not { Length: >= 2 } passed || WayRules.Read(way.Tags) is not { } read)
            return;
        ids.Add(way.Id!.Value);
        nodes.AddRange(passed);
        starts.Add(nodes.Count);
        rules.Add(read);
    }

    internal long IdOf(int way) => ids[way];

    internal WayRules RulesOf(int way) => rules[way];

    /// <summary>The places of a way's nodes in <see cref="Nodes"/>.</summary>
    internal Range PlacesOf(int way) => starts[way]..starts[way + 1];
}
