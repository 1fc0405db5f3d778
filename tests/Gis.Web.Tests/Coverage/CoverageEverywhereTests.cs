using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gis.Web.Tests.Commands;

namespace Gis.Web.Tests.Coverage;

/// <summary>One question, one number: on the page, in the API, in the table and from the command line.</summary>
public sealed partial class CoverageEverywhereTests(GisApp app) : IClassFixture<GisApp>
{
    private readonly HttpClient client = app.CreateClient();

    [Theory]
    [InlineData("walk", "30", "centre,station,room")]
    [InlineData("walk", "12.5", "room")]
    [InlineData("e-bike", "10", "station")]
    [InlineData("car", "15", "centre")]
    [InlineData("bus", "60", "centre,station")]
    public async Task The_share_is_the_same_digit_for_digit_everywhere(string mode, string limit, string tiers)
    {
        var query = $"mode={mode}&limit={limit}&tiers={tiers}";
        using var json = JsonDocument.Parse(await client.GetStringAsync($"/api/coverage?{query}"));
        var fromApi = json.RootElement.GetProperty("share").GetRawText();

        Assert.Equal(fromApi, ShareOnPage().Match(await client.GetStringAsync($"/plan?{query}")).Groups[1].Value);
        Assert.Equal(fromApi, ShareOnPage().Match(await client.GetStringAsync($"/en/plan?{query}")).Groups[1].Value);
        Assert.Equal(fromApi, await ShareInTable($"/api/coverage.csv?{query}"));
        Assert.Equal(fromApi, await ShareFromCommand("coverage", "--mode", mode, "--limit", limit, "--tiers", tiers, "--json", "--data", app.DataFolder));
    }

    [Fact]
    public async Task The_table_adds_up_at_every_level()
    {
        var rows = (await ReadTable("/api/coverage.csv?mode=walk&limit=20")).ToLookup(row => row[0], row => long.Parse(row[4], CultureInfo.InvariantCulture));
        Assert.Equal(rows["city"].Single(), rows["county"].Sum());
        Assert.Equal(rows["city"].Single(), rows["township"].Sum());
        Assert.Equal(rows["city"].Single(), rows["village"].Sum());
    }

    [Fact]
    public async Task The_receipt_says_which_data_travel_and_program_gave_the_answer()
    {
        using var json = JsonDocument.Parse(await client.GetStringAsync("/api/coverage?mode=car&limit=15"));
        var receipt = json.RootElement.GetProperty("receipt");
        Assert.Equal(app.Snapshot.Network.Version, receipt.GetProperty("data").GetString());
        Assert.Equal("mode=car&limit=15&tiers=centre,station,room", receipt.GetProperty("question").GetString());
        Assert.StartsWith("estimate", receipt.GetProperty("travel").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_minutes_for_the_map_are_the_answers_own()
    {
        using var json = JsonDocument.Parse(await client.GetStringAsync("/api/coverage/minutes?mode=walk&limit=30"));
        using var answer = JsonDocument.Parse(await client.GetStringAsync("/api/coverage?mode=walk&limit=30"));
        var minutes = json.RootElement.GetProperty("minutes");
        Assert.All(answer.RootElement.GetProperty("gaps").EnumerateArray(), gap =>
            Assert.Equal(gap.GetProperty("nearest").GetProperty("minutes").GetRawText(), minutes.GetProperty(gap.GetProperty("village").GetString()!).GetRawText()));
    }

    [Theory]
    [InlineData("limit=-3", "limit"), InlineData("limit=NaN", "limit"), InlineData("limit=10000", "limit"), InlineData("limit=0", "limit")]
    [InlineData("limit=", "limit"), InlineData("limit=ten", "limit"), InlineData("limit=240.0001", "limit"), InlineData("limit=Infinity", "limit")]
    [InlineData("mode=rocket", "mode"), InlineData("tiers=palace", "tiers"), InlineData("tiers=", "tiers"), InlineData("with=nobody", "with"), InlineData("without=a%20b", "without")]
    public async Task A_wrong_question_is_refused_with_its_field_and_what_would_be_right(string query, string field)
    {
        foreach (var path in new[] { "/api/coverage", "/api/coverage.csv", "/api/coverage/minutes" })
        {
            var response = await client.GetAsync($"{path}?{query}");
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            Assert.NotEmpty(problem.RootElement.GetProperty("errors").GetProperty(field)[0].GetString()!);
        }
    }

    [Fact]
    public async Task A_limit_of_exactly_240_minutes_is_answered() =>
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/coverage?limit=240")).StatusCode);

    [Fact]
    public async Task A_wrong_question_on_the_page_is_said_in_words_and_the_page_is_still_there()
    {
        var response = await client.GetAsync("/en/plan?limit=-3");
        var page = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("above 0 and at most 240", page, StringComparison.Ordinal);
        Assert.Contains("id=\"covered-share\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_data_stand_an_answer_known_is_not_sent_again()
    {
        var first = await client.GetAsync("/api/coverage?limit=30");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/coverage?limit=30");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again)).StatusCode);
    }

    [Theory, InlineData("/api/coverage?limit=-3"), InlineData("/maps/coverage.png?width=1"), InlineData("/api/sites/nobody")]
    public async Task A_wrong_question_is_refused_whatever_answer_is_known(string path)
    {
        var known = (await client.GetAsync("/api/coverage?limit=30")).Headers.ETag!;
        using var asking = new HttpRequestMessage(HttpMethod.Get, path);
        asking.Headers.IfNoneMatch.Add(known);
        var refusal = await client.SendAsync(asking);
        Assert.True(refusal.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound);
        Assert.Null(refusal.Headers.ETag);
    }

    [Fact]
    public async Task Another_review_number_makes_another_answer()
    {
        using var reviewed = app.WithWebHostBuilder(host => host.UseSetting("Maps:ReviewNumber", "宁S(2026)001号"));
        var before = (await client.GetAsync("/maps/coverage.png")).Headers.ETag;
        Assert.NotEqual(before, (await reviewed.CreateClient().GetAsync("/maps/coverage.png")).Headers.ETag);
    }

    private async Task<string> ShareInTable(string path) => (await ReadTable(path)).Single(row => row[0] == "city")[5];

    private async Task<List<string[]>> ReadTable(string path) =>
        [.. (await client.GetStringAsync(path)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))];

    private static async Task<string> ShareFromCommand(params string[] args)
    {
        var (exit, output, _) = await GisProcess.Run("", args);
        Assert.Equal(0, exit);
        using var json = JsonDocument.Parse(output);
        return json.RootElement.GetProperty("share").GetRawText();
    }

    [GeneratedRegex("""id="covered-share" value="([^"]+)""")]
    private static partial Regex ShareOnPage();
}
