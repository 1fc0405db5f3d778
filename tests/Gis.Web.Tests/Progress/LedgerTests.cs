using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Gis.Core.Network;
using Gis.Data.Store.Accounts;
using Gis.Web.Tests.Accounts;
using Gis.Web.Tests.Editing;
using ServicePoint = Gis.Core.Network.ServicePoint;

namespace Gis.Web.Tests.Progress;

public sealed class LedgerTests(GisApp app) : IClassFixture<GisApp>
{
    private static string Today => DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_step_is_on_the_progress_page_in_the_interface_and_taken_back_by_its_entry()
    {
        var (planner, room) = (await Editor.Of(app), Unbuilt(0));
        await SetCalendar(planner, DateTime.UtcNow.Year);
        var before = await Reached(room);
        await Report(planner, room, "built", Today);
        Assert.Equal(before + 1, await Reached(room));
        Assert.Equal((Stage.Built, false), (Find(room).Stage, Find(room).StageProvenance.IsIllustrative));
        Assert.Contains(Find(room).Name, await planner.Read("/plan/progress"), StringComparison.Ordinal);

        var book = await planner.Read($"/plan/ledger/{room}");
        var entry = long.Parse(book.Split("/plan/history/")[1].Split('"')[0], CultureInfo.InvariantCulture);
        var undo = await planner.Open($"/plan/history/{entry}", "undo");
        undo["reason"] = "登记错了";
        Assert.Equal(HttpStatusCode.Found, (await planner.Post($"/plan/history/{entry}?handler=Undo", undo)).StatusCode);
        Assert.Equal(before, await Reached(room));
        Assert.Contains("还没有登记过", await planner.Read($"/plan/ledger/{room}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_in_the_future_before_the_last_or_one_that_cannot_follow_is_refused_in_words_and_nothing_is_written()
    {
        var (planner, room) = (await Editor.Of(app), Unbuilt(1));
        await Report(planner, room, "building", Today);
        var version = app.Snapshot.Network.Version;
        foreach (var (stage, on, words) in new[]
        {
            ("built", DateTime.UtcNow.AddDays(2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "不晚于今天"),
            ("built", "2001-01-01", "应不早于这一天"),
            ("city-accepted", Today, "不能直接登记"),
            ("有", Today, "请选一个阶段"),
            ("built", "昨天", "应为日期"),
        })
        {
            var answer = await Post(planner, room, stage, on);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains(words, await Editor.Faults(answer), StringComparison.Ordinal);
        }

        Assert.Equal(version, app.Snapshot.Network.Version);
    }

    [Fact]
    public async Task Who_saw_another_stage_is_told_and_overwrites_nothing()
    {
        var (planner, room) = (await Editor.Of(app), Unbuilt(2));
        var seen = await planner.Open($"/plan/ledger/{room}", "report");
        await Report(planner, room, "building", Today);
        (seen["stage"], seen["on"], seen["reason"]) = ("built", Today, "以为没动");
        var answer = await planner.Post($"/plan/ledger/{room}?handler=Stage", seen);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("别人刚改过", await Editor.Faults(answer), StringComparison.Ordinal);
        Assert.Equal(Stage.Building, Find(room).Stage);
    }

    [Fact]
    public async Task A_county_reports_on_its_own_points_only_and_an_auditor_on_none()
    {
        var room = Unbuilt(3);
        var county = Find(room).Area.County;
        var other = app.Snapshot.Network.Counties.First(each => each.Code != county).Code;
        var stranger = await Editor.Of(app, AccountRole.CountyOfficer, other.Digits);
        Assert.DoesNotContain("id=\"report\"", await stranger.Read($"/plan/ledger/{room}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await Post(stranger, room, "built", Today, "plan")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Post(await Editor.Of(app, AccountRole.Auditor), room, "built", Today, "plan")).StatusCode);
        await Report(await Editor.Of(app, AccountRole.CountyOfficer, county.Digits), room, "building", Today);
        Assert.Equal(Stage.Building, Find(room).Stage);
    }

    [Fact]
    public async Task Many_are_reported_at_once_all_or_none()
    {
        var planner = await Editor.Of(app);
        var (one, two, built) = (Unbuilt(4), Unbuilt(5), app.Snapshot.Network.Points.First(point => point.Tier == Tier.Station).Id.ToString());
        var fields = await planner.Open("/plan/ledger?stage=planned", "report-many");
        (fields["stage"], fields["on"], fields["reason"]) = ("built", Today, "一起建成");
        Assert.Equal(HttpStatusCode.BadRequest, (await Many(planner, fields, one, built)).StatusCode);
        Assert.Equal(Stage.Planned, Find(one).Stage);
        Assert.Equal(HttpStatusCode.Found, (await Many(planner, fields, one, two)).StatusCode);
        Assert.Equal((Stage.Built, Stage.Built), (Find(one).Stage, Find(two).Stage));
    }

    [Fact]
    public async Task A_day_of_its_own_makes_a_point_late_and_a_standstill_says_why_until_it_goes_on()
    {
        var (planner, room) = (await Editor.Of(app), Unbuilt(6));
        var plan = await planner.Open($"/plan/ledger/{room}", "plan");
        (plan["due"], plan["owner"], plan["reason"]) = ("2020-05-05", "某镇司法所", "提前");
        Assert.Equal(HttpStatusCode.Found, (await planner.Post($"/plan/ledger/{room}?handler=Plan", plan)).StatusCode);
        var stand = await planner.Open($"/plan/ledger/{room}", "stand");
        (stand["cause"], stand["note"], stand["since"], stand["reason"]) = ("other", "", "2020-05-01", "没动");
        Assert.Equal(HttpStatusCode.BadRequest, (await planner.Post($"/plan/ledger/{room}?handler=Stand", stand)).StatusCode);
        stand["note"] = "等村里换届";
        Assert.Equal(HttpStatusCode.Found, (await planner.Post($"/plan/ledger/{room}?handler=Stand", stand)).StatusCode);

        var page = await planner.Read("/plan/progress");
        var row = page[page.IndexOf($"/plan/ledger/{room}", StringComparison.Ordinal)..];
        Assert.Contains("其他", row[..row.IndexOf("</tr>", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Contains("某镇司法所", await planner.Read("/plan/ledger?late=yes"), StringComparison.Ordinal);
        // What was written down is not for everybody: the cause stands there, the words do not.
        Assert.DoesNotContain("等村里换届", await (await app.CreateClient().GetAsync("/plan/progress")).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var on = await planner.Open($"/plan/ledger/{room}", "go-on");
        (on["until"], on["reason"]) = ("2020-04-30", "动了");
        Assert.Equal(HttpStatusCode.BadRequest, (await planner.Post($"/plan/ledger/{room}?handler=GoOn", on)).StatusCode);
        on["until"] = Today;
        Assert.Equal(HttpStatusCode.Found, (await planner.Post($"/plan/ledger/{room}?handler=GoOn", on)).StatusCode);
    }

    [Fact]
    public async Task Evidence_is_told_by_its_content_kept_small_and_shown_to_the_bureau_alone()
    {
        var (client, room) = (await app.SignInAs(AccountRole.Planner), Unbuilt(7));
        var form = new Editor(client);
        var token = (await form.Open($"/plan/ledger/{room}", "bring"))["__RequestVerificationToken"];
        Assert.Equal(HttpStatusCode.BadRequest, (await Bring(client, room, token, "照片.jpg", "这不是照片"u8.ToArray())).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Bring(client, room, token, "单.pdf", "%PDF-1.7 cut off"u8.ToArray())).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Bring(client, room, token, "单.pdf", "%PDF-1.7 /JavaScript %%EOF"u8.ToArray())).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await Bring(client, room, token, "照片.png", PhotoTests.Picture(40, 30, SkiaSharp.SKEncodedImageFormat.Png))).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await Bring(client, room, token, "合同.pdf", "%PDF-1.7 nothing much %%EOF"u8.ToArray())).StatusCode);

        var book = await form.Read($"/plan/ledger/{room}");
        var pieces = book.Split("href=\"/plan/evidence/").Skip(1).Select(part => part.Split('"')[0]).ToList();
        Assert.Equal(2, pieces.Count);
        var (paper, photo) = (await client.GetAsync($"/plan/evidence/{pieces[0]}"), await client.GetAsync($"/plan/evidence/{pieces[1]}"));
        Assert.Equal(("application/pdf", "attachment"), (paper.Content.Headers.ContentType!.MediaType, paper.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal(("image/jpeg", "inline"), (photo.Content.Headers.ContentType!.MediaType, photo.Content.Headers.ContentDisposition!.DispositionType));
        var stranger = app.CreateClient(new() { AllowAutoRedirect = false });
        Assert.Contains("/sign-in?return", (await stranger.GetAsync($"/plan/evidence/{pieces[1]}")).Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/plan/progress?target=planned", "target")]
    [InlineData("/api/plan/progress?county=999999", "county")]
    [InlineData("/api/plan/progress.xlsx?county=x", "county")]
    public async Task What_cannot_be_asked_is_refused_with_the_field(string address, string field)
    {
        var answer = await app.CreateClient().GetAsync(address);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.True(problem.RootElement.GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task The_months_of_a_schedule_become_the_days_of_its_points()
    {
        var planner = await Editor.Of(app);
        const string Schedule = "mode=car&limit=60&from=2031-03&to=2031-09&until=2031-12";
        var fields = await planner.Open($"/plan/progress/days?{Schedule}", "take");
        fields["reason"] = "照安排";
        var answer = await planner.Post($"/plan/progress/days?handler=Take&{Schedule}", fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Found, await Editor.Faults(answer));
        Assert.Contains("2031-03-31", await planner.Read("/plan/ledger?stage=planned"), StringComparison.Ordinal);
    }

    private string Unbuilt(int number) => app.Snapshot.Network.Points.Where(point => point.Tier == Tier.Room && point.Area.County == app.Snapshot.Network.Counties[0].Code)
        .Where(point => Unbuiltable(point)).Skip(number).First().Id.ToString();

    // As the default network draws them: the tests of this class share one and go on to change it.
    private static readonly Lazy<HashSet<PointId>> FirstUnbuilt = new(() => [.. Web.Network.NetworkSetup.DrawDefaultNetwork().Points.Where(point => point.Stage == Stage.Planned).Select(point => point.Id)]);

    private static bool Unbuiltable(ServicePoint point) => FirstUnbuilt.Value.Contains(point.Id);

    private ServicePoint Find(string id) => app.Snapshot.Network.FindPoint(PointId.Parse(id))!;

    private async Task<int> Reached(string room)
    {
        using var answer = JsonDocument.Parse(await app.CreateClient().GetStringAsync($"/api/plan/progress?county={Find(room).Area.County}"));
        return answer.RootElement.GetProperty("reached").GetInt32();
    }

    private static async Task SetCalendar(Editor planner, int year)
    {
        var fields = await planner.Open("/plan/progress/days", "calendar");
        foreach (var name in fields.Keys.Where(name => name.EndsWith("By", StringComparison.Ordinal) || name.EndsWith("From", StringComparison.Ordinal)).ToList())
            fields[name] = $"{year}{fields[name][4..]}";
        fields["reason"] = "今年";
        var answer = await planner.Post("/plan/progress/days?handler=Calendar", fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Found, await Editor.Faults(answer));
    }

    private static async Task Report(Editor who, string room, string stage, string on)
    {
        var answer = await Post(who, room, stage, on);
        Assert.True(answer.StatusCode == HttpStatusCode.Found, await Editor.Faults(answer));
    }

    private static async Task<HttpResponseMessage> Post(Editor who, string room, string stage, string on, string form = "report")
    {
        // Who may not report has no form to open; the token of any page serves.
        var fields = form == "report" ? await who.Open($"/plan/ledger/{room}", form) : await who.Open("/account", "change-password");
        (fields["stage"], fields["on"], fields["reason"]) = (stage, on, "因为测试");
        return await who.Post($"/plan/ledger/{room}?handler=Stage", fields);
    }

    private static Task<HttpResponseMessage> Many(Editor who, Dictionary<string, string> fields, params string[] points) =>
        who.Post("/plan/ledger", fields.Where(field => field.Key != "points").Concat(points.Select(point => new KeyValuePair<string, string>("points", point))));

    private static async Task<HttpResponseMessage> Bring(HttpClient client, string room, string token, string name, byte[] content)
    {
        using var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("门牌"), "caption" }, { new StringContent(Today), "taken" }, { file, "file", name },
        };
        return await client.PostAsync($"/plan/ledger/{room}?handler=Evidence", form);
    }
}
