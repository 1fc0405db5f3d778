using Gis.Core.Network;
using SkiaSharp;

namespace Gis.Web.Maps;

/// <summary>
/// Draws the service points. The shape says the tier (ringed disc, square, dot), the filling how far it is built (solid, half,
/// hollow), a soft edge that the place or stage is illustrative.
/// </summary>
internal static class PointPainter
{
    internal static void Draw(MapBrush brush, MapFrame frame, ServiceNetwork network)
    {
        // Rooms first, so that the few centres lie on top.
        foreach (var point in network.Points.Where(point => point.Position is not null).OrderByDescending(point => point.Tier))
            Draw(brush, frame.ToSheet(point.Position!.At), point.Tier, point.Stage, point.IsIllustrative);
    }

    internal static float RadiusOf(Tier tier) => tier switch { Tier.Centre => 7, Tier.Station => 3.6f, _ => 2.1f };

    internal static void Draw(MapBrush brush, SKPoint at, Tier tier, Stage stage, bool isIllustrative)
    {
        var radius = brush.Px(RadiusOf(tier));
        if (isIllustrative)
            DrawSoftEdge(brush, tier, at, radius);

        using var shape = ShapeOf(tier, at, radius);
        brush.Fill(shape, SKColors.White);
        FillByStage(brush, shape, stage);
        brush.Line(shape, MapBrush.Ink, tier == Tier.Room ? 0.7f : 1.1f);
        if (tier == Tier.Centre)
            DrawRing(brush, at, radius);
    }

    private static void FillByStage(MapBrush brush, SKPath shape, Stage stage)
    {
        if (stage == Stage.Planned)
            return;
        brush.Canvas.Save();
        if (stage == Stage.Building)
            brush.Canvas.ClipRect(new SKRect(shape.Bounds.Left, shape.Bounds.MidY, shape.Bounds.Right, shape.Bounds.Bottom));
        brush.Fill(shape, MapBrush.Ink);
        brush.Canvas.Restore();
    }

    // Light, so that it shows on dark cells, with a faint rim, so that it shows on light ones.
    private static void DrawSoftEdge(MapBrush brush, Tier tier, SKPoint at, float radius)
    {
        using var soft = ShapeOf(tier, at, radius + brush.Px(tier == Tier.Centre ? 6.5f : 2));
        brush.Fill(soft, SKColors.White.WithAlpha(130));
        brush.Line(soft, MapBrush.Ink.WithAlpha(70), 0.6f);
    }

    private static void DrawRing(MapBrush brush, SKPoint at, float radius)
    {
        using var white = brush.Stroke(SKColors.White, 2);
        using var ink = brush.Stroke(MapBrush.Ink, 1.6f);
        brush.Canvas.DrawCircle(at, radius + brush.Px(1.5f), white);
        brush.Canvas.DrawCircle(at, radius + brush.Px(3), ink);
    }

    private static SKPath ShapeOf(Tier tier, SKPoint at, float radius)
    {
        using var shape = new SKPathBuilder();
        if (tier == Tier.Station)
            shape.AddRect(new SKRect(at.X - radius, at.Y - radius, at.X + radius, at.Y + radius));
        else
            shape.AddCircle(at.X, at.Y, radius);
        return shape.Detach();
    }
}
