using System.Text;
using SkiaSharp;

namespace Gis.Web.Maps;

/// <summary>Puts the drawn map into a frame on a page of paper.</summary>
internal static class SheetPrint
{
    /// <summary>Draws the map with so many of its pixels across; more make everything on it smaller.</summary>
    internal static void Draw(MapBrush brush, SKRect frame, int pixels, MapSubject subject, MapFont font, ISet<Rune>? written)
    {
        var (canvas, scale) = (brush.Canvas, frame.Width / pixels);
        canvas.Save();
        canvas.Translate(frame.Left, frame.Top);
        canvas.Scale(scale);
        var size = new SheetSize(pixels, (int)(frame.Height / scale));
        canvas.ClipRect(new SKRect(0, 0, size.Width, size.Height));
        MapDrawing.DrawOn(canvas, subject, size, font, written);
        canvas.Restore();
        using var edge = brush.Stroke(new SKColor(0xD5, 0xDA, 0xE1), 0.8f);
        canvas.DrawRect(frame, edge);
    }
}
