using Gis.Core.Travel.Roads;
using OsmSharp;
using OsmSharp.Tags;

namespace Gis.Data.Roads;

/// <summary>The turn restrictions for cars: read first, and made into banned turns once the roads are there.</summary>
internal sealed class TurnRestrictions
{
    private readonly List<Restriction> restrictions = [];
    private readonly SortedDictionary<RestrictionFate, int> fates = [];

    // The ends of roads at the nodes at which turns are restricted, by node and then as (way, road).
    private readonly Dictionary<long, List<(long Way, int Road)>> ends = [];

    /// <summary>What became of the restrictions so far.</summary>
    internal IReadOnlyDictionary<RestrictionFate, int> Fates => fates;

    /// <summary>Keeps a relation if it restricts turns.</summary>
    internal void Add(Relation relation)
    {
        if (relation.Tags is not { } tags || !tags.TryGetValue("type", out var type) || !type.StartsWith("restriction", StringComparison.Ordinal))
            return;
        if (FindWhyNot(tags, out var kind) is { } fate)
        {
            Count(fate);
            return;
        }

        var members = (relation.Members ?? []).ToLookup(member => member.Role);
        var (from, via, to) = (members["from"].Select(Way).ToArray(), members["via"].ToArray(), members["to"].Select(Way).ToArray());
        if (via.Any(member => member.Type == OsmGeoType.Way))
            Count(RestrictionFate.OverAWay);
        else if (from.Length == 0 || to.Length == 0 || via is not [{ Type: OsmGeoType.Node } node])
            Count(RestrictionFate.Incomplete);
        else
            Keep(new Restriction(kind, from, node.Id, to));
    }

    /// <summary>Whether turns at a node are restricted, so that its roads must be told.</summary>
    internal bool Concern(long node) => ends.ContainsKey(node);

    /// <summary>Tells that a road ends at a node.</summary>
    internal void AddEnd(long node, long way, int road) => ends[node].Add((way, road));

    /// <summary>Bans the turns, now that all roads were told.</summary>
    /// <param name="network">Gets the bans.</param>
    /// <param name="vertexOf">The vertex of a node; null where there is none or a barrier parts it.</param>
    internal void Apply(RoadNetwork.Builder network, Func<long, int?> vertexOf)
    {
        foreach (var restriction in restrictions)
            Count(Apply(restriction, network, vertexOf));
    }

    private RestrictionFate Apply(Restriction restriction, RoadNetwork.Builder network, Func<long, int?> vertexOf)
    {
        var at = ends[restriction.Via];
        var from = at.Where(end => restriction.From.Contains(end.Way)).Select(end => end.Road).ToArray();
        var to = at.Where(end => restriction.To.Contains(end.Way)).Select(end => end.Road).ToArray();
        if (from.Length == 0 || to.Length == 0)
            return RestrictionFate.NotOfTheRoads;
        if (vertexOf(restriction.Via) is not { } via)
            return RestrictionFate.AtABarrier;
        if (restriction.Kind == "no_u_turn" && restriction.From.SequenceEqual(restriction.To))
            Ban(network, from, via, road => [road]);
        else if (from.Length > restriction.From.Length || to.Length > restriction.To.Length)
            return RestrictionFate.Unclear;
        else if (restriction.IsOnly)
            Ban(network, from, via, _ => at.Select(end => end.Road).Except(to));
        else
            Ban(network, from, via, _ => to);
        return RestrictionFate.Applied;
    }

    private static void Ban(RoadNetwork.Builder network, int[] from, int via, Func<int, IEnumerable<int>> toOf)
    {
        foreach (var road in from)
        {
            foreach (var to in toOf(road))
                network.Ban(new TurnBan(road, via, to));
        }
    }

    private static long Way(RelationMember member) => member.Id;

    // The restriction for cars, or why there is none.
    private static RestrictionFate? FindWhyNot(TagsCollectionBase tags, out string kind)
    {
        if (!tags.TryGetValue("restriction:motorcar", out kind) && !tags.TryGetValue("restriction:motor_vehicle", out kind)
            && !tags.TryGetValue("restriction", out kind))
        {
            kind = "";
            return tags.Any(tag => tag.Key.StartsWith("restriction", StringComparison.Ordinal) && tag.Key.EndsWith(":conditional", StringComparison.Ordinal))
                ? RestrictionFate.AtCertainTimes
                : RestrictionFate.NotForCars;
        }

        if (kind.Contains('@', StringComparison.Ordinal) || tags.ContainsKey("day_on") || tags.ContainsKey("hour_on"))
            return RestrictionFate.AtCertainTimes;
        if (tags.TryGetValue("except", out var except) && except.Split(';', StringSplitOptions.TrimEntries).Any(mode => mode is "motorcar" or "motor_vehicle" or "vehicle"))
            return RestrictionFate.NotForCars;
        return kind.StartsWith("no_", StringComparison.Ordinal) || kind.StartsWith("only_", StringComparison.Ordinal) ? null : RestrictionFate.Incomplete;
    }

    private void Keep(Restriction restriction)
    {
        restrictions.Add(restriction);
        ends.TryAdd(restriction.Via, []);
    }

    private void Count(RestrictionFate fate) => fates[fate] = fates.GetValueOrDefault(fate) + 1;

    private sealed record Restriction(string Kind, long[] From, long Via, long[] To)
    {
        internal bool IsOnly => Kind.StartsWith("only_", StringComparison.Ordinal);
    }
}
