using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;
using Gis.Web.Layout;
using Gis.Web.Siting;
using Gis.Web.Tests.Maps;

namespace Gis.Web.Tests.Siting;

/// <summary>What may be asked of a schedule, and what is said about the rest; over a made-up block with rooms to build.</summary>
public sealed class ScheduleFormTests
{
    private static readonly ServiceNetwork Block = WithUnbuilt(MadeUpCity.Block());

    private static readonly string[] Rooms = [.. Block.Points.Where(point => point.Tier == Tier.Room).Select(point => point.Id.ToString())];

    private static readonly CoverageQuestion Question = CoverageQuestion.Of(TravelMode.Walk, new Minutes(30));

    private static readonly string County = Block.Counties[0].Code.Digits;

    private static ServiceNetwork WithUnbuilt(ServiceNetwork network) => new(network.Parts with
    {
        Points = [.. network.Points.Select(point => point with { Stage = point.Tier == Tier.Room ? Stage.Planned : point.Stage })],
    });

    private static ScheduleQuestion? Read(string query, Language language, out FormFaults faults) =>
        ScheduleForm.Parse(Fill(query), 2027).Read(Block, Question, language, out faults);

    private static ScheduleQuestion Read(string query)
    {
        var read = Read(query, Language.English, out var faults);
        Assert.Empty(faults.Sentences);
        return read!;
    }

    // Which rooms and counties the made-up block has is its own affair.
    private static string Fill(string query) => query
        .Replace("ROOM1", Rooms[0], StringComparison.Ordinal).Replace("ROOM2", Rooms[1], StringComparison.Ordinal).Replace("COUNTY", County, StringComparison.Ordinal);

    [Fact]
    public void Where_nothing_is_said_the_window_is_the_plans_and_the_crews_are_enough()
    {
        var read = Read("");
        Assert.Equal("from=2027-03&to=2027-09&until=2027-12", read.Written);
        Assert.True(read.All);
        Assert.Equal(Rooms.Length, read.Rooms.Count);
        Assert.All(read.Rooms.Values, room => Assert.Equal((1m, null, null, null), (room.Cost, room.Earliest, room.Latest, room.Fixed)));
        Assert.All(read.Counties, county =>
        {
            var rooms = read.Rooms.Values.Count(room => room.County == county.County);
            Assert.All(county.Crews, crews => Assert.Equal((rooms + 6) / 7, crews));
            Assert.Empty(county.Money);
        });
    }

    [Theory]
    [InlineData("from=2027-04&to=2027-05&until=2027-06&crews=3,COUNTY:2,COUNTY:2027-05:1&money=10&cost=1.5,ROOM1:2&all=no")]
    [InlineData("from=2027-03&to=2027-09&until=2027-12&earliest=ROOM1:2027-05&latest=ROOM1:2027-06&fixed=ROOM2:2027-04&now=2027-05&was=ROOM1:2027-04,ROOM2:2027-04&slips=ROOM1:2027-07")]
    public void A_link_reads_as_the_schedule_that_writes_it(string query) => Assert.Equal(Fill(query), Read(query).Written);

    [Fact]
    public void Equal_schedules_are_written_the_same() =>
        Assert.Equal(Read("cost=ROOM1:2,3&all=yes").Written, Read("all=yes&cost=3,ROOM1:2").Written);

    [Fact]
    public void The_closer_word_goes_before_the_wider()
    {
        var county = Read("to=2027-05&crews=3,COUNTY:2,COUNTY:2027-04:0&money=COUNTY:2027-04:7.5").Counties.Single(each => each.County == County);
        Assert.Equal([2, 0, 2], county.Crews.AsEnumerable());
        Assert.Equal([0, 7.5m, 0], county.Money.AsEnumerable());
    }

    [Fact]
    public void What_is_begun_is_finished_first_unless_something_is_said_of_it()
    {
        var begun = new ServiceNetwork(Block.Parts with { Points = [.. Block.Points.Select(point => point.Tier == Tier.Room ? point with { Stage = Stage.Building } : point)] });
        var read = ScheduleForm.Parse(Fill("fixed=ROOM1:2027-06&latest=ROOM2:2027-08"), 2027).Read(begun, Question, Language.English, out _)!;
        Assert.Equal(new Month(2027, 6), read.Rooms[PointId.Parse(Rooms[0])].Fixed);
        Assert.Null(read.Rooms[PointId.Parse(Rooms[1])].Fixed);
        Assert.All(read.Rooms.Where(room => !Rooms.Take(2).Contains(room.Key.ToString())), room => Assert.Equal(new Month(2027, 3), room.Value.Fixed));
        Assert.All(read.Counties, county => Assert.True(county.Crews[0] >= read.Rooms.Values.Count(room => room.County == county.County && room.Fixed == new Month(2027, 3))));
    }

    [Fact]
    public void What_the_question_opens_is_not_built() =>
        Assert.DoesNotContain(PointId.Parse(Rooms[0]), ScheduleForm.ForYear(2027).Read(Block, Question with { With = [PointId.Parse(Rooms[0])] }, Language.English, out _)!.Rooms.Keys);

    [Theory]
    [InlineData("from=March", "from", "2027-03", "2027-03")]
    [InlineData("from=2027-05&to=2027-04", "to", "不早于", "not before")]
    [InlineData("until=2027-08", "until", "不早于", "not before")]
    [InlineData("until=2030-03", "until", "最多 36", "at most 36")]
    [InlineData("all=maybe", "all", "yes 或 no", "yes or no")]
    [InlineData("crews=-1", "crews", "0 至 1,000", "from 0 to 1,000")]
    [InlineData("crews=1.5", "crews", "整数", "whole")]
    [InlineData("crews=1001", "crews", "0 至 1,000", "from 0 to 1,000")]
    [InlineData("crews=999999:2", "crews", "没有这个县", "no county")]
    [InlineData("crews=COUNTY:2027-10:2", "crews", "2027-09", "2027-09")]
    [InlineData("crews=2,3", "crews", "只能写一次", "only once")]
    [InlineData("money=NaN", "money", "应为", "a number")]
    [InlineData("money=1000000000.01", "money", "1,000,000,000", "1,000,000,000")]
    [InlineData("cost=ROOM1:x", "cost", "应为", "a number")]
    [InlineData("cost=room-1:2", "cost", "没有这个编号", "no point")]
    [InlineData("cost=ROOM1:2,ROOM1:3", "cost", "只能写一次", "only once")]
    [InlineData("earliest=ROOM1", "earliest", "编号:月份", "an id and a month")]
    [InlineData("latest=ROOM1:2027-13", "latest", "编号:月份", "an id and a month")]
    [InlineData("fixed=ROOM1:2027-10", "fixed", "2027-09", "2027-09")]
    [InlineData("fixed=ROOM1:2027-04,ROOM1:2027-05", "fixed", "只能写一次", "only once")]
    [InlineData("slips=ROOM1:2027-07", "now", "当前月份", "current month")]
    [InlineData("now=2027-05", "was", "原来的安排", "schedule so far")]
    [InlineData("now=May&was=ROOM1:2027-05", "now", "2027-03", "2027-03")]
    public void What_cannot_be_is_said_in_both_languages(string query, string field, string chinese, string english)
    {
        Assert.Null(Read(query, Language.Chinese, out var faults));
        Assert.Contains(chinese, Assert.Single(faults.ToDictionary()[field]), StringComparison.Ordinal);
        Assert.Null(Read(query, Language.English, out faults));
        Assert.Contains(english, Assert.Single(faults.ToDictionary()[field]), StringComparison.Ordinal);
    }

    [Fact]
    public void Exactly_as_many_months_as_may_be_counted_are() => Assert.Equal(new Month(2030, 2), Read("until=2030-02").Until);
}
