using System.Collections.Immutable;
using Gis.Core.Places;
using Gis.Core.Travel.Roads;
using Gis.Core.Units;

namespace Gis.Benchmarks;

/// <summary>
/// A made-up city on a grid: local streets of which one in eight is missing, collectors, arterials and expressways, one-way streets
/// and banned left turns. The same seed gives the same city.
/// </summary>
internal sealed class SyntheticCity
{
    private readonly RoadNetwork.Builder builder = new();
    private readonly Random random;
    private readonly int side;
    private readonly double spacing;

    private SyntheticCity(int side, double kilometres, int seed)
    {
        random = new Random(seed);
        (this.side, spacing) = (side, kilometres * 1000 / side);
    }

    internal static RoadNetwork Draw(int side, double kilometres, int seed) => new SyntheticCity(side, kilometres, seed).Draw();

    /// <summary>A position somewhere in the city.</summary>
    internal static LonLat Somewhere(RoadNetwork network, Random random)
    {
        var box = network.Bounds!.Value;
        return LonLat.Of(
            box.SouthWest.Longitude + (random.NextDouble() * (box.NorthEast.Longitude - box.SouthWest.Longitude)),
            box.SouthWest.Latitude + (random.NextDouble() * (box.NorthEast.Latitude - box.SouthWest.Latitude)));
    }

    private RoadNetwork Draw()
    {
        for (var number = 0; number < side * side; number++)
            builder.AddVertex(At(number % side, number / side));
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < side; x++)
            {
                if (x + 1 < side)
                    AddStreet(x, y, x + 1, y, row: y);
                if (y + 1 < side)
                    AddStreet(x, y, x, y + 1, row: x);
            }
        }

        BanLeftTurns();
        return builder.Build("synthetic");
    }

    // About Yinchuan: a degree of longitude has 87 km there, one of latitude 111.
    private LonLat At(int x, int y) => LonLat.Of(
        105.5 + (((x * spacing) + Jitter()) / 87_000), 37.6 + (((y * spacing) + Jitter()) / 111_000));

    private double Jitter() => (random.NextDouble() - 0.5) * spacing * 0.4;

    private void AddStreet(int x, int y, int toX, int toY, int row)
    {
        var speed = row % 100 == 50 ? 100 : row % 20 == 10 ? 70 : row % 5 == 0 ? 45 : 25;
        if (speed == 25 && random.Next(8) == 0)
            return;
        var (slow, quick) = (RoadUse.BothWays(new Speed(4.5)), RoadUse.BothWays(new Speed(15)));
        var drive = speed == 25 && random.Next(10) == 0 ? RoadUse.OneWay(new Speed(speed)) : RoadUse.BothWays(new Speed(speed));
        builder.AddRoad(new Road((y * side) + x, (toY * side) + toX, ImmutableArray<LonLat>.Empty, slow, quick, drive, null, PassOnly: speed == 100));
    }

    private void BanLeftTurns()
    {
        var network = builder.Build("without bans");
        var roadsAt = Enumerable.Range(0, network.RoadCount)
            .SelectMany(road => new[] { (Vertex: network.RoadAt(road).From, Road: road), (Vertex: network.RoadAt(road).To, Road: road) })
            .ToLookup(end => end.Vertex, end => end.Road);
        for (var ban = 0; ban < side * side / 100; ban++)
        {
            var via = random.Next(side * side);
            var roads = roadsAt[via].ToArray();
            if (roads.Length >= 3)
                builder.Ban(new TurnBan(roads[0], via, roads[1]));
        }
    }
}
