using Gis.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Gis.Browser.Tests.Pages;

/// <summary>The picture of the map that the server draws, for those whose browser cannot.</summary>
public static class DrawnMap
{
    public static async Task IsShown(Visit visit)
    {
        var picture = visit["#map img"];
        await Assertions.Expect(picture).ToBeVisibleAsync();
        // A picture that did not arrive has no width of its own, and one that did is painted: neither needs a script.
        var answer = await visit.Page.APIRequest.GetAsync(await picture.GetAttributeAsync("src") ?? "");
        Assert.Equal("image/png", answer.Headers["content-type"]);
        await Assertions.Expect(picture).ToHaveJSPropertyAsync("complete", true);
    }
}
