using System.CommandLine;
using Gis.Data.Export;
using Gis.Data.Store;
using Gis.Web.Maps;
using Gis.Web.Network;

namespace Gis.Web.Commands;

/// <summary><c>gis export</c>: the network as a file that other programs open.</summary>
internal static class ExportVerb
{
    private static readonly (string Ending, Func<GisStore, string, CancellationToken, Task> Write)[] Writers =
    [
        (".gpkg", GeoPackageExport.WriteAsync),
        (".points.csv", async (store, file, cancel) => await CsvExport.WritePointsAsync(await NetworkSetup.Load(store, cancel), file, cancel)),
        (".villages.csv", async (store, file, cancel) => await CsvExport.WriteVillagesAsync(await NetworkSetup.Load(store, cancel), file, cancel)),
        (".staff.csv", async (store, file, cancel) => await CsvExport.WriteStaffAsync(await NetworkSetup.Load(store, cancel), file, cancel)),
        (".pmtiles", async (store, file, cancel) => await TileArchive.WriteAsync(await NetworkSetup.Load(store, cancel), file, cancel)),
        (".geojson", async (store, file, cancel) => await GeoJsonExport.WriteAsync(await NetworkSetup.Load(store, cancel), file, cancel)),
    ];

    internal static Command Make()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "NAME.gpkg (all layers of the network), NAME.points.csv, NAME.villages.csv, NAME.staff.csv, NAME.pmtiles (vector tiles of all layers, zoom 0 to 14), or a folder for GeoJSON layers, ending in .geojson" };
        var command = new Command("export", "Write the network to a GeoPackage, CSV, PMTiles or GeoJSON file") { file };
        StoreChoice.AddTo(command);
        command.SetAction(async (parsed, cancel) => await Export(parsed.GetValue(file)!.FullName, StoreChoice.Of(parsed), cancel));
        return command;
    }

    private static async Task Export(string file, StoreChoice choice, CancellationToken cancel)
    {
        // Asked before the store is opened: a wrong name makes nothing.
        var write = FindWriter(file);
        if (IsOfStore(file, GisStore.FileIn(choice.Folder)))
            throw new WrongInputException($"FILE: found '{file}', which is the store itself; should be another file");
        await write(await choice.Open(cancel), file, cancel);
        await Console.Error.WriteLineAsync($"Wrote {file}");
    }

    private static Func<GisStore, string, CancellationToken, Task> FindWriter(string file) =>
        Writers.FirstOrDefault(writer => file.EndsWith(writer.Ending, StringComparison.OrdinalIgnoreCase)).Write
        ?? throw new WrongInputException(
            $"FILE: found '{Path.GetFileName(file)}', should end in {string.Join(", ", Writers.Select(writer => writer.Ending))}");

    // The same name in other letters is the same file on some systems, and never needed on the others.
    private static bool IsOfStore(string file, string store) =>
        string.Equals(Path.GetFullPath(file), store, StringComparison.OrdinalIgnoreCase);
}
