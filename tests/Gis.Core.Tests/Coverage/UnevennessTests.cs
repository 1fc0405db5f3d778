using CsCheck;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Units;

namespace Gis.Core.Tests.Coverage;

public sealed class UnevennessTests
{
    // One county: 1 person at 10 minutes and 1 at 30, mean 20. The other: 2 at 40. The city's mean is 120 ÷ 4 = 30.
    private static readonly RandomCity TwoCounties = new(
        [new RandomVillage(0, 1, [10]), new RandomVillage(1, 1, [30]), new RandomVillage(2, 2, [40])],
        [new RandomPoint(Tier.Centre, 0, Stage.Built)],
        30);

    private static Unevenness Measure(RandomCity city) => Unevenness.Measure(city.Network, city.Answer);

    // T = ¼·(⅓·ln ⅓ + 1·ln 1 + 2·4/3·ln 4/3).
    [Fact]
    public void The_theil_of_10_30_40_and_40_minutes() => Assert.Equal(
        (Math.Log(1 / 3.0) / 3 + 8 / 3.0 * Math.Log(4 / 3.0)) / 4, Measure(TwoCounties).Theil!.Total, 12);

    // ½·⅔·ln ⅔ + ½·4/3·ln 4/3.
    [Fact]
    public void Between_the_counties_is_what_their_means_differ() => Assert.Equal(
        Math.Log(2 / 3.0) / 3 + Math.Log(4 / 3.0) * 2 / 3, Measure(TwoCounties).Theil!.Between, 12);

    // Only the first county is uneven: ½·(½·ln ½ + 3/2·ln 3/2), with 40 of the 120 minutes.
    [Fact]
    public void Within_the_counties_each_counts_by_its_share_of_the_minutes() => Assert.Equal(
        (Math.Log(0.5) / 2 + Math.Log(1.5) * 3 / 2) / 2 / 3, Measure(TwoCounties).Theil!.Within, 12);

    // 20 minutes in one county, 40 in the other; within 30 minutes 2 of 2 and 0 of 2.
    [Fact]
    public void The_range_between_counties_names_both_ends()
    {
        var unevenness = Measure(TwoCounties);
        Assert.Equal((new Minutes(20), new Share(1)), (unevenness.MeanWidth!.Value, unevenness.ShareWidth!.Value));
        Assert.Equal("100002", unevenness.MeanRange!.Value.Most.Coverage.Area!.Value.Digits);
        Assert.Equal("100002", unevenness.ShareRange!.Value.Least.Coverage.Area!.Value.Digits);
    }

    // A quarter of the people need 10 of 120 minutes, half need 40.
    [Fact]
    public void The_Lorenz_curve_goes_from_nobody_to_everybody() => Assert.Equal(
        [(0, 0), (0.25, 10 / 120.0), (0.5, 40 / 120.0), (1, 1)],
        Measure(TwoCounties).Lorenz.Select(point => (point.Residents.Value, point.Minutes.Value)));

    [Fact]
    public void Those_who_reach_nothing_are_in_no_mean_and_are_shown_beside_it()
    {
        var cut = TwoCounties with { Villages = [TwoCounties.Villages[0], TwoCounties.Villages[1], new RandomVillage(2, 2, [-1])] };
        var county = Measure(cut).Counties[1];
        Assert.Equal((null, new Residents(2)), (county.Mean, county.Unreached));
        Assert.Equal(new Residents(2), Measure(cut).Spread.Unreached);
        Assert.Equal(new Minutes(0), Measure(cut).MeanWidth!.Value);
    }

    [Fact]
    public void Where_all_need_no_time_there_is_no_Theil_and_no_curve()
    {
        var near = Measure(TwoCounties with { Villages = [new RandomVillage(0, 5, [0])] });
        Assert.Null(near.Theil);
        Assert.Empty(near.Lorenz);
    }

    [Fact]
    public void The_two_parts_add_up_to_the_Theil_over_all_people_one_by_one() => RandomCity.Any.Sample(city =>
    {
        var minutes = ListMinutes(city);
        if (Measure(city).Theil is not { } theil)
            return;
        var mean = minutes.Average();
        Assert.Equal(minutes.Average(each => each == 0 ? 0 : each / mean * Math.Log(each / mean)), theil.Total, 9);
        Assert.True(theil.Between >= -1e-12 && theil.Within >= -1e-12);
    });

    // Twice the area between the curve and the diagonal is the Gini coefficient.
    [Fact]
    public void The_Lorenz_curve_encloses_the_Gini_coefficient() => RandomCity.Any.Sample(city =>
    {
        var unevenness = Measure(city);
        if (unevenness.Spread.Gini is not { } gini)
            return;
        var area = unevenness.Lorenz.Zip(unevenness.Lorenz.Skip(1))
            .Sum(pair => (pair.Second.Residents.Value - pair.First.Residents.Value) * (pair.First.Minutes.Value + pair.Second.Minutes.Value));
        Assert.Equal(gini, 1 - area, 9);
    });

    [Fact]
    public void Other_names_or_three_times_as_many_people_change_nothing() => RandomCity.Any.Sample(city =>
    {
        var (network, table) = city.Renamed();
        var renamed = Unevenness.Measure(network, CoverageStudy.Measure(network, table, city.Question));
        foreach (var other in new[] { renamed, Measure(city.TimesAsMany(3)) })
        {
            Assert.Equal(Measure(city).Theil?.Total ?? -1, other.Theil?.Total ?? -1, 9);
            Assert.Equal(Measure(city).MeanWidth?.Value ?? -1, other.MeanWidth?.Value ?? -1, 9);
            Assert.Equal(Measure(city).ShareWidth?.Value ?? -1, other.ShareWidth?.Value ?? -1, 9);
        }
    });

    private static List<double> ListMinutes(RandomCity city) =>
    [
        .. city.Network.Villages.Zip(city.Answer.Villages).Where(pair => pair.Second.Nearest is not null)
            .SelectMany(pair => Enumerable.Repeat(pair.Second.Nearest!.Value.Time.Value, (int)pair.First.Residents.Count)),
    ];
}
