using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Tests.Coverage;

/// <summary>Coverage by its definitions, over all pairs and without any cleverness: what the study is held against.</summary>
internal static class NaiveCoverage
{
    internal static void AssertAgrees(Scenario scenario, CoverageQuestion question, CoverageAnswer answer)
    {
        var (network, table) = scenario;
        var weight = network.Villages.Select(village => question.Weighting switch
        {
            Weighting.Villages => 1,
            Weighting.Rural => village.Kind is VillageKind.Village or VillageKind.VillageLike ? village.Residents.Count : 0,
            _ => village.Residents.Count,
        }).ToArray();
        var covered = Enumerable.Range(0, weight.Length).Select(row => TripsTo(row, Open).Any(reach => reach.Time <= question.Limit)).ToArray();

        Assert.Equal(weight.Sum(), answer.Total.Residents.Count);
        Assert.Equal(Weight(row => covered[row]), answer.Total.Covered.Count);
        foreach (var area in answer.Counties.Concat(answer.Townships))
        {
            Assert.Equal(Weight(row => network.Villages[row].Code.IsWithin(area.Area!.Value)), area.Residents.Count);
            Assert.Equal(Weight(row => covered[row] && network.Villages[row].Code.IsWithin(area.Area!.Value)), area.Covered.Count);
        }

        Assert.Equal(
            Enumerable.Range(0, weight.Length).Where(row => !covered[row] && weight[row] > 0)
                .OrderByDescending(row => weight[row]).ThenByDescending(row => network.Villages[row].Residents.Count).ThenBy(row => network.Villages[row].Code)
                .Select(row => (network.Villages[row].Code, First(row, Open), First(row, point => Candidate(point) && Within(row, point)))),
            answer.Gaps.Select(gap => (gap.Village.Code, gap.Nearest, gap.Remedy)));
        Assert.Equal(
            network.Points.Where(Candidate).Select(point => (point.Id, Added: Weight(row => !covered[row] && Within(row, point)), Villages: Count(row => !covered[row] && weight[row] > 0 && Within(row, point))))
                .Where(candidate => candidate.Villages > 0).OrderByDescending(candidate => candidate.Added).ThenBy(candidate => candidate.Id),
            answer.Candidates.Select(candidate => (candidate.Point.Id, candidate.Added.Count, candidate.Villages)));
        Assert.Equal(
            MinutesSpread.Measure(Enumerable.Range(0, weight.Length).Select(row => (new Residents(weight[row]), First(row, Open)?.Time))), answer.Spread);
        for (var row = 0; row < weight.Length; row++)
            Assert.Equal((covered[row], First(row, Open), First(row, point => Serving(point) && point.Tier == Tier.Room)), (answer.IsCovered(row), answer.Villages[row].Nearest, answer.Villages[row].Room));

        bool Serving(ServicePoint point) => !question.Without.Contains(point.Id) && (point.Stage >= Stage.Built || question.With.Contains(point.Id));
        bool Open(ServicePoint point) => Serving(point) && question.Tiers.Contains(point.Tier);
        bool Candidate(ServicePoint point) =>
            question.Tiers.Contains(point.Tier) && point.Stage < Stage.Built && !question.With.Contains(point.Id) && !question.Without.Contains(point.Id);
        IEnumerable<Reach> TripsTo(int row, Func<ServicePoint, bool> which) => table.Row(row).ToArray().Where(reach => which(network.Points[reach.Point]));
        Reach? First(int row, Func<ServicePoint, bool> which) =>
            TripsTo(row, which).OrderBy(reach => reach.Time).ThenBy(reach => reach.Point).Cast<Reach?>().FirstOrDefault();
        bool Within(int row, ServicePoint point) => TripsTo(row, other => other == point).Any(reach => reach.Time <= question.Limit);
        long Weight(Func<int, bool> which) => Enumerable.Range(0, weight.Length).Where(which).Sum(row => weight[row]);
        int Count(Func<int, bool> which) => Enumerable.Range(0, weight.Length).Count(which);
    }
}
