using System.Text.Json.Serialization;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Http.HttpResults;
using SkiaSharp;

namespace Gis.Web.Finder.Phone;

/// <summary>How the pages look on a phone's screen once somebody has put them there (W3C Web Application Manifest).</summary>
public static class AppManifest
{
    private const string Blue = "#1F4E8C";

    private static readonly int[] Sizes = [180, 192, 512];

    internal static JsonHttpResult<ManifestJson> Give(CurrentNetwork current, Language language, HttpRequest request)
    {
        var city = current.Snapshot.Network.City;
        var root = PageLinks.Root(request);
        return TypedResults.Json(
            new ManifestJson(
                language[$"{city.Name}公共法律服务", $"{city.EnglishName} legal services"], language["法律服务", "Legal help"], language.Tag, root + "/", request.PathBase + "/", "standalone", Blue, "#FFFFFF",
                Sizes.Select(size => new IconJson($"{root}/icons/{size}.png", $"{size}x{size}", "image/png", "any maskable"))),
            contentType: "application/manifest+json");
    }

    /// <summary>The sign of the pages as a picture: a ring on blue, as a point on the map.</summary>
    internal static Results<FileContentHttpResult, NotFound> Draw(int size, HttpResponse response)
    {
        if (!Sizes.Contains(size))
            return TypedResults.NotFound();
        using var surface = SKSurface.Create(new SKImageInfo(size, size, SKColorType.Rgba8888, SKAlphaType.Premul));
        surface.Canvas.Clear(SKColor.Parse(Blue));
        using var white = new SKPaint { Color = SKColors.White, IsAntialias = true };
        using var ring = new SKPaint { Color = SKColors.White, IsAntialias = true, IsStroke = true, StrokeWidth = size * 3 / 32f };
        surface.Canvas.DrawCircle(size / 2f, size / 2f, size * 9 / 32f, ring);
        surface.Canvas.DrawCircle(size / 2f, size / 2f, size / 8f, white);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        response.Headers.CacheControl = "public, max-age=604800";
        return TypedResults.File(png.ToArray(), "image/png");
    }
}

/// <summary>The manifest, by the names of the standard.</summary>
public sealed record ManifestJson(
    string Name,
    [property: JsonPropertyName("short_name")] string ShortName,
    string Lang,
    string Scope,
    [property: JsonPropertyName("start_url")] string StartUrl,
    string Display,
    [property: JsonPropertyName("theme_color")] string ThemeColor,
    [property: JsonPropertyName("background_color")] string BackgroundColor,
    IEnumerable<IconJson> Icons);

/// <summary>A picture of the manifest.</summary>
public sealed record IconJson(string Src, string Sizes, string Type, string Purpose);
