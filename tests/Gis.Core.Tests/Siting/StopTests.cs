using System.Diagnostics;
using Gis.Core.Siting;

namespace Gis.Core.Tests.Siting;

/// <summary>A time that is over and an answer no longer wanted end every problem soon, and truly.</summary>
public sealed class StopTests
{
    private static readonly CancellationToken Over = new(canceled: true);

    private static readonly (SitingInstance Instance, int Build) Network = Published.ReadNetwork(2);

    /// <summary>Each problem on a network of Beasley's, and whether more is better.</summary>
    public static TheoryData<SitingTask, bool> Problems => new()
    {
        { new SitingTask.Lscp(60), false },
        { new SitingTask.Pscp(60, 0.9), false },
        { new SitingTask.Mclp(60, 8), true },
        { new SitingTask.Backup(80, 8, 2), true },
        { new SitingTask.PMedian(10), false },
        { new SitingTask.PCenter(10), false },
    };

    [Theory]
    [MemberData(nameof(Problems))]
    public void A_time_that_is_over_still_gives_a_plan_and_a_bound_that_holds(SitingTask task, bool isMore)
    {
        var best = ((SitingOutcome.Optimal)SitingStudy.Solve(Network.Instance, task, SitingStop.Never)).Plan.Objective;
        var outcome = SitingStudy.Solve(Network.Instance, task, new SitingStop(Over, CancellationToken.None));
        if (outcome is SitingOutcome.Optimal optimal)
        {
            Assert.Equal(best, optimal.Plan.Objective);
            return;
        }

        var found = Assert.IsType<SitingOutcome.BestFound>(outcome);
        Assert.True(isMore ? found.Plan.Objective <= best && best <= found.Bound : found.Bound <= best && best <= found.Plan.Objective, $"{found}; best {best}");
    }

    [Theory]
    [MemberData(nameof(Problems))]
    public void An_answer_no_longer_wanted_is_cancelled_or_proven_already(SitingTask task, bool isMore)
    {
        var best = ((SitingOutcome.Optimal)SitingStudy.Solve(Network.Instance, task, SitingStop.Never)).Plan.Objective;
        var outcome = SitingStudy.Solve(Network.Instance, task, new SitingStop(CancellationToken.None, Over));
        if (outcome is SitingOutcome.Optimal optimal)
            Assert.Equal(best, optimal.Plan.Objective);
        else
            Assert.True(Assert.IsType<SitingOutcome.Cancelled>(outcome).Bound is not { } bound || (isMore ? best <= bound : bound <= best));
    }

    [Fact]
    public void A_time_that_is_over_still_gives_a_plan_within_the_capacities()
    {
        var (instance, build) = Published.ReadCapacitated(1);
        var outcome = SitingStudy.Solve(instance, new SitingTask.CapacitatedPMedian(build), new SitingStop(Over, CancellationToken.None));
        var found = Assert.IsType<SitingOutcome.BestFound>(outcome);
        Assert.InRange(713, found.Bound, found.Plan.Objective);
        Assert.Equal(build, found.Plan.Built.Length);
    }

    [Fact]
    public void A_time_limit_is_kept_within_a_second()
    {
        var (instance, build) = Published.ReadCapacitated(1);
        using var deadline = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var start = Stopwatch.GetTimestamp();
        SitingStudy.Solve(instance, new SitingTask.CapacitatedPMedian(build), new SitingStop(deadline.Token, CancellationToken.None));
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(1.2), $"It took {Stopwatch.GetElapsedTime(start)}.");
    }
}
