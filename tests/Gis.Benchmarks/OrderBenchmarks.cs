using System.Diagnostics;
using System.Globalization;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Siting;
using Gis.Core.Travel;
using Gis.Core.Units;
using Gis.Data.Illustration;
using Google.OrTools.LinearSolver;

namespace Gis.Benchmarks;

/// <summary>What to build first: the unbuilt points of the default network, and a grid against a plain model of it.</summary>
internal static class OrderBenchmarks
{
    internal static void Run()
    {
        var network = new ServiceNetwork(DefaultNetwork.Draw(CityFacts.Read(Path.Combine(AppContext.BaseDirectory, "geodata", "yinchuan"))));
        foreach (var (mode, limit) in new[] { (TravelMode.Walk, 30), (TravelMode.EBike, 30), (TravelMode.Car, 15) })
        {
            var table = TravelTable.Estimate(network, mode, ModePace.Defaults[mode]);
            var instance = NetworkSites.Of(network, table, CoverageQuestion.Of(mode, new Minutes(limit)));
            var steps = instance.Sites.Count(site => site.Role == SiteRole.Candidate);
            Report($"order of the {steps}, {mode.Written()} {limit} min", instance, limit, steps, TimeSpan.FromSeconds(10));
        }

        foreach (var limit in new[] { 16, 17 })
            Compare(DrawGrid(limit), limit);
    }

    private static void Compare(SitingInstance grid, double limit)
    {
        const int Steps = 10;
        var ours = Report(string.Create(CultureInfo.InvariantCulture, $"grid 1000 x 100 x {Steps}, limit {limit}"), grid, limit, Steps, TimeSpan.FromSeconds(60));
        var start = Stopwatch.GetTimestamp();
        var (worth, status) = SolvePlainly(grid, Steps, seconds: 120);
        var plain = Stopwatch.GetElapsedTime(start);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  plain model, SCIP: {worth:0} {status} in {plain.TotalSeconds:0.00} s, {plain / ours:0.0} times as long"));
    }

    private static TimeSpan Report(string name, SitingInstance instance, double limit, int steps, TimeSpan most)
    {
        // Once before, so that what is compiled and loaded at first use does not count.
        SitingStudy.Solve(instance, new SitingTask.Order(limit, Math.Min(steps, 2)), SitingStop.Never);
        using var deadline = new CancellationTokenSource(most);
        var first = new First();
        var outcome = SitingStudy.Solve(instance, new SitingTask.Order(limit, steps), new SitingStop(deadline.Token, CancellationToken.None, first));
        var taken = first.Elapsed;
        var ending = outcome switch
        {
            SitingOutcome.Optimal optimal => $"proven {optimal.Plan.Objective:0}",
            SitingOutcome.BestFound found => $"best {found.Plan.Objective:0}, gap {found.Gap:P3}",
            _ => throw new InvalidOperationException($"Neither proven nor found: {outcome}"),
        };
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: first answer with bound {first.At?.TotalMilliseconds:0.0} ms, gap {first.Gap:P2}; {ending} in {taken.TotalMilliseconds:0} ms"));
        return taken;
    }

    // The model as the textbook has it: what is built when, and who is covered when.
    private static (double Worth, Solver.ResultStatus Status) SolvePlainly(SitingInstance instance, int steps, int seconds)
    {
        using var solver = Solver.CreateSolver("SCIP");
        var built = Enumerable.Range(0, steps).Select(_ => solver.MakeBoolVarArray(instance.Sites.Length)).ToArray();
        for (var step = 0; step < steps; step++)
        {
            solver.Add(new SumVarArray(built[step]) <= step + 1);
            for (var site = 0; step > 0 && site < instance.Sites.Length; site++)
                solver.Add(built[step][site] >= built[step - 1][site]);
            for (var demand = 0; demand < instance.Demands.Length; demand++)
            {
                var covered = solver.MakeNumVar(0, 1, "");
                var row = solver.MakeConstraint(0, double.PositiveInfinity);
                row.SetCoefficient(covered, -1);
                foreach (var reach in instance.Row(demand))
                    row.SetCoefficient(built[step][reach.Site], 1);
                solver.Objective().SetCoefficient(covered, instance.Demands[demand].Weight);
            }
        }

        solver.Objective().SetMaximization();
        solver.SetTimeLimit(seconds * 1000L);
        var status = solver.Solve();
        return (solver.Objective().Value(), status);
    }

    // The town of OrderGrid in the tests.
    private static SitingInstance DrawGrid(double limit)
    {
        var demands = Enumerable.Range(0, 1000).Select(i => (X: ((i * 37) + (i * i % 101)) % 100, Y: ((i * 61) + (i * i * 7 % 97)) % 100, Weight: 1 + (((i * i * 31) + (i * 17)) % 97))).ToList();
        var sites = Enumerable.Range(0, 100).Select(j => (X: (j % 10 * 10) + 3 + (j * 7 % 5), Y: (j / 10 * 10) + 3 + (j * 11 % 5))).ToList();
        var pairs = from i in Enumerable.Range(0, demands.Count)
                    from j in Enumerable.Range(0, sites.Count)
                    let distance = Math.Sqrt(Math.Pow(demands[i].X - sites[j].X, 2) + Math.Pow(demands[i].Y - sites[j].Y, 2))
                    where distance <= limit
                    select new SitingPair(i, j, distance);
        return new SitingInstance(
            [.. demands.Select((demand, i) => new SitingDemand($"d{i}", demand.Weight))], [.. sites.Select((_, j) => new SitingSite($"s{j}"))], [.. pairs]);
    }

    /// <summary>Notes when the first plan with a bound is told.</summary>
    private sealed class First : IProgress<SitingProgress>
    {
        private readonly long start = Stopwatch.GetTimestamp();

        internal TimeSpan Elapsed => Stopwatch.GetElapsedTime(start);

        internal TimeSpan? At { get; private set; }

        internal double Gap { get; private set; }

        public void Report(SitingProgress value)
        {
            if (At is not null || value is not { Objective: { } objective, Bound: { } bound, Plan: not null })
                return;
            (At, Gap) = (Elapsed, (bound - objective) / objective);
        }
    }
}
