using Gis.Core.Network;
using SkiaSharp;

namespace Gis.Web.Maps;

/// <summary>A column of words and signs, written from the top down.</summary>
internal sealed class PanelColumn(MapBrush brush, float left, float top, float width)
{
    private const float RowPixels = 23;
    private const float SignPixels = 34;

    private static readonly TextLook Row = new(13, MapBrush.Ink);

    private readonly float head = top;

    private float y = top;

    /// <summary>An empty column of the same width, some places to the right.</summary>
    internal PanelColumn Beside(int places) => new(brush, left + (places * (width + brush.Px(30))), head, width);

    internal void Space(float length) => y += brush.Px(length);

    internal void Write(string text, float size, bool bold = false) => Write(text, new TextLook(size, MapBrush.Ink, bold));

    internal void WriteQuietly(string text, float size) => Write(text, new TextLook(size, MapBrush.Quiet));

    internal void Swatch(SKColor colour, bool isHatched, string text)
    {
        var box = SKRect.Create(left, y + brush.Px(4), brush.Px(24), brush.Px(15));
        using var builder = new SKPathBuilder();
        builder.AddRect(box);
        using var path = builder.Detach();
        brush.Fill(path, colour);
        if (isHatched)
            CellPainter.Hatch(brush, path);
        WriteBeside(text);
    }

    internal void Sign(Tier tier, Stage stage, bool isIllustrative, string text)
    {
        PointPainter.Draw(brush, new SKPoint(left + brush.Px(12), y + brush.Px(RowPixels / 2)), tier, stage, isIllustrative);
        WriteBeside(text);
    }

    private void WriteBeside(string text)
    {
        brush.Text(text, left + brush.Px(SignPixels), y + brush.Px(16.5f), Row);
        y += brush.Px(RowPixels);
    }

    private void Write(string text, TextLook look)
    {
        foreach (var line in new LineBreaker(part => brush.WidthOf(part, look)).Break(text, width))
        {
            y += brush.Px(look.Size * 1.45f);
            brush.Text(line, left, y - brush.Px(look.Size * 0.3f), look);
        }
    }
}
