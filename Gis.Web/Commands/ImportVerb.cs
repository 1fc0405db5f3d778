using System.CommandLine;
using System.Globalization;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Travel;
using Gis.Core.Travel.Roads;
using Gis.Data.Roads;
using Gis.Data.Store;
using Gis.Web.Network;

namespace Gis.Web.Commands;

/// <summary><c>gis import</c>: roads from OpenStreetMap data. What fails leaves the roads in use as they are.</summary>
internal static class ImportVerb
{
    private const int MostNamed = 10;

    internal static Command Make()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Roads: OpenStreetMap data as .osm.pbf or .osm" };
        var datum = new Option<string>("--datum") { Description = "What the coordinates are in: wgs84, or gcj02 where they come from a shifted map", DefaultValueFactory = _ => "wgs84" };
        var dry = new Option<bool>("--dry-run") { Description = "Read and check, and change nothing" };
        var data = StoreOption.Make();
        var command = new Command("import", "Import roads; a running server takes them up by itself") { file, datum, dry, data };
        command.SetAction(async (parsed, cancel) =>
        {
            var path = parsed.GetValue(file)!.FullName;
            var crs = ReadDatum(parsed.GetValue(datum)!);
            var folder = new RoadsFolder(parsed.GetValue(data)!);
            var roads = folder.Read(path, crs, new Saying($"{Path.GetFileName(path)}, things read"), cancel);
            await Print(roads.ToLines());
            var network = await LoadNetwork(parsed.GetValue(data)!, parsed.GetValue(dry), cancel);
            ExtractCheck.Check(network, roads);
            var tables = new RoadTables(roads, folder);
            foreach (var mode in RoadTables.Modes)
                await Print(Audit(network, tables, mode));
            if (parsed.GetValue(dry))
                await Console.Out.WriteLineAsync("Nothing was changed.");
            else
                await Use(network, tables, folder, cancel);
        });
        return command;
    }

    private static Crs ReadDatum(string name) =>
        Crs.TryParse(name, out var crs, out _) && (crs == Crs.Wgs84 || crs == Crs.Cgcs2000 || crs == Crs.Gcj02 || crs == Crs.Bd09)
            ? crs
            : throw new WrongInputException($"--datum: found '{name}', should be wgs84, cgcs2000, gcj02 or bd09");

    // A dry run makes no store, either.
    private static async Task<ServiceNetwork> LoadNetwork(string data, bool isDry, CancellationToken cancel) =>
        isDry && !File.Exists(GisStore.FileIn(data))
            ? NetworkSetup.DrawDefaultNetwork()
            : await NetworkSetup.Load(await StoreOption.Open(data, cancel), cancel);

    private static async Task Use(ServiceNetwork network, RoadTables tables, RoadsFolder folder, CancellationToken cancel)
    {
        folder.Keep(tables.Roads);
        foreach (var mode in RoadTables.Modes)
            tables.Table(network, mode, RoadConditions.Usual, new Saying($"Minutes, {mode.Written()}"), cancel);
        folder.Use(tables.Roads);
        await Console.Out.WriteLineAsync($"In use: {tables.Roads.Network.Version}. A running server takes them up within seconds.");
    }

    /// <summary>The records that do not join a road well, counted by what is the matter, the first of each named.</summary>
    private static IEnumerable<string> Audit(ServiceNetwork network, RoadTables tables, TravelMode mode)
    {
        var (villages, points) = tables.Snap(network, mode);
        var issues = SnapIssue.List(network, mode, villages, points);
        foreach (var group in issues.GroupBy(issue => issue.Outcome))
        {
            yield return $"{mode.Written()}: {group.Count()} records {Words(group.Key)}: "
                + string.Join(", ", group.Take(MostNamed).Select(issue => issue.Id + Away(issue.Away))) + (group.Count() > MostNamed ? ", …" : ".");
        }

        if (issues.Count == 0)
            yield return $"{mode.Written()}: every record with a position joins a road nearby.";
    }

    internal static string Words(SnapOutcome outcome) => outcome switch
    {
        SnapOutcome.Far => "far from a road",
        SnapOutcome.OnIsland => "whose nearest road is cut off from the others",
        _ => "with no road near",
    };

    internal static string Away(Core.Units.Metres? away) =>
        away is { } metres ? string.Create(CultureInfo.InvariantCulture, $" ({metres.Value:0} m)") : "";

    private static async Task Print(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            await Console.Out.WriteLineAsync(line);
    }
}
