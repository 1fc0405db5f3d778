using SkiaSharp;

namespace Gis.Web.Reports;

/// <summary>Draws a photograph the way it was taken: a camera held on its side only writes so beside the picture.</summary>
internal static class Photograph
{
    /// <summary>Draws it whole in the middle of a frame; false if the bytes are no picture.</summary>
    internal static bool TryDraw(SKCanvas canvas, ReadOnlyMemory<byte> content, SKRect frame)
    {
        using var data = SKData.CreateCopy(content.Span);
        using var codec = SKCodec.Create(data);
        if (codec is null)
            return false;
        using var image = SKImage.FromEncodedData(data);
        if (image is null)
            return false;
        // What is decoded from a file stands as it was taken already.
        Draw(canvas, image, frame, image.Width == codec.Info.Width ? codec.EncodedOrigin : SKEncodedOrigin.TopLeft);
        return true;
    }

    private static void Draw(SKCanvas canvas, SKImage image, SKRect frame, SKEncodedOrigin origin)
    {
        var (turn, isOnSide) = origin switch
        {
            SKEncodedOrigin.BottomRight => (180, false),
            SKEncodedOrigin.RightTop => (90, true),
            SKEncodedOrigin.LeftBottom => (270, true),
            _ => (0, false),
        };
        var (width, height) = isOnSide ? (image.Height, image.Width) : (image.Width, image.Height);
        var scale = Math.Min(frame.Width / width, frame.Height / height);
        canvas.Save();
        canvas.Translate(frame.MidX, frame.MidY);
        canvas.RotateDegrees(turn);
        canvas.Scale(scale);
        canvas.DrawImage(image, -image.Width / 2f, -image.Height / 2f, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        canvas.Restore();
    }
}
