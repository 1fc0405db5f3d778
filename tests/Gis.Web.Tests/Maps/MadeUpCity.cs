using System.Collections.Immutable;
using System.Globalization;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Web.Tests.Maps;

/// <summary>Cities made up for tests of maps: a block of villages a child can count, and one as large as a real city.</summary>
internal static class MadeUpCity
{
    internal const double KilometreNorth = 1 / 111.132953;

    private static readonly Provenance Made = new(Basis.Fact, "made up for a test");

    /// <summary>Nine villages in three rows, two kilometres apart, in three townships, one a row; rooms in the middle row.</summary>
    internal static ServiceNetwork Block(Stage middle = Stage.Built) => Of(
        [.. Enumerable.Range(0, 9).Select(i => Village(Code(1, (i / 3) + 1, (i % 3) + 1), BlockAt(i % 3, i / 3)))],
        [.. Enumerable.Range(3, 3).Select(i => Room(Code(1, 2, i - 2), BlockAt(i % 3, 1), i == 4 ? middle : Stage.Built))]);

    internal static LonLat BlockAt(double column, double row) => At(106 + (column * 2 * KilometreEast(38)), 38 + (row * 2 * KilometreNorth));

    /// <summary>Six counties of ten townships; villages in sunflower spirals, 555 in all, a fifth of their rooms not built.</summary>
    internal static ServiceNetwork Large()
    {
        var villages = (
            from township in Enumerable.Range(0, 60)
            from number in Enumerable.Range(0, township < 15 ? 10 : 9)
            select Village(Code((township / 10) + 1, (township % 10) + 1, number + 1), Spiral(township, number))).ToList();
        var rooms = villages.Select((village, i) => Room(village.Code, village.Position!.At, i % 5 == 0 ? Stage.Planned : Stage.Built));
        return Of(villages, rooms);
    }

    internal static ServiceNetwork Of(IEnumerable<Village> villages, IEnumerable<ServicePoint> points)
    {
        ImmutableArray<Village> all = [.. villages];
        return new ServiceNetwork(new NetworkParts
        {
            Version = "made-up-1",
            City = new City(AreaCode.Parse("100000"), "试验市", "Testing"),
            Counties = [.. all.Select(village => village.Code.County).Distinct().Select(code =>
                new County(code, $"县{code.Digits[^1]}", Stand(all, code), new Residents(1000), Made))],
            Townships = [.. all.Select(village => village.Code.Township).Distinct().Select(code =>
                new Township(code, $"乡{code.Digits[^3..]}", TownshipKind.Town, Stand(all, code), Bank.Only))],
            Villages = all,
            Points = [.. points],
            River = [At(106, 37.9), At(106.02, 38.05), At(106.1, 38.2)],
            Crossings = [new Crossing("大桥", Position(At(106.02, 38.05)), new Bank("west"), new Bank("east"))],
        });
    }

    internal static Village Village(AreaCode code, LonLat? at) => new(
        code, $"村{code.Digits[6..]}", VillageKind.Village, at is { } place ? Position(place) : null, Bank.Only, new Residents(100), Made);

    internal static ServicePoint Room(AreaCode village, LonLat at, Stage stage) => new(
        PointId.Parse("room-" + village), $"室{village.Digits[6..]}", Tier.Room, village, Position(at), Bank.Only, stage, Made);

    internal static AreaCode Code(int county, int township, int village) => AreaCode.Parse(
        string.Create(CultureInfo.InvariantCulture, $"10000{county}{township:000}{village:000}"));

    internal static LonLat At(double longitude, double latitude) => LonLat.Of(longitude, latitude);

    /// <summary>A table on foot in which the minutes are written down by the village's row; null where there is no way.</summary>
    internal static TravelTable Table(ServiceNetwork network, params double?[] minutes) => TravelTable.FromRows(
        TravelMode.Walk,
        ModePace.Defaults[TravelMode.Walk],
        "made up",
        [.. minutes.Select(time => (IReadOnlyList<Reach>)(time is { } known ? [new Reach(0, new Minutes(known), new Metres(0))] : []))]);

    private static double KilometreEast(double latitude) => KilometreNorth / Math.Cos(latitude * Math.PI / 180);

    private static LonLat Spiral(int township, int number)
    {
        var (seatEast, seatNorth) = ((township % 10 * 9) + (township / 10 % 2 * 4), township / 10 * 11);
        var (radius, angle) = (1.2 * Math.Sqrt(number), number * 2.39996);
        return At(
            105.8 + ((seatEast + (radius * Math.Cos(angle))) * KilometreEast(38.3)),
            38 + ((seatNorth + (radius * Math.Sin(angle))) * KilometreNorth));
    }

    private static Position Stand(ImmutableArray<Village> villages, AreaCode area) =>
        villages.First(village => village.Code.IsWithin(area)).Position ?? Position(At(106, 38));

    private static Position Position(LonLat at) => new(at, Placement.Surveyed, new Metres(10), "made up for a test");
}
