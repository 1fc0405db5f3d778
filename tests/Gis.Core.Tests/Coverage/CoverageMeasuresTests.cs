using CsCheck;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Tests.Coverage;

public sealed class CoverageMeasuresTests
{
    private static CoverageMeasures Measure(RandomCity city, Weighting weighting) =>
        CoverageMeasures.Measure(new Scenario(city.Network, city.Table), city.Question with { Weighting = weighting }, MeasureSettings.Usual);

    [Theory, InlineData(Weighting.Residents), InlineData(Weighting.Villages), InlineData(Weighting.Rural)]
    public void Whatever_the_question_counts_every_measure_counts(Weighting weighting) => RandomCity.Any.Sample(city =>
    {
        var measures = Measure(city, weighting);
        var answer = CoverageStudy.Measure(city.Network, city.Table, city.Question with { Weighting = weighting });
        Assert.Equal(answer.Total, measures.Coverage.Total);
        Assert.Equal(answer.Total.Covered, measures.Curve.CoveredAt(city.Question.Limit));
        Assert.Equal(answer.Total.Covered, measures.Backup.Total.Once + measures.Backup.Total.BackedUp);
        Assert.Equal((answer.Total.Covered, answer.Total.Residents), (measures.Split.Served + measures.Split.OverCapacity, measures.Split.Residents));
        Assert.Equal(answer.Total.Residents, measures.EnhancedTwoStep.Total.Residents);
    });

    [Fact]
    public void The_same_question_twice_gives_the_same_to_the_last_bit() => RandomCity.Any.Sample(city =>
    {
        var (one, other) = (Measure(city, Weighting.Residents), Measure(city, Weighting.Residents));
        Assert.Equal(one.Raam.Villages.ToArray(), other.Raam.Villages.ToArray());
        Assert.Equal(one.ThreeStep.Villages.ToArray(), other.ThreeStep.Villages.ToArray());
        Assert.Equal((one.Unevenness.Theil, one.Uneven.Gini), (other.Unevenness.Theil, other.Uneven.Gini));
    });

    [Fact]
    public void Posts_reported_are_still_reported_where_a_question_moves_or_closes_something()
    {
        var staff = new Staff(Town.RoomId(0), Post.Adviser, 1, new MonthlyHours(6), new Provenance(Basis.Fact, "ledger"));
        var network = Town.Staffed([staff], Town.Row(1, 2), Town.Room(0));
        var pace = ModePace.Defaults[TravelMode.Walk];
        var question = CoverageQuestion.Of(TravelMode.Walk, new Minutes(30)) with { Additions = [new Addition(Tier.Room, LonLat.Of(0.01, 0))] };
        var scenario = Scenario.Of(network, TravelTable.Estimate(network, TravelMode.Walk, pace), question, EstimatedTrips.Of(network, pace));
        var supply = HoursSupply.Measure(scenario.Network, question, AdviserHours.OfPlan);
        Assert.Equal((6, 4), (supply.Reported.Value, supply.Assumed.Value));
    }
}
