using SkiaSharp;

namespace Gis.Web.Progress;

/// <summary>Photographs, made small enough to keep and rid of all that cameras write into them beside the picture.</summary>
internal static class Photo
{
    internal const long MostPixels = 60_000_000;

    // Enough to read a notice board on.
    private const int LongestSide = 1600;
    private const int Quality = 82;

    /// <summary>The picture upright as JPEG; null where it is none or too large.</summary>
    internal static byte[]? Shrink(byte[] content, out PhotoFault fault)
    {
        fault = PhotoFault.Unreadable;
        using var data = SKData.CreateCopy(content);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat is not (SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Png or SKEncodedImageFormat.Webp))
            return null;
        if ((long)codec.Info.Width * codec.Info.Height > MostPixels)
        {
            fault = PhotoFault.TooLarge;
            return null;
        }

        var shrink = Math.Min(1f, LongestSide / (float)Math.Max(codec.Info.Width, codec.Info.Height));
        // JPEG can be unpacked at so many eighths of its size, not fewer than are wanted; other forms only whole.
        var size = codec.GetScaledDimensions(MathF.Ceiling(shrink * 8) / 8);
        using var picture = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        return codec.GetPixels(picture.Info, picture.GetPixels()) == SKCodecResult.Success ? Draw(picture, codec.EncodedOrigin) : null;
    }

    private static byte[] Draw(SKBitmap picture, SKEncodedOrigin origin)
    {
        var shrink = Math.Min(1f, LongestSide / (float)Math.Max(picture.Width, picture.Height));
        var (width, height) = ((int)Math.Max(1, picture.Width * shrink), (int)Math.Max(1, picture.Height * shrink));
        // From the fifth on, origins lie on their side.
        var isTurned = origin >= SKEncodedOrigin.LeftTop;
        using var surface = SKSurface.Create(new SKImageInfo(isTurned ? height : width, isTurned ? width : height));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Concat(Upright(origin, width, height));
        using var image = SKImage.FromBitmap(picture);
        surface.Canvas.DrawImage(image, new SKRect(0, 0, width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var drawn = surface.Snapshot();
        using var written = drawn.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return written.ToArray();
    }

    // Exif 2.32, tag Orientation: what has to be done to a picture for its top to be up.
    private static SKMatrix Upright(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}

/// <summary>Why a file is not kept as a photograph.</summary>
internal enum PhotoFault
{
    /// <summary>It is no picture that can be read.</summary>
    Unreadable,

    /// <summary>It has too many pixels.</summary>
    TooLarge,
}
