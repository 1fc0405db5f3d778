using Gis.Core.Network;
using SkiaSharp;

namespace Gis.Web.Maps;

/// <summary>Draws the river and the bridges over it.</summary>
internal static class RiverPainter
{
    internal static readonly SKColor Water = SKColor.Parse(MapPalette.Default.River);

    internal static void Draw(MapBrush brush, MapFrame frame, ServiceNetwork network)
    {
        if (network.River.Length >= 2)
            DrawLine(brush, [.. network.River.Select(frame.ToSheet)]);
        foreach (var crossing in network.Crossings)
            DrawBridge(brush, frame.ToSheet(crossing.Position.At));
    }

    private static void DrawLine(MapBrush brush, SKPoint[] points)
    {
        using var course = new SKPathBuilder();
        course.AddPoly(points, false);
        using var path = course.Detach();
        // The line is known to a kilometre or more; bends drawn sharp would claim more.
        using var bends = SKPathEffect.CreateCorner(brush.Px(14));
        foreach (var (colour, width) in new[] { (SKColors.White, 8f), (Water, 5.5f) })
        {
            using var paint = brush.Stroke(colour, width);
            paint.PathEffect = bends;
            brush.Canvas.DrawPath(path, paint);
        }
    }

    private static void DrawBridge(MapBrush brush, SKPoint at)
    {
        using var paint = brush.Stroke(MapBrush.Ink, 1.2f);
        var (half, gap) = (brush.Px(6), brush.Px(2));
        brush.Canvas.DrawLine(at.X - half, at.Y - gap, at.X + half, at.Y - gap, paint);
        brush.Canvas.DrawLine(at.X - half, at.Y + gap, at.X + half, at.Y + gap, paint);
    }
}
