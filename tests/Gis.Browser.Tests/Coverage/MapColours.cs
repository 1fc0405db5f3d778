using Gis.Browser.Tests.Running;
using SkiaSharp;

namespace Gis.Browser.Tests.Coverage;

/// <summary>How much of the map, as the browser has painted it, is within reach and out of it.</summary>
public sealed record MapColours(int Within, int Beyond)
{
    private static readonly SKColor[] WithinReach = [new(0x22, 0x5E, 0xA8), new(0x41, 0xB6, 0xC4), new(0xC7, 0xE9, 0xB4)];
    private static readonly SKColor[] OutOfReach = [new(0xFD, 0xE3, 0xB4), new(0xF2, 0xA7, 0x66)];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

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

    private static async Task<MapColours> See(Visit visit)
    {
        using var picture = SKBitmap.Decode(await visit[".maplibregl-canvas"].ScreenshotAsync());
        var pixels = picture.Pixels;
        return new(pixels.Count(pixel => WithinReach.Contains(pixel)), pixels.Count(pixel => OutOfReach.Contains(pixel)));
    }
}
