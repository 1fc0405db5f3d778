using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Tests.Coverage;

public sealed class HoursSupplyTests
{
    private static readonly CoverageQuestion Question = CoverageQuestion.Of(TravelMode.Walk, new Minutes(30));

    private static HoursSupply Measure(params Staff[] staff) => HoursSupply.Measure(
        Town.Staffed([.. staff], Town.Row(1, 2), Town.Room(0), Town.Room(1, Stage.Planned), Town.Station(0), Town.Centre(0)), Question, AdviserHours.OfPlan);

    private static Staff Report(PointId point, Post post, int count, double? hours) =>
        new(point, post, count, hours is { } known ? new MonthlyHours(known) : null, new Provenance(Basis.Fact, "ledger"));

    // A centre 168, a station 0, a built room 4; the planned room is not open.
    [Fact]
    public void Where_nothing_is_reported_the_plan_stands_in_and_is_called_assumed() =>
        Assert.Equal((0, 172, 3), (Measure().Reported.Value, Measure().Assumed.Value, Measure().Points.Length));

    [Fact]
    public void Hours_reported_take_the_place_of_those_assumed()
    {
        var supply = Measure(Report(Town.RoomId(0), Post.Adviser, 1, 6));
        Assert.Equal((6, 168), (supply.Reported.Value, supply.Assumed.Value));
    }

    [Fact]
    public void A_post_reported_vacant_gives_no_hours()
    {
        var supply = Measure(Report(Town.RoomId(0), Post.Adviser, 0, null));
        Assert.Equal((0, 168), (supply.Reported.Value, supply.Assumed.Value));
    }

    // Three advisers without hours: 3 × 4, still assumed.
    [Fact]
    public void People_reported_without_hours_are_taken_to_give_the_least_each() =>
        Assert.Equal(180, Measure(Report(Town.RoomId(0), Post.Adviser, 3, null)).Assumed.Value);

    [Fact]
    public void Mediators_and_coordinators_give_no_advice() => Assert.Equal(
        172, Measure(Report(Town.RoomId(0), Post.Mediator, 3, 99), Report(Town.RoomId(0), Post.Coordinator, 1, 99)).Total.Value);

    [Fact]
    public void An_adviser_reported_at_a_station_counts() =>
        Assert.Equal(8, Measure(Report(PointId.Parse("station-" + Town.Township), Post.Adviser, 1, 8)).Reported.Value);

    [Fact]
    public void An_adviser_at_a_centre_leaves_its_duty_lawyer_unreported()
    {
        var supply = Measure(Report(PointId.Parse("centre-" + Town.County), Post.Adviser, 1, 8));
        Assert.Equal((8, 172), (supply.Reported.Value, supply.Assumed.Value));
    }

    [Fact]
    public void A_planned_room_taken_as_open_has_the_hours_of_one()
    {
        var network = Town.Network(Town.Row(1, 2), Town.Room(0), Town.Room(1, Stage.Planned));
        Assert.Equal(8, HoursSupply.Measure(network, Question with { With = [Town.RoomId(1)] }, AdviserHours.OfPlan).Total.Value);
    }
}
