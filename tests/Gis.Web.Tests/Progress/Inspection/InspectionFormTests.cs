using Gis.Core.Network;
using Gis.Core.Progress;
using Gis.Core.Progress.Inspection;
using Gis.Core.Units;
using Gis.Web.Layout;
using Gis.Web.Network;
using Gis.Web.Progress.Inspection;
using Gis.Web.Tests.Maps;

namespace Gis.Web.Tests.Progress.Inspection;

/// <summary>What may be asked of an inspection, and what is said about the rest; over a made-up block of three rooms, one of them not built.</summary>
public sealed class InspectionFormTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    private static readonly YearCalendar Plan = YearCalendar.Of(2026);

    private static readonly ServiceNetwork Block = MadeUpCity.Block(Stage.Planned);

    private static readonly string Unbuilt = Block.Points.Single(point => !point.IsOpen).Id.ToString();

    private static readonly string County = Block.Counties[0].Code.Digits;

    private static InspectionQuestion Read(string query, ServiceNetwork? network = null)
    {
        var read = InspectionForm.Parse(query, Today, Plan).Read(network ?? Block, WorkCalendar.Unannounced, Language.English, out var faults);
        Assert.Empty(faults.Sentences);
        return read!;
    }

    [Fact]
    public void Where_nothing_is_said_it_is_the_first_tour_of_what_is_not_built()
    {
        var read = Read("");
        Assert.Equal("kind=first-tour&from=2027-05-15", read.Written);
        Assert.Equal(Unbuilt, Assert.Single(read.Points).Id.ToString());
        Assert.Equal((InspectionBase.County, 1, 480.0, CheckTimes.Default), (read.Base, read.Teams, read.Hours.Value, read.Checks));
    }

    // On 1 June the first tour of the year is past, the second is not.
    [Theory]
    [InlineData("first-tour", "2027-05-15")]
    [InlineData("second-tour", "2026-08-15")]
    [InlineData("city-check", "2026-11-11")]
    [InlineData("region-check", "2026-12-01")]
    public void Each_inspection_begins_on_its_next_day(string kind, string from) =>
        Assert.Equal($"kind={kind}&from={from}", Read("kind=" + kind).Written);

    [Fact]
    public void An_inspection_that_begins_today_begins_today() =>
        Assert.Equal("2026-11-11", InspectionForm.Parse("kind=city-check", new DateOnly(2026, 11, 11), Plan).From);

    // The days that are set are those of their own year alone.
    [Theory]
    [InlineData("2026-06-01", "2026-11-16")]
    [InlineData("2026-11-16", "2026-11-16")]
    [InlineData("2026-11-17", "2027-11-11")]
    public void The_citys_check_begins_on_the_day_that_is_set(string today, string from) => Assert.Equal(from, InspectionForm.Parse(
        "kind=city-check", DateOnly.Parse(today, null), Plan with { InspectFrom = new DateOnly(2026, 11, 16), InspectBy = new DateOnly(2026, 11, 27) }).From);

    [Theory]
    [InlineData("kind=city-check&from=2026-11-11&stages=built,declared&area=COUNTY&base=city&teams=2&hours=7.5&centre=100&station=50&room=30&start=09:00&noon=90&by=2026-11-20&without=ROOM")]
    [InlineData("kind=second-tour&from=2026-08-17")]
    public void A_link_reads_as_the_inspection_that_writes_it(string query)
    {
        var filled = query.Replace("COUNTY", County, StringComparison.Ordinal).Replace("ROOM", Unbuilt, StringComparison.Ordinal);
        Assert.Equal(filled, Read(filled).Written);
    }

    [Fact]
    public void Equal_inspections_are_written_the_same() =>
        Assert.Equal(Read("teams=1&stages=planned,building").Written, Read("stages=building&stages=planned&hours=8").Written);

    [Fact]
    public void A_point_that_is_left_out_is_listed_and_not_dropped()
    {
        var read = Read("without=" + Unbuilt);
        Assert.Empty(read.Points);
        Assert.Equal(Unbuilt, Assert.Single(read.LeftOut).Id.ToString());
    }

    [Fact]
    public void A_point_without_a_position_is_listed_and_not_dropped()
    {
        var lost = new ServiceNetwork(Block.Parts with { Points = [.. Block.Points.Select(point => point with { Position = null })] });
        var answer = InspectionRun.Plan(new Snapshot(lost), Read("", lost), Plan.BuildBy, InspectionWatch.Never);
        Assert.Equal(Unbuilt, Assert.Single(answer.Unlocated).Id);
        Assert.Empty(answer.Parts);
    }

    [Theory]
    [InlineData("hours=11", 660)]
    [InlineData("hours=1", 60)]
    public void Exactly_the_longest_and_shortest_day_may_be_asked(string query, double minutes) => Assert.Equal(minutes, Read(query).Hours.Value);

    [Theory]
    [InlineData("kind=spring", "kind", "其中之一", "one of")]
    [InlineData("from=May", "from", "日期", "a day")]
    [InlineData("from=1999-12-31", "from", "2000", "2000")]
    [InlineData("stages=", "stages", "至少选一个", "at least one")]
    [InlineData("stages=ready", "stages", "其中之一", "one of")]
    [InlineData("area=999999", "area", "代码", "code of a county")]
    [InlineData("base=home", "base", "其中之一", "one of")]
    [InlineData("teams=0", "teams", "1 至 50", "from 1 to 50")]
    [InlineData("teams=1.5", "teams", "整数", "whole")]
    [InlineData("teams=51", "teams", "1 至 50", "from 1 to 50")]
    [InlineData("hours=0.5", "hours", "1 至 11", "from 1 to 11")]
    [InlineData("hours=NaN", "hours", "1 至 11", "from 1 to 11")]
    [InlineData("room=0", "room", "1 至 480", "from 1 to 480")]
    [InlineData("centre=481", "centre", "1 至 480", "from 1 to 480")]
    [InlineData("station=x", "station", "1 至 480", "from 1 to 480")]
    [InlineData("start=10:01", "start", "05:00 至 10:00", "from 05:00 to 10:00")]
    [InlineData("start=early", "start", "08:30", "08:30")]
    [InlineData("noon=121", "noon", "0 至 120", "from 0 to 120")]
    [InlineData("from=2026-11-11&by=2026-11-10", "by", "不早于", "not before")]
    [InlineData("from=2026-11-14&by=2026-11-15", "by", "没有工作日", "no work day")]
    [InlineData("without=room-0", "without", "没有这个服务点", "no point")]
    public void What_cannot_be_is_said_in_both_languages(string query, string field, string chinese, string english)
    {
        Assert.Null(InspectionForm.Parse(query, Today, Plan).Read(Block, WorkCalendar.Unannounced, Language.Chinese, out var faults));
        Assert.Contains(chinese, Assert.Single(faults.ToDictionary()[field]), StringComparison.Ordinal);
        Assert.Null(InspectionForm.Parse(query, Today, Plan).Read(Block, WorkCalendar.Unannounced, Language.English, out faults));
        Assert.Contains(english, Assert.Single(faults.ToDictionary()[field]), StringComparison.Ordinal);
    }

    // Out at 8:30: after 209 minutes it is 11:59, after 210 it is twelve and the hour of rest comes first.
    [Theory]
    [InlineData(209, "11:59")]
    [InlineData(210, "13:00")]
    [InlineData(270, "14:00")]
    public void The_rest_at_noon_comes_before_the_first_stop_reached_at_twelve_or_later(double arrival, string time) =>
        Assert.Equal(TimeOnly.ParseExact(time, "HH:mm", null), Read("").Clock.TimeOf(new Minutes(arrival)));
}
