using Gis.Browser.Tests.Running;
using Gis.Web.Maps;
using SkiaSharp;

namespace Gis.Browser.Tests.Coverage;

/// <summary>How much of the map, as the browser has painted it, is within reach and out of it.</summary>
public sealed record MapColours(int Within, int Beyond)
{
    private static readonly SKColor[] WithinReach = ColoursOf("near", "midway", "within");
    private static readonly SKColor[] OutOfReach = ColoursOf("beyond", "far");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>Looks until the map has been painted as expected: the picture follows the question by a moment.</summary>
    public static async Task<MapColours> When(Visit visit, Predicate<MapColours> expected)
    {
        using var patience = new CancellationTokenSource(Patience);
        var seen = await See(visit);
        while (!expected(seen))
        {
            if (patience.IsCancellationRequested)
                throw new TimeoutException($"The map was not painted as expected within {Patience}; it shows {seen}");
            await visit.Ask<int>("() => new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted)))");
            seen = await See(visit);
        }

        return seen;
    }

    private static SKColor[] ColoursOf(params string[] classes) =>
        [.. MapPalette.Default.Classes.Where(known => classes.Contains(known.Name)).Select(known => SKColor.Parse(known.Colour))];

    private static async Task<MapColours> See(Visit visit)
    {
        using var picture = SKBitmap.Decode(await visit[".maplibregl-canvas"].ScreenshotAsync());
        var pixels = picture.Pixels;
        return new(pixels.Count(pixel => WithinReach.Contains(pixel)), pixels.Count(pixel => OutOfReach.Contains(pixel)));
    }
}
