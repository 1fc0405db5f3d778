using System.Collections.Immutable;
using Gis.Core.Places;
using Gis.Core.Travel.Roads;
using Gis.Core.Units;

namespace Gis.Data.Roads;

/// <summary>Cuts ways at the nodes where they meet, end or are barred, and makes roads of the pieces.</summary>
internal sealed class RoadsBuild(OsmWays ways, OsmNodes nodes, int[] passed, TurnRestrictions restrictions)
{
    private const int None = -1;

    private readonly RoadNetwork.Builder network = new();
    private readonly int[] vertexOf = CreateFilled(nodes.Count);
    private readonly List<long> waysCut = [];
    private int zeroLength;
    private (int Any, int Walk, int EBike, int Car, int Ferries) used;

    /// <summary>Makes the network, and its part of the report.</summary>
    internal (RoadNetwork Network, RoadsReport Report) Build(string version, OsmCounts read, DateTime? lastEdit, CancellationToken cancel)
    {
        for (var way = 0; way < ways.Count; way++)
        {
            if (way % 1024 == 0)
                cancel.ThrowIfCancellationRequested();
            AddWay(way);
        }

        restrictions.Apply(network, FindVertex);
        var roads = network.Build(version);
        return (roads, Report(roads, read, lastEdit));
    }

    private static int[] CreateFilled(int count)
    {
        var array = new int[count];
        Array.Fill(array, None);
        return array;
    }

    private void AddWay(int way)
    {
        ReadOnlySpan<int> along = passed.AsSpan(ways.PlacesOf(way));
        var roadsBefore = network.RoadCount;
        var (rules, isCut, start) = (Timed(ways.RulesOf(way), along), false, None);
        for (var i = 0; i < along.Length; i++)
        {
            if (!nodes.IsKnown(along[i]))
            {
                isCut = true;
                if (start != None && i - 1 > start)
                    AddRoad(way, rules, along[start..i]);
                start = None;
            }
            else if (start == None)
            {
                start = i;
            }
            else if (nodes.IsEnd(along[i]))
            {
                AddRoad(way, rules, along[start..(i + 1)]);
                start = i;
            }
        }

        if (isCut)
            waysCut.Add(ways.IdOf(way));
        if (network.RoadCount > roadsBefore)
            CountUse(rules);
    }

    private void AddRoad(int way, WayRules rules, ReadOnlySpan<int> along)
    {
        var (from, to) = (along[0], along[^1]);
        var isZero = IsZeroLength(along);
        zeroLength += isZero ? 1 : 0;
        if (isZero && from == to)
            return;

        var shape = ImmutableArray.CreateBuilder<LonLat>(along.Length - 2);
        foreach (var node in along[1..^1])
            shape.Add(nodes.At(node));
        var road = network.AddRoad(new Road(EndAt(from), EndAt(to), shape.MoveToImmutable(), rules.Walk, rules.EBike, rules.Car, rules.Bridge, rules.PassOnly));
        TellEnd(from, way, road);
        TellEnd(to, way, road);
    }

    private bool IsZeroLength(ReadOnlySpan<int> along)
    {
        var first = nodes.At(along[0]);
        foreach (var node in along[1..])
        {
            if (nodes.At(node) != first)
                return false;
        }

        return true;
    }

    private void TellEnd(int node, int way, int road)
    {
        if (restrictions.Concern(nodes.IdOf(node)))
            restrictions.AddEnd(nodes.IdOf(node), ways.IdOf(way), road);
    }

    // At a barrier each road has an end of its own, joined to the others only for those who may pass.
    private int EndAt(int node)
    {
        var hub = vertexOf[node] != None ? vertexOf[node] : vertexOf[node] = network.AddVertex(nodes.At(node));
        if (!nodes.HasBarrier(node, out var barrier))
            return hub;
        var end = network.AddVertex(nodes.At(node));
        if (barrier.Walk || barrier.EBike || barrier.Car)
            network.AddRoad(new Road(end, hub, [], PassIf(barrier.Walk), PassIf(barrier.EBike), PassIf(barrier.Car), null, PassOnly: true));
        return end;
    }

    // It has no length, so that the speed does not matter.
    private static RoadUse PassIf(bool passes) => passes ? RoadUse.BothWays(new Speed(WayRules.WalkSpeed)) : default;

    private int? FindVertex(long node) =>
        nodes.Find(node) is >= 0 and var place && vertexOf[place] != None && !nodes.HasBarrier(place, out _) ? vertexOf[place] : null;

    // The time a ferry says it takes is for the whole of the way.
    private WayRules Timed(WayRules rules, ReadOnlySpan<int> along)
    {
        if (rules.Duration is not { } duration)
            return rules;
        var metres = 0.0;
        for (var i = 1; i < along.Length; i++)
        {
            if (!nodes.IsKnown(along[i - 1]) || !nodes.IsKnown(along[i]))
                return rules;
            metres += Geodesic.Distance(nodes.At(along[i - 1]), nodes.At(along[i])).Value;
        }

        if (!(metres > 0))
            return rules;
        var speed = new Speed(metres / 1000 / (duration.Value / 60));
        return rules with { Walk = At(rules.Walk, speed), EBike = At(rules.EBike, speed), Car = At(rules.Car, speed) };
    }

    private static RoadUse At(RoadUse use, Speed speed) => new(use.Forward is null ? null : speed, use.Backward is null ? null : speed);

    private void CountUse(WayRules rules)
    {
        used.Any++;
        used.Walk += rules.Walk.IsOpen ? 1 : 0;
        used.EBike += rules.EBike.IsOpen ? 1 : 0;
        used.Car += rules.Car.IsOpen ? 1 : 0;
        used.Ferries += rules.IsFerry ? 1 : 0;
    }

    private RoadsReport Report(RoadNetwork roads, OsmCounts read, DateTime? lastEdit) => new()
    {
        Read = read,
        NodesUsed = nodes.CountKnown(),
        Vertices = roads.VertexCount,
        Roads = roads.RoadCount,
        Ways = new WaysByMode(used.Any, used.Walk, used.EBike, used.Car),
        Ferries = used.Ferries,
        Barriers = nodes.BarrierCount,
        Restrictions = new SortedDictionary<RestrictionFate, int>(restrictions.Fates.ToDictionary()),
        WaysCut = waysCut.Count,
        FirstWaysCut = [.. waysCut.Take(RoadsReport.MostNamed)],
        ZeroLength = zeroLength,
        LastEdit = lastEdit,
    };
}
