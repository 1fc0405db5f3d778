using System.Collections.Immutable;
using CsCheck;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Tests.Coverage;

/// <summary>
/// A made-up city of up to two counties with up to two townships each, whose minutes are drawn, whole, and not the same there
/// and back; small enough for brute force. Some villages hold nobody, some points are not built, some trips are not possible.
/// </summary>
internal sealed record RandomCity(ImmutableArray<RandomVillage> Villages, ImmutableArray<RandomPoint> Points, int Limit)
{
    private static readonly Provenance Made = new(Basis.Fact, "made up for a test");

    private static readonly Position Somewhere = new(Core.Places.LonLat.Of(0, 0), Placement.Surveyed, new Metres(0), "made up for a test");

    private static readonly ImmutableArray<AreaCode> Townships = [.. new[] { "100001001", "100001002", "100002001", "100002002" }.Select(AreaCode.Parse)];

    private static readonly Gen<RandomPoint> GenPoint = Gen.Select(
        Gen.Enum<Tier>(), Gen.Int[0, 3], Gen.OneOf(Gen.Const(Stage.Built), Gen.Const(Stage.Returned), Gen.Const(Stage.Planned)),
        (tier, township, stage) => new RandomPoint(tier, township, stage));

    internal static readonly Gen<RandomCity> Any =
        from points in GenPoint.Array[0, 6]
        from villages in Gen.Select(
            Gen.Int[0, 3], Gen.OneOf(Gen.Const(0L), Gen.Long[1, 60]), Gen.OneOf(Gen.Int[0, 40], Gen.Const(-1)).Array[points.Length],
            (township, residents, minutes) => new RandomVillage(township, residents, [.. minutes])).Array[0, 7]
        from limit in Gen.Int[1, 40]
        select new RandomCity([.. villages], [.. points], limit);

    internal CoverageQuestion Question => CoverageQuestion.Of(TravelMode.Walk, new Minutes(Limit));

    internal ServiceNetwork Network => MakeNetwork(number => number);

    internal TravelTable Table => MakeTable(number => number);

    internal CoverageAnswer Answer => CoverageStudy.Measure(Network, Table, Question);

    internal RandomCity TimesAsMany(int factor) =>
        this with { Villages = [.. Villages.Select(village => village with { Residents = village.Residents * factor })] };

    /// <summary>The same city with other codes and ids, so that rows and columns come in the opposite order.</summary>
    internal (ServiceNetwork Network, TravelTable Table) Renamed() => (MakeNetwork(number => 900 - number), MakeTable(number => 900 - number));

    private ServiceNetwork MakeNetwork(Func<int, int> rename) => new(new NetworkParts
    {
        Version = "random",
        City = new City(AreaCode.Parse("100000"), "市", "City"),
        Counties = [.. Townships.Select(code => code.County).Distinct().Select(code => new County(code, $"县{code}", Somewhere, default, Made))],
        Townships = [.. Townships.Select(code => new Township(code, $"镇{code}", TownshipKind.Town, Somewhere, Bank.Only))],
        Villages = [.. Villages.Select((village, number) => new Village(
            VillageCode(number, rename), $"村{number}", VillageKind.Village, Somewhere, Bank.Only, new Residents(village.Residents), Made))],
        Points = [.. Points.Select((point, number) => new ServicePoint(
            Id(number, rename), $"点{number}", TierOf(point), AreaOf(point, rename), Somewhere, Bank.Only, point.Stage, Made))],
    });

    private TravelTable MakeTable(Func<int, int> rename)
    {
        var network = MakeNetwork(rename);
        var columns = network.Points.Select((point, column) => (point.Id, column)).ToDictionary(pair => pair.Id, pair => pair.column);
        var rows = new IReadOnlyList<Reach>[Villages.Length];
        for (var number = 0; number < Villages.Length; number++)
        {
            rows[network.RowOf(VillageCode(number, rename))] =
            [
                .. Villages[number].Minutes.Select((minutes, point) => (minutes, point)).Where(trip => trip.minutes >= 0)
                    .Select(trip => new Reach(columns[Id(trip.point, rename)], new Minutes(trip.minutes), new Metres(trip.minutes * 100))),
            ];
        }

        return TravelTable.FromRows(TravelMode.Walk, new ModePace(new Speed(6), 1), "random", rows);
    }

    private AreaCode VillageCode(int number, Func<int, int> rename) => AreaCode.Parse($"{Townships[Villages[number].Township]}{rename(number):000}");

    private static PointId Id(int number, Func<int, int> rename) => PointId.Parse($"point-{rename(number):000}");

    // A city without villages has no rooms.
    private Tier TierOf(RandomPoint point) => Villages.IsEmpty && point.Tier == Tier.Room ? Tier.Station : point.Tier;

    private AreaCode AreaOf(RandomPoint point, Func<int, int> rename) => TierOf(point) switch
    {
        Tier.Centre => Townships[point.Township].County,
        Tier.Station => Townships[point.Township],
        _ => VillageCode(point.Township % Villages.Length, rename),
    };
}

/// <summary>A village with its minutes to each point, -1 where there is no way.</summary>
internal sealed record RandomVillage(int Township, long Residents, ImmutableArray<int> Minutes);

internal sealed record RandomPoint(Tier Tier, int Township, Stage Stage);
