using System.CommandLine;
using System.Globalization;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Travel;
using Gis.Core.Travel.Roads;
using Gis.Core.Units;
using Gis.Data.Export;
using Gis.Data.Roads;

namespace Gis.Web.Commands;

/// <summary><c>gis travel</c>: minutes and metres between all of two lists of positions, over roads or estimated.</summary>
internal static class TravelVerb
{
    internal static Command Make()
    {
        var from = new Option<FileInfo>("--from") { Description = "CSV id,lon,lat", Required = true };
        var to = new Option<FileInfo>("--to") { Description = "CSV id,lon,lat", Required = true };
        var roads = new Option<FileInfo>("--roads") { Description = "OpenStreetMap data as .osm.pbf or .osm" };
        var estimate = new Option<bool>("--estimate") { Description = "Without roads: straight line times a detour factor" };
        var mode = new Option<string>("--mode") { Description = "walk, e-bike or car", Required = true };
        var limit = new Option<string>("--limit") { Description = "The longest trip in minutes, above 0 and at most 1440; exactly as long counts. Over roads 1440 where none is given" };
        var outFile = new Option<FileInfo>("--out") { Description = "Write to this file instead of standard output" };
        var command = new Command("travel", "Minutes and metres between positions; writes from,to,minutes,metres") { from, to, roads, estimate, mode, limit, outFile };
        command.SetAction((parsed, cancel) =>
        {
            var (read, most) = (ReadMode(parsed.GetValue(mode)!), ReadLimit(parsed.GetValue(limit)));
            if (parsed.GetValue(roads) is null != parsed.GetValue(estimate))
                throw new WrongInputException("--roads FILE or --estimate: give one of the two");
            var places = new Sides(PositionFile.Read(parsed.GetValue(from)!.FullName), PositionFile.Read(parsed.GetValue(to)!.FullName));
            var rows = parsed.GetValue(roads) is { } file
                ? MeasureOverRoads(file.FullName, places, read, new RoadWork(most ?? RoadTables.Limit, new Saying("Minutes"), cancel))
                : Estimate(places, ModePace.Defaults[read], most ?? new Minutes(double.MaxValue), cancel);
            Write(parsed.GetValue(outFile)?.FullName, writer => WriteRows(writer, places, rows, cancel));
            return Task.CompletedTask;
        });
        return command;
    }

    private static TravelMode ReadMode(string name) => WrittenName.TryRead<TravelMode>(name, out var mode) && RoadTables.Modes.Contains(mode)
        ? mode
        : throw new WrongInputException($"--mode: found '{name}', should be walk, e-bike or car");

    private static Minutes? ReadLimit(string? text) => text is null
        ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var minutes) && minutes > 0 && minutes <= RoadTables.Limit.Value
            ? new Minutes(minutes)
            : throw new WrongInputException($"--limit: found '{text}', should be minutes above 0 and at most {RoadTables.Limit.Value}");

    private static IReadOnlyList<IReadOnlyList<Reach>> MeasureOverRoads(string file, Sides places, TravelMode mode, RoadWork work)
    {
        var imported = RoadsImport.Read(file, Crs.Wgs84, new Saying($"{Path.GetFileName(file)}, things read"), work.Cancel);
        foreach (var line in imported.ToLines())
            Console.Error.WriteLine(line);
        var travel = RoadTravel.Of(RoadGraph.Of(imported.Network, mode, RoadConditions.Usual), SnapRules.Default, work.Cancel);
        SayAudit("--from", travel, places.From);
        SayAudit("--to", travel, places.To);
        return travel.Measure([.. places.From.Select(place => place.At)], [.. places.To.Select(place => place.At)], work);
    }

    private static void SayAudit(string option, RoadTravel travel, IReadOnlyList<(string Id, LonLat At)> places)
    {
        foreach (var (id, snap) in places.Select(place => (place.Id, travel.Snap(place.At))).Where(place => place.Item2.Outcome != SnapOutcome.Near))
            Console.Error.WriteLine($"{option} {id} is {ImportVerb.Words(snap.Outcome)}{ImportVerb.Away(snap.Foot?.Away)}.");
    }

    private static IReadOnlyList<Reach>[] Estimate(Sides places, ModePace pace, Minutes most, CancellationToken cancel)
    {
        Console.Error.WriteLine("Estimated: straight line times a detour factor. Which bank of a river a position is on is not known, so one bank is taken for all.");
        var estimate = new TravelEstimate([]);
        return [.. places.From.Select(start =>
        {
            cancel.ThrowIfCancellationRequested();
            return (IReadOnlyList<Reach>)[.. places.To
                .Select((end, index) => (Index: index, Trip: estimate.Estimate(start.At, Bank.Only, end.At, Bank.Only, pace)!.Value))
                .Where(end => end.Trip.Time <= most)
                .Select(end => new Reach(end.Index, end.Trip.Time, end.Trip.Way))];
        })];
    }

    // Rows go out as they come: there may be millions.
    private static void Write(string? file, Action<TextWriter> write)
    {
        if (file is null)
            write(Console.Out);
        else
            WholeFile.WriteText(file, write);
    }

    private static void WriteRows(TextWriter writer, Sides places, IReadOnlyList<IReadOnlyList<Reach>> rows, CancellationToken cancel)
    {
        writer.Write(CsvText.ForPrograms("from", "to", "minutes", "metres"));
        for (var row = 0; row < rows.Count; row++)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var reach in rows[row])
                writer.Write(CsvText.Row(places.From[row].Id, places.To[reach.Point].Id, CsvText.Number(reach.Time.Value), reach.Way.Value.ToString("0.###", CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>The positions trips start from and lead to.</summary>
    private sealed record Sides(IReadOnlyList<(string Id, LonLat At)> From, IReadOnlyList<(string Id, LonLat At)> To);
}
