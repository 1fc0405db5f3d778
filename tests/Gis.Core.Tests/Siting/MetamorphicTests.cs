using CsCheck;
using Gis.Core.Siting;

namespace Gis.Core.Tests.Siting;

/// <summary>What theory says of the objective of every problem when the instance is changed in a way whose effect is known.</summary>
public sealed class MetamorphicTests
{
    private const int Instances = 60;

    /// <summary>An instance and every problem asked of it.</summary>
    private static readonly Gen<(SitingInstance Town, SitingTask[] Tasks, int[] Demands, int[] Sites)> Questions =
        from town in SmallTown.Any
        from asked in Gen.Int[0, 4]
        from limit in Gen.Int[0, 10]
        from quarters in Gen.Int[0, 4]
        from demands in Gen.Shuffle(Enumerable.Range(0, town.Demands.Length).ToArray())
        from sites in Gen.Shuffle(Enumerable.Range(0, town.Sites.Length).ToArray())
        select (town, Tasks(limit, Math.Min(asked, town.Sites.Count(site => site.Role == SiteRole.Candidate)), quarters / 4.0), demands, sites);

    [Fact]
    public void Other_names_in_another_order_change_nothing() => Questions.Sample(
        question => AssertEach(question.Town, Renamed(question.Town, question.Demands, question.Sites), question.Tasks, objective => objective), iter: Instances);

    [Fact]
    public void Twice_the_weight_is_worth_twice() => Questions.Sample(
        question => AssertEach(
            question.Town,
            Changed(question.Town, demand => demand with { Weight = 2 * demand.Weight }, site => site with { Capacity = 2 * site.Capacity }),
            question.Tasks,
            (task, objective) => task is SitingTask.Lscp or SitingTask.Pscp or SitingTask.PCenter ? objective : 2 * objective),
        iter: Instances);

    [Fact]
    public void Twice_the_cost_of_service_and_twice_the_limit_only_double_what_is_counted_in_it() => Questions.Sample(
        question => AssertEach(
            question.Town,
            Changed(question.Town, demand => demand, site => site, cost: cost => 2 * cost),
            question.Tasks,
            [.. question.Tasks.Select(TwiceTheLimit)],
            (task, objective) => task is SitingTask.PMedian or SitingTask.CapacitatedPMedian or SitingTask.PCenter ? 2 * objective : objective),
        iter: Instances);

    [Fact]
    public void Sites_twice_as_dear_make_a_share_twice_as_dear() => Questions.Sample(
        question => AssertEach(
            question.Town,
            Changed(question.Town, demand => demand, site => site with { Cost = 2 * site.Cost }),
            question.Tasks,
            (task, objective) => task is SitingTask.Pscp ? 2 * objective : objective),
        iter: Instances);

    [Fact]
    public void A_site_out_of_reach_of_everyone_changes_nothing() => Questions.Sample(
        question => AssertEach(
            question.Town,
            new SitingInstance(question.Town.Demands, [new SitingSite("nowhere", Cost: 0), .. question.Town.Sites], [.. Pairs(question.Town).Select(pair => pair with { Site = pair.Site + 1 })]),
            question.Tasks,
            objective => objective),
        iter: Instances);

    [Fact]
    public void Halves_of_a_demand_count_as_the_whole() => Questions.Sample(
        question =>
        {
            // Where a site has a capacity, halves may go to two of them.
            var tasks = question.Tasks.Where(task => task is not SitingTask.CapacitatedPMedian).ToArray();
            var town = question.Town;
            var halved = new SitingInstance(
                [.. town.Demands.Select((demand, i) => i == 0 ? demand with { Weight = demand.Weight / 2 } : demand), town.Demands[0] with { Id = "half", Weight = town.Demands[0].Weight / 2 }],
                town.Sites,
                [.. Pairs(town), .. Pairs(town).Where(pair => pair.Demand == 0).Select(pair => pair with { Demand = town.Demands.Length })]);
            AssertEach(town, halved, tasks, objective => objective);
        },
        iter: Instances);

    private static SitingTask[] Tasks(double limit, int build, double target) =>
    [
        new SitingTask.Lscp(limit), new SitingTask.Mclp(limit, build), new SitingTask.Pscp(limit, target), new SitingTask.PMedian(build),
        new SitingTask.PCenter(build), new SitingTask.CapacitatedPMedian(build), new SitingTask.Backup(limit, build, 2),
        new SitingTask.Order(limit, build), new SitingTask.Order(limit, build) { Aim = OrderAim.AtTheEnd },
    ];

    private static SitingTask TwiceTheLimit(SitingTask task) => task switch
    {
        SitingTask.Lscp each => each with { Limit = 2 * each.Limit },
        SitingTask.Mclp each => each with { Limit = 2 * each.Limit },
        SitingTask.Pscp each => each with { Limit = 2 * each.Limit },
        SitingTask.Backup each => each with { Limit = 2 * each.Limit },
        SitingTask.Order each => each with { Limit = 2 * each.Limit },
        _ => task,
    };

    private static void AssertEach(SitingInstance town, SitingInstance changed, SitingTask[] tasks, Func<double, double> expected) =>
        AssertEach(town, changed, tasks, tasks, (_, objective) => expected(objective));

    private static void AssertEach(SitingInstance town, SitingInstance changed, SitingTask[] tasks, Func<SitingTask, double, double> expected) =>
        AssertEach(town, changed, tasks, tasks, expected);

    private static void AssertEach(SitingInstance town, SitingInstance changed, SitingTask[] tasks, SitingTask[] tasksOfChanged, Func<SitingTask, double, double> expected)
    {
        foreach (var (task, other) in tasks.Zip(tasksOfChanged))
        {
            var (before, after) = (ObjectiveOf(town, task), ObjectiveOf(changed, other));
            Assert.Equal(before.HasValue, after.HasValue);
            if (before is { } objective)
                Assert.Equal(expected(task, objective), after!.Value, tolerance: 1e-9);
        }
    }

    private static double? ObjectiveOf(SitingInstance town, SitingTask task) => SitingStudy.Solve(town, task, SitingStop.Never) switch
    {
        SitingOutcome.Optimal optimal => optimal.Plan.Objective,
        SitingOutcome.Infeasible => null,
        var other => throw new InvalidOperationException($"Neither optimal nor infeasible: {task}: {other}"),
    };

    private static IEnumerable<SitingPair> Pairs(SitingInstance town) =>
        Enumerable.Range(0, town.Demands.Length).SelectMany(i => town.Row(i).ToArray().Select(reach => new SitingPair(i, reach.Site, reach.Cost)));

    private static SitingInstance Changed(
        SitingInstance town, Func<SitingDemand, SitingDemand> demand, Func<SitingSite, SitingSite> site, Func<double, double>? cost = null) =>
        new([.. town.Demands.Select(demand)], [.. town.Sites.Select(site)], [.. Pairs(town).Select(pair => pair with { Cost = cost?.Invoke(pair.Cost) ?? pair.Cost })]);

    // What was at a place comes to the place that the shuffled list gives it, under the name of that place.
    private static SitingInstance Renamed(SitingInstance town, int[] demands, int[] sites) => new(
        [.. Enumerable.Range(0, demands.Length).Select(place => town.Demands[Array.IndexOf(demands, place)] with { Id = $"village {place}" })],
        [.. Enumerable.Range(0, sites.Length).Select(place => town.Sites[Array.IndexOf(sites, place)] with { Id = $"point {place}" })],
        [.. Pairs(town).Select(pair => new SitingPair(demands[pair.Demand], sites[pair.Site], pair.Cost)).Reverse()]);
}
