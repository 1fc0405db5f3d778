using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gis.Web.Tests.Siting;

public sealed partial class SchedulePageTests(GisApp app) : IClassFixture<GisApp>
{
    private const string Asked = "mode=walk&limit=30&from=2027-03&to=2027-09&until=2027-12";

    private readonly HttpClient client = app.CreateClient(new() { AllowAutoRedirect = false });

    [Fact]
    public async Task The_page_says_what_the_API_says_and_all_rooms_are_in_it()
    {
        var page = await client.GetStringAsync("/plan/schedule?" + Asked);
        var answer = await client.GetFromJsonAsync<JsonElement>("/api/plan/schedule.json?" + Asked);

        Assert.Equal("optimal", answer.GetProperty("status").GetString());
        Assert.Equal(answer.GetProperty("personMonths").GetDouble(), double.Parse(PersonMonths().Match(page).Groups[1].Value, CultureInfo.InvariantCulture));
        Assert.Equal(111, RoomsOf(answer).Count());
    }

    [Fact]
    public async Task With_all_rooms_in_the_first_month_a_month_covers_what_the_plan_says_of_all_of_them_built()
    {
        var answer = await client.GetFromJsonAsync<JsonElement>("/api/plan/schedule.json?" + Asked + "&crews=111");
        var all = string.Join(',', RoomsOf(answer).Select(room => room.GetProperty("id").GetString()));
        var built = await client.GetFromJsonAsync<JsonElement>($"/api/coverage?mode=walk&limit=30&with={all}");
        var asItIs = await client.GetFromJsonAsync<JsonElement>("/api/coverage?mode=walk&limit=30");

        // Finished in March, it serves from April: one month as it is and nine with all.
        var expected = asItIs.GetProperty("covered").GetInt64() + (9 * built.GetProperty("covered").GetInt64());
        Assert.Equal(expected, answer.GetProperty("personMonths").GetDouble());
    }

    [Fact]
    public async Task What_slips_is_mended_by_a_form_with_few_moves()
    {
        var page = await client.GetStringAsync("/plan/schedule?" + Asked);
        var form = page[page.IndexOf("id=\"slip-form\"", StringComparison.Ordinal)..];
        var fields = Hidden().Matches(form).Select(field => $"{field.Groups[1].Value}={Uri.EscapeDataString(WebUtility.HtmlDecode(field.Groups[2].Value))}");
        var slipped = Option().Match(form).Groups[1].Value;

        var sent = await client.GetAsync($"/plan/schedule?{string.Join('&', fields)}&now=2027-03&slip={slipped}&slipTo=2027-08");
        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        var mended = await client.GetFromJsonAsync<JsonElement>("/api" + sent.Headers.Location!.ToString().Replace("/schedule?", "/schedule.json?", StringComparison.Ordinal));

        Assert.Equal("optimal", mended.GetProperty("status").GetString());
        var moves = mended.GetProperty("change").GetProperty("moves").EnumerateArray().ToArray();
        Assert.Contains(moves, move => move.GetProperty("id").GetString() == slipped);
        Assert.InRange(moves.Length, 1, 3);
        Assert.Contains("id=\"schedule-moves\"", await client.GetStringAsync(sent.Headers.Location), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from=2027-13", "from")]
    [InlineData("to=2027-01", "to")]
    [InlineData("crews=many", "crews")]
    [InlineData("money=-1", "money")]
    [InlineData("earliest=room-0:2027-05", "earliest")]
    [InlineData("limit=0", "limit")]
    public async Task A_wrong_field_is_named_on_the_page_and_by_the_API(string wrong, string field)
    {
        var asked = Asked.Replace($"{field}=", $"x{field}=", StringComparison.Ordinal) + "&" + wrong;
        var page = await client.GetAsync("/plan/schedule?" + asked);
        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Contains($"<li>{field}: ", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        foreach (var file in (string[])["json", "ics", "xlsx"])
        {
            var answer = await client.GetAsync($"/api/plan/schedule.{file}?" + asked);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains($"\"{field}\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_calendar_holds_the_dates_of_the_plan_and_every_room()
    {
        var calendar = await client.GetStringAsync("/api/plan/schedule.ics?" + Asked);
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", calendar, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20270320\r\n", calendar, StringComparison.Ordinal);
        var unfolded = calendar.Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Equal(111, app.Snapshot.Network.Points.Count(point => !point.IsOpen && unfolded.Contains(point.Name, StringComparison.Ordinal)));
    }

    private static IEnumerable<JsonElement> RoomsOf(JsonElement answer) =>
        answer.GetProperty("months").EnumerateArray().SelectMany(month => month.GetProperty("rooms").EnumerateArray());

    [GeneratedRegex("id=\"person-months\" value=\"([^\"]+)\"")]
    private static partial Regex PersonMonths();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("<option value=\"([^\"]+)\"")]
    private static partial Regex Option();
}
