using System.Net;
using Gis.Core.Network;
using Gis.Core.Units;
using Gis.Data.Store.Accounts;
using Gis.Data.Store.Pairing;
using Gis.Web.Pairing.Duty;
using Gis.Web.Tests.Accounts;
using Gis.Web.Tests.Editing;
using Gis.Web.Tests.Reports;
using Microsoft.Extensions.DependencyInjection;
using CalendarMonth = Gis.Core.Units.Month;

namespace Gis.Web.Tests.Pairing.Duty;

/// <summary>The log of duty on a 25th of March: a firm writes it, a village reads it, the bureau sums it up.</summary>
public sealed class HoursTests : IDisposable
{
    private readonly GisApp app = new();
    private readonly DateOnly today;

    public HoursTests()
    {
        var now = DateTimeOffset.UtcNow;
        var day = new DateTimeOffset(now.Year + 1, 3, 25, 4, 0, 0, TimeSpan.Zero);
        app.Clock.Ahead = day - now;
        today = ChinaTime.DayOf(day);
    }

    public void Dispose() => app.Dispose();

    private Village First => app.Snapshot.Network.Villages[0];

    private Village Second => app.Snapshot.Network.Villages[1];

    private string March => $"{new CalendarMonth(today.Year, 3)}";

    private DutyStore Duties => app.Services.GetRequiredService<DutyStore>();

    [Fact]
    public async Task Without_a_pair_there_is_nothing_to_log()
    {
        var firm = await Editor.Of(app, AccountRole.FirmMember);
        var page = await firm.Read("/firm/hours");
        Assert.Contains("id=\"no-pairs\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"visit\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Visits_fill_the_meter_and_exactly_four_hours_are_enough()
    {
        var firm = await Begin();
        Assert.Contains("2 个村落后", await firm.Read("/firm/hours"), StringComparison.Ordinal);
        await Log(firm, "visit", ("day", Day(3)), ("length", "150"));
        var page = await firm.Read("/firm/hours");
        Assert.Contains("2.5 / 4 小时,还差 1.5 小时", page, StringComparison.Ordinal);
        Assert.Contains("还差 1.5 小时,还差 1 次讲座,这个月还有", page, StringComparison.Ordinal);
        await Log(firm, "visit", ("day", Day(10)), ("length", "89"));
        Assert.Contains("还差 0.02 小时", await firm.Read("/firm/hours"), StringComparison.Ordinal);
        await Log(firm, "visit", ("day", Day(11)), ("length", "1"));
        await Log(firm, "lecture", ("day", Day(12)), ("subject", "民法典"), ("people", "40"));
        page = await firm.Read("/firm/hours");
        Assert.Contains("4 / 4 小时,够了", page, StringComparison.Ordinal);
        Assert.Contains("1 个村落后", page, StringComparison.Ordinal);
        Assert.Equal(4, (await Duties.ListAsync(new DutyFilter(today.AddDays(-60), today))).Length);
    }

    [Fact]
    public async Task What_is_wrong_is_named_by_its_field_with_what_would_be_right()
    {
        var firm = await Begin();
        await Log(firm, "visit", ("day", Day(3)), ("start", "09:00"), ("length", "120"));
        var beside = await Refuse(firm, "visit", ("day", Day(3)), ("start", "10:30"), ("village", Second.Code.Digits));
        Assert.Contains("start: '10:30' – 律师 1那天 09:00 到 11:00 已经登记过;可以从 11:00 起", beside, StringComparison.Ordinal);
        Assert.Contains($"day: '{Day(26)}' – 还没到,最晚 {Day(25)}", await Refuse(firm, "visit", ("day", Day(26))), StringComparison.Ordinal);
        Assert.Contains("那时还没有结对", await Refuse(firm, "visit", ("day", $"{today.AddYears(-1):yyyy-MM-dd}")), StringComparison.Ordinal);
        Assert.Contains("village: ", await Refuse(firm, "visit", ("village", app.Snapshot.Network.Villages[^1].Code.Digits)), StringComparison.Ordinal);
        Assert.Contains("最多 60 分钟", await Refuse(firm, "visit", ("start", "23:00"), ("length", "61")), StringComparison.Ordinal);
        var all = await Refuse(
            firm, "visit", ("village", "x"), ("adviser", "0"), ("day", "x"), ("start", "25:00"), ("length", "0"), ("people", "-1"), ("instruments", "a"), ("distance", "1.5"), ("subjects", "else"));
        foreach (var field in new[] { "village", "adviser", "day", "start", "length", "people", "instruments", "distance", "subjects" })
            Assert.Contains(field + ": ", all, StringComparison.Ordinal);
        Assert.Contains("subject: ", await Refuse(firm, "lecture", ("subject", " ")), StringComparison.Ordinal);
        Assert.Single(await Duties.ListAsync(new DutyFilter(today.AddDays(-60), today)));
    }

    [Fact]
    public async Task An_entry_is_removed_and_put_back_and_nobody_else_may()
    {
        var firm = await Begin();
        await Log(firm, "visit", ("day", Day(3)), ("length", "240"), ("distance", "120"));
        Assert.Contains("签到处离工作室 120 米", await firm.Read("/firm/hours"), StringComparison.Ordinal);
        var id = Assert.Single(await Duties.ListAsync(new DutyFilter(today.AddDays(-60), today))).Id;
        var fields = await firm.Open("/firm/hours", "entry-list");

        var other = await Editor.Of(app, AccountRole.FirmMember, app.Snapshot.Network.Firms[1].Id);
        var foreign = await other.Open("/firm/hours", "visit");
        foreign["id"] = id;
        Assert.Equal(HttpStatusCode.NotFound, (await other.Post("/firm/hours?handler=Remove", foreign)).StatusCode);

        var removed = await firm.Post($"/firm/hours?month={March}&handler=Remove", fields);
        Assert.Equal(HttpStatusCode.Found, removed.StatusCode);
        var page = removed.Headers.Location!.ToString();
        Assert.Contains("0 / 4 小时", await firm.Read(page), StringComparison.Ordinal);
        var back = await firm.Open(page, "put-back");
        Assert.Equal(HttpStatusCode.Found, (await firm.Post($"/firm/hours?month={March}&handler=Remove", back)).StatusCode);
        Assert.Contains("4 / 4 小时,够了", await firm.Read("/firm/hours"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_village_sees_what_its_adviser_did_and_the_firm_another_month()
    {
        var firm = await Begin();
        await Log(firm, "visit", ("day", Day(3)), ("length", "90"));
        var clerk = await Editor.Of(app, AccountRole.VillageClerk);
        var village = await clerk.Read("/village");
        Assert.Contains("1.5 / 4 小时,还差 2.5 小时", village, StringComparison.Ordinal);
        Assert.Contains(Day(3), village, StringComparison.Ordinal);
        Assert.DoesNotContain(Day(3), await firm.Read($"/firm/hours?month={today.Year}-02"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await firm.Get($"/firm/hours?month={today.Year}-04")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await firm.Get("/firm/hours?month=march")).StatusCode);
    }

    [Fact]
    public async Task The_bureau_sees_who_is_behind_by_county_and_firm()
    {
        var firm = await Begin();
        await Log(firm, "visit", ("day", Day(3)), ("length", "240"));
        await Log(firm, "lecture", ("day", Day(4)), ("subject", "民法典"));
        var planner = await Editor.Of(app);
        var page = await planner.Read("/plan/pairing/duty");
        Assert.Contains("2 个村落后", page, StringComparison.Ordinal);
        Assert.Contains("3 个村</h2>", page, StringComparison.Ordinal);
        Assert.Contains("2 个村</h2>", await planner.Read("/plan/pairing/duty?state=behind"), StringComparison.Ordinal);
        var own = await planner.Read($"/plan/pairing/duty?firm={app.Snapshot.Network.Firms[1].Id}");
        Assert.Contains("1 个村</h2>", own, StringComparison.Ordinal);
        Assert.DoesNotContain($"data-village=\"{First.Code}\"", own, StringComparison.Ordinal);
        Assert.DoesNotContain("落后</h2>", await planner.Read($"/plan/pairing/duty?month={today.Year - 2}-01"), StringComparison.Ordinal);
        foreach (var wrong in new[] { "month=x", "county=1", "firm=x", "state=x", "by=x", $"from={today.Year}-03&to={today.Year}-01", $"from={today.Year - 3}-01" })
            Assert.Equal(HttpStatusCode.BadRequest, (await planner.Get("/plan/pairing/duty?" + wrong)).StatusCode);
    }

    [Theory]
    [InlineData("firm", "按律所"), InlineData("county", "按县(市)区")]
    public async Task A_statement_has_the_numbers_of_the_page_and_its_totals_live(string by, string sheet)
    {
        var firm = await Begin();
        await Log(firm, "visit", ("day", Day(3)), ("length", "100"), ("people", "7"), ("instruments", "2"));
        await Log(firm, "visit", ("day", Day(4)), ("length", "55"), ("village", Second.Code.Digits), ("people", "1"));
        await Log(firm, "lecture", ("day", Day(5)), ("subject", "民法典"), ("people", "40"));
        var other = await Editor.Of(app, AccountRole.FirmMember, app.Snapshot.Network.Firms[1].Id);
        await Log(other, "visit", ("day", $"{today.Year}-02-03"), ("length", "245"));

        using var client = await app.SignInAs(AccountRole.Planner);
        var question = $"by={by}&from={today.Year}-01&to={March}";
        var sheets = new FormulaSheets(await client.GetByteArrayAsync("/api/plan/pairing/statement.xlsx?" + question));
        Assert.All(sheets.Formulas, each => Assert.Equal(each.Value, sheets.Work(each.Sheet, each.Formula)));
        Assert.Contains(sheets.Formulas, each => each.Sheet == sheet && each.Formula.StartsWith("SUM(", StringComparison.Ordinal));
        Assert.Equal((400 / 60.0).ToString("0.#####", System.Globalization.CultureInfo.InvariantCulture), Rounded(sheets.Beside("主要数字", "驻点小时")));
        Assert.Equal(("3", "1", "8"), (sheets.Beside("主要数字", "驻点次数"), sheets.Beside("主要数字", "讲座"), sheets.Beside("主要数字", "帮助人次")));

        var page = await new Editor(client).Read("/plan/pairing/duty?" + question);
        var answer = StatementAnswer.Of(
            new DutyQuestion(by == "county", new(today.Year, 1), new(today.Year, 3)),
            await app.Services.GetRequiredService<DutyDesk>().Read(new(today.Year, 1), new(today.Year, 3), null, null, default),
            app.Snapshot.Network, null, Web.Layout.Language.Chinese);
        foreach (var (row, at) in answer.Rows.Select((row, i) => (row, i + 2)))
        {
            Assert.Equal(row.Name, sheets.ValueOf(sheet, $"A{at}"));
            Assert.Equal($"{row.Sum.Visits}", sheets.ValueOf(sheet, $"D{at}"));
            Assert.Contains($">{row.Name}</th><td class=\"number\">{row.Sum.Villages}</td><td class=\"number\">{DutyWords.Hours(row.Sum.OnSite)}</td>", page, StringComparison.Ordinal);
        }

        var paper = await PdfText.ReadDense(await client.GetByteArrayAsync("/api/plan/pairing/statement.pdf?" + question));
        Assert.Contains(answer.Rows[0].Name, paper, StringComparison.Ordinal);
        Assert.Contains("6.67", paper, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/en/api/plan/pairing/statement.pdf?" + question)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("/api/plan/pairing/statement.xlsx?by=lawyer")).StatusCode);
    }

    [Fact]
    public async Task A_firm_takes_along_its_own_entries_and_no_others()
    {
        var firm = await Begin();
        await Log(firm, "visit", ("day", Day(3)), ("length", "100"), ("people", "7"));
        await Log(firm, "lecture", ("day", Day(5)), ("subject", "民法典"), ("people", "40"));
        var other = await Editor.Of(app, AccountRole.FirmMember, app.Snapshot.Network.Firms[1].Id);
        await Log(other, "visit", ("day", Day(3)), ("length", "245"));
        var sheets = new FormulaSheets(await (await firm.Get("/firm/statement.xlsx")).Content.ReadAsByteArrayAsync());
        Assert.Equal(["主要数字", "按律所", "逐月", "逐次"], sheets.Names);
        Assert.All(sheets.Formulas, each => Assert.Equal(each.Value, sheets.Work(each.Sheet, each.Formula)));
        Assert.Equal(("100", "90", "190"), (sheets.ValueOf("逐次", "E2"), sheets.ValueOf("逐次", "E3"), sheets.ValueOf("逐次", "E4")));
        Assert.Equal("民法典", sheets.ValueOf("逐次", "F3"));
    }

    private static string Rounded(string number) =>
        double.Parse(number, System.Globalization.CultureInfo.InvariantCulture).ToString("0.#####", System.Globalization.CultureInfo.InvariantCulture);

    private string Day(int day) => $"{today.Year}-03-{day:00}";

    private async Task<Editor> Begin()
    {
        var network = app.Snapshot.Network;
        await app.Pair(
            new DateOnly(today.Year, 1, 1), (First.Code.Digits, network.Firms[0].Id), (Second.Code.Digits, network.Firms[0].Id), (network.Villages[^1].Code.Digits, network.Firms[1].Id));
        return await Editor.Of(app, AccountRole.FirmMember);
    }

    private static async Task<HttpResponseMessage> Send(Editor firm, string form, params (string Field, string Value)[] changes)
    {
        var fields = await firm.Open("/firm/hours", form);
        foreach (var (field, value) in changes)
            fields[field] = value;
        return await firm.Post($"/firm/hours?handler={char.ToUpperInvariant(form[0])}{form[1..]}", fields);
    }

    private static async Task Log(Editor firm, string form, params (string Field, string Value)[] changes)
    {
        var answer = await Send(firm, form, changes);
        Assert.True(answer.StatusCode == HttpStatusCode.Found, await Editor.Faults(answer));
    }

    private static async Task<string> Refuse(Editor firm, string form, params (string Field, string Value)[] changes)
    {
        var answer = await Send(firm, form, changes);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return await Editor.Faults(answer);
    }
}
