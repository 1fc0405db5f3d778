using Gis.Core.Network;
using Gis.Core.Progress;
using Gis.Web.Layout;

namespace Gis.Web.Progress;

/// <summary>The year in words.</summary>
public static class ProgressWords
{
    public static string Of(this Language language, Mover mover) => mover switch
    {
        Mover.County => language["县(市)区司法局", "the county"],
        Mover.City => language["市司法局", "the city"],
        _ => language["自治区司法厅", "the region"],
    };

    public static string Of(this Language language, StandstillCause cause) => cause switch
    {
        StandstillCause.Site => language["没有场所", "No site"],
        StandstillCause.Money => language["经费没到位", "No money"],
        StandstillCause.People => language["缺法律顾问或人员", "No adviser or staff"],
        StandstillCause.Equipment => language["缺设备、标牌", "No equipment or signs"],
        StandstillCause.Works => language["施工或损坏", "Works or damage"],
        StandstillCause.Approval => language["等审批、协调", "Waits for an approval"],
        _ => language["其他", "Something else"],
    };

    /// <summary>The step that a stage waits for.</summary>
    public static string NextStep(this Language language, Stage stage) => stage switch
    {
        Stage.Planned => language["开工", "begin to build"],
        Stage.Building => language["建成", "finish building"],
        Stage.Built => language["申报", "declare it"],
        Stage.Declared => language["市级验收", "inspect it"],
        Stage.CityAccepted => language["自治区验收", "inspect it"],
        Stage.Returned => language["整改后再申报", "put it right and declare it again"],
        _ => language["没有", "nothing"],
    };

    /// <summary>The target as what has happened to a point.</summary>
    public static string Reached(this Language language, Stage target) => target switch
    {
        Stage.Built => language["建成", "built"],
        Stage.Declared => language["申报", "declared"],
        Stage.CityAccepted => language["通过市级验收", "accepted by the city"],
        _ => language["通过自治区验收", "accepted by the region"],
    };

    /// <summary>How the year stands, in a few sentences.</summary>
    public static IEnumerable<string> Sum(this Language language, ProgressCurve curve, YearCalendar calendar, DateOnly today)
    {
        var reached = language.Reached(curve.Target);
        yield return language[$"共 {curve.All} 个点,已{reached} {curve.Now} 个。", $"Of {curve.All} points {curve.Now} are {reached}."];
        if (curve.Now == curve.All)
            yield break;
        if (today < calendar.First)
            yield return language[$"{calendar.Year} 年还没开始。", $"The year {calendar.Year} has not begun."];
        else
            yield return Compare(language, curve, reached);
        yield return Foretell(language, curve, reached);
        if (curve.NeededWeekly is > 0 and var weekly)
            yield return language[$"要按时,每周得{reached} {weekly} 个。", $"To be in time, {weekly} a week have to be {reached}."];
        else if (curve.NeededWeekly is null)
            yield return language["按计划的期限已到。", "The last day of the plan is past."];
    }

    private static string Compare(Language language, ProgressCurve curve, string reached)
    {
        var missing = curve.Intended - curve.Now;
        return missing switch
        {
            > 0 => language[$"按计划今天应{reached} {curve.Intended} 个:差 {missing} 个,落后 {curve.DaysBehind} 天。", $"The plan wants {curve.Intended} by today: {missing} are missing, {Days(curve.DaysBehind)} behind."],
            < 0 => language[$"按计划今天应{reached} {curve.Intended} 个:多 {-missing} 个,提前 {-curve.DaysBehind} 天。", $"The plan wants {curve.Intended} by today: {-missing} more are done, {Days(-curve.DaysBehind)} ahead."],
            _ => language["和计划一样。", "That is as planned."],
        };
    }

    private static string Foretell(Language language, ProgressCurve curve, string reached) => curve.FinishOn is { } finish
        ? language[$"最近八周{reached} {curve.Lately} 个;照这个进度,{Wording.Day(finish)} 全部{reached}。", $"In the last eight weeks {curve.Lately} were {reached}; at that pace all will be on {Wording.Day(finish)}."]
        : language[$"最近八周没有新{reached}的,无法预测。", $"None was {reached} in the last eight weeks, so nothing can be foretold."];

    private static string Days(int days) => days == 1 ? "1 day" : $"{days} days";
}
