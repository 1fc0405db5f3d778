using System.Globalization;
using Gis.Core.Network;
using Gis.Core.Progress.Inspection;
using Gis.Web.Layout;

namespace Gis.Web.Progress.Inspection;

/// <summary>An inspection in words, the same on a page, in a sheet and in a calendar.</summary>
public sealed class InspectionWords(InspectionJson answer, Language language)
{
    private static readonly CultureInfo ChineseNames = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo EnglishNames = CultureInfo.GetCultureInfo("en-GB");

    public static string Of(Language language, InspectionKind kind) => kind switch
    {
        InspectionKind.FirstTour => language["第一次督导", "First tour"],
        InspectionKind.SecondTour => language["第二次督导", "Second tour"],
        InspectionKind.CityCheck => language["市级检查验收", "The city's check"],
        _ => language["自治区检查验收", "The region's check"],
    };

    /// <summary>The inspection's name.</summary>
    public string Kind => WrittenName.TryRead<InspectionKind>(answer.Kind, out var kind) ? Of(language, kind) : answer.Kind;

    /// <summary>A day with its weekday.</summary>
    public string Day(DateOnly day) => language[
        $"{day.Year}年{day.Month}月{day.Day}日 {day.ToString("dddd", ChineseNames)}", day.ToString("dddd d MMMM yyyy", EnglishNames)];

    /// <summary>Where a part lies.</summary>
    public string Part(InspectionPartJson part) => part.CountyName ?? language["全市一起", "The whole city together"];

    /// <summary>How many tours and days a part takes, and how near that is to the fewest possible.</summary>
    public string Ending(InspectionPartJson part)
    {
        if (part.Fault is { } fault)
            return Fault(part, fault);
        var tours = part.Tours.Length;
        var counted = language[$"{part.Stops} 个点,{tours} 趟,{part.Days} 个工作日。", $"{Count(part.Stops, "point")}, {Count(tours, "day tour")}, {Count(part.Days, "work day")}."];
        if (part.Status == "cancelled")
            return counted + language["中途停止,这是当时最好的安排。", " Stopped; this is the best found until then."];
        return counted + (tours == part.LeastTours
            ? language["已证明:趟数不能再少。", " Proven: no plan has fewer tours."]
            : language[$"最多比能做到的多 {tours - part.LeastTours} 趟。", $" At most {tours - part.LeastTours} more than the fewest possible."]);
    }

    /// <summary>What the planning saves in driving; empty where it saves nothing.</summary>
    public string Saved(InspectionPartJson part)
    {
        // Rounded down: what is saved is never said to be more than it is.
        var percent = part.NearestDrivingMinutes > 0 ? Math.Floor((1 - (part.DrivingMinutes / part.NearestDrivingMinutes)) * 100) : 0;
        return percent >= 1
            ? language[$"路上比每次都去最近的点少 {percent:0}%。", $"{percent:0} % less driving than going on to the nearest point each time."]
            : "";
    }

    /// <summary>Whether it is done by the day the plan wants, and with how many teams it would be.</summary>
    public string InTime()
    {
        if (answer.LastDay is not { } last)
            return "";
        if (last <= answer.PlanBy)
            return language[$"按计划应在{Day(answer.PlanBy)}前查完,来得及。", $"The plan wants it done by {Day(answer.PlanBy)}: in time."];
        var late = language[$"按计划应在{Day(answer.PlanBy)}前查完,来不及。", $"The plan wants it done by {Day(answer.PlanBy)}: too late."];
        var days = answer.PlanDays;
        if (days == 0)
            return late;
        var teams = answer.Parts.Max(part => (part.Tours.Length + days - 1) / days);
        return late + language[$"要赶上,每组要 {teams} 队。", $" With {Count(teams, "team")} in each group it would be."];
    }

    /// <summary>Which days are left out.</summary>
    public string Days() => answer.HolidaysKnown
        ? language["周末和节假日不排,调休上班日排", "Weekends and holidays are skipped; days made up are worked"]
        : language["周末不排;这一年的节假日还没公布", "Weekends are skipped; the holidays of the year are not announced yet"];

    public string Team(InspectionPartJson part, DayTourJson tour) =>
        part.CountyName is { } county ? language[$"{county}第 {tour.Team} 队", $"{county}, team {tour.Team}"] : language[$"第 {tour.Team} 队", $"Team {tour.Team}"];

    public string Tour(DayTourJson tour) => language[
        $"{tour.Start:HH:mm} 出发,{tour.Back:HH:mm} 回到;{tour.Visits.Length} 个点,路上 {Minutes(tour.DrivingMinutes)} 分钟、{Kilometres(tour.Kilometres)} 公里。",
        $"Out at {tour.Start:HH:mm}, back at {tour.Back:HH:mm}; {Count(tour.Visits.Length, "point")}, {Minutes(tour.DrivingMinutes)} min and {Kilometres(tour.Kilometres)} km of driving."];

    /// <summary>Minutes, rounded up.</summary>
    public static string Minutes(double minutes) => Math.Ceiling(minutes).ToString("#,0", CultureInfo.InvariantCulture);

    public static string Kilometres(double kilometres) => kilometres.ToString("#,0.0", CultureInfo.InvariantCulture);

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    private string Fault(InspectionPartJson part, InspectionFaultJson fault) => fault.Rule switch
    {
        "too-long" => language[$"排不出来:这些点单独去也超过一天({Minutes(fault.DayMinutes!.Value)} 分钟)。", $"No plan: these points alone take longer than a day of {Minutes(fault.DayMinutes!.Value)} minutes."],
        "out-of-reach" => language["排不出来:这些点没有路可通。", "No plan: no way leads to or from these points."],
        _ when fault.Least is { } least => language[$"排不出来:只有 {fault.Allowed} 个工作日,至少要 {least} 个。", $"No plan: there are {Count(fault.Allowed!.Value, "work day")}, it takes at least {least}."],
        _ => language[
            $"只有 {fault.Allowed} 个工作日;找到的最好安排要 {part.Days} 个。能不能更少,没有证明。",
            $"There are {Count(fault.Allowed!.Value, "work day")}; the best plan found takes {part.Days}. Whether fewer would do is not known."],
    };
}
