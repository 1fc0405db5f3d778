using System.Net;
using System.Text.RegularExpressions;

namespace Gis.Web.Tests.Door;

public sealed partial class HeaderTests(GisApp app) : IClassFixture<GisApp>
{
    private readonly HttpClient client = app.CreateClient();

    [Theory]
    [InlineData("/"), InlineData("/plan"), InlineData("/en/find?q=x"), InlineData("/nowhere"), InlineData("/api/network"), InlineData("/api/nowhere"), InlineData("/api/coverage?limit=-3")]
    [InlineData("/tiles/areas.json"), InlineData("/maps/coverage.png?width=1"), InlineData("/openapi/v1.json"), InlineData("/api/"), InlineData("/api/scalar.js"), InlineData("/dist/site.js"), InlineData("/health/live")]
    public async Task Every_answer_tells_the_browser_to_run_only_our_own_files(string path)
    {
        var headers = (await client.GetAsync(path)).Headers;
        var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'", policy, StringComparison.Ordinal);
        // The bundle of the description of the API writes styles, not scripts, into its page.
        Assert.DoesNotContain("unsafe", path == "/api/" ? policy.Replace("style-src 'self' 'unsafe-inline'", "", StringComparison.Ordinal) : policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(headers.GetValues("X-Frame-Options")));
        Assert.Equal("no-referrer", Assert.Single(headers.GetValues("Referrer-Policy")));
        Assert.Contains("geolocation=(self)", Assert.Single(headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
        Assert.Equal("same-origin", Assert.Single(headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.Equal("same-origin", Assert.Single(headers.GetValues("Cross-Origin-Resource-Policy")));
    }

    [Fact]
    public async Task The_script_in_the_description_of_the_api_names_a_number_made_for_this_answer_alone()
    {
        var (first, second) = (await client.GetAsync("/api/"), await client.GetAsync("/api/"));
        var nonce = Nonce().Match(first.Headers.GetValues("Content-Security-Policy").Single()).Groups[1].Value;
        Assert.DoesNotContain(nonce, second.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var scripts = Script().Matches(await first.Content.ReadAsStringAsync());
        Assert.NotEmpty(scripts);
        Assert.All(scripts, script => Assert.Contains($"nonce=\"{nonce}\"", script.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_api_does_not_know_is_not_its_description() =>
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/nowhere")).StatusCode);

    [Theory, InlineData("https://gis.example/", true), InlineData("http://gis.example/", false)]
    public async Task Over_https_the_browser_is_told_to_come_back_so(string address, bool isTold) =>
        Assert.Equal(isTold, (await client.GetAsync(address)).Headers.Contains("Strict-Transport-Security"));

    [Theory]
    [InlineData("/plan", "no-store"), InlineData("/api/network", "no-store"), InlineData("/nowhere", "no-store"), InlineData("/tiles/areas/10/0/0.mvt", "public, max-age=60")]
    public async Task What_is_shown_to_somebody_signed_in_is_kept_by_nobody(string path, string expected)
    {
        using var asking = new HttpRequestMessage(HttpMethod.Get, path);
        asking.Headers.Add("Cookie", "gis.session=abc");
        Assert.Equal(expected, (await client.SendAsync(asking)).Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task A_file_of_the_pages_may_be_kept_by_somebody_signed_in()
    {
        using var asking = new HttpRequestMessage(HttpMethod.Get, "/dist/site.js");
        asking.Headers.Add("Cookie", "gis.session=abc");
        Assert.NotEqual(true, (await client.SendAsync(asking)).Headers.CacheControl?.NoStore);
    }

    [Theory, InlineData("live"), InlineData("ready")]
    public async Task The_program_says_that_it_lives_and_when_it_can_serve(string which)
    {
        using var own = new GisApp { WarmsUp = true };
        using var client = own.CreateClient();
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var answer = await client.GetAsync($"/health/{which}", late.Token);
        while (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            await Task.Delay(200, late.Token);
            answer = await client.GetAsync($"/health/{which}", late.Token);
        }

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("{\"status\":\"healthy\"", await answer.Content.ReadAsStringAsync(late.Token), StringComparison.Ordinal);
        Assert.Equal(which == "ready", (await answer.Content.ReadAsStringAsync(late.Token)).Contains("\"store\":\"healthy\",\"disk\":\"healthy\",\"network\":\"healthy\"", StringComparison.Ordinal));
        Assert.DoesNotContain(Directory.GetFiles(own.DataFolder), file => Path.GetFileName(file).StartsWith(".ready-", StringComparison.Ordinal));
    }

    [GeneratedRegex("'nonce-([0-9a-f]{32})'")]
    private static partial Regex Nonce();

    [GeneratedRegex("<script[^>]*>")]
    private static partial Regex Script();
}
