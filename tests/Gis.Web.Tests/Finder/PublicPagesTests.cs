using System.Net;

namespace Gis.Web.Tests.Finder;

public sealed class PublicPagesTests(GisApp app) : IClassFixture<GisApp>
{
    private readonly HttpClient client = app.CreateClient();

    [Theory, InlineData("/"), InlineData("/plan"), InlineData("/en"), InlineData("/en/plan")]
    public async Task The_five_totals_are_on_the_page(string path)
    {
        var page = await client.GetStringAsync(path);
        foreach (var (id, total) in new[] { ("centres", 6), ("stations", 65), ("rooms", 508), ("built", 397), ("unbuilt", 111) })
            Assert.Contains($"id=\"total-{id}\" value=\"{total}\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/"), InlineData("/plan"), InlineData("/find"), InlineData("/find?q=立岗"), InlineData("/areas"), InlineData("/areas/640122")]
    [InlineData("/areas/640122102"), InlineData("/sites/centre-640122"), InlineData("/data"), InlineData("/api"), InlineData("/openapi/v1.json")]
    public async Task Every_page_answers_in_both_languages(string path)
    {
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/en" + path)).StatusCode);
    }

    [Theory]
    [InlineData("/areas/999999"), InlineData("/areas/nowhere"), InlineData("/areas/64010400199999"), InlineData("/sites/nothing"), InlineData("/sites/..%2F.."), InlineData("/fr/plan")]
    [InlineData("/api/sites/nothing"), InlineData("/tiles/nothing.json"), InlineData("/tiles/areas/3/99/0.mvt"), InlineData("/tiles/areas/99/0/0.mvt"), InlineData("/nothing")]
    public async Task What_is_not_there_is_a_404_in_words_and_never_a_stack_trace(string path)
    {
        var response = await client.GetAsync(path);
        var page = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.True(page.Length > 20, "the answer says nothing");
        Assert.DoesNotContain("   at ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("立岗镇", "立岗镇公共法律服务工作站"), InlineData("贺兰县", "贺兰县公共法律服务中心"), InlineData(" 立岗 ", "立岗镇公共法律服务工作站")]
    public async Task The_nearest_point_to_a_place_is_found_by_its_name(string text, string expected) =>
        Assert.Contains(expected, await client.GetStringAsync($"/find?q={Uri.EscapeDataString(text)}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("tiers=centre&without=centre-640104"), InlineData("tiers=station&without=station-640122102"), InlineData("tiers=room&limit=1"), InlineData("limit=0.5"), InlineData("limit=30.2")]
    public async Task The_workbench_answers_for_every_tier_with_points_opened_and_closed(string query) =>
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/plan?" + query)).StatusCode);

    [Fact]
    public async Task The_citys_own_code_leads_to_the_city() =>
        Assert.Contains("贺兰县", await client.GetStringAsync("/areas/640100"), StringComparison.Ordinal);

    [Fact]
    public async Task A_place_by_an_unknown_code_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/find?place=999999")).StatusCode);

    [Theory, InlineData("没有这个地方"), InlineData("'; drop table village; --"), InlineData("😀"), InlineData("<script>alert(1)</script>")]
    public async Task A_place_that_is_not_found_gets_help_and_not_an_error(string text)
    {
        var page = await client.GetStringAsync($"/find?q={Uri.EscapeDataString(text)}");
        Assert.Contains("tel:12348", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_thousand_characters_are_answered() => Assert.Equal(
        HttpStatusCode.OK, (await client.GetAsync("/find?q=" + new string('x', 10_000))).StatusCode);

    [Fact]
    public async Task The_notice_stands_wherever_illustration_stands()
    {
        foreach (var path in new[] { "/", "/plan", "/find?q=立岗", "/areas/640122", "/sites/centre-640122", "/data" })
            Assert.Contains("含示意数据", await client.GetStringAsync(path), StringComparison.Ordinal);
    }
}
