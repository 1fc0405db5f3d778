using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Gis.Core.Finder.Hours;
using Gis.Core.Network;
using Gis.Data.Store;
using Gis.Data.Store.Accounts;
using Gis.Web.Finder.Hours;
using Gis.Web.Tests.Accounts;
using Gis.Web.Tests.Editing;
using Microsoft.Extensions.DependencyInjection;
using ServicePoint = Gis.Core.Network.ServicePoint;

namespace Gis.Web.Tests.Finder.Hours;

/// <summary>What is refused or said again changes nothing, so one program serves all but the test that brings a year.</summary>
public sealed class HolidaysPageTests(GisApp app) : IClassFixture<GisApp>
{
    private const string Page = "/plan/holidays";

    private const string Year = "日期,类别,名称\n2031-01-01,休,元旦\n2031-05-01,休,劳动节\n2031-10-01,休,国庆节\n2031-10-08,休,国庆节\n2031-10-11,班,国庆节\n";

    private CurrentCalendar Calendar => CalendarOf(app);

    private static CurrentCalendar CalendarOf(GisApp of) => of.Services.GetRequiredService<CurrentCalendar>();

    [Fact]
    public async Task A_planner_brings_a_year_that_stays_and_can_be_taken_back()
    {
        using var own = new GisApp();
        var (planner, calendar) = (await own.SignInAs(AccountRole.Planner), CalendarOf(own));
        Assert.Equal([2025, 2026], calendar.Years);

        Assert.Equal(HttpStatusCode.Redirect, (await Bring(planner, Year)).StatusCode);
        Assert.Equal([2025, 2026, 2031], calendar.Years);
        Assert.True(calendar.Calendar.IsWork(new DateOnly(2031, 10, 11)));
        Assert.False(calendar.Calendar.IsWork(new DateOnly(2031, 10, 8)));
        Assert.Contains("国办发明电〔2030〕1号", WebUtility.HtmlDecode(await planner.GetStringAsync(Page)), StringComparison.Ordinal);
        Assert.Equal([2025, 2026, 2031], (await CurrentCalendar.Open(own.Services.GetRequiredService<GisStore>(), default)).Years);

        Assert.Equal(HttpStatusCode.Redirect, (await Undo(planner)).StatusCode);
        Assert.Equal([2025, 2026], calendar.Years);
        Assert.Equal(HttpStatusCode.Redirect, (await Undo(planner)).StatusCode);
        Assert.Equal([2025, 2026, 2031], calendar.Years);
    }

    [Theory]
    [InlineData("2031-10-02,也许,国庆节", "第 7 行 kind: '也许'")]
    [InlineData("2031-10-09,班,国庆节", "第 7 行 day: '2031-10-09'")]
    [InlineData("2032-01-01,休,元旦", "day: '2032-05-01'")]
    public async Task A_list_with_a_fault_is_refused_whole(string row, string fault)
    {
        var answer = await Bring(await app.SignInAs(AccountRole.Planner), Year + row + "\n");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(fault, await Editor.Faults(answer), StringComparison.Ordinal);
        Assert.Equal([2025, 2026], Calendar.Years);
    }

    [Theory, InlineData("not a table"), InlineData("")]
    public async Task What_is_no_table_is_refused_in_words(string content)
    {
        var answer = await Bring(await app.SignInAs(AccountRole.Planner), content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty(await Editor.Faults(answer));
    }

    [Fact]
    public async Task Everybody_reads_the_holidays_and_an_officer_brings_none()
    {
        var page = WebUtility.HtmlDecode(await app.CreateClient().GetStringAsync(Page));
        Assert.Contains("2026-10-01 – 2026-10-07", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"bring\"", page, StringComparison.Ordinal);
        Assert.Contains("日期,类别,名称,来源", await app.CreateClient().GetStringAsync(Page + ".csv"), StringComparison.Ordinal);

        var officer = await app.SignInAs(AccountRole.CountyOfficer, "640104");
        var token = (await new Editor(await app.SignInAs(AccountRole.Planner)).Open(Page, "bring"))["__RequestVerificationToken"];
        Assert.NotEqual(HttpStatusCode.Redirect, (await Bring(officer, Year, token)).StatusCode);
        Assert.Equal([2025, 2026], Calendar.Years);
    }

    // What the program offers to fill in is what it takes.
    [Fact]
    public async Task The_list_of_the_program_can_be_brought_as_it_is()
    {
        var planner = await app.SignInAs(AccountRole.Planner);
        var before = Calendar.Days;
        Assert.Equal(HttpStatusCode.Redirect, (await Bring(planner, await planner.GetStringAsync(Page + ".csv"))).StatusCode);
        Assert.Equal(before.ToArray(), Calendar.Days.ToArray());
    }

    // Wherever the clock of the test stands, a built point of the default network has hours, and one that is closed today is suspended.
    [Fact]
    public async Task Whether_a_point_is_open_now_follows_what_an_officer_says()
    {
        var open = app.Services.GetRequiredService<OpenNow>();
        ServicePoint Room() => app.Snapshot.Network.FindPoint(PointId.Parse("room-640104100201"))!;
        Assert.NotNull(Room().Reception!.Hours);
        Assert.IsNotType<OpenState.Unknown>(open.At(app.Snapshot.Network, Room()));

        var editor = await Editor.Of(app, AccountRole.CountyOfficer, "640104");
        var fields = await editor.Open(Editor.Room, "special");
        (fields["from"], fields["to"], fields["why"]) = ($"{open.Today:yyyy-MM-dd}", $"{open.Today.AddDays(3):yyyy-MM-dd}", "施工");
        Assert.Equal(HttpStatusCode.Redirect, (await editor.Post(Editor.Room + "?handler=Special", fields)).StatusCode);
        Assert.Equal(("施工", open.Today.AddDays(3)), Assert.IsType<OpenState.Suspended>(open.At(app.Snapshot.Network, Room())) is var closed ? (closed.Reason, closed.To) : default);
        Assert.Equal(HttpStatusCode.Redirect, (await editor.Post(Editor.Room + "?handler=EndSpecial", new Dictionary<string, string>(fields) { ["from"] = $"{open.Today:yyyy-MM-dd}" })).StatusCode);
        Assert.IsNotType<OpenState.Suspended>(open.At(app.Snapshot.Network, Room()));
    }

    private static async Task<HttpResponseMessage> Bring(HttpClient client, string list, string? token = null)
    {
        token ??= (await new Editor(client).Open(Page, "bring"))["__RequestVerificationToken"];
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(list));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var form = new MultipartFormDataContent
        {
            { file, "file", "list.csv" },
            { new StringContent("国办发明电〔2030〕1号"), "source" },
            { new StringContent("新年安排"), "reason" },
            { new StringContent(token), "__RequestVerificationToken" },
        };
        return await client.PostAsync(Page + "?handler=Bring", form);
    }

    private static async Task<HttpResponseMessage> Undo(HttpClient client)
    {
        var editor = new Editor(client);
        var fields = await editor.Open(Page, "undo");
        fields["reason"] = "弄错了";
        return await editor.Post(Page + "?handler=Undo", fields);
    }
}
