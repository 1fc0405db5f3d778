using System.Globalization;
using SkiaSharp;

namespace Gis.Web.Maps;

/// <summary>What stands along the foot of the map: the review number and the note at the left, the scale at the right; north at its head.</summary>
internal static class MapMargin
{
    private static readonly TextLook Note = new(11, MapBrush.Quiet, Halo: true);

    internal static void Draw(MapBrush brush, MapFrame frame, SheetPlan sheet, MapSubject subject)
    {
        var (left, foot) = (sheet.Map.Left + brush.Px(14), sheet.Map.Bottom - brush.Px(12));
        brush.Text(MapWords.Review(subject.Language, subject.ReviewNumber), left, foot, Note with { Colour = MapBrush.Ink });
        brush.Text(MapWords.NotBoundaries(subject.Language), left, foot - brush.Px(16), Note);
        brush.Text(string.Join(" · ", MapWords.Sources(subject.Network)), left, foot - brush.Px(30), Note with { Size = 9 });
        DrawScale(brush, frame, sheet);
        DrawNorth(brush, sheet, subject.Language["北", "N"]);
    }

    // The map is in Web Mercator, so north is up everywhere on it.
    private static void DrawNorth(MapBrush brush, SheetPlan sheet, string letter)
    {
        var (middle, top) = (sheet.Map.Right - brush.Px(30), sheet.Map.Top + brush.Px(32));
        var (half, height) = (brush.Px(8), brush.Px(28));
        SKPoint tip = new(middle, top), notch = new(middle, top + (height * 0.75f));
        using var west = Triangle(tip, notch, new SKPoint(middle - half, top + height));
        using var east = Triangle(tip, notch, new SKPoint(middle + half, top + height));
        // A halo, as the words have one, for where it lies on dark cells.
        brush.Line(west, SKColors.White, 5);
        brush.Line(east, SKColors.White, 5);

        foreach (var (side, colour) in new[] { (west, MapBrush.Ink), (east, SKColors.White) })
        {
            brush.Fill(side, colour);
            brush.Line(side, MapBrush.Ink, 1);
        }

        var look = Note with { Size = 13, Colour = MapBrush.Ink };
        brush.Text(letter, middle - (brush.WidthOf(letter, look) / 2), top - brush.Px(4), look);
    }

    private static SKPath Triangle(params SKPoint[] corners)
    {
        using var shape = new SKPathBuilder();
        shape.AddPoly(corners, true);
        return shape.Detach();
    }

    private static void DrawScale(MapBrush brush, MapFrame frame, SheetPlan sheet)
    {
        var metres = RoundLength(frame.MetresPerPixel * brush.Px(120));
        var length = (float)(metres / frame.MetresPerPixel);
        var (right, foot) = (sheet.Map.Right - brush.Px(14), sheet.Map.Bottom - brush.Px(14));
        using (var halo = brush.Stroke(SKColors.White, 4))
            brush.Canvas.DrawLine(right - length, foot, right, foot, halo);
        using (var bar = brush.Stroke(MapBrush.Ink, 1.6f))
            brush.Canvas.DrawPoints(SKPointMode.Polygon, Bracket(brush, right - length, right, foot), bar);

        var text = metres >= 1000 ? (metres / 1000).ToString(CultureInfo.InvariantCulture) + " km" : metres.ToString(CultureInfo.InvariantCulture) + " m";
        brush.Text(text, right - (length / 2) - (brush.WidthOf(text, Note) / 2), foot - brush.Px(6), Note with { Colour = MapBrush.Ink });
    }

    private static SKPoint[] Bracket(MapBrush brush, float left, float right, float foot) =>
        [new(left, foot - brush.Px(5)), new(left, foot), new(right, foot), new(right, foot - brush.Px(5))];

    // The largest of 1, 2 or 5 times a power of ten that still fits.
    private static double RoundLength(double most)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(most)));
        return (5 * power <= most ? 5 : 2 * power <= most ? 2 : 1) * power;
    }
}
