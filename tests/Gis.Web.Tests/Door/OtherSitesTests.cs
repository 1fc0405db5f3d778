using System.Net;
using Gis.Data.Store.Accounts;
using Gis.Web.Tests.Accounts;

namespace Gis.Web.Tests.Door;

/// <summary>What a page of another site may read, by what a browser goes by.</summary>
public sealed class OtherSitesTests(GisApp app) : IClassFixture<GisApp>
{
    private const string Allowed = "Access-Control-Allow-Origin";

    private readonly HttpClient client = app.CreateDefaultClient();

    [Theory]
    [InlineData("/ogc"), InlineData("/ogc/collections/points/items?limit=1"), InlineData("/ogc/tiles"), InlineData("/tiles/points.json"), InlineData("/tiles/areas/10/0/0.mvt")]
    [InlineData("/api/network"), InlineData("/en/api/coverage?limit=30"), InlineData("/api/coverage?limit=-3"), InlineData("/640100/api/network")]
    public async Task What_everybody_may_read_pages_of_other_sites_may_without_who_is_signed_in(string path)
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            var answer = await Ask(client, method, path);
            Assert.Equal("*", Assert.Single(answer.Headers.GetValues(Allowed)));
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
            Assert.Contains("ETag", answer.Headers.GetValues("Access-Control-Expose-Headers").Single(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/"), InlineData("/plan"), InlineData("/sites/centre-640104"), InlineData("/sign-in"), InlineData("/account"), InlineData("/health/ready")]
    [InlineData("/api/versions/1/points.csv"), InlineData("/api/plan/acceptance"), InlineData("/api/plan/pairing/statement.pdf"), InlineData("/640100/api/versions/1/points.csv")]
    public async Task Pages_for_people_and_what_needs_a_right_they_may_not(string path)
    {
        using var planner = await app.SignInAs(AccountRole.Planner);
        foreach (var asker in new[] { client, planner })
        {
            Assert.False((await Ask(asker, HttpMethod.Get, path)).Headers.Contains(Allowed));
            Assert.False((await Ask(asker, HttpMethod.Options, path, "GET")).Headers.Contains(Allowed));
        }
    }

    [Fact]
    public async Task A_browser_that_asks_first_is_told_how_it_may_ask()
    {
        var answer = await Ask(client, HttpMethod.Options, "/tiles/points.json", "GET");
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("*", Assert.Single(answer.Headers.GetValues(Allowed)));
        Assert.Equal("GET, HEAD", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Methods")));
        Assert.Contains("If-None-Match", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.Ordinal);
    }

    [Theory, InlineData("POST"), InlineData("DELETE"), InlineData("PUT")]
    public async Task Nothing_but_reading_is_granted(string method)
    {
        var answer = await Ask(client, HttpMethod.Options, "/api/network", method);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.False(answer.Headers.Contains(Allowed));
        Assert.False((await Ask(client, HttpMethod.Post, "/api/network")).Headers.Contains(Allowed));
    }

    private static Task<HttpResponseMessage> Ask(HttpClient asker, HttpMethod method, string path, string? meant = null)
    {
        var asking = new HttpRequestMessage(method, path) { Headers = { { "Origin", "https://map.example" } } };
        if (meant is not null)
            asking.Headers.Add("Access-Control-Request-Method", meant);
        return asker.SendAsync(asking);
    }
}
