using System.Collections.Immutable;
using System.Globalization;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Tests;

/// <summary>
/// Made-up towns for tests: one county, one township, villages in a row of blocks, and a travel table that is written down
/// rather than measured, so that a child can count who is covered.
/// </summary>
internal static class Town
{
    private static readonly Provenance Made = new(Basis.Fact, "made up for a test");

    internal static readonly AreaCode County = AreaCode.Parse("100000");

    internal static readonly AreaCode Township = AreaCode.Parse("100000001");

    internal static AreaCode VillageCode(int number) =>
        AreaCode.Parse("100000001" + number.ToString("000", CultureInfo.InvariantCulture));

    internal static PointId RoomId(int number) => PointId.Parse("room-" + VillageCode(number));

    /// <summary>Villages 0, 1, 2… with these residents, one kilometre apart along the equator.</summary>
    internal static ImmutableArray<Village> Row(params long[] residents) =>
    [
        .. residents.Select((count, number) => new Village(
            VillageCode(number), $"村{number}", VillageKind.Village, At(number), Bank.Only, new Residents(count), Made)),
    ];

    /// <summary>The room of a village.</summary>
    internal static ServicePoint Room(int village, Stage stage = Stage.Built) => new(
        RoomId(village), $"村{village}工作室", Tier.Room, VillageCode(village), At(village), Bank.Only, stage, Made);

    /// <summary>The station of the township, standing in a village.</summary>
    internal static ServicePoint Station(int village) => new(
        PointId.Parse("station-" + Township), "镇工作站", Tier.Station, Township, At(village), Bank.Only, Stage.Built, Made);

    /// <summary>The centre of the county, standing in a village.</summary>
    internal static ServicePoint Centre(int village) => new(
        PointId.Parse("centre-" + County), "县中心", Tier.Centre, County, At(village), Bank.Only, Stage.Built, Made);

    internal static ServiceNetwork Network(ImmutableArray<Village> villages, params ServicePoint[] points) => Of([], villages, [], points);

    internal static ServiceNetwork Network(ImmutableArray<Village> villages, ImmutableArray<Crossing> crossings, params ServicePoint[] points) =>
        Of([], villages, crossings, points);

    /// <summary>A town with posts reported.</summary>
    internal static ServiceNetwork Staffed(ImmutableArray<Staff> staff, ImmutableArray<Village> villages, params ServicePoint[] points) =>
        Of(staff, villages, [], points);

    private static ServiceNetwork Of(ImmutableArray<Staff> staff, ImmutableArray<Village> villages, ImmutableArray<Crossing> crossings, ServicePoint[] points) => new(new NetworkParts
    {
        Version = "test",
        City = new City(AreaCode.Parse("100000"), "市", "Town"),
        Counties = [new County(County, "县", At(0), villages.Sum(village => village.Residents), Made)],
        Townships = [new Township(Township, "镇", TownshipKind.Town, At(0), Bank.Only)],
        Villages = villages,
        Points = [.. points],
        Staff = staff,
        Crossings = crossings,
    });

    /// <summary>A table in which each village is ten minutes and a kilometre from the next, along the row.</summary>
    internal static TravelTable TenMinutesABlock(ServiceNetwork network) => Table(
        network, (village, point) => 10.0 * Math.Abs(village - int.Parse(BlockOf(network, point), CultureInfo.InvariantCulture)));

    /// <summary>A table of given minutes; null where there is no way. Rows and points by their order in the network.</summary>
    internal static TravelTable Table(ServiceNetwork network, Func<int, int, double?> minutes) => TravelTable.FromRows(
        TravelMode.Walk,
        new ModePace(new Speed(6), 1),
        "test",
        [
            .. Enumerable.Range(0, network.Villages.Length).Select(village => (IReadOnlyList<Reach>)
            [
                .. Enumerable.Range(0, network.Points.Length)
                    .Where(point => minutes(village, point) is not null)
                    .Select(point => new Reach(point, new Minutes(minutes(village, point)!.Value), new Metres(minutes(village, point)!.Value * 100))),
            ]),
        ]);

    private static string BlockOf(ServiceNetwork network, int point) =>
        Enumerable.Range(0, network.Villages.Length)
            .First(village => network.Villages[village].Position!.At == network.Points[point].Position!.At)
            .ToString(CultureInfo.InvariantCulture);

    // 0.008983 degrees on the equator are a kilometre.
    private static Position At(int block) => new(LonLat.Of(block * 0.008983, 0), Placement.Surveyed, new Metres(0), "made up for a test");
}
