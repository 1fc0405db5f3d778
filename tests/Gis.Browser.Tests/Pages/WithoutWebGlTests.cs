using Gis.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Gis.Browser.Tests.Pages;

[Collection(InBrowser.Name)]
public sealed class WithoutWebGlTests(GisSite site)
{
    [Fact]
    public async Task The_picture_stays_and_says_why()
    {
        await using var browser = await Chromium.StartWithoutWebGl(site.Playwright);
        await using var visit = await site.Visit("/plan", new Reader(), browser);

        await Assertions.Expect(visit["#map-message"]).ToBeVisibleAsync();
        await DrawnMap.IsShown(visit);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task The_picture_follows_the_limit()
    {
        await using var browser = await Chromium.StartWithoutWebGl(site.Playwright);
        await using var visit = await site.Visit("/plan?limit=30", new Reader(), browser);
        await Assertions.Expect(visit["#map-message"]).ToBeVisibleAsync();

        await visit["#limit"].FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowRight");

        await Assertions.Expect(visit["#map img"]).ToHaveAttributeAsync("src", new System.Text.RegularExpressions.Regex("limit=35"));
        await DrawnMap.IsShown(visit);
    }
}
