using CsCheck;
using Gis.Core.Network.Hours;

namespace Gis.Core.Tests.Network.Hours;

public sealed class WeeklyHoursTests
{
    [Theory]
    [InlineData("周一至周五 8:30-12:00 14:30-18:00; 周六 9:00-12:00")]
    [InlineData("Mo-Fr 08:30-12:00,14:30-18:00; Sa 09:00-12:00")]
    [InlineData("星期一到星期五：8:30—12:00，14:30—18:00；星期六 9:00～12:00")]
    [InlineData("周一至五上午8:30-12:00、下午2:30-6:00;周六上午9点-12点")]
    [InlineData("周六 9:00-12:00\n工作日 14:30-18:00, 8:30-12:00")]
    [InlineData("Mon-Fri: 8:30 - 12:00, 14:30 - 18:00; Saturday 9:00-12:00; Su off")]
    [InlineData("周一、周二、周三、周四、周五 8点30分至12点 14时半至18时;周六 9:00-12:00;周日 休息;节假日 休息")]
    public void One_week_is_read_as_people_write_it(string text) => AssertWritten(
        "周一至周五 8:30-12:00 14:30-18:00; 周六 9:00-12:00", "Mo-Fr 08:30-12:00,14:30-18:00; Sa 09:00-12:00", text);

    [Theory]
    [InlineData("每天 0:00-24:00", "周一至周日 0:00-24:00", "Mo-Su 00:00-24:00")]
    [InlineData("周末 9:00-12:00", "周六至周日 9:00-12:00", "Sa-Su 09:00-12:00")]
    [InlineData("周六至周一 9:00-12:00", "周一、周六至周日 9:00-12:00", "Mo,Sa-Su 09:00-12:00")]
    [InlineData("周一、三、五 9:00-12:00; 周天 9:00-10:00", "周一、周三、周五 9:00-12:00; 周日 9:00-10:00", "Mo,We,Fr 09:00-12:00; Su 09:00-10:00")]
    [InlineData("周一 8:00-12:00 12:00-14:00", "周一 8:00-14:00", "Mo 08:00-14:00")]
    [InlineData("周一 9:00-10:00; 法定节假日 9:00-11:00", "周一 9:00-10:00; 节假日 9:00-11:00", "Mo 09:00-10:00; PH 09:00-11:00")]
    public void There_is_one_way_to_write_them(string text, string chinese, string openStreetMap) => AssertWritten(chinese, openStreetMap, text);

    [Theory]
    [InlineData("5月1日至9月30日 周一至周五 8:30-12:00 15:00-18:30; 周一至周五 8:30-12:00 14:30-18:00")]
    [InlineData("Mo-Fr 08:30-12:00,14:30-18:00; May 01-Sep 30: Mo-Fr 08:30-12:00,15:00-18:30")]
    [InlineData("工作日 8:30-12:00 14:30-18:00;5月到9月:工作日 8:30-12:00 15:00-18:30")]
    [InlineData("May-Sep Mo-Fr 8:30-12:00 15:00-18:30; Mo-Fr 8:30-12:00 14:30-18:00")]
    public void Seasons_follow_the_rest_of_the_year(string text) => AssertWritten(
        "周一至周五 8:30-12:00 14:30-18:00; 5月1日至9月30日 周一至周五 8:30-12:00 15:00-18:30",
        "Mo-Fr 08:30-12:00,14:30-18:00; May 01-Sep 30: Mo-Fr 08:30-12:00,15:00-18:30",
        text);

    [Theory]
    [InlineData("", HoursFaultKind.NoTime, "")]
    [InlineData("周一", HoursFaultKind.NoTime, "周一")]
    [InlineData("周一至周日 休息", HoursFaultKind.NoTime, "周一至周日 休息")]
    [InlineData("8:30-12:00", HoursFaultKind.NoDay, "8:30-12:00")]
    [InlineData("周八 8:30-12:00", HoursFaultKind.UnknownDay, "周八")]
    [InlineData("周一至周八 8:30-12:00", HoursFaultKind.UnknownDay, "周一-周八")]
    [InlineData("Xx 8:30-12:00", HoursFaultKind.UnknownDay, "Xx")]
    [InlineData("周一 25:00-26:00", HoursFaultKind.BadTime, "25:00-26:00")]
    [InlineData("周一 8:30-12:60", HoursFaultKind.BadTime, "8:30-12:60")]
    [InlineData("周一 8.30-12.00", HoursFaultKind.BadTime, "8.30-12.00")]
    [InlineData("周一 8:30", HoursFaultKind.BadTime, "8:30")]
    [InlineData("周一 12:00-8:30", HoursFaultKind.EndNotAfterStart, "12:00-8:30")]
    [InlineData("周一 8:30-8:30", HoursFaultKind.EndNotAfterStart, "8:30-8:30")]
    [InlineData("周一 22:00-2:00", HoursFaultKind.EndNotAfterStart, "22:00-2:00")]
    [InlineData("周一 8:30-12:00 11:59-14:00", HoursFaultKind.Overlap, "周一 8:30-12:00 11:59-14:00")]
    [InlineData("周一至周五 8:30-12:00; 周三 14:00-16:00", HoursFaultKind.DayTwice, "周三 14:00-16:00")]
    [InlineData("9月31日至10月1日 周一 8:30-12:00", HoursFaultKind.BadSeason, "9月31日-10月1日")]
    [InlineData("0月1日至10月1日 周一 8:30-12:00", HoursFaultKind.BadSeason, "0月1日-10月1日")]
    [InlineData("5月1日至9月30日 周一 8:30-12:00; 9月30日至10月1日 周一 9:00-12:00", HoursFaultKind.SeasonOverlap, "9月30日至10月1日")]
    public void A_fault_names_the_part_and_what_is_wrong_with_it(string text, HoursFaultKind kind, string part)
    {
        Assert.Null(WeeklyHours.TryParse(text, out var fault));
        Assert.Equal(new HoursFault(kind, part), fault);
    }

    [Fact]
    public void A_text_may_be_so_long_and_no_longer()
    {
        var text = "周一 8:30-12:00";
        Assert.NotNull(WeeklyHours.TryParse(text.PadRight(WeeklyHours.LongestText), out _));
        Assert.Null(WeeklyHours.TryParse(text.PadRight(WeeklyHours.LongestText + 1), out var fault));
        Assert.Equal(HoursFaultKind.TooLong, fault!.Kind);
    }

    [Fact]
    public void What_is_written_is_read_as_the_same_in_both_ways() => RandomWeek.Weeks.Sample(week =>
    {
        var hours = WeeklyHours.Parse(week.Text);
        Assert.Equal(hours, WeeklyHours.Parse(hours.ToString()));
        Assert.Equal(hours, WeeklyHours.Parse(hours.ToOpenStreetMap()));
        Assert.Equal(hours.ToString(), WeeklyHours.Parse(hours.ToString()).ToString());
    });

    [Fact]
    public void Whatever_is_typed_is_read_or_refused_with_a_fault() => Gen.String[Gen.Char["周一至五日 8:30-12:,;、月PHMoFr休息\n点半"], 0, 40]
        .Sample(text => Assert.Equal(WeeklyHours.TryParse(text, out var fault) is null, fault is not null));

    private static void AssertWritten(string chinese, string openStreetMap, string text)
    {
        var hours = WeeklyHours.Parse(text);
        Assert.Equal(chinese, hours.ToString());
        Assert.Equal(openStreetMap, hours.ToOpenStreetMap());
        Assert.Equal(hours, WeeklyHours.Parse(chinese));
        Assert.Equal(hours, WeeklyHours.Parse(openStreetMap));
    }
}
