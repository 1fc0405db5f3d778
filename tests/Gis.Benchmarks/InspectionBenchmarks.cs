using System.Diagnostics;
using System.Globalization;
using Gis.Core.Network;
using Gis.Core.Progress.Inspection;
using Gis.Core.Travel;
using Gis.Core.Units;
using Gis.Data.Illustration;
using Google.OrTools.ConstraintSolver;
using Metaheuristic = Google.OrTools.ConstraintSolver.LocalSearchMetaheuristic.Types.Value;

namespace Gis.Benchmarks;

/// <summary>Every point of the default network inspected by county, against tours to the nearest stop and a routing library given as long.</summary>
internal static class InspectionBenchmarks
{
    private const double Day = 480;

    internal static void Run()
    {
        var network = new ServiceNetwork(DefaultNetwork.Draw(CityFacts.Read(Path.Combine(AppContext.BaseDirectory, "geodata", "yinchuan"))));
        var parts = InspectionParts.Of(network, network.Points, InspectionBase.County).Parts;
        Plan(network, parts[^1], effort: 100);
        var (tours, least, drive, nearest, elapsed) = (0, 0, 0.0, 0.0, TimeSpan.Zero);
        foreach (var part in parts)
        {
            var start = Stopwatch.GetTimestamp();
            var planned = Plan(network, part, InspectionWatch.Never.Effort);
            var taken = Stopwatch.GetElapsedTime(start);
            var routed = Route(part, MatrixOf(network, part), planned.Plan.Tours.Length, taken);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{part.County} {part.Points.Length,4} stops: {planned.Plan.Tours.Length,3} tours, at least {planned.LeastTours,3}, {planned.Plan.Driving.Value,7:0} min, {planned.Plan.Driving.Value / planned.Plan.NearestDriving.Value:0.000} of nearest first, routing library in as long {routed?.ToString("0 min", CultureInfo.InvariantCulture) ?? "no plan with so few tours"}, {taken.TotalMilliseconds:0} ms"));
            (tours, least, drive, nearest, elapsed) = (tours + planned.Plan.Tours.Length, least + planned.LeastTours, drive + planned.Plan.Driving.Value, nearest + planned.Plan.NearestDriving.Value, elapsed + taken);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"all {parts.Sum(part => part.Points.Length)} stops: {tours} tours, at least {least}, {drive:0} min, {drive / nearest:0.000} of nearest first, {elapsed.TotalSeconds:0.0} s"));
    }

    private static TripMatrix MatrixOf(ServiceNetwork network, InspectionPart part) =>
        TripMatrix.Estimate(network.Crossings, part.Places, TravelMode.Car, ModePace.Defaults[TravelMode.Car]);

    private static InspectionOutcome.Planned Plan(ServiceNetwork network, InspectionPart part, int effort) =>
        (InspectionOutcome.Planned)InspectionStudy.Plan(
            new InspectionTask(part.ListStops(CheckTimes.Default), MatrixOf(network, part), new Minutes(Day), 1), InspectionWatch.Never with { Effort = effort });

    // Guided local search over as many teams as were needed; none where it finds no plan with so few.
    private static double? Route(InspectionPart part, TripMatrix driving, int tours, TimeSpan time)
    {
        using var manager = new RoutingIndexManager(driving.Count, tours, 0);
        using var model = new RoutingModel(manager);
        var drives = Enumerable.Range(0, driving.Count).Select(from => Enumerable.Range(0, driving.Count).Select(to => (long)Math.Round(driving[from, to]!.Value.Time.Value * 60_000)).ToArray()).ToArray();
        var checks = part.ListStops(CheckTimes.Default).Select(stop => (long)(stop.Check.Value * 60_000)).Prepend(0).ToArray();
        model.SetArcCostEvaluatorOfAllVehicles(model.RegisterTransitMatrix(drives));
        model.AddDimension(model.RegisterTransitMatrix([.. drives.Select((row, from) => row.Select(drive => drive + checks[from]).ToArray())]), 0, (long)(Day * 60_000), true, "away");
        for (var place = 1; place < driving.Count; place++)
            model.AddDisjunction([manager.NodeToIndex(place)], (long)(2 * Day * 60_000));
        var settings = operations_research_constraint_solver.DefaultRoutingSearchParameters();
        settings.LocalSearchMetaheuristic = Metaheuristic.GuidedLocalSearch;
        settings.TimeLimit = new() { Seconds = (long)time.TotalSeconds, Nanos = time.Nanoseconds + (time.Microseconds * 1000) + (time.Milliseconds * 1_000_000) };
        using var found = model.SolveWithParameters(settings);
        var isWhole = found is not null && Enumerable.Range(1, driving.Count - 1).Select(manager.NodeToIndex).All(index => found.Value(model.NextVar(index)) != index);
        return isWhole ? found!.ObjectiveValue() / 60_000.0 : null;
    }
}
