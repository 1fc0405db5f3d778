using Gis.Core.Siting;
using Xunit.Abstractions;

namespace Gis.Core.Tests.Siting;

/// <summary>An order over a town of a hundred candidates: how good it is, and how it ends where it may not finish.</summary>
public sealed class OrderGridTests(ITestOutputHelper output)
{
    /// <summary>What the first test of this class proves.</summary>
    private const double Proven = 232427;

    private static readonly SitingInstance Town = OrderGrid.Draw();
    private static readonly SitingTask.Order Asked = new(OrderGrid.Limit, OrderGrid.Steps);

    [Fact]
    public void The_order_is_proven_and_beats_the_greedy_one_and_the_best_end_put_in_order()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var best = Assert.IsType<SitingOutcome.Optimal>(SitingStudy.Solve(Town, Asked, new SitingStop(deadline.Token, CancellationToken.None))).Plan;
        var greedy = OrderGrid.Worth(Town, OrderGrid.Greedily(Town, Enumerable.Range(0, Town.Sites.Length)));
        var end = Assert.IsType<SitingOutcome.Optimal>(SitingStudy.Solve(Town, new SitingTask.Mclp(OrderGrid.Limit, OrderGrid.Steps), SitingStop.Never)).Plan;
        var endFirst = OrderGrid.Worth(Town, OrderGrid.Greedily(Town, end.Built));
        output.WriteLine($"proven {best.Objective}, greedy {greedy}, best end put in order {endFirst}");

        Assert.Equal(Proven, best.Objective);
        Assert.Equal(best.Objective, OrderGrid.Worth(Town, best.Built));
        Assert.True(best.Objective > greedy);
        Assert.True(best.Objective > endFirst);
        Assert.All(best.Steps, step => Assert.True(step.Covered <= step.FreeOptimum));
    }

    [Fact]
    public void Best_at_the_end_ends_with_the_best_cover_however_early_it_has_to_stop_after_that()
    {
        using var deadline = new CancellationTokenSource();
        var told = new Told { At = SitingPhase.Bounding, Do = deadline.Cancel };
        var found = Assert.IsType<SitingOutcome.BestFound>(
            SitingStudy.Solve(Town, Asked with { Aim = OrderAim.AtTheEnd }, new SitingStop(deadline.Token, CancellationToken.None, told)));
        var cover = Assert.IsType<SitingOutcome.Optimal>(SitingStudy.Solve(Town, new SitingTask.Mclp(OrderGrid.Limit, OrderGrid.Steps), SitingStop.Never)).Plan;
        Assert.Equal(cover.Objective, found.Plan.Steps[^1].Covered);
        Assert.Equal(found.Plan.Objective, OrderGrid.Worth(Town, found.Plan.Built));
        Assert.True(found.Plan.Objective >= OrderGrid.Worth(Town, OrderGrid.Greedily(Town, cover.Built)));
        Assert.True(found.Bound >= found.Plan.Objective);
    }

    [Fact]
    public void What_is_told_never_worsens_and_ends_at_what_is_given()
    {
        var told = new Told();
        var best = Assert.IsType<SitingOutcome.Optimal>(SitingStudy.Solve(Town, Asked, new SitingStop(CancellationToken.None, CancellationToken.None, told))).Plan;
        AssertNeverWorse(told);
        var plans = told.All.Where(each => each.Plan is not null).ToList();
        Assert.All(plans, each => Assert.Equal(each.Objective, each.Plan!.Objective));
        Assert.All(plans, each => Assert.True(each.Bound >= best.Objective && each.Objective <= best.Objective));
        Assert.Equal<int>(best.Built, plans[^1].Plan!.Built);
    }

    [Theory]
    [InlineData(SitingPhase.Searching)]
    [InlineData(SitingPhase.Bounding)]
    [InlineData(SitingPhase.Proving)]
    public void At_the_deadline_the_best_is_given_with_a_bound_that_is_true(SitingPhase phase)
    {
        using var deadline = new CancellationTokenSource();
        var told = new Told { At = phase, Do = deadline.Cancel };
        var found = Assert.IsType<SitingOutcome.BestFound>(SitingStudy.Solve(Town, Asked, new SitingStop(deadline.Token, CancellationToken.None, told)));
        AssertNeverWorse(told);
        Assert.Equal(found.Plan.Objective, OrderGrid.Worth(Town, found.Plan.Built));
        Assert.True(found.Plan.Objective <= Proven && Proven <= found.Bound);
    }

    [Fact]
    public void Who_cancels_gets_the_best_so_far_and_its_bound()
    {
        using var cancel = new CancellationTokenSource();
        var told = new Told { At = SitingPhase.Bounding, Do = cancel.Cancel };
        var cancelled = Assert.IsType<SitingOutcome.Cancelled>(SitingStudy.Solve(Town, Asked, new SitingStop(CancellationToken.None, cancel.Token, told)));
        Assert.Equal(cancelled.Plan!.Objective, OrderGrid.Worth(Town, cancelled.Plan.Built));
        Assert.True(cancelled.Bound >= cancelled.Plan.Objective);
    }

    private static void AssertNeverWorse(Told told)
    {
        var (objective, bound) = (double.NegativeInfinity, double.PositiveInfinity);
        foreach (var each in told.All)
        {
            Assert.True((each.Objective ?? objective) >= objective && (each.Bound ?? bound) <= bound);
            (objective, bound) = (each.Objective ?? objective, each.Bound ?? bound);
        }
    }

    /// <summary>Keeps what is told, and does something when a phase with a plan is reached.</summary>
    private sealed class Told : IProgress<SitingProgress>
    {
        internal List<SitingProgress> All { get; } = [];

        internal SitingPhase? At { get; init; }

        internal Action Do { get; init; } = () => { };

        public void Report(SitingProgress value)
        {
            All.Add(value);
            if (value.Phase == At && value.Bound is not null)
                Do();
        }
    }
}
