using System.Globalization;
using Gis.Browser.Tests.Pages;
using Gis.Browser.Tests.Running;
using Gis.Core.Coverage;
using Gis.Web.Maps;
using Microsoft.Playwright;
using SkiaSharp;

namespace Gis.Browser.Tests.Coverage;

[Collection(InBrowser.Name)]
public sealed class CompareTests(GisSite site)
{
    // 木兰村's room opens, 习岗镇's station closes.
    private static readonly string Changed = "/plan/compare?b=" + Uri.EscapeDataString("limit=10&with=room-640121104201&without=station-640122100");

    [Fact]
    public async Task The_villages_listed_as_won_are_the_change_of_the_covered()
    {
        var twice = "/plan/compare?a=" + Uri.EscapeDataString("limit=10") + "&b=" + Uri.EscapeDataString("limit=20&without=station-640122100");
        await using var visit = await site.Visit(twice);

        var (won, lost) = (await Sum(visit, "#won-list"), await Sum(visit, "#lost-list"));
        Assert.Equal(await Value(visit, "#won"), won);
        Assert.Equal(await Value(visit, "#lost"), lost);
        var covered = await visit["#figures tbody tr:nth-child(3) td"].AllInnerTextsAsync();
        Assert.Equal(Parse(covered[1]) - Parse(covered[0]), won - lost);
        Assert.True(won > 0, "A longer limit wins somebody");
    }

    [Fact]
    public async Task The_map_is_blue_where_a_village_is_won()
    {
        await using var visit = await site.Visit(Changed);
        await visit.WaitForMap();

        using var picture = SKBitmap.Decode(await visit[".maplibregl-canvas"].ScreenshotAsync());
        var blue = SKColor.Parse(DifferencePalette.ColourOf(ReachChange.Gained));
        Assert.Contains(blue, picture.Pixels);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Without_scripts_there_are_the_lists_and_a_drawn_map()
    {
        await using var visit = await site.Visit(Changed, new Reader(Width: 360, Height: 740) { HasScripts = false });

        await Assertions.Expect(visit["#won-list tbody"]).ToContainTextAsync("木兰村");
        await DrawnMap.IsShown(visit);
        await visit["[href*='compare?a=']"].First.ClickAsync();
        await Assertions.Expect(visit["#lost-list tbody"]).ToContainTextAsync("木兰村");
    }

    [Fact]
    public async Task A_link_that_is_not_right_is_answered_in_words()
    {
        await using var visit = await site.Visit("/plan/compare?a=limit%3D-3&b=with%3Dnowhere");

        await Assertions.Expect(visit["#faults"]).ToContainTextAsync("a.limit");
        await Assertions.Expect(visit["#faults"]).ToContainTextAsync("b.with");
        await Assertions.Expect(visit["#share-a"]).Not.ToBeEmptyAsync();
    }

    [Fact]
    public async Task An_address_of_the_plan_can_be_pasted()
    {
        await using var visit = await site.Visit("/plan/compare");

        await visit["#compare-form summary"].ClickAsync();
        await visit["#question-b"].FillAsync("https://example.org/plan?mode=car&limit=20#gaps");
        await visit["#compare-form button"].ClickAsync();

        await Assertions.Expect(visit["#faults"]).ToHaveCountAsync(0);
        await Assertions.Expect(visit[".side"].Nth(1)).ToContainTextAsync("驾车");
    }

    private static async Task<long> Sum(Visit visit, string table) =>
        (await visit[table + " tbody td:nth-child(2)"].EvaluateAllAsync<long[]>("cells => cells.map(cell => Number(cell.dataset.value))")).Sum();

    private static async Task<long> Value(Visit visit, string selector) => Parse(await visit[selector].GetAttributeAsync("value") ?? "");

    private static long Parse(string number) => long.Parse(number.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
