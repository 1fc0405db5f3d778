using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Progress.Acceptance;

namespace Gis.Core.Tests.Progress.Acceptance;

public sealed class AcceptanceStepsTests
{
    private static readonly DateOnly Today = new(2018, 11, 12);
    private static readonly ImmutableArray<Standard> Asked = Sheets.Asked("F M1", "S 1", "W 1");

    public static TheoryData<Stage, AcceptanceLevel, AcceptanceAct> Everything()
    {
        var all = new TheoryData<Stage, AcceptanceLevel, AcceptanceAct>();
        foreach (var stage in Enum.GetValues<Stage>())
        {
            foreach (var level in Enum.GetValues<AcceptanceLevel>())
            {
                foreach (var act in Enum.GetValues<AcceptanceAct>())
                    all.Add(stage, level, act);
            }
        }

        return all;
    }

    // All that the plan's §4(4) lets anybody do; nothing else may be done.
    private static readonly Dictionary<(Stage, AcceptanceLevel, AcceptanceAct), (Stage, AssessmentState)> Allowed = new()
    {
        [(Stage.Built, AcceptanceLevel.County, AcceptanceAct.Declare)] = (Stage.Declared, AssessmentState.Declared),
        [(Stage.Returned, AcceptanceLevel.County, AcceptanceAct.Declare)] = (Stage.Declared, AssessmentState.Declared),
        [(Stage.Declared, AcceptanceLevel.City, AcceptanceAct.Accept)] = (Stage.CityAccepted, AssessmentState.Accepted),
        [(Stage.Declared, AcceptanceLevel.City, AcceptanceAct.Return)] = (Stage.Returned, AssessmentState.Returned),
        [(Stage.CityAccepted, AcceptanceLevel.Region, AcceptanceAct.Accept)] = (Stage.ProvinceAccepted, AssessmentState.Accepted),
        [(Stage.CityAccepted, AcceptanceLevel.Region, AcceptanceAct.Return)] = (Stage.Returned, AssessmentState.Returned),
    };

    [Theory]
    [MemberData(nameof(Everything))]
    public void A_level_does_only_what_is_its_own_in_its_turn(Stage stage, AcceptanceLevel level, AcceptanceAct act)
    {
        var outcome = Take(stage, level, act, act == AcceptanceAct.Return ? "yhy" : "yyy", Today.AddDays(10));
        if (Allowed.TryGetValue((stage, level, act), out var then))
            Assert.Equal(new StepOutcome.Taken(then.Item1, then.Item2), outcome);
        else if (AcceptanceSteps.TurnAt(stage) == level)
            Assert.Equal(new StepOutcome.OtherAct(), outcome);
        else
            Assert.Equal(new StepOutcome.OtherTurn(AcceptanceSteps.TurnAt(stage)), outcome);
    }

    [Theory]
    [InlineData(Stage.Built, AcceptanceLevel.County, AcceptanceAct.Declare)]
    [InlineData(Stage.Declared, AcceptanceLevel.City, AcceptanceAct.Accept)]
    [InlineData(Stage.CityAccepted, AcceptanceLevel.Region, AcceptanceAct.Accept)]
    public void Nothing_is_declared_or_accepted_that_is_not_found_up_to_standard(Stage stage, AcceptanceLevel level, AcceptanceAct act)
    {
        Assert.IsType<Finding.Incomplete>(Assert.IsType<StepOutcome.NotUpToStandard>(Take(stage, level, act, "yy.")).Finding);
        Assert.False(Assert.IsType<Finding.Wanting>(Assert.IsType<StepOutcome.NotUpToStandard>(Take(stage, level, act, "hyy")).Finding).IsBelowMark);
        Assert.True(Assert.IsType<Finding.Wanting>(Assert.IsType<StepOutcome.NotUpToStandard>(Take(stage, level, act, "ynn")).Finding).IsBelowMark);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(366, true)]
    [InlineData(367, false)]
    public void What_is_returned_is_due_from_tomorrow_to_a_year_ahead(int days, bool good)
    {
        var outcome = Take(Stage.Declared, AcceptanceLevel.City, AcceptanceAct.Return, "yyn", Today.AddDays(days));
        Assert.Equal(good ? new StepOutcome.Taken(Stage.Returned, AssessmentState.Returned) : new StepOutcome.BadDue(Today.AddDays(1), Today.AddDays(366)), outcome);
    }

    [Fact]
    public void Nothing_is_returned_without_a_day_or_without_a_thing_to_put_right()
    {
        Assert.IsType<StepOutcome.BadDue>(Take(Stage.Declared, AcceptanceLevel.City, AcceptanceAct.Return, "yyn"));
        Assert.IsType<StepOutcome.NothingToPutRight>(Take(Stage.Declared, AcceptanceLevel.City, AcceptanceAct.Return, "yya", Today.AddDays(1)));
    }

    [Fact]
    public void A_point_may_be_returned_before_all_of_it_was_looked_at() =>
        Assert.IsType<StepOutcome.Taken>(Take(Stage.Declared, AcceptanceLevel.City, AcceptanceAct.Return, "n..", Today.AddDays(1)));

    [Fact]
    public void What_was_found_wanting_is_put_right_in_the_order_asked() =>
        Assert.Equal(["1", "3", "4"], Sheets.Sheet(AcceptanceLevel.City, "ayhn").ItemsOf(Sheets.Asked("F M1", "S 1", "W 1", "W 1")).Select(item => item.Code));

    [Theory]
    [InlineData("2018-11-13", 1)]
    [InlineData("2018-11-12", 0)]
    [InlineData("2018-11-11", -1)]
    public void On_the_day_itself_nothing_is_overdue(string due, int left) =>
        Assert.Equal(left, AcceptanceSteps.DaysLeft(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), Today));

    private static StepOutcome Take(Stage stage, AcceptanceLevel level, AcceptanceAct act, string found, DateOnly? due = null) =>
        AcceptanceSteps.Take(stage, Sheets.Sheet(level, found, due), act, Asked, Weights.Default, Today);
}
