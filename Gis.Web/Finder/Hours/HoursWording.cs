using Gis.Core.Network;
using Gis.Core.Network.Hours;
using Gis.Core.Units;
using Gis.Data.Import.Holidays;
using Gis.Web.Layout;

namespace Gis.Web.Finder.Hours;

/// <summary>What is wrong with hours, telephone numbers and holidays, and what would be right.</summary>
public static class HoursWording
{
    /// <summary>What is wrong with hours that somebody wrote.</summary>
    public static string Of(this Language language, HoursFault fault) => language[$"“{fault.Part}”", $"\"{fault.Part}\": "] + Say(language, fault.Kind);

    /// <summary>The same, from its parts as a list of faults keeps them.</summary>
    public static string OfHours(this Language language, string kind, string part) =>
        language.Of(new HoursFault(WrittenName.TryRead<HoursFaultKind>(kind, out var read) ? read : HoursFaultKind.BadTime, part));

    public static string OfMobile(this Language language) => language[
        "是手机号。这里只公布办公电话;个人手机要本人同意,请登记到“联系方式”", "is a mobile number. Only office numbers are published here; a person's mobile needs consent, and belongs to the contacts"];

    public static string Of(this Language language, HolidayFault fault) => fault.Kind switch
    {
        HolidayFaultKind.NoColumn => language[$"缺少这一列。表头应有:日期、类别(休或班)、名称", $"the column is not there; the heads are day, kind (休 or 班) and name"],
        HolidayFaultKind.NoRows => language["一行也没有", "there is no row"],
        HolidayFaultKind.BadDay => language["应为日期,如 2027-10-01", "a day, as 2027-10-01"],
        HolidayFaultKind.BadKind => language["应为“休”或“班”", "休 (free) or 班 (worked)"],
        HolidayFaultKind.BadName => language["应为节日名称,如“国庆节”,最多 20 个字", "the name of the holiday, as 国庆节, at most 20 characters"],
        HolidayFaultKind.NoWeekend => language["调休上班日应是周六或周日", "a day made up is a Saturday or Sunday"],
        HolidayFaultKind.Twice => language["同一天写了两次", "the day is given twice"],
        _ => language["这一天每年都放假,名单里没有:应是全年的安排", "every year has this day free and the list has not: it should be of a whole year"],
    };

    /// <summary>Whether the working days of a year are counted without its holidays.</summary>
    public static string HolidaysOf(this Language language, WorkCalendar calendar, int year) => calendar.IsAnnounced(year)
        ? language[$"已按 {year} 年节假日和调休算。", $"Holidays and days made up of {year} are counted in."]
        : language[$"{year} 年节假日还没公布,只扣了元旦、劳动节、国庆节。", $"The holidays of {year} are not announced; only New Year, Labour Day and National Day are taken off."];

    private static string Say(Language language, HoursFaultKind kind) => kind switch
    {
        HoursFaultKind.NoDay => language["没写星期几,例如应为“周一至周五 8:30-12:00”", "says no day, as \"Mo-Fr 08:30-12:00\""],
        HoursFaultKind.UnknownDay => language["不是星期几,应为周一到周日、每天、工作日或节假日", "is no day: Mo to Su, or PH for holidays"],
        HoursFaultKind.NoTime => language["没有开门的时间,例如应为“周一至周五 8:30-12:00”", "says no time, as \"Mo-Fr 08:30-12:00\""],
        HoursFaultKind.BadTime => language["不是时间,应为 0:00 到 24:00,如 8:30-12:00", "is no time, which lies from 0:00 to 24:00, as 8:30-12:00"],
        HoursFaultKind.EndNotAfterStart => language["结束要晚于开始;过半夜的请分两天写", "ends when or before it begins; a time across midnight is given on two days"],
        HoursFaultKind.Overlap => language["几段时间重叠了", "has times that overlap"],
        HoursFaultKind.DayTwice => language["同一天写了两次,请把时间写在一起", "has a day that was said before; put its times together"],
        HoursFaultKind.BadSeason => language["没有这样的日期,例如应为“5月1日至9月30日”", "are no days of a year, as \"May 01-Sep 30\""],
        HoursFaultKind.SeasonOverlap => language["和另一个季节有重叠的日子", "has days that another season has"],
        _ => language[$"太长,最多 {WeeklyHours.LongestText} 个字", $"is longer than {WeeklyHours.LongestText} characters"],
    };
}
