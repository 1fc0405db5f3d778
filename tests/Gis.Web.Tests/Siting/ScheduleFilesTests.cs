using System.Globalization;
using System.Text;
using System.Text.Json;
using Gis.Web.Layout;
using Gis.Web.Siting;
using MiniExcelLibs;

namespace Gis.Web.Tests.Siting;

/// <summary>A small schedule as it is kept, read back from every form it is given in.</summary>
public sealed class ScheduleFilesTests
{
    private static readonly DateTimeOffset Stamp = new(2027, 2, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly ScheduleJson Answer = SmallAnswer.Mended;

    private static readonly ScheduleJson Broken = SmallAnswer.Broken;

    [Fact]
    public void The_actions_are_in_the_order_they_are_done()
    {
        Assert.Equal(
            [
                "3月20日 · 各县(市)区上报工作方案。",
                "3月 · 贺兰县:建成立岗镇兰星村工作室。共 1 个,经费 1.5。",
                "4月 · 贺兰县:建成立岗镇通义村工作室。共 1 个,经费 1。",
                "10月 · 县(市)区申报达标。",
            ],
            ScheduleAction.List(Answer, Language.Chinese).Select(action => action.Text(Language.Chinese)));
        Assert.Equal(
            ["20 March · Counties report their plans.", "March · 贺兰县: finish 立岗镇兰星村工作室. 1 in all, cost 1.5."],
            ScheduleAction.List(Answer, Language.English).Take(2).Select(action => action.Text(Language.English)));
    }

    [Fact]
    public void Where_there_are_several_years_each_month_says_its_own()
    {
        var words = new ScheduleWords(Answer with { Until = "2028-02" }, Language.Chinese);
        Assert.Equal("2027年3月", words.Month("2027-03"));
        Assert.Equal("March 2027", new ScheduleWords(Answer with { Until = "2028-02" }, Language.English).Month("2027-03"));
    }

    [Fact]
    public void The_calendar_has_a_milestone_for_each_county_and_month_and_the_dates_of_the_plan()
    {
        var text = Encoding.UTF8.GetString(ScheduleFiles.ToCalendar(Answer, Language.Chinese, Stamp)).Replace("\r\n ", "", StringComparison.Ordinal);
        var events = text.Split("BEGIN:VEVENT\r\n").Skip(1).Select(each => each.Split("\r\n").Where(line => line.Contains(':', StringComparison.Ordinal))
            .Select(line => line.Split(':', 2)).GroupBy(pair => pair[0]).ToDictionary(pair => pair.Key, pair => pair.First()[1])).ToList();
        Assert.Equal(["20270320", "20270331", "20270430", "20271001"], events.Select(each => each["DTSTART;VALUE=DATE"]));
        Assert.Equal(["20270321", "20270401", "20270501", "20271101"], events.Select(each => each["DTEND;VALUE=DATE"]));
        Assert.Equal("贺兰县:建成 1 个", events[1]["SUMMARY"]);
        Assert.Equal(@"立岗镇兰星村工作室\n共 1 个\,经费 1.5", events[1]["DESCRIPTION"]);
        Assert.Equal("built-640122-2027-03@legal-service-schedule", events[1]["UID"]);
        Assert.Equal(4, events.Select(each => each["UID"]).Distinct().Count());
        Assert.All(events, each => Assert.Equal("20270201T000000Z", each["DTSTAMP"]));
    }

    [Fact]
    public void Two_schedules_and_two_languages_name_the_same_milestone_the_same()
    {
        string[] Uids(ScheduleJson answer, Language language) =>
            [.. Encoding.UTF8.GetString(ScheduleFiles.ToCalendar(answer, language, Stamp)).Split("\r\n").Where(line => line.StartsWith("UID:", StringComparison.Ordinal))];
        var moved = Answer with { Months = Answer.Months.SetItem(0, Answer.Months[0] with { Rooms = [SmallAnswer.Tongyi] }) };
        Assert.Equal(Uids(Answer, Language.Chinese), Uids(moved, Language.English));
    }

    [Fact]
    public void The_workbook_holds_every_figure()
    {
        using var file = new MemoryStream(ScheduleFiles.ToWorkbook(Answer, Language.Chinese));
        Assert.Equal(["说明", "安排", "县区月份", "逐月", "改动", "行动清单"], file.GetSheetNames());
        List<IDictionary<string, object?>> Rows(string sheet) => [.. file.Query(sheetName: sheet).Cast<IDictionary<string, object?>>().Skip(1)];
        Assert.Equal([SmallAnswer.Lanxing.Id, SmallAnswer.Tongyi.Id], Rows("安排").Select(row => row["C"]));
        Assert.Equal(["2027-03", "2027-04"], Rows("安排").Select(row => row["A"]));
        Assert.Equal(2.5m, Rows("安排").Sum(row => Convert.ToDecimal(row["E"], CultureInfo.InvariantCulture)));
        Assert.Equal(2.5, Convert.ToDouble(Rows("县区月份")[1]["G"], CultureInfo.InvariantCulture));
        Assert.Equal([1000.0, 1500, 1700], Rows("逐月").Select(row => Convert.ToDouble(row["C"], CultureInfo.InvariantCulture)));
        Assert.Equal("2027-04", Rows("改动")[0]["E"]);
        Assert.Equal("2027-10-31", Rows("行动清单")[3]["A"]);
        Assert.Contains(Rows("说明"), row => (row["B"] as string) == "mode=walk&from=2027-03");
    }

    [Fact]
    public void A_schedule_that_cannot_be_says_why_in_the_workbook_too()
    {
        using var file = new MemoryStream(ScheduleFiles.ToWorkbook(Broken, Language.English));
        var notes = file.Query(sheetName: "Notes").Cast<IDictionary<string, object?>>();
        Assert.Contains(notes, row => (row["B"] as string) == "贺兰县, March to April: 3 must be built, the crews finish 2.");
        Assert.Equal("贺兰县3月至4月:必须建成 3 个,施工队只能建 2 个。", new ScheduleWords(Broken, Language.Chinese).Fault(Broken.Fault!));
    }

    [Fact]
    public void What_is_kept_as_JSON_is_read_as_it_was()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        foreach (var answer in new[] { Answer, Broken })
        {
            var text = JsonSerializer.Serialize(answer, options);
            var read = JsonSerializer.Deserialize<ScheduleJson>(text, options)!;
            Assert.Equal(text, JsonSerializer.Serialize(read, options));
            Assert.Equal(ScheduleFiles.ToCalendar(answer, Language.Chinese, Stamp), ScheduleFiles.ToCalendar(read, Language.Chinese, Stamp));
        }
    }

    [Theory]
    [InlineData("optimal", null, "已证明:没有更好的安排。")]
    [InlineData("feasible", 0.00123, "到时间为止最好的安排。最多还能好 0.13 %。")]
    [InlineData("cancelled", 0.5, "中途停止,这是当时最好的安排。最多还能好 50 %。")]
    public void Every_ending_has_its_own_words(string status, double? gap, string said) =>
        Assert.Equal(said, new ScheduleWords(Answer with { Status = status, Gap = gap }, Language.Chinese).Ending);
}
