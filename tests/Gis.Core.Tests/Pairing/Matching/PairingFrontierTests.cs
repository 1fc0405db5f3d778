using CsCheck;
using Gis.Core.Pairing.Matching;

namespace Gis.Core.Tests.Pairing.Matching;

/// <summary>What fairness costs in travel, against every stable pairing of small rounds.</summary>
public sealed class PairingFrontierTests
{
    [Fact]
    public void The_frontier_is_every_stable_pairing_that_no_other_beats_in_both() => SmallRound.Any.Sample(
        task =>
        {
            var stable = SmallRound.Pairings(task, needsWay: true).Where(pairing => SmallRound.Blocking(task, pairing, needsWay: true).Count == 0).ToList();
            var fewest = stable.Min(pairing => pairing.Count(adviser => adviser is null));
            var points = stable.Where(pairing => pairing.Count(adviser => adviser is null) == fewest)
                .Select(pairing => (Travel: SmallRound.Travel(task, pairing)!.Value, Load: Math.Round(SmallRound.LargestLoad(task, pairing), 3))).Distinct().ToList();
            var best = points.Where(point => !points.Any(other => other != point && other.Travel <= point.Travel && other.Load <= point.Load)).OrderBy(point => point.Travel);
            var frontier = PairingFrontier.Trace(PairingInstance.Of(task), PairingStop.Never);
            Assert.True(frontier.IsComplete);
            Assert.Equal(best, frontier.Points.Select(point => (point.Travel.Value, Math.Round(point.LargestLoad.Value, 3))));
            Assert.All(frontier.Points, point => Assert.Empty(point.Blocking));
        },
        iter: 1000);

    [Fact]
    public void Stopped_at_once_it_says_that_it_is_not_complete()
    {
        using var over = new CancellationTokenSource();
        over.Cancel();
        var frontier = PairingFrontier.Trace(PairingInstance.Of(new PairingTask([], [])), new PairingStop(over.Token, CancellationToken.None));
        Assert.False(frontier.IsComplete);
        Assert.Empty(frontier.Points);
    }
}
