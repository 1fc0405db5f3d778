using System.Collections.Concurrent;
using CsCheck;
using Gis.Core.Progress.Inspection;
using Gis.Core.Travel.Tours;
using Gis.Core.Units;

namespace Gis.Core.Tests.Progress.Inspection;

/// <summary>On small random inspections the plan is held against every partition of the stops and every order in each tour.</summary>
public sealed class InspectionBruteForceTests
{
    // Up to six stops on a grid of minutes; one way costs a little more than the other, so that a way past another stop may be the quicker.
    private static readonly Gen<InspectionTask> Any =
        from places in Gen.Select(Gen.Int[0, 30], Gen.Int[0, 30]).Array[2, 7]
        from checks in Gen.Int[0, 50].Array[places.Length - 1]
        from uphill in Gen.Int[0, 3].Array[places.Length * places.Length]
        from day in Gen.Int[60, 220]
        select new InspectionTask(
            [.. checks.Select((check, i) => new InspectionStop(Rows.Id(i + 1), new Minutes(check)))],
            Rows.Matrix(places.Length, (start, end) =>
                Math.Abs(places[start].Item1 - places[end].Item1) + Math.Abs(places[start].Item2 - places[end].Item2) + uphill[(start * places.Length) + end]),
            new Minutes(day),
            1);

    [Fact]
    public void The_bound_is_never_above_the_fewest_tours_nor_the_plan_below_and_nearly_all_plans_are_the_best()
    {
        var seen = new ConcurrentDictionary<string, int>();
        Any.Sample(
            task =>
            {
                var best = FindBest(task);
                var outcome = Rows.Plan(task, effort: 200);
                if (outcome is InspectionOutcome.Infeasible)
                {
                    Assert.Null(best);
                    seen.AddOrUpdate("none", 1, (_, count) => count + 1);
                    return;
                }

                var (plan, least) = (Assert.IsType<InspectionOutcome.Planned>(outcome).Plan, ((InspectionOutcome.Planned)outcome).LeastTours);
                Verify(task, plan);
                Assert.InRange(least, 1, best!.Value.Tours);
                Assert.True(plan.Tours.Length >= best.Value.Tours);
                Assert.True(plan.Driving.Value <= plan.NearestDriving.Value + 1e-9 || plan.Tours.Length < CountNearest(task));
                if (plan.Tours.Length == least)
                    seen.AddOrUpdate("proven", 1, (_, count) => count + 1);
                var isBest = plan.Tours.Length == best.Value.Tours && Math.Abs(plan.Driving.Value - best.Value.Driving) < 1e-6;
                seen.AddOrUpdate(isBest ? "best" : "worse", 1, (_, count) => count + 1);
            },
            iter: 400,
            seed: "0N0XIzNsQ0O2");

        // Else the instances would be too easy, or the bound too weak, to say anything.
        Assert.True(seen["none"] > 20);
        Assert.True(seen["proven"] > 200);
        Assert.True(seen.GetValueOrDefault("worse") * 50 <= seen["best"], $"{seen.GetValueOrDefault("worse")} worse, {seen["best"]} best");
    }

    private static int CountNearest(InspectionTask task) => NearestTours.Drive(new TourTimes(task.Driving, task.Stops.Select(stop => stop.Check), task.Day)).Count;

    // Every stop once, every time as the matrix has it, every day kept. No way is shorter over other stops but by the uphill minutes.
    private static void Verify(InspectionTask task, InspectionPlan plan)
    {
        Assert.Equal(task.Stops.Select(stop => stop.Point).Order(), plan.Tours.SelectMany(tour => tour.Visits).Select(visit => visit.Point).Order());
        foreach (var tour in plan.Tours)
        {
            Assert.True(tour.Away.Value <= task.Day.Value);
            Assert.Equal(tour.Driving.Value + tour.Checking.Value, tour.Away.Value, 6);
            Assert.True(tour.Driving.Value <= Drive(task, [.. tour.Visits.Select(visit => IndexOf(task, visit))]) + 1e-9);
        }
    }

    private static int IndexOf(InspectionTask task, Visit visit) => 1 + Enumerable.Range(0, task.Stops.Length).First(i => task.Stops[i].Point == visit.Point);

    private static double Drive(InspectionTask task, int[] tour) =>
        tour.Prepend(0).Zip(tour.Append(0)).Sum(leg => task.Driving[leg.First, leg.Second]!.Value.Time.Value);

    // Fewest tours and then least driving over all partitions; driving past other stops is allowed, so ways are closed first.
    private static (int Tours, double Driving)? FindBest(InspectionTask task)
    {
        var count = task.Stops.Length;
        var ways = CloseWays(task);
        var alone = new double?[1 << count];
        for (var set = 1; set < 1 << count; set++)
        {
            var stops = Enumerable.Range(0, count).Where(i => (set >> i & 1) == 1).ToArray();
            var least = Orders(stops).Min(order => order.Select(i => i + 1).Prepend(0).Zip(order.Select(i => i + 1).Append(0)).Sum(leg => ways[leg.First, leg.Second]));
            alone[set] = least + stops.Sum(i => task.Stops[i].Check.Value) <= task.Day.Value + 1e-9 ? least : null;
        }

        var best = new (int Tours, double Driving)?[1 << count];
        best[0] = (0, 0);
        for (var set = 1; set < 1 << count; set++)
        {
            for (var part = set; part > 0; part = (part - 1) & set)
            {
                if (alone[part] is { } drive && best[set & ~part] is { } rest && (best[set] is not { } known || (rest.Tours + 1, rest.Driving + drive).CompareTo(known) < 0))
                    best[set] = (rest.Tours + 1, rest.Driving + drive);
            }
        }

        return best[^1];
    }

    private static double[,] CloseWays(InspectionTask task)
    {
        var count = task.Driving.Count;
        var ways = new double[count, count];
        foreach (var (from, to) in Pairs(count))
            ways[from, to] = task.Driving[from, to]!.Value.Time.Value;
        for (var via = 0; via < count; via++)
        {
            foreach (var (from, to) in Pairs(count))
                ways[from, to] = Math.Min(ways[from, to], ways[from, via] + ways[via, to]);
        }

        return ways;
    }

    private static IEnumerable<(int From, int To)> Pairs(int count) =>
        Enumerable.Range(0, count).SelectMany(from => Enumerable.Range(0, count).Select(to => (from, to)));

    private static IEnumerable<int[]> Orders(int[] stops) => stops.Length <= 1
        ? [stops]
        : stops.SelectMany(first => Orders([.. stops.Where(stop => stop != first)]).Select(rest => (int[])[first, .. rest]));
}
