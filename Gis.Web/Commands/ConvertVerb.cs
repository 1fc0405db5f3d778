using System.CommandLine;
using System.Globalization;
using Gis.Core.Places;
using Gis.Data.Export;
using Gis.Data.Import;

namespace Gis.Web.Commands;

/// <summary><c>gis convert</c>: positions from one coordinate system to another, from standard input to standard output.</summary>
internal static class ConvertVerb
{
    internal static Command Make()
    {
        var from = new Option<string>("--from") { Description = "wgs84, cgcs2000, gcj02, bd09, bd09mc, epsg:3857 or cgcs2000-gk3:MERIDIAN[:zone]", Required = true };
        var to = new Option<string>("--to") { Description = "Likewise", Required = true };
        var command = new Command("convert", "Read id,x,y and write it in another coordinate system; longitude or easting first") { from, to };
        command.SetAction(async (parsed, cancel) =>
        {
            var (source, target) = (ReadCrs("--from", parsed.GetValue(from)), ReadCrs("--to", parsed.GetValue(to)));
            var table = CsvTable.Read("standard input", await ReadInput(cancel), "id", "x", "y");
            PositionFile.SayEncoding(table);
            // Everything is read before anything is written: wrong input leaves no half an output.
            var converted = CsvText.ForPrograms("id", "x", "y");
            foreach (var row in table.Rows)
                converted.Append(ConvertRow(row, source, target));
            await Console.Out.WriteAsync(converted.ToString());
        });
        return command;
    }

    private static Crs ReadCrs(string option, string? name) =>
        Crs.TryParse(name, out var crs, out var fault) ? crs : throw new WrongInputException($"{option}: {fault}");

    private static async Task<byte[]> ReadInput(CancellationToken cancel)
    {
        using var input = new MemoryStream();
        await using var standard = Console.OpenStandardInput();
        await standard.CopyToAsync(input, cancel);
        return input.ToArray();
    }

    private static string[] ConvertRow(CsvRow row, Crs from, Crs to)
    {
        if (!from.TryToLonLat(new XY(row.Number("x"), row.Number("y")), out var at, out var fault) || !to.TryFromLonLat(at, out var xy, out fault))
            throw row.Wrong("x,y", fault);
        return [row.Text("id"), Number(xy.X), Number(xy.Y)];
    }

    // Nine decimals of a degree are a tenth of a millimetre.
    private static string Number(double value) => value.ToString("0.#########", CultureInfo.InvariantCulture);
}
