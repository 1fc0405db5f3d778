using CsCheck;
using Gis.Core.Siting;

namespace Gis.Core.Tests.Siting;

/// <summary>On small random instances every answer equals that of trying every plan.</summary>
public sealed class BruteForceTests
{
    private const int Instances = 400;

    // Those that our own code decides take microseconds each.
    private const int QuickInstances = 5000;

    private static readonly Gen<(SitingInstance Instance, int Build, double Budget, int Limit)> Questions =
        Gen.Select(SmallTown.Any, Gen.Int[0, 4], Gen.Int[0, 12], Gen.Int[0, 10]).Select((instance, build, budget, limit) => (
            instance,
            Math.Min(build, instance.Sites.Count(site => site.Role == SiteRole.Candidate)),
            budget > 8 ? double.PositiveInfinity : budget,
            limit));

    private static SitingOutcome Solve(SitingInstance instance, SitingTask task) => SitingStudy.Solve(instance, task, SitingStop.Never);

    private static double? ObjectiveOf(SitingOutcome outcome) => outcome switch
    {
        SitingOutcome.Optimal optimal => optimal.Plan.Objective,
        SitingOutcome.Infeasible => null,
        _ => throw new InvalidOperationException($"Neither optimal nor infeasible: {outcome}"),
    };

    private static double? Least(IEnumerable<double> values) =>
        values.Where(double.IsFinite).Select(value => (double?)value).DefaultIfEmpty(null).Min();

    [Fact]
    public void The_most_weight_within_the_limit() => Questions.Sample(
        question =>
        {
            var (instance, build, budget, limit) = question;
            var best = SmallTown.Plans(instance, build, budget).Max(plan => SmallTown.Covered(instance, plan, limit));
            Assert.Equal(best, ObjectiveOf(Solve(instance, new SitingTask.Mclp(limit, build, budget))));
        },
        iter: QuickInstances);

    [Fact]
    public void The_most_weight_within_the_limit_of_two_or_three() => Gen.Select(Questions, Gen.Int[2, 3]).Sample(
        (question, times) =>
        {
            var (instance, build, budget, limit) = question;
            var best = SmallTown.Plans(instance, build, budget).Max(plan => SmallTown.Covered(instance, plan, limit, times));
            Assert.Equal(best, ObjectiveOf(Solve(instance, new SitingTask.Backup(limit, build, times, budget))));
        },
        iter: Instances);

    [Fact]
    public void The_fewest_sites_for_all() => Questions.Sample(
        question =>
        {
            var (instance, _, _, limit) = question;
            var best = Least(SmallTown.Plans(instance, 9).Where(plan => SmallTown.Worst(instance, plan) <= limit).Select(plan => (double)plan.Length));
            Assert.Equal(best, ObjectiveOf(Solve(instance, new SitingTask.Lscp(limit))));
        },
        iter: QuickInstances);

    [Fact]
    public void The_cheapest_sites_for_a_share() => Gen.Select(Questions, Gen.Int[0, 4]).Sample(
        (question, quarters) =>
        {
            var (instance, _, _, limit) = question;
            var best = Least(SmallTown.Plans(instance, 9)
                .Where(plan => SmallTown.Covered(instance, plan, limit) * 4 >= quarters * instance.Weight)
                .Select(plan => plan.Sum(site => instance.Sites[site].Cost)));
            Assert.Equal(best, ObjectiveOf(Solve(instance, new SitingTask.Pscp(limit, quarters / 4.0))));
        },
        iter: Instances);

    [Fact]
    public void The_least_sum_of_weight_times_cost() => Questions.Sample(
        question =>
        {
            var (instance, build, budget, _) = question;
            var best = Least(SmallTown.Plans(instance, build, budget).Select(plan => SmallTown.Sum(instance, plan)));
            Assert.Equal(best, ObjectiveOf(Solve(instance, new SitingTask.PMedian(build, budget))));
        },
        iter: QuickInstances);

    [Fact]
    public void The_least_worst_cost() => Questions.Sample(
        question =>
        {
            var (instance, build, budget, _) = question;
            var best = Least(SmallTown.Plans(instance, build, budget).Select(plan => SmallTown.Worst(instance, plan)));
            Assert.Equal(best, ObjectiveOf(Solve(instance, new SitingTask.PCenter(build, budget))));
        },
        iter: QuickInstances);

    [Fact]
    public void The_least_sum_within_capacities() => Questions.Sample(
        question =>
        {
            var (instance, build, budget, _) = question;
            var best = Least(SmallTown.Plans(instance, build, budget).Select(plan => CheapestWithin(instance, plan)));
            Assert.Equal(best, ObjectiveOf(Solve(instance, new SitingTask.CapacitatedPMedian(build, budget))));
        },
        iter: Instances);

    [Fact]
    public void The_best_order() => Questions.Sample(
        question =>
        {
            var (instance, build, _, limit) = question;
            var best = Orders(instance, build).Max(order => Enumerable.Range(1, build).Sum(step => SmallTown.Covered(instance, order[..step], limit)));
            var outcome = Solve(instance, new SitingTask.Order(limit, build));
            Assert.Equal(best, ObjectiveOf(outcome));
            var steps = ((SitingOutcome.Optimal)outcome).Plan.Steps;
            Assert.All(steps.Select((step, i) => (step, i)), each => Assert.Equal(
                SmallTown.Plans(instance, each.i + 1).Max(plan => SmallTown.Covered(instance, plan, limit)), each.step.FreeOptimum));
        },
        iter: Instances);

    private static double CheapestWithin(SitingInstance instance, int[] plan, int demand = 0, double[]? left = null)
    {
        left ??= [.. instance.Sites.Select((site, i) => site.Role == SiteRole.Existing || plan.Contains(i) ? site.Capacity : -1)];
        if (demand == instance.Demands.Length)
            return 0;
        var (best, weight) = (double.PositiveInfinity, instance.Demands[demand].Weight);
        foreach (var reach in instance.Row(demand).ToArray().Where(reach => left[reach.Site] >= weight))
        {
            left[reach.Site] -= weight;
            best = Math.Min(best, (weight * reach.Cost) + CheapestWithin(instance, plan, demand + 1, left));
            left[reach.Site] += weight;
        }

        return best;
    }

    private static IEnumerable<int[]> Orders(SitingInstance instance, int build)
    {
        var candidates = Enumerable.Range(0, instance.Sites.Length).Where(site => instance.Sites[site].Role == SiteRole.Candidate).ToArray();
        return Extend([]);

        IEnumerable<int[]> Extend(int[] begun) => begun.Length == build
            ? [begun]
            : candidates.Except(begun).SelectMany(site => Extend([.. begun, site]));
    }
}
