using System.Collections.Immutable;
using Gis.Core.Network;
using NetTopologySuite.Geometries;
using SkiaSharp;

namespace Gis.Web.Maps;

/// <summary>Fills the service areas by class, hatches those without a built room, and leaves joints between them.</summary>
internal static class CellPainter
{
    private static readonly SKColor Joint = SKColor.Parse(MapPalette.Default.Joint);

    internal static void Draw(MapBrush brush, MapFrame frame, MapSubject subject) =>
        Draw(brush, frame, subject, row => ColourOf(subject, row));

    internal static void Draw(MapBrush brush, MapFrame frame, MapSubject subject, Func<int, SKColor> colourOf)
    {
        var network = subject.Network;
        var unbuilt = network.VillagesWithUnbuiltRoom();
        using var hatched = new SKPathBuilder();
        using var joints = new SKPathBuilder();
        foreach (var (code, cell) in subject.Cells.Villages)
        {
            using var outline = frame.ToSheet(cell);
            brush.Fill(outline, colourOf(network.RowOf(code)));
            joints.AddPath(outline);
            if (unbuilt.Contains(code))
                hatched.AddPath(outline);
        }

        using (var path = hatched.Detach())
            Hatch(brush, path);
        using (var path = joints.Detach())
            brush.Line(path, Joint.WithAlpha(190), 0.7f);
        DrawJoints(brush, frame, subject.Cells.Townships, 1.5f);
        DrawJoints(brush, frame, subject.Cells.Counties, 3);
    }

    /// <summary>Slanting lines over an area whose room is not built.</summary>
    internal static void Hatch(MapBrush brush, SKPath area)
    {
        brush.Canvas.Save();
        brush.Canvas.ClipPath(area, SKClipOperation.Intersect, true);
        using var paint = brush.Stroke(MapBrush.Ink.WithAlpha(120), 0.8f);
        var (bounds, step) = (area.Bounds, brush.Px(5));
        for (var x = bounds.Left - bounds.Height; x < bounds.Right; x += step)
            brush.Canvas.DrawLine(x, bounds.Bottom, x + bounds.Height, bounds.Top, paint);
        brush.Canvas.Restore();
    }

    private static SKColor ColourOf(MapSubject subject, int row)
    {
        var (answer, palette) = (subject.Answer, MapPalette.Default);
        return SKColor.Parse(palette.ColourOf(palette.ClassOf(answer.Villages[row].Nearest?.Time, answer.Question.Limit)));
    }

    private static void DrawJoints(MapBrush brush, MapFrame frame, ImmutableSortedDictionary<AreaCode, Geometry> areas, float width)
    {
        foreach (var area in areas.Values)
        {
            using var outline = frame.ToSheet(area);
            brush.Line(outline, Joint, width);
        }
    }
}
