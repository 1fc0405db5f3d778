using Gis.Core.Units;

namespace Gis.Core.Tests.Units;

public sealed class UnitsTests
{
    [Theory, InlineData(-0.001), InlineData(double.NaN), InlineData(double.PositiveInfinity)]
    public void A_distance_or_a_time_that_is_negative_or_no_number_is_refused(double value)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Metres(value));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Minutes(value));
    }

    [Theory, InlineData(0), InlineData(-1), InlineData(double.NaN)]
    public void A_speed_is_above_zero(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Speed(value));

    [Fact]
    public void At_six_kilometres_an_hour_a_kilometre_takes_ten_minutes() =>
        Assert.Equal(new Minutes(10), new Speed(6).TimeFor(Metres.FromKilometres(1)));

    [Fact]
    public void Where_nobody_lives_there_is_no_share() =>
        Assert.Null(Share.Of(new Residents(0), new Residents(0)));

    [Fact]
    public void Three_of_four_people_are_three_quarters() =>
        Assert.Equal(0.75, Share.Of(new Residents(3), new Residents(4))!.Value.Value);

    [Theory, InlineData(0, "0.0 %"), InlineData(1, "100.0 %"), InlineData(0.99999, "99.9 %"), InlineData(0.00001, "0.1 %"), InlineData(0.8241, "82.4 %")]
    public void A_share_reads_as_all_or_none_only_when_it_is(double share, string text) => Assert.Equal(text, new Share(share).ToString());

    [Fact]
    public void A_part_larger_than_its_whole_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Share.Of(new Residents(5), new Residents(4)));
}
