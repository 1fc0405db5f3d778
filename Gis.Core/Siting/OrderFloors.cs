using System.Globalization;

namespace Gis.Core.Siting;

/// <summary>The floors of an order over the classes of a cover model, and why they cannot hold where they cannot.</summary>
internal sealed class OrderFloors
{
    // What rounding may have moved a product with a share by, of the weight it is a share of.
    private const double Rounding = 1e-12;
    private readonly CoverModel cover;
    private readonly List<(SitingFloor Floor, double[] Weights, double Standing, double All)> floors;

    internal OrderFloors(CoverModel cover, SitingTask.Order task)
    {
        this.cover = cover;
        floors = [.. task.Floors.Select(floor => Weigh(floor, task.Limit)).Where(each => NeedOf(each.Floor, each.Standing, each.All) > 0)];
    }

    /// <summary>Those that what stands does not keep already; the others hold whatever is built.</summary>
    internal OrderFloor[] Open => [.. floors.Select(each => new OrderFloor(each.Weights, NeedOf(each.Floor, each.Standing, each.All), each.Floor.FromStep))];

    /// <summary>A floor that fails before anything is built, or that no sites can keep alone; none if each can be kept alone as far as is known.</summary>
    internal SitingOutcome.Infeasible? FindFault(SitingStop stop)
    {
        foreach (var (floor, weights, standing, all) in floors)
        {
            var most = Most(weights, floor.FromStep, stop);
            if (most < NeedOf(floor, standing, all))
            {
                var share = (standing + most) / all;
                return new SitingOutcome.Infeasible(
                    $"Floor {floor.Name}: {Share(floor.Share)} of its weight is to be within the limit {When(floor)}, but by then at most {Share(share)} of it can be.")
                {
                    Floors = [new BrokenFloor(floor, share)],
                };
            }
        }

        return null;
    }

    /// <summary>Names floors that cannot hold together, as few as are found in time; asked where all of them cannot.</summary>
    /// <param name="stepWeights">How much each step counts.</param>
    /// <param name="stop">When to stop looking.</param>
    internal SitingOutcome.Infeasible Explain(double[] stepWeights, SitingStop stop)
    {
        var (open, kept) = (Open, Enumerable.Range(0, floors.Count).ToList());
        foreach (var floor in kept.ToArray())
        {
            var others = kept.Where(other => other != floor).ToList();
            var model = OrderModel.Of(cover, stepWeights, [.. others.Select(other => open[other])]);
            if (OrderSolver.FindStart(model, stop) is (null, true))
                kept = others;
        }

        var broken = kept.Select(floor => floors[floor].Floor).ToArray();
        return new SitingOutcome.Infeasible($"Floors {string.Join(", ", broken.Select(floor => $"{floor.Name} ({Share(floor.Share)} {When(floor)})"))} cannot hold together.")
        {
            Floors = [.. broken.Select(floor => new BrokenFloor(floor, null))],
        };
    }

    // The most of a floor's own weight that so many sites cover beside what stands, or a bound on it.
    private double Most(double[] weights, int sites, SitingStop stop)
    {
        if (sites == 0)
            return 0;
        var last = new double[sites];
        last[^1] = 1;
        var model = OrderModel.Of(cover, weights, last, []);
        var solver = new OrderSolver(model, OrderSolver.FindStart(model, stop).Sequence!, stop with { Progress = null }, _ => { }, _ => { });
        solver.Run();
        return solver.IsProven ? solver.Best.Score.Worth : Math.Min(solver.Bound, weights.Sum());
    }

    private (SitingFloor Floor, double[] Weights, double Standing, double All) Weigh(SitingFloor floor, double limit)
    {
        var (weights, standing, all) = (new double[cover.Classes.Length], 0.0, 0.0);
        foreach (var demand in floor.Demands)
        {
            var weight = cover.Instance.Demands[demand].Weight;
            all += weight;
            var (columns, isStanding) = Within(demand, limit);
            if (isStanding)
                standing += weight;
            else if (columns.Length > 0)
                weights[cover.ClassesOf[columns[0]].First(i => cover.Classes[i].Columns.AsSpan().SequenceEqual(columns))] += weight;
        }

        return (floor, weights, standing, all);
    }

    private (int[] Columns, bool IsStanding) Within(int demand, double limit)
    {
        var columns = new List<int>();
        foreach (var reach in cover.Instance.Row(demand))
        {
            if (reach.Cost > limit)
                break;
            if (cover.Instance.Sites[reach.Site].Role == SiteRole.Existing)
                return ([], true);
            columns.Add(Array.BinarySearch(cover.Candidates, reach.Site));
        }

        columns.Sort();
        return ([.. columns], false);
    }

    private double NeedOf(SitingFloor floor, double standing, double all)
    {
        var need = (floor.Share * all * (1 - Rounding)) - standing;
        return cover.Instance.HasWholeWeights ? Math.Ceiling(need) : need;
    }

    private static string When(SitingFloor floor) => floor.FromStep == 0 ? "before anything is built" : $"from step {floor.FromStep.ToString(CultureInfo.InvariantCulture)}";

    private static string Share(double share) => share.ToString("0.######", CultureInfo.InvariantCulture);
}
