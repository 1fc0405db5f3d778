using System.Net;

namespace Gis.Web.Tests.Finder.Embedding;

/// <summary>The list that stands within other sites.</summary>
public sealed class FrameTests(GisApp app) : IClassFixture<GisApp>
{
    private readonly HttpClient client = app.CreateClient();

    [Fact]
    public async Task A_list_may_stand_in_any_site_without_scripts_forms_or_cookies()
    {
        var answer = await client.GetAsync("/embed/points?place=640122100");
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
        Assert.Equal(5, page.Split("/sites/").Length - 1);
        Assert.Contains("frame-ancestors *", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("X-Frame-Options"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory, InlineData("/"), InlineData("/find"), InlineData("/embed"), InlineData("/account")]
    public async Task No_other_page_may(string path)
    {
        var answer = await client.GetAsync(path);
        Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
    }

    [Theory, InlineData("0", 1), InlineData("3", 3), InlineData("99", 20)]
    public async Task It_is_as_long_as_asked_within_reason(string most, int count) =>
        Assert.Equal(count, (await client.GetStringAsync($"/embed/points?place=640122100&most={most}")).Split("/sites/").Length - 1);

    [Theory, InlineData(""), InlineData("?place=999999"), InlineData("?place='; DROP TABLE points")]
    public async Task A_place_that_is_not_there_is_answered_in_words(string query)
    {
        var answer = await client.GetAsync("/embed/points" + query);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("没有这个地方", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_to_copy_leads_to_the_list_of_the_township_chosen()
    {
        var page = WebUtility.HtmlDecode(await client.GetStringAsync("/embed?place=640122100"));
        Assert.Contains("<iframe src=\"http://localhost/embed/points?place=640122100\"", page, StringComparison.Ordinal);
    }
}
