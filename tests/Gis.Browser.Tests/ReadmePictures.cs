using Gis.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Gis.Browser.Tests;

/// <summary>The pictures of the README. They are taken in every run, and kept where GIS_SCREENSHOTS names a folder.</summary>
[Collection(InBrowser.Name)]
public sealed class ReadmePictures(GisSite site)
{
    private const int MostBytes = 400_000;

    [Theory]
    [InlineData("plan-desktop.png", "/plan", "standard", 1440, 900)]
    [InlineData("plan-phone.png", "/plan", "standard", 360, 740)]
    [InlineData("plan-elder.png", "/plan", "elder", 1440, 900)]
    [InlineData("find-phone.png", "/find?q=立岗", "standard", 360, 740)]
    public async Task Pages_are_small_pictures(string name, string path, string view, int width, int height)
    {
        await using var visit = await site.Visit(path, new Reader(view, Width: width, Height: height));
        await visit.WaitForMap();
        var picture = await visit.Page.ScreenshotAsync(new() { Type = ScreenshotType.Png });

        Assert.InRange(picture.Length, 1, MostBytes);
        if (Environment.GetEnvironmentVariable("GIS_SCREENSHOTS") is { Length: > 0 } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, name), picture);
    }
}
