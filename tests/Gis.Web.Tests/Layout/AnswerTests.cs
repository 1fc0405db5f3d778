using System.Text.Json;

namespace Gis.Web.Tests.Layout;

/// <summary>What every answer has in common, whatever it is about.</summary>
public sealed class AnswerTests(GisApp app) : IClassFixture<GisApp>
{
    private static readonly string[] Question = ["mode", "limit", "tiers", "with", "without", "move", "add", "weigh"];

    private readonly HttpClient client = app.CreateClient();

    [Theory]
    [InlineData("/", "br"), InlineData("/plan", "gzip"), InlineData("/api/coverage", "br"), InlineData("/api/coverage.csv", "gzip"), InlineData("https://localhost/", "br")]
    public async Task Words_are_packed_for_those_who_can_unpack_them(string path, string coding)
    {
        using var asking = new HttpRequestMessage(HttpMethod.Get, path);
        asking.Headers.AcceptEncoding.ParseAdd(coding);
        Assert.Equal([coding], (await client.SendAsync(asking)).Content.Headers.ContentEncoding);
        Assert.Empty((await client.GetAsync(path)).Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("/api/network"), InlineData("/api/coverage?limit=30"), InlineData("/api/coverage?limit=-3"), InlineData("/tiles/areas.json")]
    [InlineData("/tiles/points/8/203/98.mvt"), InlineData("/tiles/areas/10/0/0.mvt"), InlineData("/maps/coverage.png"), InlineData("/openapi/v1.json")]
    public async Task The_head_of_an_answer_is_that_of_the_whole(string path)
    {
        var whole = await client.GetAsync(path);
        using var asking = new HttpRequestMessage(HttpMethod.Head, path);
        var head = await client.SendAsync(asking);
        Assert.Equal(whole.StatusCode, head.StatusCode);
        Assert.Equal(whole.Headers.ETag, head.Headers.ETag);
        Assert.Equal(whole.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory, InlineData("/api/coverage"), InlineData("/api/coverage.csv"), InlineData("/api/coverage/minutes")]
    public async Task The_document_names_the_parameters_of_a_question(string path) => Assert.Equal(Question, await ListParameters(path));

    [Fact]
    public async Task The_document_names_the_size_of_a_drawn_map() =>
        Assert.Equal([.. Question, "width", "height"], await ListParameters("/maps/coverage.png"));

    [Fact]
    public async Task The_document_names_the_answers_of_a_tile()
    {
        var responses = (await GetOperation("/tiles/{set}/{z}/{x}/{y}.mvt")).GetProperty("responses");
        Assert.Equal(["200", "204", "304", "404"], responses.EnumerateObject().Select(response => response.Name).Order());
        Assert.True(responses.GetProperty("200").GetProperty("content").TryGetProperty("application/vnd.mapbox-vector-tile", out _));
    }

    [Fact]
    public async Task A_map_says_whose_data_it_is_drawn_from()
    {
        using var json = JsonDocument.Parse(await client.GetStringAsync("/tiles/areas.json"));
        Assert.EndsWith("© GeoNames (CC BY 4.0) · Natural Earth", json.RootElement.GetProperty("attribution").GetString(), StringComparison.Ordinal);
    }

    private async Task<IEnumerable<string>> ListParameters(string path) =>
        [.. (await GetOperation(path)).GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()!)];

    private async Task<JsonElement> GetOperation(string path)
    {
        using var document = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json"));
        return document.RootElement.GetProperty("paths").GetProperty(path).GetProperty("get").Clone();
    }
}
