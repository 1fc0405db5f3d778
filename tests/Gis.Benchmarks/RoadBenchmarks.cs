using System.Diagnostics;
using System.Globalization;
using Gis.Core.Places;
using Gis.Core.Travel;
using Gis.Core.Travel.Roads;
using Gis.Core.Units;

namespace Gis.Benchmarks;

internal static class RoadBenchmarks
{
    private const int Villages = 10_000;
    private const int Points = 579;
    private const int PlainPoints = 8;

    private static readonly RoadWork Hour = new(new Minutes(60));

    internal static void Run()
    {
        var network = Once("draw a city of 707 x 707 vertices over 140 km", () => SyntheticCity.Draw(707, 140, seed: 1)).Result;
        Console.WriteLine($"{network.VertexCount} vertices, {network.RoadCount} roads, {network.Bans.Length} banned turns");
        var random = new Random(2);
        LonLat[] villages = [.. Enumerable.Range(0, Villages).Select(_ => SyntheticCity.Somewhere(network, random))];
        LonLat[] points = [.. Enumerable.Range(0, Points).Select(_ => SyntheticCity.Somewhere(network, random))];
        foreach (var mode in new[] { TravelMode.Car, TravelMode.EBike, TravelMode.Walk })
            RunMode(network, mode, (villages, points));
    }

    private static void RunMode(RoadNetwork network, TravelMode mode, (LonLat[] Villages, LonLat[] Points) places)
    {
        var graph = Once($"{mode}: graph", () => RoadGraph.Of(network, mode, RoadConditions.Usual)).Result;
        var travel = Once($"{mode}: prepare index and hierarchy", () => RoadTravel.Of(graph, SnapRules.Default)).Result;
        var (table, seconds) = Once($"{mode}: {Points} points x {Villages} villages within 60 minutes", () => Measure(travel, places, Hour));
        Console.WriteLine($"{Enumerable.Range(0, table.RowCount).Sum(row => (long)table.Row(row).Length)} pairs within reach");
        RunPlain(network, travel, places, seconds);
        Once($"{mode}: the same within a day, which is all", () => Measure(travel, places, new RoadWork(new Minutes(24 * 60))));
        var columns = travel.Prepare([.. places.Villages], TravelDirection.There, Hour);
        Timing.Run($"{mode}: the column of one more point", 20, () => columns.Measure(places.Points[0]));
        var pair = 0;
        Timing.Run($"{mode}: one route with its line", 20, () => travel.FindRoute(places.Villages[pair % Villages], places.Points[pair++ % Points], Hour.Limit));
    }

    private static TravelTable Measure(RoadTravel travel, (LonLat[] Villages, LonLat[] Points) places, RoadWork work) => TravelTable.FromRows(
        travel.Graph.Mode, ModePace.Defaults[travel.Graph.Mode], "benchmark", travel.Measure(places.Villages, places.Points, work));

    // One search of the whole graph for each point on one core, the way one would first write it; turns are not minded.
    private static void RunPlain(RoadNetwork network, RoadTravel travel, (LonLat[] Villages, LonLat[] Points) places, double seconds)
    {
        var plain = new PlainSearch(network, travel.Graph.Mode);
        int[] homes = [.. places.Villages.Select(village => VertexOf(travel, network, village))];
        int[] sites = [.. places.Points.Take(PlainPoints).Select(point => VertexOf(travel, network, point))];
        var (pairs, plainSeconds) = Once(
            $"{travel.Graph.Mode}: {PlainPoints} points by plain searches",
            () => sites.Sum(site =>
            {
                var minutes = plain.MinutesTo(site, Hour.Limit.Value);
                return homes.Count(home => minutes[home] <= Hour.Limit.Value);
            }));
        var whole = plainSeconds / PlainPoints * Points;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{pairs} pairs; all {Points} points would take {whole:0.0} s of a processor, {whole / seconds:0.0} times as much as the table"));
    }

    private static int VertexOf(RoadTravel travel, RoadNetwork network, LonLat place)
    {
        var foot = travel.Snap(place).Foot!;
        return foot.Vertex ?? network.RoadAt(foot.Road).From;
    }

    /// <summary>Runs a piece of work once and prints its time; gives its seconds on processors, which others on the machine change least.</summary>
    private static (T Result, double Seconds) Once<T>(string name, Func<T> work)
    {
        var process = Process.GetCurrentProcess();
        var (start, processor) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
        var result = work();
        process.Refresh();
        var seconds = (process.TotalProcessorTime - processor).TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-60} {Stopwatch.GetElapsedTime(start).TotalSeconds,8:0.00} s, of processors {seconds,7:0.00} s; {process.PeakWorkingSet64 >> 20,5} MiB at most so far"));
        return (result, seconds);
    }

    private sealed class PlainSearch
    {
        private readonly List<(int From, double Minutes)>[] entering;

        internal PlainSearch(RoadNetwork network, TravelMode mode)
        {
            entering = [.. Enumerable.Range(0, network.VertexCount).Select(_ => new List<(int, double)>())];
            for (var index = 0; index < network.RoadCount; index++)
            {
                var road = network.RoadAt(index);
                var use = mode switch { TravelMode.Walk => road.Walk, TravelMode.EBike => road.EBike, _ => road.Car };
                if (use.Forward is { } forward)
                    entering[road.To].Add((road.From, forward.TimeFor(network.LengthOf(index)).Value));
                if (use.Backward is { } backward)
                    entering[road.From].Add((road.To, backward.TimeFor(network.LengthOf(index)).Value));
            }
        }

        internal double[] MinutesTo(int site, double limit)
        {
            var minutes = new double[entering.Length];
            Array.Fill(minutes, double.PositiveInfinity);
            var queue = new PriorityQueue<int, double>();
            minutes[site] = 0;
            queue.Enqueue(site, 0);
            while (queue.TryDequeue(out var vertex, out var cost))
            {
                foreach (var (from, step) in cost > minutes[vertex] ? [] : entering[vertex])
                {
                    if (cost + step <= limit && cost + step < minutes[from])
                    {
                        minutes[from] = cost + step;
                        queue.Enqueue(from, cost + step);
                    }
                }
            }

            return minutes;
        }
    }
}
