using Gis.Browser.Tests.Running;

namespace Gis.Browser.Tests.Pages;

[Collection(InBrowser.Name)]
public sealed class SizeTests(GisSite site)
{
    // What is pressed on its own; a link within a sentence is as high as its line.
    private const string Targets =
        ".nav a, .views a, .hotline, .button, .chip, .choice, .crumbs a, summary, button, "
        + "input:not([type=hidden]):not([type=radio]):not([type=checkbox])";

    private const string LowTargets =
        "([selector, least]) => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility())"
        + ".filter(e => e.getBoundingClientRect().height < least - 0.01)"
        + ".map(e => `${e.getBoundingClientRect().height} ${e.outerHTML.slice(0, 120)}`)";

    // Small print may be smaller, but not small.
    private const string SmallText =
        "() => { const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT); const small = [];"
        + "while (walker.nextNode()) { const text = walker.currentNode.data.trim(), e = walker.currentNode.parentElement;"
        + "if (!text || !e.checkVisibility() || e.closest('.maplibregl-map')) continue; const size = parseFloat(getComputedStyle(e).fontSize);"
        + "const least = e.closest('small, .small, .badge, .legend, .figure dt, thead, code') ? 20 : 24;"
        + "if (size < least) small.push(`${size} ${text.slice(0, 40)}`); } return small; }";

    // The letters of the contrast view lie between these in size, and all else in it is as in the standard one.
    [Theory, InlineData("standard"), InlineData("elder")]
    public async Task No_page_scrolls_sideways_on_a_phone(string view)
    {
        var wide = new List<string>();
        await using var visit = await site.Visit("/", new Reader(view, Width: 360, Height: 740));
        foreach (var path in (string[])[.. SitePages.Paths, "/find?q=没有这个地方", "/areas", "/areas/640122100", "/nothing-here"])
        {
            foreach (var language in SitePages.Languages)
            {
                await visit.GoTo(new Reader(Language: language).AddressOf(path));
                foreach (var width in (int[])[360, 320])
                {
                    await visit.Page.SetViewportSizeAsync(width, 740);
                    var scrolled = await visit.Ask<int>("() => document.documentElement.scrollWidth");
                    if (scrolled > width)
                        wide.Add($"{language} {path} at {width}: {scrolled}");
                }
            }
        }

        Assert.Equal("", string.Join('\n', wide));
    }

    [Fact]
    public Task What_is_pressed_is_high_enough_for_a_finger() => Look("standard", visit => visit.Ask<string[]>(LowTargets, new object[] { Targets, 44 }));

    [Fact]
    public Task In_the_elder_view_text_is_large_and_what_is_pressed_is_high() => Look(
        "elder", async visit => [.. await visit.Ask<string[]>(SmallText), .. await visit.Ask<string[]>(LowTargets, new object[] { Targets, 60 })]);

    private async Task Look(string view, Func<Visit, Task<string[]>> find)
    {
        var faults = new List<string>();
        await using var visit = await site.Visit("/", new Reader(view, Width: 360, Height: 740));
        foreach (var path in SitePages.Paths)
        {
            await visit.GoTo(path);
            await visit.WaitForMap();
            faults.AddRange((await find(visit)).Select(fault => $"{path}: {fault}"));
        }

        Assert.Equal("", string.Join('\n', faults));
    }
}
