using System.Collections.Immutable;
using CsCheck;
using Gis.Core.Siting;

namespace Gis.Core.Tests.Siting;

/// <summary>On small random instances the order equals the best of all orders, whatever is asked of it.</summary>
public sealed class OrderTests
{
    private const int Instances = 300;

    private static readonly Gen<Question> Plain =
        from town in SmallTown.Any
        from groups in Gen.Int[0, 3].Array[town.Demands.Length]
        from build in Gen.Int[0, 5]
        from limit in Gen.Int[0, 10]
        select new Question(
            new SitingInstance(
                [.. town.Demands.Select((demand, i) => demand with { Group = groups[i] == 0 ? "" : $"county {groups[i]}" })],
                town.Sites,
                [.. Enumerable.Range(0, town.Demands.Length).SelectMany(i => town.Row(i).ToArray().Select(reach => new SitingPair(i, reach.Site, reach.Cost)))]),
            new SitingTask.Order(limit, Math.Min(build, town.Sites.Count(site => site.Role == SiteRole.Candidate))));

    private static readonly Gen<Question> Weighed =
        from question in Plain
        from weights in Gen.OneOf(Gen.Const(0.0), Gen.Int[0, 5].Select(whole => (double)whole), Gen.Double[0, 3]).Array[question.Task.Build]
        select question with { Task = question.Task with { StepWeights = [.. weights] } };

    private static readonly Gen<Question> Floored =
        from question in Plain
        from shares in Gen.Int[1, 10].Array[2]
        from steps in Gen.Int[0, question.Task.Build].Array[2]
        from kind in Gen.Int[1, 3]
        select question with
        {
            Task = question.Task with
            {
                Floors =
                [
                    .. (kind & 1) == 0 ? [] : SitingFloor.ByGroup(question.Town, shares[0] / 10.0, steps[0]),
                    .. (kind & 2) == 0 ? ImmutableArray<SitingFloor>.Empty : [SitingFloor.WorstDecile(question.Town, "worst decile", shares[1] / 10.0, steps[1])],
                ],
            },
        };

    [Fact]
    public void The_best_order() => Plain.Sample(question => AssertBest(question), iter: Instances);

    [Fact]
    public void The_best_order_where_steps_count_differently_or_not_at_all() => Weighed.Sample(question => AssertBest(question), iter: Instances);

    [Fact]
    public void The_best_order_of_those_with_the_best_end() =>
        Gen.OneOf(Plain, Weighed).Sample(question => AssertBest(question with { Task = question.Task with { Aim = OrderAim.AtTheEnd } }), iter: Instances);

    [Fact]
    public void The_best_order_that_keeps_floors() => Floored.Sample(question => AssertBest(question), iter: Instances);

    [Fact]
    public void The_best_order_that_keeps_floors_with_the_best_end() =>
        Floored.Sample(question => AssertBest(question with { Task = question.Task with { Aim = OrderAim.AtTheEnd } }), iter: Instances);

    [Fact]
    public void Each_step_is_told_with_the_most_that_as_many_sites_can_cover() => Gen.OneOf(Plain, Weighed, Floored).Sample(
        question =>
        {
            if (Solve(question) is not SitingOutcome.Optimal optimal)
                return;
            for (var step = 0; step < optimal.Plan.Steps.Length; step++)
            {
                var most = SmallTown.Plans(question.Town, step + 1).Max(plan => SmallTown.Covered(question.Town, plan, question.Task.Limit));
                Assert.Equal(most, optimal.Plan.Steps[step].FreeOptimum);
                Assert.True(optimal.Plan.Steps[step].IsFreeProven);
            }
        },
        iter: Instances);

    [Fact]
    public void A_floor_holds_when_exactly_its_share_is_covered()
    {
        var town = Row([3, 7], [(0, 0), (1, 1)]);
        var asked = new SitingTask.Order(1, 1) { Floors = [new SitingFloor("all", [0, 1], 0.3, 1)] };
        Assert.Equal(7, Assert.IsType<SitingOutcome.Optimal>(Solve(new(town, asked))).Plan.Objective);
        asked = asked with { Floors = [new SitingFloor("all", [0, 1], 0.7, 1)] };
        Assert.IsType<SitingOutcome.Optimal>(Solve(new(town, asked)));
        asked = asked with { Floors = [new SitingFloor("all", [0, 1], 0.7 + 1e-9, 1)] };
        Assert.IsType<SitingOutcome.Infeasible>(Solve(new(town, asked)));
    }

    [Fact]
    public void A_floor_that_cannot_be_kept_is_named_with_its_step_and_the_most_there_can_be()
    {
        var town = Row([3, 7, 10], [(0, 0), (1, 1)]);
        var asked = new SitingTask.Order(1, 2) { Floors = [new SitingFloor("Helan", [1, 2], 0.5, 2)] };
        var reason = Assert.IsType<SitingOutcome.Infeasible>(Solve(new(town, asked))).Reason;
        Assert.Equal("Floor Helan: 0.5 of its weight is to be within the limit from step 2, but by then at most 0.411765 of it can be.", reason);
    }

    [Fact]
    public void Floors_that_exclude_each_other_are_named_and_no_others()
    {
        var town = Row([3, 7, 10], [(0, 0), (1, 1), (2, 2)]);
        var asked = new SitingTask.Order(1, 3)
        {
            Floors = [new SitingFloor("east", [0], 1, 1), new SitingFloor("south", [2], 1, 3), new SitingFloor("west", [1], 1, 1)],
        };
        var reason = Assert.IsType<SitingOutcome.Infeasible>(Solve(new(town, asked))).Reason;
        Assert.Equal("Floors east (1 from step 1), west (1 from step 1) cannot hold together.", reason);
    }

    [Fact]
    public void A_floor_before_anything_is_built_is_about_what_stands()
    {
        var town = Row([3, 7], [(0, 0)]);
        var asked = new SitingTask.Order(1, 1) { Floors = [new SitingFloor("all", [0, 1], 0.1, 0)] };
        var reason = Assert.IsType<SitingOutcome.Infeasible>(Solve(new(town, asked))).Reason;
        Assert.Equal("Floor all: 0.1 of its weight is to be within the limit before anything is built, but by then at most 0 of it can be.", reason);
    }

    [Fact]
    public void The_worst_tenth_is_taken_from_the_farthest_and_its_border_whole()
    {
        var town = new SitingInstance(
            [new("near", 60), new("far", 5), new("beyond", 4), new("as far", 31)],
            [new("s", SiteRole.Existing)],
            [new SitingPair(0, 0, 1), new SitingPair(1, 0, 9), new SitingPair(3, 0, 9)]);
        Assert.Equal<int>([2, 1, 3], SitingFloor.WorstDecile(town, "worst", 0.5, 1).Demands);
    }

    [Fact]
    public void A_step_that_does_not_count_as_a_number_is_refused()
    {
        var town = Row([3], [(0, 0)]);
        foreach (var wrong in new[] { -1, double.NaN, double.PositiveInfinity })
            Assert.Throws<ArgumentOutOfRangeException>(() => Solve(new(town, new SitingTask.Order(1, 1, [wrong]))));
    }

    private static SitingOutcome Solve(Question question) => SitingStudy.Solve(question.Town, question.Task, SitingStop.Never);

    private static void AssertBest(Question question)
    {
        var best = question.Orders().Where(question.KeepsFloors).Select(question.Worth).DefaultIfEmpty((double.NaN, double.NaN)).Max();
        var outcome = Solve(question);
        if (double.IsNaN(best.Item2))
        {
            Assert.IsType<SitingOutcome.Infeasible>(outcome);
            return;
        }

        var plan = Assert.IsType<SitingOutcome.Optimal>(outcome).Plan;
        Assert.True(question.KeepsFloors([.. plan.Built]));
        Assert.Equal(question.Task.Build, plan.Built.Distinct().Count());
        Assert.Equal(best.Item2, plan.Objective, tolerance: 1e-9);
        Assert.Equal(best, question.Worth([.. plan.Built]), (one, other) => one.Item1 == other.Item1 && Math.Abs(one.Item2 - other.Item2) < 1e-9);
    }

    private static SitingInstance Row(double[] weights, (int Demand, int Site)[] pairs) => new(
        [.. weights.Select((weight, i) => new SitingDemand($"d{i}", weight))],
        [.. pairs.Select(pair => pair.Site).Distinct().Order().Select(site => new SitingSite($"s{site}"))],
        [.. pairs.Select(pair => new SitingPair(pair.Demand, pair.Site, 1))]);

    /// <summary>An order that is asked for, and all orders there are.</summary>
    private sealed record Question(SitingInstance Town, SitingTask.Order Task)
    {
        /// <summary>What is compared: the end first where that matters most, then the sum over the steps.</summary>
        internal (double End, double Sum) Worth(int[] order)
        {
            var covered = Enumerable.Range(1, order.Length).Select(step => SmallTown.Covered(Town, order[..step], Task.Limit)).ToList();
            var sum = covered.Select((weight, step) => weight * (Task.StepWeights.IsDefaultOrEmpty ? 1 : Task.StepWeights[step])).Sum();
            return (Task.Aim == OrderAim.AtTheEnd ? covered.LastOrDefault() : 0, sum);
        }

        // Shares are tenths here, so whole numbers tell.
        internal bool KeepsFloors(int[] order) => Task.Floors.All(floor =>
            floor.Demands.Where(demand => SmallTown.Nearest(Town, demand, order[..floor.FromStep]) <= Task.Limit).Sum(demand => Town.Demands[demand].Weight) * 10
            >= Math.Round(floor.Share * 10) * floor.Demands.Sum(demand => Town.Demands[demand].Weight));

        internal IEnumerable<int[]> Orders()
        {
            var candidates = Enumerable.Range(0, Town.Sites.Length).Where(site => Town.Sites[site].Role == SiteRole.Candidate).ToArray();
            return Extend([]);

            IEnumerable<int[]> Extend(int[] begun) => begun.Length == Task.Build
                ? [begun]
                : candidates.Except(begun).SelectMany(site => Extend([.. begun, site]));
        }
    }
}
