using System.Net;
using System.Text;
using System.Text.Json;
using Gis.Web.Maps;
using Gis.Web.Tests.Reports;
using Microsoft.Extensions.Logging.Abstractions;
using SkiaSharp;

namespace Gis.Web.Tests.Maps;

/// <summary>The printed answer, as Poppler reads it.</summary>
public sealed class CoveragePdfTests(GisApp app) : IClassFixture<GisApp>
{
    private const string Query = "mode=walk&limit=20&tiers=station,room";

    private readonly HttpClient client = app.CreateClient();

    [Fact]
    public async Task The_words_can_be_read_and_say_what_was_asked_answered_and_from_what()
    {
        using var api = JsonDocument.Parse(await client.GetStringAsync($"/api/coverage?{Query}"));
        var text = await Read(client, $"/maps/coverage.pdf?{Query}");
        Assert.Contains("步行 20 分钟以内能到工作站或工作室的居民有多少?", text, StringComparison.Ordinal);
        Assert.Contains(api.RootElement.GetProperty("share").GetRawText(), text, StringComparison.Ordinal);
        Assert.Contains($"mode=walk&limit=20&tiers=station,room · 数据 {app.Snapshot.Network.Version}", text, StringComparison.Ordinal);
        Assert.Contains("含示意数据。", text, StringComparison.Ordinal);
        Assert.Contains("未经审图,不得公开", text, StringComparison.Ordinal);
        Assert.Contains("服务范围示意,非行政区划界线", text, StringComparison.Ordinal);
        Assert.Contains("km", text, StringComparison.Ordinal);
        Assert.Contains("北", text, StringComparison.Ordinal);
        Assert.All(app.Snapshot.Network.Counties, county => Assert.Contains(county.Name, text, StringComparison.Ordinal));
        Assert.Contains($"够不着的村(居):{api.RootElement.GetProperty("gaps").GetArrayLength()} 个", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_two_pages_and_in_English_under_en()
    {
        var text = await Read(client, $"/en/maps/coverage.pdf?{Query}");
        Assert.Contains("How many residents get to a station or room within 20 min on foot?", text, StringComparison.Ordinal);
        Assert.Contains("What to build first", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Count(letter => letter == '\f'));
    }

    [Fact]
    public async Task The_review_number_stands_where_the_warning_stood()
    {
        using var reviewed = app.WithWebHostBuilder(host => host.UseSetting("Maps:ReviewNumber", "宁S(2026)001号"));
        var text = await Read(reviewed.CreateClient(), "/maps/coverage.pdf");
        Assert.Contains("审图号:宁S(2026)001号", text, StringComparison.Ordinal);
        Assert.DoesNotContain("未经审图", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_character_is_copied_as_it_was_written_though_a_radical_looks_the_same()
    {
        var text = await Read(client, "/maps/coverage.pdf");
        Assert.Contains('行', text);
        Assert.DoesNotContain(text, letter => letter is >= '\u2E80' and <= '\u2FDF');
    }

    [Fact]
    public async Task Only_the_letters_used_are_in_it() =>
        Assert.InRange((await client.GetByteArrayAsync("/maps/coverage.pdf")).Length, 50_000, 1_500_000);

    [Theory, InlineData("mode=boat"), InlineData("limit=0"), InlineData("tiers=kiosk"), InlineData("with=nobody")]
    public async Task A_wrong_question_is_refused_with_the_field_named(string query)
    {
        var answer = await client.GetAsync("/maps/coverage.pdf?" + query);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"\"{query.Split('=')[0]}\":", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_data_stand_it_is_not_sent_again()
    {
        var first = await client.GetAsync("/maps/coverage.pdf");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/maps/coverage.pdf");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again)).StatusCode);
    }

    [Fact]
    public void A_font_of_some_letters_draws_them_alike_and_no_others()
    {
        var whole = new MapFont(NullLogger<MapFont>.Instance).Typeface;
        // é is made of two glyphs.
        using var some = FontSubset.Of(whole, "银川é9".EnumerateRunes())!;
        using var before = new SKFont(whole, 100);
        using var after = new SKFont(some, 100);
        foreach (var letter in "银川é9".EnumerateRunes())
            Assert.Equal(Outline(before, letter), Outline(after, letter));
        Assert.True(before.ContainsGlyphs("夏"));
        Assert.False(after.ContainsGlyphs("夏"));
    }

    private static string Outline(SKFont font, Rune letter)
    {
        using var path = font.GetTextPath(letter.ToString(), new SKPoint());
        return path.ToSvgPathData();
    }

    private static async Task<string> Read(HttpClient client, string path) => await PdfText.Read(await client.GetByteArrayAsync(path));
}
