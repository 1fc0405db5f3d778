using Gis.Core.Finder.Hours;
using Gis.Core.Network.Hours;
using Gis.Core.Units;
using Gis.Web.Finder.Hours;
using Gis.Web.Layout;

namespace Gis.Web.Tests.Finder.Hours;

public sealed class OpenWordingTests
{
    // A Monday.
    private static readonly DateOnly Today = new(2026, 9, 28);

    private static readonly ClockTime Half = new(8, 30);

    public static TheoryData<OpenState, string, string> States => new()
    {
        { new OpenState.Open(new ClockTime(18, 0)), "开门中,到 18:00", "Open until 18:00" },
        { new OpenState.Pause(new ClockTime(14, 30)), "午休,14:30 再开", "Lunch break, opens again at 14:30" },
        { new OpenState.Pause(new ClockTime(12, 0)), "午休,12:00 再开", "Lunch break, opens again at 12:00" },
        { new OpenState.Pause(new ClockTime(11, 59)), "暂时关门,11:59 再开", "Closed for now, opens again at 11:59" },
        { new OpenState.Pause(new ClockTime(16, 1)), "暂时关门,16:01 再开", "Closed for now, opens again at 16:01" },
        { Closed(0), "还没开门,8:30 开", "Not open yet, opens at 8:30" },
        { Closed(1), "现在关门,明天 8:30 开", "Closed, opens tomorrow at 8:30" },
        { Closed(2), "现在关门,周三 8:30 开", "Closed, opens Wednesday at 8:30" },
        { Closed(6), "现在关门,周日 8:30 开", "Closed, opens Sunday at 8:30" },
        { Closed(7), "现在关门,10月5日 8:30 开", "Closed, opens on 5 October at 8:30" },
        { new OpenState.Closed(new Opening(new DateOnly(2027, 1, 4), Half)), "现在关门,2027年1月4日 8:30 开", "Closed, opens on 4 January 2027 at 8:30" },
        { new OpenState.Closed(null), "现在关门,先打电话", "Closed; call first" },
        { new OpenState.Holiday("国庆节", new Opening(new DateOnly(2026, 10, 8), Half)), "国庆节放假,10月8日 8:30 开", "Closed for National Day, opens on 8 October at 8:30" },
        { new OpenState.Holiday(null, null), "节假日放假,先打电话", "Closed for a public holiday; call first" },
        { new OpenState.Suspended("施工", new DateOnly(2026, 12, 20), null), "施工关闭,到 12月20日", "Closed until the end of 20 December" },
        { new OpenState.Suspended("停水停电检修线路", new DateOnly(2026, 12, 20), null), "停水停电检修线路关闭,到 12月20日", "Closed until the end of 20 December" },
        { new OpenState.Suspended("停水停电检修线路了", new DateOnly(2027, 1, 5), null), "临时关闭,到 2027年1月5日", "Closed until the end of 5 January 2027" },
        { new OpenState.Unknown(), "开放时间未知,先打电话", "Hours not known; call first" },
    };

    [Theory, MemberData(nameof(States))]
    public void A_state_is_said_in_few_words(OpenState state, string chinese, string english)
    {
        Assert.Equal((chinese, english), (Language.Chinese.Of(state, Today), Language.English.Of(state, Today)));
        Assert.InRange(chinese.Length, 1, 24);
    }

    [Fact]
    public void That_holidays_are_not_announced_is_said_where_it_matters()
    {
        Assert.Null(Language.Chinese.DoubtOf(Closed(1)));
        Assert.Equal("节假日安排还没公布", Language.Chinese.DoubtOf(Closed(1) with { IsAnnounced = false }));
        Assert.Null(Language.Chinese.DoubtOf(new OpenState.Unknown { IsAnnounced = false }));
    }

    [Theory]
    [InlineData("周一 22:00-2:00", "“22:00-2:00”结束要晚于开始;过半夜的请分两天写", "\"22:00-2:00\": ends when or before it begins; a time across midnight is given on two days")]
    [InlineData("周八 8:00-9:00", "“周八”不是星期几,应为周一到周日、每天、工作日或节假日", "\"周八\": is no day: Mo to Su, or PH for holidays")]
    public void A_fault_of_hours_says_what_would_be_right(string text, string chinese, string english)
    {
        WeeklyHours.TryParse(text, out var fault);
        Assert.Equal((chinese, english), (Language.Chinese.Of(fault!), Language.English.Of(fault!)));
    }

    [Fact]
    public void Every_fault_has_words_of_its_own() => Assert.All(
        [Language.Chinese, Language.English],
        language => Assert.Equal(Enum.GetValues<HoursFaultKind>().Length, Enum.GetValues<HoursFaultKind>().Select(kind => language.Of(new HoursFault(kind, "x"))).Distinct().Count()));

    private static OpenState.Closed Closed(int days) => new(new Opening(Today.AddDays(days), Half));
}
