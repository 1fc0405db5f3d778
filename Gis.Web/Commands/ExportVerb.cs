using System.CommandLine;
using Gis.Data.Export;

namespace Gis.Web.Commands;

/// <summary><c>gis export</c>: the network as a file that other programs open.</summary>
internal static class ExportVerb
{
    internal static Command Make()
    {
        var data = StoreOption.Make();
        var file = new Argument<FileInfo>("FILE") { Description = "NAME.gpkg (everything), NAME.points.csv, NAME.villages.csv, or a folder for GeoJSON layers, ending in .geojson" };
        var command = new Command("export", "Write the network to a GeoPackage, CSV or GeoJSON file") { file, data };
        command.SetAction(async (parsed, cancel) => await Export(parsed.GetValue(file)!.FullName, parsed.GetValue(data), cancel));
        return command;
    }

    private static async Task Export(string file, string? data, CancellationToken cancel)
    {
        var snapshot = await StoreOption.Load(data, cancel);
        if (file.EndsWith(".gpkg", StringComparison.OrdinalIgnoreCase))
            await GeoPackageExport.WriteAsync(await StoreOption.Open(data, cancel), file, cancel);
        else if (file.EndsWith(".points.csv", StringComparison.OrdinalIgnoreCase))
            await CsvExport.WritePointsAsync(snapshot.Network, file);
        else if (file.EndsWith(".villages.csv", StringComparison.OrdinalIgnoreCase))
            await CsvExport.WriteVillagesAsync(snapshot.Network, file);
        else if (file.EndsWith(".geojson", StringComparison.OrdinalIgnoreCase))
            await GeoJsonExport.WriteAsync(snapshot.Network, file);
        else
            throw new WrongInputException($"FILE: found '{Path.GetFileName(file)}', should end in .gpkg, .points.csv, .villages.csv or .geojson");
        await Console.Error.WriteLineAsync($"Wrote {file}");
    }
}
