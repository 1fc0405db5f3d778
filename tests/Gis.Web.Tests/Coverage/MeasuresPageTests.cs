using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gis.Web.Tests.Coverage;

/// <summary>The page of all measures beside the API: one number, to the last digit.</summary>
public sealed partial class MeasuresPageTests(GisApp app) : IClassFixture<GisApp>
{
    private readonly HttpClient client = app.CreateClient();

    [Theory]
    [InlineData("mode=walk&limit=30"), InlineData("mode=car&limit=15&tiers=centre"), InlineData("mode=e-bike&limit=10&roomHours=8&perHour=500")]
    [InlineData("mode=walk&limit=30&weigh=villages"), InlineData("mode=walk&limit=20&add=room@106.300000_38.500000&move=centre-640104@106.200000_38.400000")]
    public async Task Every_number_of_the_page_is_the_APIs_own_digit_for_digit(string query)
    {
        using var json = JsonDocument.Parse(await client.GetStringAsync($"/api/coverage/measures?{query}"));
        foreach (var prefix in new[] { "", "/en" })
        {
            var shown = Numbers().Matches(await client.GetStringAsync($"{prefix}/plan/measures?{query}"));
            Assert.True(shown.Count > 50, $"only {shown.Count} numbers");
            Assert.All(shown, number => Assert.Equal(Find(json.RootElement, number.Groups[1].Value).GetRawText(), number.Groups[2].Value));
        }
    }

    [Fact]
    public async Task The_page_is_headed_by_the_question_and_leads_back_to_it()
    {
        var page = await client.GetStringAsync("/plan/measures?mode=walk&limit=12.5&tiers=station,room&add=room@106.300000_38.500000");
        Assert.Contains("<h1>步行 12.5 分钟以内能到工作站或工作室的居民有多少?</h1>", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/plan?mode=walk&amp;limit=12.5&amp;tiers=station,room&amp;add=room@106.300000_38.500000\"", page, StringComparison.Ordinal);
        Assert.Contains("假定新增:1 个工作室", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plans_three_shortages_come_first_and_what_is_not_reported_is_not_called_vacant()
    {
        var page = await client.GetStringAsync("/plan/measures");
        List<string> inOrder = ["实体网点不足", "服务人员缺乏", "资源分布不均", "id=\"curve\""];
        var places = inOrder.Select(text => page.IndexOf(text, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Contains("没有上报", page, StringComparison.Ordinal);
        Assert.Contains("未上报", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_chart_has_its_words_its_axes_with_units_and_its_numbers_as_a_table()
    {
        var page = await client.GetStringAsync("/plan/measures?mode=walk&limit=30");
        var charts = Figures().Matches(page);
        Assert.Equal(3, charts.Count);
        Assert.All(charts, chart =>
        {
            Assert.Contains("role=\"img\" aria-label=\"", chart.Value, StringComparison.Ordinal);
            Assert.Contains("<table", chart.Value, StringComparison.Ordinal);
            Assert.Contains("axis-name", chart.Value, StringComparison.Ordinal);
            Assert.DoesNotContain("style=", chart.Value, StringComparison.Ordinal);
        });
        Assert.Contains("门槛(分钟)", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_open_the_page_says_so_in_words()
    {
        // Every centre taken as closed: of that tier nothing is left.
        var closed = string.Join(',', app.Snapshot.Network.Points.Where(point => point.Tier == Gis.Core.Network.Tier.Centre).Select(point => point.Id));
        var page = await client.GetStringAsync($"/plan/measures?tiers=centre&without={closed}");
        Assert.Contains("没有一位居民到得了开放的点", page, StringComparison.Ordinal);
        Assert.Contains("没有一个开放的点有咨询时间", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_question_is_said_in_words_and_the_page_is_still_there()
    {
        foreach (var query in new[] { "limit=-3", "roomHours=-1", "mode=rocket" })
        {
            var response = await client.GetAsync($"/plan/measures?{query}");
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            var page = await response.Content.ReadAsStringAsync();
            Assert.Contains("id=\"faults\"", page, StringComparison.Ordinal);
            Assert.Contains("data-measure=\"share\"", page, StringComparison.Ordinal);
        }
    }

    private static JsonElement Find(JsonElement json, string path) => path.Split('.').Aggregate(
        json, (part, name) => part.ValueKind == JsonValueKind.Array ? part[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)] : part.GetProperty(name));

    [GeneratedRegex("""data-measure="([^"]+)" value="([^"]+)""")]
    private static partial Regex Numbers();

    [GeneratedRegex("<figure class=\"chart\".*?</figure>", RegexOptions.Singleline)]
    private static partial Regex Figures();
}
