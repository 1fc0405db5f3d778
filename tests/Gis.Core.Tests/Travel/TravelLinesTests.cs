using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Tests.Travel;

public sealed class TravelLinesTests
{
    private static readonly Provenance Made = new(Basis.Fact, "made up");

    private static readonly string[] Banks = ["west", "east", "island", "cut off"];

    // Three banks joined by three crossings, a fourth that nothing reaches, and each fifth place not located.
    [Fact]
    public void The_minutes_are_those_of_the_direct_estimate_bit_for_bit()
    {
        var random = new Random(7);
        var network = MakeNetwork(random);
        var estimate = new TravelEstimate(network.Crossings);
        var lines = TravelLines.Measure(network);
        foreach (var (mode, pace) in ModePace.Defaults)
        {
            var table = TravelTable.Estimate(lines, mode, pace);
            for (var row = 0; row < network.Villages.Length; row++)
            {
                var village = network.Villages[row];
                var expected = network.Points.Select((point, column) => (column, Trip: village.Position is { } home && point.Position is { } site
                    ? estimate.Estimate(home.At, village.Bank, site.At, point.Bank, pace) : null)).Where(reach => reach.Trip is not null);
                Assert.Equal(
                    expected.Select(reach => new Reach(reach.column, reach.Trip!.Value.Time, reach.Trip.Value.Way)),
                    table.Row(row).ToArray().OrderBy(reach => reach.Point));
            }
        }
    }

    private static ServiceNetwork MakeNetwork(Random random)
    {
        Position? Somewhere(int number) => number % 5 == 4 ? null
            : new Position(LonLat.Of(106 + random.NextDouble(), 38 + random.NextDouble()), Placement.Surveyed, new Metres(1), "made up");
        Bank BankOf(int number) => new(Banks[number % Banks.Length]);
        Crossing Bridge(int number, int from, int to) => new($"桥{number}", Somewhere(number)!, new Bank(Banks[from]), new Bank(Banks[to]));
        var villages = Enumerable.Range(0, 24).Select(number => new Village(
            AreaCode.Parse($"100001001{number + 1:000}"), $"村{number}", VillageKind.Village, Somewhere(number), BankOf(number), new Residents(1), Made));
        return new ServiceNetwork(new NetworkParts
        {
            Version = "made up",
            City = new City(AreaCode.Parse("100000"), "试验市", "Testing"),
            Counties = [new County(AreaCode.Parse("100001"), "县", Somewhere(0)!, new Residents(24), Made)],
            Townships = [new Township(AreaCode.Parse("100001001"), "乡", TownshipKind.Town, Somewhere(0)!, BankOf(0))],
            Villages = [.. villages],
            Points = [.. Enumerable.Range(0, 22).Select(number => new ServicePoint(
                PointId.Parse($"room-{number}"), $"室{number}", Tier.Room, AreaCode.Parse($"100001001{number + 1:000}"), Somewhere(number + 3), BankOf(number / 2), Stage.Built, Made))],
            Firms = [],
            River = [],
            Crossings = [Bridge(0, 0, 1), Bridge(1, 1, 0), Bridge(2, 2, 1)],
        });
    }
}
