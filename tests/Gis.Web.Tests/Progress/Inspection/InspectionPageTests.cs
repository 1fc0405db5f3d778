using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using MiniExcelLibs;

namespace Gis.Web.Tests.Progress.Inspection;

public sealed partial class InspectionPageTests(GisApp app) : IClassFixture<GisApp>
{
    private const string Asked = "kind=first-tour&from=2027-05-17&teams=2";

    private readonly HttpClient client = app.CreateClient();

    [Fact]
    public async Task The_page_says_what_the_API_says_and_every_unbuilt_room_has_its_tour_within_the_hours()
    {
        var answer = await Ask(Asked);
        var page = await client.GetStringAsync("/plan/inspections?" + Asked);

        var visits = ToursOf(answer).SelectMany(tour => tour.GetProperty("visits").EnumerateArray()).Select(visit => visit.GetProperty("id").GetString()!).ToList();
        Assert.Equal(app.Snapshot.Network.Points.Where(point => !point.IsOpen).Select(point => point.Id.ToString()).Order(), visits.Order());
        Assert.Contains($"id=\"tours\">{ToursOf(answer).Count()}<", page, StringComparison.Ordinal);
        Assert.Equal(ToursOf(answer).Count(), DayTour().Count(page));
        Assert.All(ToursOf(answer), tour => Assert.True(tour.GetProperty("drivingMinutes").GetDouble() + tour.GetProperty("checkingMinutes").GetDouble() <= 480));
        Assert.All(ToursOf(answer), tour => Assert.InRange(tour.GetProperty("date").GetDateTime().DayOfWeek, DayOfWeek.Monday, DayOfWeek.Friday));
    }

    [Fact]
    public async Task The_fewest_are_said_only_where_the_bound_is_met()
    {
        var page = await client.GetStringAsync("/en/plan/inspections?" + Asked);
        foreach (var part in (await Ask(Asked)).GetProperty("parts").EnumerateArray())
        {
            var section = page[page.IndexOf($"id=\"part-{part.GetProperty("county").GetString()}\"", StringComparison.Ordinal)..];
            section = section[..section.IndexOf("<h3", StringComparison.Ordinal)];
            var more = part.GetProperty("tours").GetArrayLength() - part.GetProperty("leastTours").GetInt32();
            Assert.Contains(more == 0 ? "Proven: no plan has fewer tours." : $"At most {more} more than the fewest possible.", section, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_declared_points_the_page_says_what_is_missing_and_offers_the_tour()
    {
        var page = await client.GetStringAsync("/plan/inspections?kind=city-check");
        Assert.Contains("id=\"nothing\"", page, StringComparison.Ordinal);
        Assert.Contains("申报以后", page, StringComparison.Ordinal);
        Assert.Contains("/plan/inspections?kind=first-tour", page, StringComparison.Ordinal);
        Assert.Equal(0, (await Ask("kind=city-check")).GetProperty("tours").GetInt32());
    }

    [Fact]
    public async Task Points_that_take_longer_than_a_day_are_named_and_can_be_left_out()
    {
        const string Short = "kind=first-tour&from=2027-05-17&area=640181&hours=1.5";
        var part = Assert.Single((await Ask(Short)).GetProperty("parts").EnumerateArray());
        Assert.Equal(("infeasible", "too-long"), (part.GetProperty("status").GetString(), part.GetProperty("fault").GetProperty("rule").GetString()));
        var named = part.GetProperty("fault").GetProperty("points").GetArrayLength();
        var page = await client.GetStringAsync("/plan/inspections?" + Short);
        var link = WebUtility.HtmlDecode(WithoutLink().Match(page).Groups[1].Value);

        var left = await Ask(link);
        Assert.Equal("planned", left.GetProperty("parts")[0].GetProperty("status").GetString());
        Assert.Equal(named, left.GetProperty("leftOut").GetArrayLength());
        Assert.Contains("id=\"left\"", await client.GetStringAsync("/plan/inspections?" + link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_few_days_are_said_with_how_many_it_takes()
    {
        var page = await client.GetStringAsync("/en/plan/inspections?kind=first-tour&from=2027-05-17&by=2027-05-17&hours=6");
        Assert.Contains("1 work day, it takes at least", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plans_last_day_is_held_against_the_teams()
    {
        const string Late = "kind=first-tour&from=2027-09-29&hours=6";
        var needed = TeamsNeeded().Match(await client.GetStringAsync("/en/plan/inspections?" + Late));
        Assert.True(needed.Success);
        Assert.Contains("in time", await client.GetStringAsync($"/en/plan/inspections?{Late}&teams={needed.Groups[1].Value}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hours=none", "hours")]
    [InlineData("area=1", "area")]
    public async Task A_wrong_field_is_named_on_the_page_and_by_the_API(string wrong, string field)
    {
        var page = await client.GetAsync("/plan/inspections?" + wrong);
        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Contains($"<li>{field}: ", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (var file in (string[])["", ".ics", ".xlsx"])
        {
            var answer = await client.GetAsync($"/api/plan/inspections{file}?{wrong}");
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains($"\"{field}\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_files_hold_every_tour_and_every_stop()
    {
        var answer = await Ask(Asked);
        var calendar = (await client.GetStringAsync("/api/plan/inspections.ics?" + Asked)).Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Equal(ToursOf(answer).Count(), calendar.Split("BEGIN:VEVENT").Length - 1);
        Assert.Equal(ToursOf(answer).Count(), calendar.Split("UID:").Skip(1).Select(each => each.Split("\r\n")[0]).Distinct().Count());

        using var workbook = new MemoryStream(await client.GetByteArrayAsync("/api/plan/inspections.xlsx?" + Asked));
        Assert.Equal(["说明", "路线", "趟"], workbook.GetSheetNames());
        Assert.Equal(1 + answer.GetProperty("stops").GetInt32(), workbook.Query(sheetName: "路线").Count());
        Assert.Equal(1 + answer.GetProperty("tours").GetInt32(), workbook.Query(sheetName: "趟").Count());
    }

    private static IEnumerable<JsonElement> ToursOf(JsonElement answer) =>
        answer.GetProperty("parts").EnumerateArray().SelectMany(part => part.GetProperty("tours").EnumerateArray());

    private Task<JsonElement> Ask(string query) => client.GetFromJsonAsync<JsonElement>("/api/plan/inspections?" + query);

    [GeneratedRegex("class=\"day-tour\"")]
    private static partial Regex DayTour();

    [GeneratedRegex("href=\"/plan/inspections\\?([^\"]*without=[^\"]+)\"")]
    private static partial Regex WithoutLink();

    [GeneratedRegex("With (\\d+) teams? in each group")]
    private static partial Regex TeamsNeeded();
}
