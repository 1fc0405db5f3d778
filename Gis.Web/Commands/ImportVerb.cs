using System.CommandLine;
using System.Globalization;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Travel;
using Gis.Core.Travel.Roads;
using Gis.Data.Import.Ledger;
using Gis.Data.Roads;
using Gis.Web.Network;

namespace Gis.Web.Commands;

/// <summary><c>gis import</c>: roads from OpenStreetMap data, or a list of records. What fails leaves everything as it is.</summary>
internal static class ImportVerb
{
    private const int MostNamed = 10;

    internal static Command Make()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Roads, as .osm.pbf or .osm; or a list of points, villages, posts or firms, as XLSX, CSV, GeoJSON, Shapefile (zip), GeoPackage or KML" };
        var datum = new Option<string?>("--datum") { Description = "What the coordinates are in: wgs84, or gcj02 or bd09 where they come from a shifted map; without it what the file says, or else wgs84" };
        var kind = new Option<string?>("--kind") { Description = "What the rows of a list are: points, villages, staff or firms; without it what its heads say" };
        var source = new Option<string>("--source") { Description = "Where a list comes from, in words; becomes the source of its values", DefaultValueFactory = _ => "" };
        var leaveOut = new Option<bool>("--leave-out") { Description = "Leave out the rows of a list that cannot be taken as they stand" };
        var dry = new Option<bool>("--dry-run") { Description = "Read and check, and change nothing" };
        var command = new Command("import", "Import roads or a list; a running server takes them up by itself") { file, datum, kind, source, leaveOut, dry };
        StoreChoice.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var path = parsed.GetValue(file)!.FullName;
            var crs = parsed.GetValue(datum) is { } named ? ReadDatum(named) : null;
            if (!IsRoads(path))
            {
                await new ListImport(path, StoreChoice.Of(parsed), crs, ReadKind(parsed.GetValue(kind)), parsed.GetValue(source)!, parsed.GetValue(dry), parsed.GetValue(leaveOut)).Run(cancel);
                return;
            }

            var choice = StoreChoice.Of(parsed);
            var folder = new RoadsFolder(await choice.FindCityFolder(cancel));
            var roads = folder.Read(path, crs ?? Crs.Wgs84, new Saying($"{Path.GetFileName(path)}, things read"), cancel);
            await Print(roads.ToLines());
            var network = await LoadNetwork(choice, parsed.GetValue(dry), cancel);
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

    private static bool IsRoads(string path) => path.EndsWith(".pbf", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".osm", StringComparison.OrdinalIgnoreCase);

    private static LedgerKind? ReadKind(string? name) =>
        name is null ? null
        : WrittenName.TryRead<LedgerKind>(name, out var kind) ? kind
        : throw new WrongInputException($"--kind: found '{name}', should be {string.Join(", ", WrittenName.List<LedgerKind>())}");

    private static Crs ReadDatum(string name) =>
        Crs.TryParse(name, out var crs, out _) && (crs == Crs.Wgs84 || crs == Crs.Cgcs2000 || crs == Crs.Gcj02 || crs == Crs.Bd09)
            ? crs
            : throw new WrongInputException($"--datum: found '{name}', should be wgs84, cgcs2000, gcj02 or bd09");

    // A dry run makes no store, either.
    private static async Task<ServiceNetwork> LoadNetwork(StoreChoice choice, bool isDry, CancellationToken cancel) =>
        isDry && !choice.IsThere
            ? NetworkSetup.DrawDefaultNetwork()
            : await NetworkSetup.Load(await choice.Open(cancel), cancel);

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
