using Gis.Core.Coverage;
using Gis.Core.Units;

namespace Gis.Core.Tests.Coverage;

public sealed class MinutesSpreadTests
{
    private static MinutesSpread Measure(params (long People, double? Minutes)[] groups) => MinutesSpread.Measure(
        groups.Select(group => (new Residents(group.People), group.Minutes is { } minutes ? new Minutes(minutes) : (Minutes?)null)));

    [Fact]
    public void Where_all_need_the_same_time_nothing_is_uneven() => Assert.Equal(0, Measure((3, 10), (7, 10)).Gini!.Value, 12);

    // Half need nothing, half need 10: G = 1 - ½·(0+0) - ½·(1+0) = ½.
    [Fact]
    public void Half_needing_all_the_time_make_a_gini_of_one_half() => Assert.Equal(0.5, Measure((5, 0), (5, 10)).Gini!.Value, 12);

    // Ten people at 1 to 10 minutes: Gini of 1..n is (n-1)/(3n) = 9/30.
    [Fact]
    public void The_gini_of_one_to_ten_minutes_is_three_tenths() =>
        Assert.Equal(0.3, Measure([.. Enumerable.Range(1, 10).Select(minutes => (1L, (double?)minutes))]).Gini!.Value, 12);

    // The worst tenth is the one at 10; the best four tenths are 1 + 2 + 3 + 4 = 10.
    [Fact]
    public void The_palma_of_one_to_ten_minutes_is_one() =>
        Assert.Equal(1, Measure([.. Enumerable.Range(1, 10).Select(minutes => (1L, (double?)minutes))]).Palma!.Value, 12);

    // The worst tenth of 20 people are 2: the one at 60 and one of those at 30.
    [Fact]
    public void The_worst_tenth_may_split_a_village() => Assert.Equal(45, Measure((14, 5), (5, 30), (1, 60)).WorstDecile!.Value.Value, 12);

    [Fact]
    public void Half_the_people_need_no_more_than_the_median() => Assert.Equal(new Minutes(5), Measure((5, 5), (4, 30), (1, 60)).Median);

    [Fact]
    public void Those_who_reach_nothing_are_counted_apart() => Assert.Equal(new Residents(4), Measure((6, 5), (4, null)).Unreached);

    [Fact]
    public void Of_nobody_there_is_no_figure() => Assert.Null(Measure().Mean);
}
