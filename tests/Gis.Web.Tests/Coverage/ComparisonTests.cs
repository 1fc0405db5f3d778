using System.Net;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Web.Maps;

namespace Gis.Web.Tests.Coverage;

public sealed class ComparisonTests(GisApp app) : IClassFixture<GisApp>
{
    private readonly HttpClient client = app.CreateClient();

    private static string Address(string path, string a, string b) => $"{path}?a={Uri.EscapeDataString(a)}&b={Uri.EscapeDataString(b)}";

    [Fact]
    public async Task The_won_less_the_lost_are_the_change_of_the_covered()
    {
        var compared = await client.GetFromJsonAsync<JsonElement>(Address("/api/coverage/compare", "limit=10", "limit=20&without=station-640122100"));

        long Count(string of, string field) => compared.GetProperty(of).GetProperty(field).GetInt64();
        Assert.Equal(
            Count("after", "covered") - Count("before", "covered"),
            compared.GetProperty("won").GetInt64() - compared.GetProperty("lost").GetInt64());
        Assert.Equal(
            compared.GetProperty("won").GetInt64(),
            compared.GetProperty("wonVillages").EnumerateArray().Sum(village => village.GetProperty("residents").GetInt64()));
        Assert.Equal(app.Snapshot.Network.Villages.Length, compared.GetProperty("changes").EnumerateObject().Count());
    }

    [Fact]
    public async Task Without_a_first_question_the_second_is_held_against_the_network_as_it_is()
    {
        var change = "limit=30&with=room-640121104201";
        var given = await client.GetFromJsonAsync<JsonElement>(Address("/api/coverage/compare", "limit=30", change));
        var left = await client.GetFromJsonAsync<JsonElement>("/api/coverage/compare?b=" + Uri.EscapeDataString(change));

        Assert.Equal(given.GetRawText(), left.GetRawText());
    }

    [Fact]
    public async Task A_size_that_cannot_be_drawn_is_named()
    {
        var answer = await client.GetAsync("/maps/difference.png?width=99");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("\"width\":", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/coverage/compare"), InlineData("/maps/difference.png"), InlineData("/plan/compare")]
    public async Task A_question_that_is_not_right_is_named_with_its_side(string path)
    {
        var answer = await client.GetAsync(Address(path, "limit=-3", "with=nowhere"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var words = await answer.Content.ReadAsStringAsync();
        Assert.Contains("a.limit", words, StringComparison.Ordinal);
        Assert.Contains("b.with", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_difference_is_drawn()
    {
        var answer = await client.GetAsync(Address("/maps/difference.png", "limit=10", "limit=20&add=room@106.35_38.55"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public void The_page_paints_differences_in_the_same_colours()
    {
        var styles = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Here())!, "../../../Gis.Web/client/src/style/tokens.css"));
        foreach (var change in Enum.GetValues<ReachChange>())
            Assert.Contains($"--{change.Written()}: {DifferencePalette.ColourOf(change)};", styles, StringComparison.OrdinalIgnoreCase);

        static string Here([CallerFilePath] string file = "") => file;
    }
}
