using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Tests.Coverage;

/// <summary>The plan's three shortages in a township of four villages with 1, 2, 4 and 8 people.</summary>
public sealed class ShortageTests
{
    private static readonly CoverageQuestion Question = CoverageQuestion.Of(TravelMode.Walk, new Minutes(10));

    private static readonly Provenance Ledger = new(Basis.Fact, "ledger");

    private static ServiceNetwork Network(params Staff[] staff) => Town.Staffed(
        [.. staff], Town.Row(1, 2, 4, 8), Town.Room(0), Town.Room(1, Stage.Building), Town.Room(2, Stage.Planned), Town.Station(0), Town.Centre(0));

    private static Staff Report(PointId point, Post post, int count) => new(point, post, count, null, Ledger);

    private static PointId Station => PointId.Parse("station-" + Town.Township);

    private static PointId Centre => PointId.Parse("centre-" + Town.County);

    // Rooms 1 and 2 do not stand: 2 + 4 people. Village 3 has no room in the plan.
    [Fact]
    public void Points_that_do_not_stand_are_missing_with_the_residents_of_their_unit()
    {
        var shortage = PointShortage.Measure(Network(), Question);
        Assert.Equal([(Town.RoomId(1), 2), (Town.RoomId(2), 4)], shortage.Missing.Select(missing => (missing.Point!.Id, missing.Residents.Count)));
        Assert.Equal(new Residents(6), shortage.Concerned);
        Assert.Equal((2, 6), (shortage.Counties[0].Missing, shortage.Counties[0].Concerned.Count));
        Assert.Equal(Town.VillageCode(3), Assert.Single(shortage.Unplanned).Code);
    }

    // No centre and no station: the county's and the township's 15 people, counted once.
    [Fact]
    public void A_county_or_township_without_any_point_of_its_own_misses_one()
    {
        var shortage = PointShortage.Measure(Town.Network(Town.Row(1, 2, 4, 8), Town.Room(0)), Question);
        Assert.Equal(
            [(Tier.Centre, Town.County, 15), (Tier.Station, Town.Township, 15)],
            shortage.Missing.Select(missing => (missing.Tier, missing.Area, missing.Residents.Count)));
        Assert.All(shortage.Missing, missing => Assert.Null(missing.Point));
        Assert.Equal(new Residents(15), shortage.Concerned);
    }

    [Fact]
    public void A_room_taken_as_open_is_not_missing_and_one_taken_as_closed_is()
    {
        var asked = Question with { With = [Town.RoomId(1)], Without = [Town.RoomId(0)], Tiers = [Tier.Centre] };
        Assert.Equal([Town.RoomId(0), Town.RoomId(2)], PointShortage.Measure(Network(), asked).Missing.Select(missing => missing.Point!.Id));
    }

    // A centre 1 + 2 + 1, a station 3, three rooms 1 each: 10 posts, of which nothing is known.
    [Fact]
    public void Posts_of_which_nothing_is_reported_are_not_called_vacant() =>
        Assert.Equal(new PostCount(10, 0, 0, 10), StaffShortage.Measure(Network()).Total);

    [Theory]
    [InlineData(0, 3, 0), InlineData(2, 1, 0), InlineData(3, 0, 0), InlineData(5, 0, 0)]
    public void A_station_needs_three_mediators(int reported, int vacant, int unreported)
    {
        var count = StaffShortage.Measure(Network(Report(Station, Post.Mediator, reported))).ByPost.Single(post => post.Post == Post.Mediator).Count;
        Assert.Equal(new PostCount(3, reported, vacant, unreported), count);
    }

    [Theory, InlineData(Post.DutyLawyer, 1), InlineData(Post.Professional, 2), InlineData(Post.Coordinator, 1)]
    public void A_centre_needs_a_duty_lawyer_two_professionals_and_a_coordinator(Post post, int required)
    {
        var count = StaffShortage.Measure(Network(Report(Centre, post, required - 1))).ByPost.Single(each => each.Post == post).Count;
        Assert.Equal((required, 1), (count.Required, count.Vacant));
    }

    // Room 0 has one adviser too many and room 1 none: one is lacking all the same, and room 2 is not reported.
    [Fact]
    public void A_surplus_at_one_room_does_not_fill_the_post_of_another()
    {
        var shortage = StaffShortage.Measure(Network(Report(Town.RoomId(0), Post.Adviser, 2), Report(Town.RoomId(1), Post.Adviser, 0)));
        Assert.Equal(new PostCount(3, 2, 1, 1), shortage.ByPost.Single(post => post.Post == Post.Adviser).Count);
        Assert.Equal((1, 9), (shortage.Total.Vacant, shortage.Total.MostMissing));
        Assert.Equal(shortage.Total, shortage.ByCounty[0].Count);
    }

    [Fact]
    public void The_parts_add_up_to_all_posts()
    {
        var shortage = StaffShortage.Measure(Network(Report(Station, Post.Mediator, 1)));
        Assert.Equal(shortage.Total.Required, shortage.ByPost.Sum(post => post.Count.Required));
        Assert.Equal(shortage.Total.MostMissing, shortage.Points.Sum(point => point.Count.MostMissing));
    }

    // One county all covered, one not at all: the city's half lies between them.
    [Fact]
    public void Units_below_the_citys_share_are_named_and_one_exactly_at_it_is_not()
    {
        var city = new RandomCity(
            [new RandomVillage(0, 5, [0]), new RandomVillage(2, 4, [30]), new RandomVillage(3, 1, [-1])], [new RandomPoint(Tier.Centre, 0, Stage.Built)], 10);
        var measures = CoverageMeasures.Measure(new Scenario(city.Network, city.Table), city.Question, MeasureSettings.Usual);
        Assert.Equal(["100002"], measures.Uneven.Counties.Select(county => county.Area!.Value.Digits));
        Assert.Equal(["100002001", "100002002"], measures.Uneven.Townships.Select(township => township.Area!.Value.Digits));
        Assert.Equal((new Residents(1), new Share(1)), (measures.Uneven.Unreached, measures.Uneven.ShareWidth!.Value));

        var even = Town.Network(Town.Row(1, 1), Town.Room(0));
        var one = CoverageMeasures.Measure(new Scenario(even, Town.TenMinutesABlock(even)), Question, MeasureSettings.Usual);
        Assert.Empty(one.Uneven.Counties);
    }
}
