using System.Globalization;
using Gis.Core.Network;
using Gis.Core.Pairing.Month;
using Gis.Core.Units;
using Gis.Data.Export;
using Gis.Web.Layout;

namespace Gis.Web.Pairing.Months;

/// <summary>Months in words.</summary>
public static class MonthWording
{
    /// <summary>Hours without their unit.</summary>
    public static string Hours(MonthlyHours hours) => hours.Value.ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>A day with its weekday, as people agree on one.</summary>
    public static string Day(Language language, DateOnly day) => language == Language.Chinese
        ? $"{day.Month}月{day.Day}日 周{"日一二三四五六"[(int)day.DayOfWeek]}"
        : day.ToString("ddd d MMM", CultureInfo.InvariantCulture);

    /// <summary>How planning ended, in a sentence.</summary>
    public static string Of(Language language, FirmMonth month) => month.Outcome switch
    {
        null when month.Unlocated.IsEmpty => language["这个月没有结对的村。", "No village is paired with the firm this month."],
        null => language["本所或村还没有位置,排不了。", "The office or the villages have no position, so nothing can be planned."],
        MonthOutcome.Planned { IsProven: true } planned => language[
            $"排得下,共 {Hours(planned.Plan.Hours)} 小时;已证明不能更少。", $"It fits, in {Hours(planned.Plan.Hours)} hours; fewer cannot do, by proof."],
        MonthOutcome.Planned planned => language[
            $"排得下,共 {Hours(planned.Plan.Hours)} 小时;最少也要 {Hours(planned.LeastHours)} 小时。", $"It fits, in {Hours(planned.Plan.Hours)} hours; at least {Hours(planned.LeastHours)} are needed."],
        MonthOutcome.Infeasible none => language["排不下。", "It cannot be done. "] + Of(language, month, none.Fault),
        MonthOutcome.Overlong overlong => language[
            $"没有排下,也没有证明排不下;至少要 {Hours(overlong.LeastHours)} 小时。", $"No plan was found, nor proof that there is none; at least {Hours(overlong.LeastHours)} hours are needed."],
        _ => language["已取消。", "Cancelled."],
    };

    /// <summary>A change that makes a month workable.</summary>
    public static string Of(Language language, FirmMonth month, MonthChange change) => change switch
    {
        MonthChange.OtherRhythm rhythm => language[$"每月分 {rhythm.VisitsAMonth} 次去", $"go {rhythm.VisitsAMonth} times a month"],
        MonthChange.MoreDays more => language[
            $"律师 {more.Adviser} 加这几天:{string.Join('、', more.Days.Select(day => Day(language, day)))}", $"lawyer {more.Adviser} goes also on {string.Join(", ", more.Days.Select(day => Day(language, day)))}"],
        MonthChange.MoreHours more => language[$"律师 {more.Adviser} 多 {Hours(more.Hours)} 小时", $"lawyer {more.Adviser} gives {Hours(more.Hours)} hours more"],
        MonthChange.HandOver hand => language[$"“{month.NameOf(hand.Village)}”交给别的所", $"{month.NameOf(hand.Village)} goes to another firm"],
        _ => "",
    };

    /// <summary>The words of calendars.</summary>
    public static MonthWords Words(Language language, FirmMonth month) => Words(language, month.NameOf);

    public static MonthWords Words(Language language, Village village) => Words(language, _ => village.Name);

    private static MonthWords Words(Language language, Func<string, string> nameOf) => new(
        language["村法律顾问驻点", "Legal adviser on the spot"],
        language["村法律顾问驻点和法治讲座", "Legal adviser on the spot, with a lecture"],
        nameOf,
        nameOf);

    private static string Of(Language language, FirmMonth month, MonthFault fault) => fault switch
    {
        MonthFault.OutOfReach none => language[$"开车到不了:{Names(month, none.Villages)}。", $"No way by car leads to {Names(month, none.Villages)}."],
        MonthFault.TooLong none => string.Join(language["", " "], none.Villages.Select(each => language[
            $"{month.NameOf(each.Village)}:去 {PairingWords.Way(each.There)} 分钟,驻点 {PairingWords.Way(each.Stay)} 分钟,回 {PairingWords.Way(each.Back)} 分钟,超过一天 {PairingWords.Way(none.Day)} 分钟。",
            $"{month.NameOf(each.Village)}: {PairingWords.Way(each.There)} min there, {PairingWords.Way(each.Stay)} on the spot and {PairingWords.Way(each.Back)} back, more than a day of {PairingWords.Way(none.Day)}."])),
        MonthFault.TooFewHours none => language[
            $"{none.Villages.Length} 个村要驻点 {Hours(none.OnSite)}、讲座 {Hours(none.Lectures)}、路上至少 {Hours(none.Driving)},一共 {Hours(none.Needed)} 小时;{none.Advisers.Length} 名律师只有 {Hours(none.Available)} 小时。",
            $"{none.Villages.Length} villages need {Hours(none.OnSite)} h on the spot, {Hours(none.Lectures)} of lectures and at least {Hours(none.Driving)} of driving, {Hours(none.Needed)} in all; {none.Advisers.Length} lawyers have {Hours(none.Available)}."],
        MonthFault.TooFewDays none => language[
            $"{Day(language, none.First)}到{Day(language, none.Last)}至少要去 {none.Least} 天,律师一共只有 {none.Allowed} 天。",
            $"From {Day(language, none.First)} to {Day(language, none.Last)} at least {none.Least} days out are needed; the lawyers have {none.Allowed}."],
        MonthFault.NoDivision none => language[
            $"总数够(要 {Hours(none.Needed)},有 {Hours(none.Available)} 小时),但怎么分都有一名律师超出。", $"In sum there is enough ({Hours(none.Needed)} of {Hours(none.Available)} h), but however the villages are shared out somebody has too many."],
        _ => "",
    };

    private static string Names(FirmMonth month, IEnumerable<string> villages) => string.Join("、", villages.Select(month.NameOf));
}
