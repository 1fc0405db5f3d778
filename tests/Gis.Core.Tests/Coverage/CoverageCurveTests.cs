using CsCheck;
using Gis.Core.Coverage;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Tests.Coverage;

public sealed class CoverageCurveTests
{
    private static CoverageCurve Measure(RandomCity city) => CoverageCurve.Measure(city.Network, city.Answer);

    // 100 at 0 minutes, 200 at 10, 300 at 20.
    private static CoverageCurve Row()
    {
        var network = Town.Network(Town.Row(100, 200, 300), Town.Room(0));
        var question = CoverageQuestion.Of(TravelMode.Walk, new Minutes(1));
        return CoverageCurve.Measure(network, CoverageStudy.Measure(network, Town.TenMinutesABlock(network), question));
    }

    [Fact]
    public void Each_step_is_where_some_village_comes_within_reach() =>
        Assert.Equal([(0, 100), (10, 300), (20, 600)], Row().Steps.Select(step => (step.Limit.Value, step.Covered.Count)));

    [Theory, InlineData(0, 100), InlineData(9.999, 100), InlineData(10, 300), InlineData(20, 600), InlineData(240, 600)]
    public void A_village_exactly_at_the_limit_is_on_the_curve(double limit, long covered) =>
        Assert.Equal(new Residents(covered), Row().CoveredAt(new Minutes(limit)));

    [Fact]
    public void A_sample_for_a_chart_has_both_ends() =>
        Assert.Equal([(0, 100), (5, 100), (10, 300), (15, 300)], Row().Sample(new Minutes(5), new Minutes(15)).Select(step => (step.Limit.Value, step.Covered.Count)));

    [Fact]
    public void The_curve_is_the_coverage_answer_at_every_limit_and_just_below_every_step() => RandomCity.Any.Sample(city =>
    {
        var curve = Measure(city);
        foreach (var limit in curve.Steps.SelectMany(step => new[] { step.Limit, JustBelow(step.Limit) }).Append(new Minutes(city.Limit)))
        {
            var answer = CoverageStudy.Measure(city.Network, city.Table, city.Question with { Limit = limit });
            Assert.Equal(answer.Total.Covered, curve.CoveredAt(limit));
            Assert.Equal(answer.Total.Share, curve.ShareAt(limit));
        }

        Assert.Equal(city.Answer.Spread.Unreached, curve.Unreached);
    });

    [Fact]
    public void A_larger_limit_never_lowers_the_curve() => RandomCity.Any.Sample(city =>
    {
        var covered = Measure(city).Steps.Select(step => step.Covered).ToList();
        Assert.Equal(covered.Distinct().Order(), covered);
    });

    [Fact]
    public void Without_any_point_the_curve_never_rises() => RandomCity.Any.Sample(city =>
        Assert.Empty(Measure(city with { Points = [], Villages = [.. city.Villages.Select(village => village with { Minutes = [] })] }).Steps));

    [Fact]
    public void Other_names_in_another_order_give_the_same_curve() => RandomCity.Any.Sample(city =>
    {
        var (network, table) = city.Renamed();
        var renamed = CoverageCurve.Measure(network, CoverageStudy.Measure(network, table, city.Question));
        Assert.Equal(Measure(city).Steps.ToArray(), renamed.Steps.ToArray());
    });

    [Fact]
    public void Three_times_as_many_people_make_a_curve_three_times_as_high_and_the_same_shares() => RandomCity.Any.Sample(city =>
    {
        var (once, thrice) = (Measure(city), Measure(city.TimesAsMany(3)));
        Assert.Equal(once.Steps.Select(step => (step.Limit, step.Covered.Count * 3)), thrice.Steps.Select(step => (step.Limit, step.Covered.Count)));
        Assert.All(once.Steps, step => Assert.Equal(once.ShareAt(step.Limit), thrice.ShareAt(step.Limit)));
    });

    private static Minutes JustBelow(Minutes limit) => new(Math.Max(0, Math.BitDecrement(limit.Value)));
}
