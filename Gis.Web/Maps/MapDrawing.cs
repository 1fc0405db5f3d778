using System.Text;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Web.Layout;
using NetTopologySuite.Geometries;
using SkiaSharp;

namespace Gis.Web.Maps;

/// <summary>What a drawn map shows.</summary>
/// <param name="Network">The network.</param>
/// <param name="Cells">Its service areas.</param>
/// <param name="Answer">The answer that colours them.</param>
/// <param name="Receipt">What the answer was computed from.</param>
/// <param name="Language">The language of its words.</param>
/// <param name="ReviewNumber">The number under which the map was reviewed (审图号); none while it was not.</param>
public sealed record MapSubject(
    ServiceNetwork Network, ServiceCells Cells, CoverageAnswer Answer, Receipt Receipt, Language Language, string? ReviewNumber)
{
    /// <summary>The county whose ground the sheet shows and whose numbers stand beside it; the whole city if none.</summary>
    public AreaCode? County { get; init; }

    /// <summary>Who is covered where the sheet shows.</summary>
    internal AreaCoverage Shown => County is { } code ? Answer.Counties.First(county => county.Area == code) : Answer.Total;

    /// <summary>The points that stand where the sheet shows.</summary>
    internal IEnumerable<ServicePoint> Points => County is { } code ? Network.Points.Where(point => point.Area.IsWithin(code)) : Network.Points;
}

/// <summary>The size of a sheet in pixels.</summary>
public readonly record struct SheetSize(int Width, int Height)
{
    public static SheetSize Default { get; } = new(1200, 900);

    public static SheetSize Least { get; } = new(800, 600);

    public static SheetSize Most { get; } = new(3200, 3200);
}

/// <summary>Draws the coverage map without a browser, for print, social cards and pages without scripts.</summary>
public static class MapDrawing
{
    public static byte[] Draw(MapSubject subject, SheetSize size, MapFont font)
    {
        using var surface = SKSurface.Create(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        DrawOn(surface.Canvas, subject, size, font);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    /// <summary>Draws on any canvas, as that of a PDF page, whose units are then taken as pixels.</summary>
    public static void DrawOn(SKCanvas canvas, MapSubject subject, SheetSize size, MapFont font) => DrawOn(canvas, subject, size, font, null);

    internal static void DrawOn(SKCanvas canvas, MapSubject subject, SheetSize size, MapFont font, ISet<Rune>? written)
    {
        var sheet = new SheetPlan(size);
        var frame = FrameOf(subject, sheet);
        var brush = new MapBrush(canvas, font, sheet.Scale, written);

        canvas.Clear(SKColor.Parse(MapPalette.Default.Ground));
        canvas.Save();
        canvas.ClipRect(sheet.Map);
        CellPainter.Draw(brush, frame, subject);
        RiverPainter.Draw(brush, frame, subject.Network);
        PointPainter.Draw(brush, frame, subject.Network);
        LabelPainter.Draw(brush, frame, subject.Network, subject.Cells);
        canvas.Restore();
        MapMargin.Draw(brush, frame, sheet, subject);
        MapPanel.Draw(brush, sheet, subject);
    }

    /// <summary>Where the ground of a subject lies on a sheet of this size.</summary>
    public static MapFrame FrameOf(MapSubject subject, SheetSize size) => FrameOf(subject, new SheetPlan(size));

    private static MapFrame FrameOf(MapSubject subject, SheetPlan sheet)
    {
        var bounds = subject.County is not { } county ? subject.Cells.Bounds
            : subject.Cells.Counties.TryGetValue(county, out var ground) ? ground.EnvelopeInternal.Copy() : new Envelope();
        foreach (var point in subject.Points)
        {
            if (point.Position is { } position)
                bounds.ExpandToInclude(Ground.CornerOf(position.At));
        }

        // Where nothing is located there is nothing to fit, and the sheet says so by being empty.
        return new MapFrame(bounds.IsNull ? new Envelope(-180, 180, -80, 80) : bounds, sheet.Ground);
    }
}
