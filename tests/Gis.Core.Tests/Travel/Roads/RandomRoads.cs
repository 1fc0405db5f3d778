using System.Collections.Immutable;
using Gis.Core.Places;
using Gis.Core.Travel.Roads;
using Gis.Core.Units;

namespace Gis.Core.Tests.Travel.Roads;

/// <summary>
/// Small random tangles of roads: one-way, closed to some modes, loops, doubled, of no length, bridges, only passed along, with
/// banned turns, in several parts. Everything comes from the seed.
/// </summary>
internal sealed class RandomRoads
{
    private static readonly string?[] Bridges = [null, null, null, null, null, "甲桥", "乙桥"];

    private readonly Random random;

    internal RandomRoads(int seed)
    {
        random = new Random(seed);
        Vertices = [.. Enumerable.Range(0, random.Next(2, 16)).Select(_ => Somewhere())];
        Roads = [.. Enumerable.Range(0, random.Next(1, Vertices.Length * random.Next(1, 9))).Select(_ => MakeRoad())];
        Bans = [.. Enumerable.Range(0, random.Next(0, Roads.Length * 2)).Select(_ => MakeBan()).OfType<TurnBan>()];
    }

    internal LonLat[] Vertices { get; }

    internal Road[] Roads { get; }

    internal TurnBan[] Bans { get; }

    internal RoadNetwork Build(IEnumerable<Road>? more = null) => Build(Vertices, [.. Roads, .. more ?? []], Bans);

    /// <summary>The same roads with vertices, roads and bans in another order.</summary>
    internal RoadNetwork BuildShuffled()
    {
        var (vertexOrder, roadOrder) = (Shuffle(Vertices.Length), Shuffle(Roads.Length));
        var (newVertex, newRoad) = (Invert(vertexOrder), Invert(roadOrder));
        return Build(
            [.. vertexOrder.Select(vertex => Vertices[vertex])],
            [.. roadOrder.Select(road => Roads[road] with { From = newVertex[Roads[road].From], To = newVertex[Roads[road].To] })],
            [.. Bans.Reverse().Select(ban => new TurnBan(newRoad[ban.FromRoad], newVertex[ban.Via], newRoad[ban.ToRoad]))]);
    }

    /// <summary>Places about the roads: some at vertices, some a little outside.</summary>
    internal LonLat[] MakePlaces(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => random.Next(4) == 0 ? Vertices[random.Next(Vertices.Length)] : Somewhere())];

    internal Road MakeRoad()
    {
        // Sometimes right back to where it starts.
        var (from, to) = (random.Next(Vertices.Length), random.Next(Vertices.Length));
        ImmutableArray<LonLat> shape = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Somewhere())];
        return new Road(from, to, shape, MakeUse(5), MakeUse(15), MakeUse(50), Bridges[random.Next(Bridges.Length)], random.Next(8) == 0);
    }

    private TurnBan? MakeBan()
    {
        var (from, to) = (random.Next(Roads.Length), random.Next(Roads.Length));
        var via = random.Next(2) == 0 ? Roads[from].From : Roads[from].To;
        return Roads[to].From == via || Roads[to].To == via ? new TurnBan(from, via, to) : null;
    }

    private RoadUse MakeUse(double speed) => random.Next(6) switch
    {
        0 => default,
        1 => new RoadUse(new Speed(speed), null),
        2 => new RoadUse(null, new Speed(speed)),
        3 => new RoadUse(new Speed(speed), new Speed(speed * 2)),
        _ => RoadUse.BothWays(new Speed(speed * (1 + random.NextDouble()))),
    };

    // On a lattice, so that vertices fall together and places are equally near to several roads.
    private LonLat Somewhere() => LonLat.Of(106 + (random.Next(12) * 0.004), 38 + (random.Next(12) * 0.003));

    private int[] Shuffle(int count)
    {
        var order = Enumerable.Range(0, count).ToArray();
        random.Shuffle(order);
        return order;
    }

    private static int[] Invert(int[] order)
    {
        var inverse = new int[order.Length];
        for (var place = 0; place < order.Length; place++)
            inverse[order[place]] = place;
        return inverse;
    }

    private static RoadNetwork Build(LonLat[] vertices, Road[] roads, TurnBan[] bans)
    {
        var builder = new RoadNetwork.Builder();
        foreach (var vertex in vertices)
            builder.AddVertex(vertex);
        foreach (var road in roads)
            builder.AddRoad(road);
        foreach (var ban in bans)
            builder.Ban(ban);
        return builder.Build("random");
    }
}
