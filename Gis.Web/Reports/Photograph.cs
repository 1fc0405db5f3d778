using SkiaSharp;

namespace Gis.Web.Reports;

/// <summary>Draws photographs; those that are kept stand upright already.</summary>
internal static class Photograph
{
    /// <summary>Draws it whole in the middle of a frame; false if the bytes are no picture.</summary>
    internal static bool TryDraw(SKCanvas canvas, ReadOnlyMemory<byte> content, SKRect frame)
    {
        using var data = SKData.CreateCopy(content.Span);
        using var image = SKImage.FromEncodedData(data);
        if (image is null)
            return false;
        var place = frame.AspectFit(new SKSize(image.Width, image.Height));
        canvas.DrawImage(image, place, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return true;
    }
}
