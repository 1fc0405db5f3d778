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

    internal static void Run()
    {
        var network = Once("draw a city of 707 x 707 vertices over 140 km", () => SyntheticCity.Draw(707, 140, seed: 1));
        Console.WriteLine($"{network.VertexCount} vertices, {network.RoadCount} roads, {network.Bans.Length} banned turns");
        var graph = Once("graph for cars", () => RoadGraph.Of(network, TravelMode.Car, RoadConditions.Usual));
        var travel = Once("prepare: index and hierarchy", () => RoadTravel.Of(graph, SnapRules.Default));
        var random = new Random(2);
        LonLat[] villages = [.. Enumerable.Range(0, Villages).Select(_ => SyntheticCity.Somewhere(network, random))];
        LonLat[] points = [.. Enumerable.Range(0, Points).Select(_ => SyntheticCity.Somewhere(network, random))];
        foreach (var minutes in new[] { 30, 60 })
        {
            var rows = Once(
                $"{Points} points x {Villages} villages within {minutes} minutes by car",
                () => travel.Measure(villages, points, new RoadWork(new Minutes(minutes))));
            Console.WriteLine($"{rows.Sum(row => row.Count)} pairs");
        }
    }

    private static T Once<T>(string name, Func<T> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = work();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-60} {Stopwatch.GetElapsedTime(start).TotalSeconds,9:0.00} s   {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576,6} MiB at most so far"));
        return result;
    }
}
