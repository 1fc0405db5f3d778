using System.Net;
using System.Text.Json;

namespace Gis.Web.Tests.Coverage;

/// <summary>Every measure over HTTP, of the default network, in which no post is reported.</summary>
public sealed class MeasuresTests(GisApp app) : IClassFixture<GisApp>
{
    private readonly HttpClient client = app.CreateClient();

    private async Task<JsonElement> Get(string query, string prefix = "")
    {
        using var json = JsonDocument.Parse(await client.GetStringAsync($"{prefix}/api/coverage/measures?{query}"));
        return json.RootElement.Clone();
    }

    [Theory, InlineData("mode=walk&limit=30"), InlineData("mode=e-bike&limit=10&tiers=station"), InlineData("mode=car&limit=15&tiers=centre")]
    [InlineData("mode=walk&limit=30&add=room@106.300000_38.450000"), InlineData("mode=walk&limit=30&weigh=villages"), InlineData("mode=walk&limit=20&weigh=rural")]
    public async Task The_covered_residents_are_those_of_the_coverage_answer(string query)
    {
        var measures = await Get(query);
        using var answer = JsonDocument.Parse(await client.GetStringAsync($"/api/coverage?{query}"));
        Assert.Equal(answer.RootElement.GetProperty("share").GetRawText(), measures.GetProperty("share").GetRawText());
        Assert.Equal(answer.RootElement.GetProperty("gini").GetRawText(), measures.GetProperty("unevenness").GetProperty("gini").GetRawText());
        var covered = answer.RootElement.GetProperty("covered").GetInt64();
        Assert.Equal(covered, Number(measures, "backup", "once") + Number(measures, "backup", "backedUp"));
        Assert.Equal(covered, Number(measures, "split", "served") + Number(measures, "split", "overCapacity"));
    }

    // The plan: 508 rooms of which 111 do not stand; 6 centres × 4 posts, 65 stations × 3, 508 advisers: 727.
    [Fact]
    public async Task The_plans_three_shortages_have_their_number_their_list_and_their_words()
    {
        var measures = await Get("mode=walk&limit=30", "/en");
        Assert.Equal((111, 111), (Number(measures, "pointsMissing", "missing"), measures.GetProperty("pointsMissing").GetProperty("points").GetArrayLength()));
        Assert.Equal(555 - 508, measures.GetProperty("pointsMissing").GetProperty("unplanned").GetArrayLength());
        Assert.Equal((727, 0, 727), (Number(measures, "staffMissing", "required"), Number(measures, "staffMissing", "vacant"), Number(measures, "staffMissing", "unreported")));
        Assert.Contains("from 0 to 727 are missing", measures.GetProperty("staffMissing").GetProperty("words").GetString(), StringComparison.Ordinal);
        Assert.NotEqual(0, measures.GetProperty("uneven").GetProperty("townships").GetArrayLength());
    }

    // 6 centres × 168 and 397 rooms × 4, and none of it reported.
    [Fact]
    public async Task Hours_that_nobody_reported_are_called_assumed()
    {
        var supply = (await Get("mode=walk&limit=30")).GetProperty("supply");
        Assert.Equal((2596, 0, 2596), (supply.GetProperty("hours").GetDouble(), supply.GetProperty("reported").GetDouble(), supply.GetProperty("assumed").GetDouble()));
        Assert.Contains("不是实数", supply.GetProperty("words").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_other_than_usual_stand_in_the_receipt_and_the_settings()
    {
        var measures = await Get("mode=walk&limit=30&roomHours=8&zones=15:1,45:0.3&perHour=1000");
        Assert.EndsWith("&roomHours=8&zones=15:1,45:0.3", measures.GetProperty("receipt").GetProperty("question").GetString(), StringComparison.Ordinal);
        Assert.Equal(8, measures.GetProperty("settings").GetProperty("roomHours").GetDouble());
        Assert.Equal(6 * 168 + 397 * 8, measures.GetProperty("supply").GetProperty("hours").GetDouble());
    }

    [Theory]
    [InlineData("limit=-3", "limit"), InlineData("mode=rocket", "mode"), InlineData("roomHours=-1", "roomHours"), InlineData("centreHours=NaN", "centreHours")]
    [InlineData("stationHours=1e9", "stationHours"), InlineData("perHour=0", "perHour"), InlineData("perHour=1.5", "perHour"), InlineData("tau=0", "tau"), InlineData("tau=240.1", "tau")]
    [InlineData("zones=10", "zones"), InlineData("zones=10:0", "zones"), InlineData("zones=20:1,10:0.5", "zones"), InlineData("zones3=10:2", "zones3"), InlineData("zones=300:1", "zones")]
    public async Task A_wrong_parameter_is_refused_with_its_field_and_what_would_be_right(string query, string field)
    {
        var response = await client.GetAsync($"/api/coverage/measures?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Contains("–", problem.RootElement.GetProperty("errors").GetProperty(field)[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_data_stand_the_measures_known_are_not_sent_again()
    {
        var first = await client.GetAsync("/api/coverage/measures?limit=30");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/coverage/measures?limit=30");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again)).StatusCode);
    }

    private static long Number(JsonElement json, string part, string name) => json.GetProperty(part).GetProperty(name).GetInt64();
}
