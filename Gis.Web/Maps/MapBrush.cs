using System.Text;
using SkiaSharp;

namespace Gis.Web.Maps;

/// <summary>A canvas with the typeface and scale of one sheet; lengths are those of a sheet of the default size.</summary>
/// <param name="canvas">What is drawn on.</param>
/// <param name="font">What words are written in.</param>
/// <param name="scale">How much larger than on a sheet of the default size.</param>
/// <param name="written">Hears every letter that is written; nobody listens if null.</param>
internal sealed class MapBrush(SKCanvas canvas, MapFont font, float scale, ISet<Rune>? written = null)
{
    internal static readonly SKColor Ink = SKColor.Parse(MapPalette.Default.Ink);
    internal static readonly SKColor Quiet = new(0x5A, 0x65, 0x72);

    internal SKCanvas Canvas => canvas;

    internal float Px(float length) => length * scale;

    internal void Fill(SKPath path, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawPath(path, paint);
    }

    internal void Line(SKPath path, SKColor colour, float width)
    {
        using var paint = Stroke(colour, width);
        canvas.DrawPath(path, paint);
    }

    internal SKPaint Stroke(SKColor colour, float width) => new()
    {
        Color = colour,
        IsAntialias = true,
        IsStroke = true,
        StrokeWidth = Px(width),
        StrokeJoin = SKStrokeJoin.Round,
        StrokeCap = SKStrokeCap.Round,
    };

    internal void Text(string text, float x, float baseline, TextLook look)
    {
        written?.UnionWith(text.EnumerateRunes());
        using var letters = FontOf(look);
        if (look.Halo)
        {
            // A path and not text: in a PDF the words would otherwise stand twice where somebody selects them.
            using var outline = letters.GetTextPath(text, new SKPoint(x, baseline));
            Line(outline, SKColor.Parse(MapPalette.Default.Halo).WithAlpha(220), 3);
        }

        using var paint = new SKPaint { Color = look.Colour, IsAntialias = true };
        canvas.DrawText(text, x, baseline, SKTextAlign.Left, letters, paint);
    }

    internal float WidthOf(string text, TextLook look)
    {
        using var letters = FontOf(look);
        return letters.MeasureText(text);
    }

    // The one face there is has no bold; Skia thickens it.
    private SKFont FontOf(TextLook look) => new(font.Typeface, Px(look.Size))
    {
        Embolden = look.Bold,
        Subpixel = true,
        Edging = SKFontEdging.Antialias,
        LinearMetrics = font.IsForPaper,
        Hinting = font.IsForPaper ? SKFontHinting.None : SKFontHinting.Normal,
    };
}

internal readonly record struct TextLook(float Size, SKColor Colour, bool Bold = false, bool Halo = false);
