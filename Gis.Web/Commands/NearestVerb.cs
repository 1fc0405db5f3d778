using System.CommandLine;
using System.Globalization;
using Gis.Core.Places;
using Gis.Data.Export;

namespace Gis.Web.Commands;

/// <summary><c>gis nearest</c>: the sites nearest to each point, in metres over the ellipsoid.</summary>
internal static class NearestVerb
{
    internal static Command Make()
    {
        var sites = new Option<FileInfo>("--sites") { Description = "CSV id,lon,lat", Required = true };
        var points = new Option<FileInfo>("--points") { Description = "CSV id,lon,lat", Required = true };
        var count = new Option<int>("--k") { Description = "How many sites for each point", DefaultValueFactory = _ => 1 };
        var json = new Option<bool>("--json") { Description = "One JSON object instead of a table" };
        var command = new Command("nearest", "The sites nearest to each point; writes point,site,metres,rank") { sites, points, count, json };
        command.SetAction(async (parsed, cancel) =>
        {
            if (parsed.GetValue(count) < 1)
                throw new WrongInputException($"--k: {parsed.GetValue(count)} – how many sites to give is 1 or more");
            // Equally near ones come by id.
            var from = PositionFile.Read(parsed.GetValue(sites)!.FullName).OrderBy(site => site.Id, StringComparer.Ordinal).ToList();
            var tree = new PlaceTree([.. from.Select(site => site.At)]);
            var rows = new List<NearestRow>();
            foreach (var point in PositionFile.Read(parsed.GetValue(points)!.FullName))
            {
                cancel.ThrowIfCancellationRequested();
                rows.AddRange(tree.Nearest(point.At, parsed.GetValue(count))
                    .Select((site, index) => new NearestRow(point.Id, from[site].Id, Math.Round(Geodesic.Distance(point.At, from[site].At).Value, 3), index + 1)));
            }

            await Console.Out.WriteAsync(parsed.GetValue(json) ? JsonText.Of(new { Nearest = rows }) + "\n" : Table(rows));
        });
        return command;
    }

    private static string Table(IEnumerable<NearestRow> rows)
    {
        var table = CsvText.ForPrograms("point", "site", "metres", "rank");
        foreach (var row in rows)
            table.Append(row.Point, row.Site, row.Metres.ToString("0.000", CultureInfo.InvariantCulture), row.Rank.ToString(CultureInfo.InvariantCulture));
        return table.ToString();
    }

    private sealed record NearestRow(string Point, string Site, double Metres, int Rank);
}
