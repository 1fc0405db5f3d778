using System.Diagnostics;
using System.Globalization;
using Gis.Core.Siting;
using Google.OrTools.LinearSolver;

namespace Gis.Benchmarks;

/// <summary>
/// Siting on made-up instances against the textbook model of the same problem, written plainly for SCIP through OR-Tools; and a
/// cover of a million demands in a process of its own.
/// </summary>
internal static class SitingBenchmarks
{
    internal const string MillionWord = "siting-million";

    private const int PlainSeconds = 300;

    internal static void Run()
    {
        var city = MadeUp(500, 500, seed: 1);
        Compare("p-median 500 x 500, p = 20", city, new SitingTask.PMedian(20), () => PlainMedian(city, 20));
        Solve("p-median 900 x 900, p = 90", MadeUp(900, 900, seed: 1), new SitingTask.PMedian(90), 1);
        foreach (var seed in new[] { 1, 2, 3 })
        {
            var other = MadeUp(500, 500, seed);
            Solve($"p-center 500 x 500, p = 20, city {seed}", other, new SitingTask.PCenter(20), 3);
            foreach (var limit in new[] { 50, 100, 150 })
            {
                foreach (var build in new[] { 5, 20, 50 })
                    Compare($"mclp 500 x 500, limit {limit}, p = {build}, city {seed}", other, new SitingTask.Mclp(limit, build), () => PlainCover(other, limit, build));
                Compare($"lscp 500 x 500, limit {limit}, city {seed}", other, new SitingTask.Lscp(limit), () => PlainCover(other, limit, null));
            }
        }

        RunChild();
    }

    /// <summary>What a process of its own does: a cover of a million demands within a minute, printed with its memory at most.</summary>
    internal static void RunAsChild()
    {
        var (demands, sites, pairs) = Million();
        var start = Stopwatch.GetTimestamp();
        var instance = new SitingInstance([.. demands], [.. sites], pairs);
        var indexed = Stopwatch.GetElapsedTime(start).TotalSeconds;
        start = Stopwatch.GetTimestamp();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var (reached, best, bound) = (double.NaN, 0.0, double.PositiveInfinity);
        var outcome = SitingStudy.Solve(instance, new SitingTask.Mclp(40, 50), new SitingStop(deadline.Token, default, new Watch(seen =>
        {
            (best, bound) = (Math.Max(best, seen.Objective ?? 0), Math.Min(bound, seen.Bound ?? double.PositiveInfinity));
            if (double.IsNaN(reached) && bound - best <= 0.005 * best)
                reached = Stopwatch.GetElapsedTime(start).TotalSeconds;
        })));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"mclp 1000000 x 500, {pairs.Length} pairs, limit 40, p = 50: {Told(outcome)} after {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s, 0.5 % after {reached:0.0} s; indexed in {indexed:0.0} s; memory at most {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB"));
    }

    private static void RunChild()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(SitingBenchmarks).Assembly.Location, MillionWord]))!;
        process.WaitForExit();
    }

    // Sites and demands anywhere on a square; a cost is the distance, whole; weights are whole.
    private static SitingInstance MadeUp(int demands, int sites, int seed)
    {
        var random = new Random(seed);
        var places = Enumerable.Range(0, Math.Max(demands, sites)).Select(_ => (X: random.NextDouble() * 1000, Y: random.NextDouble() * 1000)).ToArray();
        return new SitingInstance(
            [.. Enumerable.Range(0, demands).Select(demand => new SitingDemand($"d{demand}", random.Next(1, 101)))],
            [.. Enumerable.Range(0, sites).Select(site => new SitingSite($"s{site}"))],
            [.. Enumerable.Range(0, demands * sites).Select(pair => new SitingPair(pair / sites, pair % sites, Math.Round(Distance(places[pair / sites], places[pair % sites]))))]);
    }

    // Each pair has its own detour, so that those who live side by side need not have the same sites within the limit.
    private static (SitingDemand[] Demands, SitingSite[] Sites, SitingPair[] Pairs) Million()
    {
        const int Demands = 1_000_000;
        var random = new Random(1);
        var sites = Enumerable.Range(0, 500).Select(_ => (X: random.NextDouble() * 600, Y: random.NextDouble() * 600)).ToArray();
        var pairs = new List<SitingPair>(30 * Demands);
        for (var demand = 0; demand < Demands; demand++)
        {
            var place = (X: random.NextDouble() * 600, Y: random.NextDouble() * 600);
            for (var site = 0; site < sites.Length; site++)
            {
                var way = Distance(place, sites[site]);
                if (way <= 60 && way * (1 + (random.NextDouble() * 0.5)) is <= 60 and var cost)
                    pairs.Add(new SitingPair(demand, site, cost));
            }
        }

        return ([.. Enumerable.Range(0, Demands).Select(demand => new SitingDemand($"d{demand}", random.Next(1, 101)))],
            [.. Enumerable.Range(0, sites.Length).Select(site => new SitingSite($"s{site}"))], [.. pairs]);
    }

    private static double Distance((double X, double Y) from, (double X, double Y) to) =>
        Math.Sqrt(((from.X - to.X) * (from.X - to.X)) + ((from.Y - to.Y) * (from.Y - to.Y)));

    private static (double Milliseconds, string Told) Solve(string name, SitingInstance instance, SitingTask task, int runs)
    {
        SitingOutcome outcome = SitingStudy.Solve(instance, task, SitingStop.Never);
        var median = Timing.Run(name, runs, () => outcome = SitingStudy.Solve(instance, task, SitingStop.Never));
        Console.WriteLine($"  {Told(outcome)}");
        return (median, Told(outcome));
    }

    private static void Compare(string name, SitingInstance instance, SitingTask task, Func<(double Objective, bool IsProven)> plain)
    {
        var own = Solve(name, instance, task, 5);
        var start = Stopwatch.GetTimestamp();
        var (objective, isProven) = plain();
        var milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  plain model {milliseconds:0} ms, {(isProven ? "optimal" : "stopped at")} {objective:0.##}: {(isProven ? "" : "at least ")}{milliseconds / own.Milliseconds:0.0} times as long"));
    }

    private static string Told(SitingOutcome outcome) => outcome switch
    {
        SitingOutcome.Optimal optimal => string.Create(CultureInfo.InvariantCulture, $"optimal {optimal.Plan.Objective:0.##}"),
        SitingOutcome.BestFound found => string.Create(CultureInfo.InvariantCulture, $"best found {found.Plan.Objective:0.##}, gap {found.Gap:0.000 %}"),
        SitingOutcome.Infeasible infeasible => infeasible.Reason,
        _ => "cancelled",
    };

    // Every pair a variable, every pair a row: who is served where, and only from what is open.
    private static (double Objective, bool IsProven) PlainMedian(SitingInstance instance, int build)
    {
        using var solver = Solver.CreateSolver("SCIP");
        var open = instance.Sites.Select(_ => solver.MakeBoolVar("")).ToArray();
        var count = solver.MakeConstraint(build, build);
        foreach (var variable in open)
            count.SetCoefficient(variable, 1);
        for (var demand = 0; demand < instance.Demands.Length; demand++)
        {
            var served = solver.MakeConstraint(1, 1);
            foreach (var reach in instance.Row(demand))
            {
                var variable = solver.MakeBoolVar("");
                served.SetCoefficient(variable, 1);
                solver.Objective().SetCoefficient(variable, instance.Demands[demand].Weight * reach.Cost);
                var isOpen = solver.MakeConstraint(0, double.PositiveInfinity);
                isOpen.SetCoefficient(open[reach.Site], 1);
                isOpen.SetCoefficient(variable, -1);
            }
        }

        solver.Objective().SetMinimization();
        return Run(solver);
    }

    // A variable a site and, where not all need be covered, one a demand.
    private static (double Objective, bool IsProven) PlainCover(SitingInstance instance, double limit, int? build)
    {
        using var solver = Solver.CreateSolver("SCIP");
        var open = instance.Sites.Select(_ => solver.MakeBoolVar("")).ToArray();
        var count = solver.MakeConstraint(0, build ?? open.Length);
        foreach (var variable in open)
        {
            count.SetCoefficient(variable, 1);
            solver.Objective().SetCoefficient(variable, build is null ? -1 : 0);
        }

        for (var demand = 0; demand < instance.Demands.Length; demand++)
        {
            var covered = solver.MakeConstraint(build is null ? 1 : 0, double.PositiveInfinity);
            foreach (var reach in instance.Row(demand).ToArray().Where(reach => reach.Cost <= limit))
                covered.SetCoefficient(open[reach.Site], 1);
            if (build is null)
                continue;
            var isCovered = solver.MakeBoolVar("");
            covered.SetCoefficient(isCovered, -1);
            solver.Objective().SetCoefficient(isCovered, instance.Demands[demand].Weight);
        }

        solver.Objective().SetMaximization();
        return Run(solver);
    }

    private static (double Objective, bool IsProven) Run(Solver solver)
    {
        solver.SetTimeLimit(PlainSeconds * 1000);
        using var exact = new MPSolverParameters();
        exact.SetDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
        var status = solver.Solve(exact);
        return (status is Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE ? Math.Abs(solver.Objective().Value()) : double.NaN, status is Solver.ResultStatus.OPTIMAL);
    }

    private sealed class Watch(Action<SitingProgress> seen) : IProgress<SitingProgress>
    {
        public void Report(SitingProgress value) => seen(value);
    }
}
