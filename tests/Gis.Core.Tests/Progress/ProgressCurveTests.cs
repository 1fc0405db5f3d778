using CsCheck;
using Gis.Core.Network;
using Gis.Core.Progress;

namespace Gis.Core.Tests.Progress;

public class ProgressCurveTests
{
    // Four rooms: one stood before, one finished in time on 10 April, one late on 20 May, one not at all; due 10 April, 30 April, 31 July.
    private static readonly ServiceNetwork Four = Year.Rooms(Stage.Built, Stage.Built, Stage.Built, Stage.Planned);

    private static readonly StageMove[] Moves =
    [
        Year.Move(1, Stage.Planned, Stage.Built, Year.Day(4, 10), 1),
        Year.Move(2, Stage.Planned, Stage.Built, Year.Day(5, 20), 2),
    ];

    private static readonly PointPlan[] Plans = [Year.Due(1, Year.Day(4, 10)), Year.Due(2, Year.Day(4, 30)), Year.Due(3, Year.Day(7, 31))];

    private static ProgressCurve CurveOn(DateOnly today) => Year.On(today, Four, [.. Moves.Where(move => move.On <= today)], Plans).Curve(Stage.Built);

    [Fact]
    public void The_plan_rises_on_the_days_that_points_are_due()
    {
        Assert.Equal<CurveStep>(
            [new(Year.Day(1, 1), 1), new(Year.Day(4, 10), 2), new(Year.Day(4, 30), 3), new(Year.Day(7, 31), 4), new(Year.Day(12, 31), 4)],
            CurveOn(Year.Day(6, 1)).Plan);
    }

    [Fact]
    public void The_actual_line_rises_on_the_days_that_points_were_finished_and_ends_today() => Assert.Equal<CurveStep>(
        [new(Year.Day(1, 1), 1), new(Year.Day(4, 10), 2), new(Year.Day(5, 20), 3), new(Year.Day(6, 1), 3)], CurveOn(Year.Day(6, 1)).Actual);

    // On 20 May room 2 was 20 days late; from then on the next, due on 31 July, is 72 days away.
    [Theory]
    [InlineData(4, 30, 0)]
    [InlineData(5, 1, 1)]
    [InlineData(5, 19, 19)]
    [InlineData(5, 20, 0)]
    [InlineData(7, 30, 0)]
    [InlineData(7, 31, 0)]
    [InlineData(8, 1, 1)]
    public void Days_behind_are_counted_from_the_day_the_first_missing_point_was_due(int month, int day, int behind)
    {
        var today = Year.Day(month, day);
        var stages = new[] { Stage.Built, Stage.Built, today < Year.Day(5, 20) ? Stage.Planned : Stage.Built, Stage.Planned };
        var curve = Year.On(today, Year.Rooms(stages), [.. Moves.Where(move => move.On <= today)], Plans).Curve(Stage.Built);
        Assert.Equal(behind, curve.DaysBehind);
    }

    // Two in the 56 days up to 1 June; one is left: 28 days more at that pace.
    [Fact]
    public void The_forecast_goes_on_at_the_pace_of_the_last_eight_weeks()
    {
        var curve = CurveOn(Year.Day(6, 1));
        Assert.Equal((2, Year.Day(6, 29)), (curve.Lately, curve.FinishOn));
        Assert.Equal<CurveStep>([new(Year.Day(6, 1), 3), new(Year.Day(6, 29), 4)], curve.Forecast);
    }

    // 10 April is 56 days before 5 June: on 5 June it has just fallen out of the eight weeks.
    [Theory]
    [InlineData(6, 4, 2)]
    [InlineData(6, 5, 1)]
    public void What_was_finished_exactly_eight_weeks_ago_counts_no_longer(int month, int day, int lately) =>
        Assert.Equal(lately, CurveOn(Year.Day(month, day)).Lately);

    [Fact]
    public void Nothing_is_foretold_where_nothing_was_finished_lately()
    {
        var curve = CurveOn(Year.Day(9, 1));
        Assert.Equal((0, (DateOnly?)null), (curve.Lately, curve.FinishOn));
        Assert.Empty(curve.Forecast);
    }

    [Fact]
    public void A_forecast_beyond_the_year_ends_with_it_on_its_way()
    {
        // One of eleven in eight weeks: the other ten take 560 days; 30 of them, to 31 December, bring none whole.
        var stages = Enumerable.Repeat(Stage.Planned, 10).Prepend(Stage.Built).ToArray();
        var curve = Year.On(Year.Day(12, 1), Year.Rooms(stages), [Year.Move(0, Stage.Planned, Stage.Built, Year.Day(11, 20), 1)]).Curve(Stage.Built);
        Assert.Equal(Year.Day(12, 1).AddDays(560), curve.FinishOn);
        Assert.Equal<CurveStep>([new(Year.Day(12, 1), 1), new(Year.Day(12, 31), 1)], curve.Forecast);
    }

    // 60 days to 31 July and one point: one a week, rounded up. With none left none, with the day gone no number helps.
    [Theory]
    [InlineData(6, 1, 1)]
    [InlineData(7, 31, null)]
    public void What_is_needed_a_week_is_rounded_up_and_unknown_when_the_last_day_is_there(int month, int day, int? needed) =>
        Assert.Equal(needed, CurveOn(Year.Day(month, day)).NeededWeekly);

    [Fact]
    public void Nobody_is_asked_to_declare_before_the_point_is_to_be_built()
    {
        var progress = Year.On(Year.Day(6, 1), Four, [], Year.Due(3, new DateOnly(2019, 2, 1)));
        var curve = progress.Curve(Stage.Declared);
        Assert.Equal((3, Year.Day(10, 31)), (curve.Plan[^1].Points, curve.Plan.First(step => step.Points == 3).On));
    }

    [Fact]
    public void Before_the_year_there_is_a_plan_and_nothing_else()
    {
        var curve = Year.On(new DateOnly(2017, 12, 1), Four, []).Curve(Stage.Built);
        Assert.Empty(curve.Actual);
        Assert.Empty(curve.Forecast);
        Assert.Equal((3, 4), (curve.Plan[0].Points, curve.Plan[^1].Points));
    }

    [Fact]
    public void A_point_sent_back_stands_but_is_not_accepted()
    {
        var progress = Year.On(Year.Day(12, 1), Year.Rooms(Stage.Returned), [Year.Move(0, Stage.Declared, Stage.Returned, Year.Day(11, 15), 1)]);
        Assert.Equal([1, 0, 0], new[] { Stage.Built, Stage.Declared, Stage.CityAccepted }.Select(stage => progress.Curve(stage).Now));
    }

    [Fact]
    public void The_lines_never_pass_the_number_of_points_and_the_actual_one_ends_at_what_stands() => Gen.Select(
        Gen.Enum<Stage>().Array[1, 8], Gen.Int[1, 360], Gen.Int[0, 400].Array[8]).Sample((stages, today, days) =>
    {
        var network = Year.Rooms(stages);
        var day = Year.Day(1, 1).AddDays(today);
        var moves = stages.Select((stage, i) => Year.Move(i, Stage.Planned, stage, Year.Day(1, 1).AddDays(days[i]), i + 1))
            .Where(move => move.To != Stage.Planned && move.On <= day).ToArray();
        foreach (var target in StageSteps.Targets)
        {
            var curve = Year.On(day, network, [.. moves]).Curve(target);
            var standing = network.Points.Count(point => (Array.Find(moves, move => move.Point == point.Id)?.To ?? point.Stage).HasReached(target));
            Assert.Equal((standing, standing), (curve.Now, curve.Actual[^1].Points));
            Assert.All(curve.Plan.Concat(curve.Actual).Concat(curve.Forecast), step => Assert.InRange(step.Points, 0, stages.Length));
            Assert.Equal(curve.Plan.OrderBy(step => step.On), curve.Plan);
            Assert.Equal(curve.Plan.Select(step => step.Points).Order(), curve.Plan.Select(step => step.Points));
        }
    });
}
