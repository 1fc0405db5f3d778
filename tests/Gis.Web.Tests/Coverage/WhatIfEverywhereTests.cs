using System.Globalization;
using System.Net;
using System.Text.Json;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Web.Coverage;
using Gis.Web.Layout;
using Gis.Web.Tests.Commands;

namespace Gis.Web.Tests.Coverage;

/// <summary>Points moved and added, weights and cases: the same answer by every way in, and whatever was asked before.</summary>
public sealed class WhatIfEverywhereTests(GisApp app) : IClassFixture<GisApp>
{
    private readonly HttpClient client = app.CreateClient();

    private Gis.Core.Network.ServicePoint Unbuilt => app.Snapshot.Network.Points.First(point => !point.IsOpen);

    private string Somewhere => WrittenPosition.Of(app.Snapshot.Network.Villages[^1].Position!.At);

    private async Task<JsonElement> Get(string path)
    {
        using var json = JsonDocument.Parse(await client.GetStringAsync(path));
        return json.RootElement.Clone();
    }

    private static JsonElement Json(string text)
    {
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }

    [Fact]
    public async Task A_changed_scenario_is_the_same_digit_for_digit_in_the_api_the_table_and_the_command()
    {
        var (move, add) = ($"{Unbuilt.Id}@{Somewhere}", $"station@{Somewhere}");
        var query = $"mode=walk&limit=30&with={Unbuilt.Id}&move={move}&add={add}&weigh=rural";
        var fromApi = (await Get($"/api/coverage?{query}")).GetProperty("share").GetRawText();
        var table = await client.GetStringAsync($"/api/coverage.csv?{query}");
        Assert.Equal(fromApi, table.Split("\r\n")[1].Split(',')[5]);
        var (exit, output, _) = await GisProcess.Run(
            "", "coverage", "--with", Unbuilt.Id.ToString(), "--move", move, "--add", add, "--weigh", "rural", "--json", "--data", app.DataFolder);
        Assert.Equal(0, exit);
        Assert.Equal(fromApi, Json(output).GetProperty("share").GetRawText());
        Assert.NotEqual(fromApi, (await Get("/api/coverage?weigh=rural")).GetProperty("share").GetRawText());
    }

    // Columns shift when a point is added: the names must be those of the points meant.
    [Fact]
    public async Task The_nearest_point_of_a_gap_is_named_in_the_network_with_the_additions()
    {
        var plain = await Get("/api/coverage?limit=20");
        var added = await Get($"/api/coverage?limit=20&add=centre@{Somewhere}");
        var before = plain.GetProperty("gaps").EnumerateArray().ToDictionary(gap => gap.GetProperty("village").GetString()!, gap => gap.GetProperty("nearest").GetRawText());
        Assert.Contains(added.GetProperty("gaps").EnumerateArray(), gap => before[gap.GetProperty("village").GetString()!] == gap.GetProperty("nearest").GetRawText());
        Assert.All(added.GetProperty("gaps").EnumerateArray(), gap => Assert.True(
            before[gap.GetProperty("village").GetString()!] == gap.GetProperty("nearest").GetRawText()
            || gap.GetProperty("nearest").GetProperty("point").GetString() == "new-1"));
    }

    [Fact]
    public async Task Villages_weighed_alike_are_counted_and_it_is_said()
    {
        var json = await Get("/api/coverage?weigh=villages");
        Assert.Equal("villages", json.GetProperty("weighting").GetString());
        Assert.Equal(app.Snapshot.Network.Villages.Length, json.GetProperty("residents").GetInt64());
        Assert.Equal("residents", (await Get("/api/coverage")).GetProperty("weighting").GetString());
    }

    [Fact]
    public async Task The_counties_stand_under_the_name_of_the_contract_with_their_intervals()
    {
        var json = await Get("/api/coverage?limit=30");
        Assert.Equal(app.Snapshot.Network.Counties.Length, json.GetProperty("byCounties").GetArrayLength());
        Assert.All(json.GetProperty("byCounties").EnumerateArray(), county => Assert.InRange(
            county.GetProperty("share").GetDouble(), county.GetProperty("interval")[0].GetDouble(), county.GetProperty("interval")[1].GetDouble()));
    }

    [Fact]
    public async Task The_records_most_in_doubt_stand_first()
    {
        var stakes = (await Get("/api/coverage?limit=30")).GetProperty("doubts").EnumerateArray().Select(doubt => doubt.GetProperty("atStake").GetInt64()).ToList();
        Assert.NotEmpty(stakes);
        Assert.Equal(stakes.OrderDescending(), stakes);
    }

    [Fact]
    public async Task Cases_are_answered_alike_by_the_api_and_the_command()
    {
        var fromApi = await Get("/api/coverage/cases?mode=walk&limit=60&case=usual&case=winter,flood:car&need=0.5");
        var (exit, output, _) = await GisProcess.Run(
            "", "coverage", "--mode", "walk", "--limit", "60", "--cases", "usual,winter,flood:car", "--need", "0.5", "--json", "--data", app.DataFolder);
        Assert.Equal(0, exit);
        Assert.Equal(fromApi.GetProperty("share").GetRawText(), Json(output).GetProperty("share").GetRawText());
        Assert.Equal(["usual", "winter", "flood"], fromApi.GetProperty("cases").EnumerateArray().Select(each => each.GetProperty("case").GetString()));
        Assert.EndsWith("&case=usual,winter,flood:car&need=0.5", fromApi.GetProperty("receipt").GetProperty("question").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_usual_day_gives_the_share_of_the_plain_question() => Assert.Equal(
        (await Get("/api/coverage?mode=bus&limit=45")).GetProperty("share").GetRawText(),
        (await Get("/api/coverage/cases?mode=bus&limit=45&case=usual")).GetProperty("share").GetRawText());

    [Theory]
    [InlineData("case=monsoon", "case"), InlineData("case=winter:rocket", "case"), InlineData("", "case"), InlineData("case=winter:car:walk", "case")]
    [InlineData("case=winter&need=0", "need"), InlineData("case=winter&need=1.01", "need"), InlineData("case=winter&need=NaN", "need"), InlineData("case=winter&limit=-1", "limit")]
    public async Task Wrong_cases_are_refused_with_their_field(string query, string field)
    {
        var response = await client.GetAsync($"/api/coverage/cases?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotEmpty(Json(await response.Content.ReadAsStringAsync()).GetProperty("errors").GetProperty(field)[0].GetString()!);
    }

    [Theory, InlineData("--move", "nobody@106_38"), InlineData("--add", "room@0_0"), InlineData("--weigh", "gold"), InlineData("--cases", "monsoon")]
    public async Task A_wrong_change_ends_with_2_and_says_what_would_be_right(string option, string value)
    {
        var (exit, output, errors) = await GisProcess.Run("", "coverage", option, value, "--data", app.DataFolder);
        Assert.Equal((2, ""), (exit, output));
        Assert.Contains(value, errors, StringComparison.Ordinal);
    }

    // Many at work on plans of their own at once, each question from whatever state was left by another.
    [Fact]
    public async Task Answers_do_not_depend_on_what_others_ask_meanwhile()
    {
        var snapshot = app.Snapshot;
        var rooms = snapshot.Network.Points.Where(point => !point.IsOpen).Select(point => point.Id).Take(12).ToList();
        var questions = Enumerable.Range(0, 90).Select(number => Plain(number % 3 == 0 ? 20 : 30) with
        {
            With = [.. rooms.Where((_, room) => (number * 2654435761L >> room & 1) == 1)],
            Additions = number % 30 == 0 ? [new Addition(Tier.Room, snapshot.Network.Villages[number].Position!.At)] : [],
        }).ToList();
        var answers = await Task.WhenAll(questions.Select(question => Task.Run(() => snapshot.Measure(question))));
        foreach (var (question, answer) in questions.Zip(answers))
        {
            var (network, table) = snapshot.ScenarioOf(question);
            var fromNothing = CoverageStudy.Measure(network, table, question);
            Assert.Equal((fromNothing.Total, fromNothing.Spread), (answer.Total, answer.Spread));
            Assert.Equal(fromNothing.Villages, answer.Villages);
            Assert.Equal(fromNothing.Candidates.AsEnumerable(), answer.Candidates);
        }

        CoverageQuestion Plain(double limit) =>
            new CoverageForm { Limit = limit.ToString(CultureInfo.InvariantCulture) }.Read(snapshot.Network, Language.English, out _)!;
    }
}
