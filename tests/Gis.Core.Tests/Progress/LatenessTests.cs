using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Progress;

namespace Gis.Core.Tests.Progress;

public class LatenessTests
{
    [Theory]
    [InlineData(Stage.Planned, 9, 30, Mover.County)]
    [InlineData(Stage.Building, 9, 30, Mover.County)]
    [InlineData(Stage.Built, 10, 31, Mover.County)]
    [InlineData(Stage.Declared, 11, 20, Mover.City)]
    [InlineData(Stage.CityAccepted, 12, 31, Mover.Region)]
    public void A_point_is_late_the_day_after_its_next_step_was_due_and_waits_for_who_makes_it(Stage stage, int month, int day, Mover mover)
    {
        var (due, network) = (Year.Day(month, day), Year.Rooms(stage));
        Assert.Empty(Year.On(due, network, []).Late);
        var late = Assert.Single(Year.On(due.AddDays(1), network, []).Late);
        Assert.Equal((due, 1, mover), (late.Due, late.Days, late.WaitsFor));
    }

    [Fact]
    public void What_has_come_to_the_end_is_never_late() =>
        Assert.Empty(Year.On(new DateOnly(2030, 1, 1), Year.Rooms(Stage.ProvinceAccepted), []).Late);

    [Fact]
    public void A_day_of_its_own_goes_before_the_calendars()
    {
        var network = Year.Rooms(Stage.Planned, Stage.Planned);
        Assert.Equal(Town.RoomId(1), Assert.Single(Year.On(Year.Day(5, 1), network, [], Year.Due(1, Year.Day(4, 30))).Late).Point.Id);
    }

    [Fact]
    public void A_point_sent_back_is_due_when_the_inspection_said()
    {
        var ledger = new YearLedger { ReturnDue = ImmutableDictionary<PointId, DateOnly>.Empty.Add(Town.RoomId(0), Year.Day(12, 5)) };
        Assert.Empty(new YearProgress(Year.Rooms(Stage.Returned), ledger, Year.Calendar, Year.Day(12, 5)).Late);
        Assert.Equal(Mover.County, Assert.Single(new YearProgress(Year.Rooms(Stage.Returned), ledger, Year.Calendar, Year.Day(12, 6)).Late).WaitsFor);
    }

    [Fact]
    public void The_latest_come_first()
    {
        var late = Year.On(Year.Day(12, 1), Year.Rooms(Stage.Built, Stage.Planned, Stage.Planned), [], Year.Due(2, Year.Day(4, 1))).Late;
        Assert.Equal([Town.RoomId(2), Town.RoomId(1), Town.RoomId(0)], late.Select(each => each.Point.Id));
    }

    [Theory]
    [InlineData(4, 1, false)]
    [InlineData(4, 2, true)]
    [InlineData(5, 5, true)]
    [InlineData(5, 6, false)]
    public void A_standstill_lasts_from_its_first_day_to_its_last(int month, int day, bool lasts)
    {
        var still = new Standstill(Town.RoomId(0), StandstillCause.Site, "", Year.Day(4, 2), Year.Day(5, 5), 1);
        var progress = new YearProgress(Year.Rooms(Stage.Planned), new YearLedger { Standstills = [still] }, Year.Calendar, Year.Day(month, day));
        Assert.Equal(lasts, progress.Standing.ContainsKey(Town.RoomId(0)));
        Assert.Equal(lasts ? 1 : 0, progress.ListCounties()[0].Standing);
    }

    [Fact]
    public void What_is_written_of_points_that_are_gone_is_left_out()
    {
        var ledger = new YearLedger
        {
            Moves = [Year.Move(9, Stage.Planned, Stage.Built, Year.Day(4, 1), 1)],
            Standstills = [new Standstill(Town.RoomId(9), StandstillCause.Money, "", Year.Day(4, 2), null, 1)],
        };
        var progress = new YearProgress(Year.Rooms(Stage.Planned), ledger, Year.Calendar, Year.Day(6, 1));
        Assert.Empty(progress.Standing);
        Assert.Empty(progress.History.Moves);
    }

    [Fact]
    public void A_network_begun_when_there_is_no_time_left_to_build_is_of_the_next_year()
    {
        Assert.Equal(2018, YearCalendar.For(Year.Day(9, 30)).Year);
        Assert.Equal(2019, YearCalendar.For(Year.Day(10, 1)).Year);
    }

    [Theory]
    [InlineData(2018, 9, 30, true)]
    [InlineData(2018, 10, 31, false)]
    [InlineData(2019, 9, 30, false)]
    public void The_days_of_a_calendar_follow_each_other_within_the_year(int year, int month, int day, bool isInOrder) =>
        Assert.Equal(isInOrder, (Year.Calendar with { BuildBy = new DateOnly(year, month, day) }).IsInOrder);
}
