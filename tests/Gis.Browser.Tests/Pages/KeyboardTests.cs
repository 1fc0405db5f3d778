using Gis.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Gis.Browser.Tests.Pages;

[Collection(InBrowser.Name)]
public sealed class KeyboardTests(GisSite site)
{
    private const string Focused =
        "() => { const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();"
        + "return { is: e.outerHTML.slice(0, 100), outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth), seen: box.height > 0 && box.bottom > 0 }; }";

    // Every page has it from the one frame of them all: a page without scripts, one with a map and one in English stand for all.
    [Theory]
    [InlineData("/find?q=立岗")]
    [InlineData("/plan")]
    [InlineData("/en/data")]
    public async Task The_first_stop_skips_to_the_content(string path)
    {
        await using var visit = await site.Visit(path);

        await visit.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(visit[".skip"]).ToBeFocusedAsync();
        await Assertions.Expect(visit[".skip"]).ToBeInViewportAsync();
        await visit.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(visit["main"]).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData("/plan", "standard")]
    [InlineData("/plan", "contrast")]
    [InlineData("/find?q=立岗", "standard")]
    [InlineData("/find?q=立岗", "elder")]
    public async Task Every_stop_shows_that_it_has_the_focus(string path, string view)
    {
        await using var visit = await site.Visit(path, new Reader(view));
        const int stops = 25;
        var hidden = new List<string>();
        for (var stop = 0; stop < stops; stop++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            var focus = await visit.Ask<FocusShown>(Focused);
            if (focus.Outline < 2 || !focus.Seen)
                hidden.Add(focus.Is);
        }

        Assert.Empty(hidden);
    }

    [Fact]
    public async Task Arrow_keys_move_the_limit()
    {
        await using var visit = await site.Visit("/plan?limit=30");

        await visit.Page.Keyboard.PressAsync("Tab");
        for (var stop = 0; stop < 20 && !await visit.Ask<bool>("() => document.activeElement.id === 'limit'"); stop++)
            await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await visit.Page.Keyboard.PressAsync("ArrowRight");

        await Assertions.Expect(visit["#limit"]).ToHaveValueAsync("40");
        await Assertions.Expect(visit["#answer-heading"]).ToContainTextAsync("40");
    }

    private sealed record FocusShown
    {
        public string Is { get; init; } = "";

        public double Outline { get; init; }

        public bool Seen { get; init; }
    }
}
