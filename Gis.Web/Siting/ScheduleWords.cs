using System.Globalization;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Siting;
using Gis.Core.Units;
using Gis.Web.Layout;

namespace Gis.Web.Siting;

/// <summary>A schedule in words, the same on a page, in a sheet and in a calendar.</summary>
public sealed class ScheduleWords(ScheduleJson answer, Language language)
{
    private static readonly CultureInfo EnglishNames = CultureInfo.GetCultureInfo("en-GB");

    private readonly bool isOfOneYear = answer.From[..4] == answer.Until[..4];

    private Weighting Weighting => WrittenName.TryRead<Weighting>(answer.Weighting, out var weighting) ? weighting : default;

    /// <summary>A month; its year is said where there are several.</summary>
    public string Month(string written)
    {
        var day = Read(written).FirstDay;
        return language[
            isOfOneYear ? $"{day.Month}月" : $"{day.Year}年{day.Month}月",
            day.ToString(isOfOneYear ? "MMMM" : "MMMM yyyy", EnglishNames)];
    }

    /// <summary>What is counted, for each month it is covered: "person-months".</summary>
    public string Unit => Weighting == Weighting.Villages ? language["村(居)·月", "village-months"] : language["人·月", "person-months"];

    /// <summary>Who is covered.</summary>
    public string Covered => language[$"够得着的{language.Of(Weighting)}", $"{language.Of(Weighting)} within reach"];

    /// <summary>Who is covered beyond those whom what stands covers.</summary>
    public string Added => language[$"新够得着的{language.Of(Weighting)}", $"{language.Of(Weighting)} newly within reach"];

    /// <summary>How it ended, in a sentence.</summary>
    public string Ending => answer.Status switch
    {
        "optimal" => language["已证明:没有更好的安排。", "Proven: no schedule is better."],
        "infeasible" => language["排不出来。", "No schedule keeps all the rules."],
        _ when answer.PersonMonths is null => language["中途停止,还没有安排。", "Stopped before there was a schedule."],
        "cancelled" => language["中途停止,这是当时最好的安排。", "Stopped; this is the best found until then."] + Gap,
        _ => language["到时间为止最好的安排。", "The best found in the time given."] + Gap,
    };

    private string Gap => answer.Gap is { } gap
        ? language[$"最多还能好 {PercentUp(gap)}。", $" None can be better by more than {PercentUp(gap)}."]
        : "";

    /// <summary>The rule that breaks, with the numbers.</summary>
    public string Fault(ScheduleFaultJson fault)
    {
        var (first, last, needed, given) = (Month(fault.First), Month(fault.Last), Number(fault.Needed), Number(fault.Given));
        return fault.Rule switch
        {
            "dates" => language[$"{fault.RoomName}没有月份可排:最早 {first},最晚 {last}。", $"{fault.RoomName} has no month: {first} at the earliest, {last} at the latest."],
            "crews" => language[$"{fault.CountyName}{first}至{last}:必须建成 {needed} 个,施工队只能建 {given} 个。", $"{fault.CountyName}, {first} to {last}: {needed} must be built, the crews finish {given}."],
            "money" => language[$"{fault.CountyName}到{last}为止:必须建成的要 {needed},经费只有 {given}。", $"{fault.CountyName}, by {last}: what must be built costs {needed}, there is {given}."],
            _ => language[$"{fault.CountyName}:施工队、月份和经费凑不到一起。{first}多 {needed} 经费就够。", $"{fault.CountyName}: crews, months and money do not go together. With {needed} more in {first} they would."],
        };
    }

    /// <summary>What the plan wants done by a date.</summary>
    public string Duty(string duty) => WrittenName.TryRead<ScheduleDuty>(duty, out var known) ? known switch
    {
        ScheduleDuty.CountyPlans => language["各县(市)区上报工作方案", "Counties report their plans"],
        ScheduleDuty.AllBuilt => language["全部建成", "All built"],
        ScheduleDuty.Declarations => language["县(市)区申报达标", "Counties declare what is up to standard"],
        ScheduleDuty.CityChecks => language["市级检查验收", "The city inspects"],
        _ => language["自治区检查验收", "The autonomous region inspects"],
    } : duty;

    /// <summary>A number of rooms and their cost.</summary>
    public string Sum(int rooms, decimal cost) => language[$"共 {rooms} 个,经费 {Number(cost)}", $"{rooms} in all, cost {Number(cost)}"];

    /// <summary>The days of a date of the plan: one day, or a whole month.</summary>
    public string Days(ScheduleDateJson date) => date.First == date.Last
        ? language[
            isOfOneYear ? $"{date.First.Month}月{date.First.Day}日" : $"{date.First.Year}年{date.First.Month}月{date.First.Day}日",
            date.First.ToString(isOfOneYear ? "d MMMM" : "d MMMM yyyy", EnglishNames)]
        : Month(new Month(date.First.Year, date.First.Month).ToString());

    public static string Number(decimal number) => number.ToString("#,0.############################", CultureInfo.InvariantCulture);

    public static string Number(double number) => Math.Floor(number).ToString("#,0", CultureInfo.InvariantCulture);

    // A gap is never said to be smaller than it is.
    private static string PercentUp(double gap) => (Math.Ceiling(gap * 10000) / 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";

    private static Month Read(string written) => Core.Units.Month.TryParse(written, out var month)
        ? month
        : throw new FormatException($"'{written}' is not a month as 2027-05.");
}
