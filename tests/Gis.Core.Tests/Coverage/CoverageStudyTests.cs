using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Tests.Coverage;

/// <summary>Five villages in a row, ten minutes from one to the next; the only built room stands in village 0.</summary>
public sealed class CoverageStudyTests
{
    private static readonly ServiceNetwork Row = Town.Network(
        Town.Row(100, 200, 300, 400, 500), Town.Room(0), Town.Room(3, Stage.Planned), Town.Room(4, Stage.Planned));

    private static CoverageAnswer Measure(double limit, ServiceNetwork? network = null) => CoverageStudy.Measure(
        network ?? Row, Town.TenMinutesABlock(network ?? Row), CoverageQuestion.Of(TravelMode.Walk, new Minutes(limit)));

    // Within 20 minutes of village 0 are villages 0, 1 and 2: 100 + 200 + 300 of 1,500.
    [Fact]
    public void A_village_exactly_at_the_limit_is_covered() => Assert.Equal(new Residents(600), Measure(20).Total.Covered);

    [Fact]
    public void A_village_just_past_the_limit_is_not() => Assert.Equal(new Residents(300), Measure(19.999).Total.Covered);

    [Fact]
    public void The_share_is_of_residents_and_not_of_villages() => Assert.Equal(600 / 1500.0, Measure(20).Total.Share!.Value.Value);

    [Fact]
    public void Villages_out_of_reach_are_listed_with_most_residents_first() =>
        Assert.Equal([Town.VillageCode(4), Town.VillageCode(3)], Measure(20).Gaps.Select(gap => gap.Village.Code));

    // Village 4 has its own unbuilt room at 0 minutes, village 3 too.
    [Fact]
    public void The_remedy_of_a_gap_is_the_nearest_room_that_is_not_built() =>
        Assert.Equal([Town.RoomId(4), Town.RoomId(3)], Measure(20).Gaps.Select(gap => Row.Points[gap.Remedy!.Value.Point].Id));

    // Either room brings both villages 3 and 4 within 20 minutes: 900 people in 2 villages.
    [Fact]
    public void A_candidate_counts_only_people_newly_within_reach() => Assert.All(
        Measure(20).Candidates, candidate => Assert.Equal((900, 2), (candidate.Added.Count, candidate.Villages)));

    [Fact]
    public void What_a_candidate_promises_is_what_opening_it_brings()
    {
        var before = Measure(10);
        foreach (var candidate in before.Candidates)
        {
            var question = before.Question with { With = [candidate.Point.Id] };
            var after = CoverageStudy.Measure(Row, Town.TenMinutesABlock(Row), question);
            Assert.Equal(before.Total.Covered + candidate.Added, after.Total.Covered);
        }
    }

    [Fact]
    public void Without_any_point_nobody_is_covered()
    {
        var answer = Measure(240, Town.Network(Town.Row(10, 20)));
        Assert.Equal(new Residents(0), answer.Total.Covered);
        Assert.Equal(new Residents(30), answer.Spread.Unreached);
        Assert.All(answer.Gaps, gap => Assert.Null(gap.Nearest));
    }

    [Fact]
    public void Where_nobody_lives_there_is_no_share_and_no_gap()
    {
        var answer = Measure(10, Town.Network(Town.Row(0, 0)));
        Assert.Null(answer.Total.Share);
        Assert.Empty(answer.Gaps);
    }

    [Fact]
    public void A_village_without_a_position_is_a_gap_and_not_lost()
    {
        var villages = Town.Row(10, 20);
        var network = Town.Network([villages[0], villages[1] with { Position = null }], Town.Room(0));
        var table = TravelTable.Estimate(network, TravelMode.Walk, ModePace.Defaults[TravelMode.Walk]);
        var answer = CoverageStudy.Measure(network, table, CoverageQuestion.Of(TravelMode.Walk, new Minutes(240)));
        Assert.Equal(new Residents(30), answer.Total.Residents);
        Assert.Equal(Town.VillageCode(1), Assert.Single(answer.Gaps).Village.Code);
    }

    [Fact]
    public void Only_the_tiers_asked_for_count()
    {
        var network = Town.Network(Town.Row(1, 2, 4), Town.Room(0), Town.Station(2));
        var question = CoverageQuestion.Of(TravelMode.Walk, new Minutes(5)) with { Tiers = [Tier.Station] };
        var answer = CoverageStudy.Measure(network, Town.TenMinutesABlock(network), question);
        Assert.Equal(new Residents(4), answer.Total.Covered);
        Assert.Equal(new Minutes(0), answer.Villages[0].Room!.Value.Time);
    }

    [Fact]
    public void A_built_room_taken_as_closed_serves_nobody()
    {
        var question = CoverageQuestion.Of(TravelMode.Walk, new Minutes(20)) with { Without = [Town.RoomId(0)] };
        Assert.Equal(new Residents(0), CoverageStudy.Measure(Row, Town.TenMinutesABlock(Row), question).Total.Covered);
    }

    [Fact]
    public void A_room_taken_as_closed_is_no_remedy_and_no_candidate()
    {
        var question = CoverageQuestion.Of(TravelMode.Walk, new Minutes(5)) with { Without = [Town.RoomId(0)] };
        var answer = CoverageStudy.Measure(Row, Town.TenMinutesABlock(Row), question);
        Assert.DoesNotContain(answer.Candidates, candidate => candidate.Point.Id == Town.RoomId(0));
        Assert.Null(answer.Gaps.Single(gap => gap.Village.Code == Town.VillageCode(0)).Remedy);
    }

    [Fact]
    public void A_county_without_villages_is_counted_with_nobody()
    {
        var county = Assert.Single(Measure(10, Town.Network([])).Counties);
        Assert.Equal((new Residents(0), (Share?)null), (county.Residents, county.Share));
    }

    [Fact]
    public void The_counties_add_up_to_the_city_and_the_townships_too()
    {
        var answer = Measure(20);
        Assert.Equal(answer.Total.Covered, answer.Counties.Sum(county => county.Covered));
        Assert.Equal(answer.Total.Covered, answer.Townships.Sum(township => township.Covered));
    }

    [Fact]
    public void A_table_of_another_mode_is_refused() => Assert.Throws<ArgumentException>(() => CoverageStudy.Measure(
        Row, Town.TenMinutesABlock(Row), CoverageQuestion.Of(TravelMode.Car, new Minutes(20))));

    [Fact]
    public void Positions_known_to_the_metre_leave_no_doubt()
    {
        var answer = Measure(20);
        Assert.Equal((answer.Total.Share, answer.Total.Share), (answer.Interval!.Value.Low, answer.Interval.Value.High));
    }

    // At 6 km/h a kilometre of doubt at the village is ten minutes: village 2, at 20, may be at 10 or 30.
    [Fact]
    public void A_position_in_doubt_widens_the_share_to_an_interval()
    {
        var villages = Town.Row(100, 200, 300);
        var doubtful = villages[2] with { Position = villages[2].Position! with { Accuracy = new Metres(1000) } };
        var answer = Measure(20, Town.Network([villages[0], villages[1], doubtful], Town.Room(0)));
        Assert.Equal(0.5, answer.Interval!.Value.Low.Value);
        Assert.Equal(1, answer.Interval.Value.High.Value);
    }
}
