using System.Globalization;
using Gis.Core.Finder.Hours;
using Gis.Core.Network;
using Gis.Core.Network.Hours;
using Gis.Core.Units;
using Gis.Web.Layout;

namespace Gis.Web.Finder.Hours;

/// <summary>Whether a point is open, in short words for somebody who wants to go there.</summary>
public static class OpenWording
{
    private const int LongestReason = 8;

    private static readonly CultureInfo ChineseNames = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo EnglishNames = CultureInfo.GetCultureInfo("en-GB");

    // A pause that ends at these times is taken at noon.
    private static readonly (ClockTime From, ClockTime To) AfterNoon = (new(12, 0), new(16, 0));

    /// <summary>Whether it is open and what comes next, as one short sentence. A reason stands in the Chinese alone: it is in the bureau's words.</summary>
    /// <param name="language">The language of the page.</param>
    /// <param name="state">How it is.</param>
    /// <param name="today">The day it is in China.</param>
    public static string Of(this Language language, OpenState state, DateOnly today) => state switch
    {
        OpenState.Open open => language[$"开门中,到 {open.Until}", $"Open until {open.Until}"],
        OpenState.Pause { Again: var again } when AfterNoon.From <= again && again <= AfterNoon.To => language[$"午休,{again} 再开", $"Lunch break, opens again at {again}"],
        OpenState.Pause { Again: var again } => language[$"暂时关门,{again} 再开", $"Closed for now, opens again at {again}"],
        OpenState.Closed { Next: { } next } when next.Day == today => language[$"还没开门,{next.At} 开", $"Not open yet, opens at {next.At}"],
        OpenState.Closed closed => language["现在关门", "Closed"] + Next(language, closed.Next, today),
        OpenState.Holiday holiday => language[$"{holiday.Name ?? "节假日"}放假", $"Closed for {NameOf(holiday.Name)}"] + Next(language, holiday.Next, today),
        OpenState.Suspended suspended => language[
            $"{(suspended.Reason.Length <= LongestReason ? suspended.Reason : "临时")}关闭,到 {Day(language, suspended.To, today)}", $"Closed until the end of {Day(language, suspended.To, today)}"],
        _ => language["开放时间未知,先打电话", "Hours not known; call first"],
    };

    /// <summary>That a holiday may come between, where the holidays of a year are not announced; null where they are.</summary>
    public static string? DoubtOf(this Language language, OpenState state) =>
        state.IsAnnounced || state is OpenState.Unknown ? null : language["节假日安排还没公布", "Holidays are not announced yet"];

    /// <summary>Hours in one line.</summary>
    public static string Of(this Language language, WeeklyHours hours) => language[hours.ToString(), hours.ToOpenStreetMap()];

    public static string Of(this Language language, WayIn way) => way switch
    {
        WayIn.Ramp => language["坡道(无台阶)", "Ramp or no step"],
        WayIn.Lift => language["电梯", "Lift"],
        WayIn.AccessibleToilet => language["无障碍卫生间", "Accessible toilet"],
        _ => language["助听感应线圈", "Hearing loop"],
    };

    private static string Next(Language language, Opening? next, DateOnly today) => next is { } opening
        ? language[$",{When(language, opening.Day, today)} {opening.At} 开", $", opens {When(language, opening.Day, today)} at {opening.At}"]
        : language[",先打电话", "; call first"];

    // Within a week the weekday says it all.
    private static string When(Language language, DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        1 => language["明天", "tomorrow"],
        < 7 => language[day.ToString("ddd", ChineseNames), day.ToString("dddd", EnglishNames)],
        _ => language[Day(language, day, today), $"on {Day(language, day, today)}"],
    };

    private static string Day(Language language, DateOnly day, DateOnly today) => day.Year == today.Year
        ? language[$"{day.Month}月{day.Day}日", day.ToString("d MMMM", EnglishNames)]
        : language[$"{day.Year}年{day.Month}月{day.Day}日", day.ToString("d MMMM yyyy", EnglishNames)];

    private static string NameOf(string? holiday) => holiday switch
    {
        "元旦" => "New Year",
        "春节" => "Spring Festival",
        "清明节" => "Tomb-Sweeping Day",
        "劳动节" => "Labour Day",
        "端午节" => "the Dragon Boat Festival",
        "中秋节" => "the Mid-Autumn Festival",
        "国庆节" => "National Day",
        "国庆节、中秋节" => "National Day and the Mid-Autumn Festival",
        _ => "a public holiday",
    };
}
