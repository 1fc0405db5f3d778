using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Gis.Web.Commands;
using Gis.Web.Door;
using Microsoft.Extensions.Configuration;

namespace Gis.Web.Tests.Door;

/// <summary>Each test has addresses of its own, for who has used up his limit stays refused.</summary>
public sealed class RateTests(RateTests.Strict app) : IClassFixture<RateTests.Strict>
{
    private const int Burst = 3;

    private readonly HttpClient client = app.App.CreateClient();

    [Theory]
    [InlineData("/find?q=立岗", "10.1.0.1"), InlineData("/en/find", "10.1.0.2"), InlineData("/tiles/areas.json", "10.1.0.3"), InlineData("/maps/coverage.png?width=1", "10.1.0.4")]
    [InlineData("/api/network", "10.1.0.5"), InlineData("/areas", "10.1.0.6"), InlineData("/join/x", "10.1.0.7"), InlineData("/voice/34333-33336", "10.1.0.8")]
    public async Task As_many_as_the_limit_are_answered_and_the_next_is_refused(string path, string from)
    {
        for (var asked = 0; asked < Burst; asked++)
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await Ask(path, from)).StatusCode);
        var refused = await Ask(path, from);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }

    [Fact]
    public async Task Each_kind_and_each_address_is_counted_apart()
    {
        await UseUp("/find", "10.0.0.1");
        foreach (var path in new[] { "/tiles/areas.json", "/api/network", "/join/x" })
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await Ask(path, "10.0.0.1")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Ask("/find", "10.0.0.2")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Ask("/en/find", "10.0.0.1")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Ask("/FIND", "::ffff:10.0.0.1")).StatusCode);
    }

    [Fact]
    public async Task Asking_for_the_form_to_sign_in_does_not_use_up_the_tries()
    {
        await UseUp("/sign-in", "10.0.0.3");
        for (var tried = 0; tried < Burst; tried++)
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await Post("/sign-in")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Post("/sign-in")).StatusCode);
    }

    [Theory]
    [InlineData("/voice"), InlineData("/sites/room-none/voice"), InlineData("/en/Voice/")]
    public async Task Telling_is_counted_apart_from_asking_for_the_form(string path)
    {
        var from = "10.2.0." + path.Length;
        await UseUp("/voice", from);
        for (var told = 0; told < Burst; told++)
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await Post(path, from)).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Post(path, from)).StatusCode);
    }

    [Fact]
    public async Task A_household_is_one_address_however_many_its_devices_choose()
    {
        await UseUp("/find", "2001:db8:1:2::1");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Ask("/find", "2001:db8:1:2:ffff::7")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Ask("/find", "2001:db8:1:3::1")).StatusCode);
    }

    [Fact]
    public async Task A_program_is_refused_in_a_problem_document_and_a_reader_in_words()
    {
        await UseUp("/en/api/network", "10.0.0.4");
        var problem = await (await Ask("/en/api/network", "10.0.0.4")).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((429, "Too many requests"), (problem.GetProperty("status").GetInt32(), problem.GetProperty("title").GetString()));
        var page = await (await Ask("/areas", "10.0.0.4")).Content.ReadAsStringAsync();
        Assert.Contains("<h1>请求太多</h1>", page, StringComparison.Ordinal);
        Assert.Contains("请等一会儿再试", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_of_the_pages_and_the_look_at_health_are_not_counted()
    {
        for (var asked = 0; asked <= Burst; asked++)
        {
            Assert.Equal(HttpStatusCode.OK, (await Ask("/health/live", "10.0.0.1")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await Ask("/dist/site.css", "10.0.0.1")).StatusCode);
        }
    }

    [Fact]
    public async Task A_header_that_names_another_address_is_believed_of_a_known_proxy_alone()
    {
        await UseUp("/find", Strict.Proxy, "198.51.100.1");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Ask("/find", Strict.Proxy, "198.51.100.1")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Ask("/find", Strict.Proxy, "198.51.100.2")).StatusCode);
        // Whoever is no proxy is himself, whatever he says.
        await UseUp("/find", "192.0.2.1", "203.0.113.1");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Ask("/find", "192.0.2.1", "203.0.113.2")).StatusCode);
    }

    [Theory, InlineData("Limits:Search:Burst", "0"), InlineData("Limits:BodyBytes", "many"), InlineData("Proxies:0", "the-proxy")]
    public void A_setting_that_cannot_be_used_is_named(string setting, string value)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(setting, value)]).Build();
        var wrong = Assert.Throws<WrongInputException>(() => (Limits.Read(settings), DoorSetup.ReadProxies(settings)));
        Assert.Contains(setting.Split(":0")[0], wrong.Message, StringComparison.Ordinal);
        Assert.Contains(value, wrong.Message, StringComparison.Ordinal);
    }

    private async Task UseUp(string path, string from, string? forwarded = null)
    {
        for (var asked = 0; asked < Burst; asked++)
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await Ask(path, from, forwarded)).StatusCode);
    }

    private async Task<HttpResponseMessage> Ask(string path, string from, string? forwarded = null)
    {
        using var asking = new HttpRequestMessage(HttpMethod.Get, path);
        asking.Headers.Add(SetApp.From, from);
        if (forwarded is not null)
            asking.Headers.Add("X-Forwarded-For", forwarded);
        return await client.SendAsync(asking);
    }

    private async Task<HttpResponseMessage> Post(string path, string from = "10.0.0.3")
    {
        using var asking = new HttpRequestMessage(HttpMethod.Post, path);
        asking.Headers.Add(SetApp.From, from);
        return await client.SendAsync(asking);
    }

    /// <summary>The program with small limits, of which nothing fills up again while a test runs.</summary>
    public sealed class Strict : IDisposable
    {
        internal const string Proxy = "10.9.9.9";

        internal SetApp App { get; } = new([("Proxies:0", Proxy), .. new[] { "Search", "Tiles", "SignIn", "Voice", "Rest" }.SelectMany(kind => new[] { ($"Limits:{kind}:Burst", $"{Burst}"), ($"Limits:{kind}:PerMinute", "1") })]);

        public void Dispose() => App.Dispose();
    }
}
