using Gis.Core.Finder;
using Gis.Core.Network;
using Gis.Core.Travel;

namespace Gis.Web.Finder.Phone;

/// <summary>
/// What a phone needs to find the nearest point by itself, without telling anybody where it is, and without a network. Rows are arrays,
/// as their fields' names would weigh more than what is in them; the client's index.ts says which place is which.
/// </summary>
/// <param name="Data">The version of the network.</param>
/// <param name="City">The name of the city.</param>
/// <param name="Illustrative">Whether some positions only illustrate.</param>
/// <param name="Paces">By mode: metres a minute, and how much longer a way is than the line.</param>
/// <param name="Crossings">Over the river: degrees east and north, and the two banks.</param>
/// <param name="Areas">Townships and villages: code, name, pinyin with a space between syllables, degrees east and north or nulls, bank.</param>
/// <param name="Points">Service points: identifier, name, pinyin, tier, 1 if it is built, degrees east and north or nulls, bank.</param>
public sealed record PhoneIndex(
    string Data,
    string City,
    bool Illustrative,
    IReadOnlyDictionary<string, double[]> Paces,
    IEnumerable<object[]> Crossings,
    IEnumerable<object?[]> Areas,
    IEnumerable<object?[]> Points)
{
    // 11 m on the ground: no position here is known better.
    private const int Digits = 4;

    public static PhoneIndex Of(ServiceNetwork network) => new(
        network.Version,
        network.City.Name,
        network.HasIllustration,
        ModePace.Defaults.ToDictionary(mode => mode.Key.Written(), mode => new[] { Math.Round(mode.Value.Speed.KilometresPerHour * 1000 / 60, 3), mode.Value.Detour }),
        network.Crossings.Select(crossing => new object[] { Round(crossing.Position.At.Longitude), Round(crossing.Position.At.Latitude), crossing.From.Name, crossing.To.Name }),
        network.Townships.Select(township => Row(township.Seat, township.Bank, township.Code.Digits, township.Name, Pinyin(township.Name)))
            .Concat(network.Villages.Select(village => Row(village.Position, village.Bank, village.Code.Digits, village.Name, Pinyin(village.Name)))),
        network.Points.Select(point => Row(point.Position, point.Bank, point.Id.ToString(), point.Name, Pinyin(point.Name), (int)point.Tier, point.IsOpen ? 1 : 0)));

    private static object?[] Row(Position? position, Bank bank, params object[] own) =>
        [.. own, position is { } east ? Round(east.At.Longitude) : null, position is { } north ? Round(north.At.Latitude) : null, bank.Name];

    private static double Round(double degrees) => Math.Round(degrees, Digits);

    // The most common reading of each character is what somebody types without a network; all of them are known where there is one.
    private static string Pinyin(string name) => string.Join(' ', name.Select(Readings.Mandarin.Of).Where(readings => !readings.IsEmpty).Select(readings => readings[0]));
}

/// <summary>The way from each village of a township to the points nearest to it.</summary>
/// <param name="Town">The township.</param>
/// <param name="Mode">How one goes.</param>
/// <param name="ByRoads">Whether over roads that are known; else estimated.</param>
/// <param name="Villages">By the code of the village: the identifier of a point, minutes, metres; nearest first.</param>
public sealed record TownTable(string Town, string Mode, bool ByRoads, IReadOnlyDictionary<string, List<object[]>> Villages)
{
    // Somebody who asks for more is better served by the list of the village.
    private const int MostPoints = 12;

    public static TownTable? Of(Network.Snapshot snapshot, string code, TravelMode mode)
    {
        var network = snapshot.Network;
        if (!AreaCode.TryParse(code, out var town) || network.FindTownship(town) is null)
            return null;
        var table = snapshot.Table(mode);
        return new TownTable(
            code, mode.Written(), snapshot.Travel.IsByRoads(mode),
            network.Villages.Where(village => village.Code.Township == town).ToDictionary(
                village => village.Code.Digits,
                village => List(network, table.Row(network.RowOf(village.Code)))));
    }

    private static List<object[]> List(ServiceNetwork network, ReadOnlySpan<Reach> row)
    {
        var listed = new List<object[]>();
        foreach (var reach in row)
        {
            if (listed.Count == MostPoints)
                break;
            if (network.Points[reach.Point] is { IsOpen: true } point)
                listed.Add([point.Id.ToString(), Math.Round(reach.Time.Value, 1), Math.Round(reach.Way.Value)]);
        }

        return listed;
    }
}
