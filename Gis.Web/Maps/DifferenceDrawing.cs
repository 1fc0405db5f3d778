using Gis.Core.Coverage;
using Gis.Web.Coverage;
using Gis.Web.Layout;
using SkiaSharp;

namespace Gis.Web.Maps;

/// <summary>What a drawn map of a difference shows: two answers about the same villages, and what changes between them.</summary>
public sealed record DifferenceSubject(MapSubject Before, MapSubject After, CoverageComparison Change);

/// <summary>Draws who comes within reach and who falls out of it, in blue and orange, without a browser.</summary>
public static class DifferenceDrawing
{
    public static byte[] Draw(DifferenceSubject subject, SheetSize size, MapFont font)
    {
        using var surface = SKSurface.Create(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        var (sheet, frame) = (new SheetPlan(size), MapDrawing.FrameOf(subject.After, size));
        var brush = new MapBrush(surface.Canvas, font, sheet.Scale);
        DrawGround(brush, frame, sheet, subject);
        MapMargin.Draw(brush, frame, sheet, subject.After);
        DrawPanel(brush, sheet, subject);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private static void DrawGround(MapBrush brush, MapFrame frame, SheetPlan sheet, DifferenceSubject subject)
    {
        var after = subject.After;
        brush.Canvas.Clear(SKColor.Parse(MapPalette.Default.Ground));
        brush.Canvas.Save();
        brush.Canvas.ClipRect(sheet.Map);
        CellPainter.Draw(brush, frame, after, row => SKColor.Parse(DifferencePalette.ColourOf(subject.Change.Villages[row])));
        RiverPainter.Draw(brush, frame, after.Network);
        PointPainter.Draw(brush, frame, after.Network);
        LabelPainter.Draw(brush, frame, after.Network, after.Cells);
        brush.Canvas.Restore();
    }

    private static void DrawPanel(MapBrush brush, SheetPlan sheet, DifferenceSubject subject)
    {
        MapPanel.DrawPaper(brush, sheet);
        Action<PanelColumn>[] blocks = [column => WriteShares(column, subject), column => WriteClasses(column, subject), column => MapPanel.WriteSigns(column, subject.After)];
        var first = new PanelColumn(brush, sheet.Panel.Left + brush.Px(24), sheet.Panel.Top + brush.Px(20), brush.Px(252));
        for (var i = 0; i < blocks.Length; i++)
            blocks[i](sheet.IsWide ? first : first.Beside(i));
    }

    private static void WriteShares(PanelColumn column, DifferenceSubject subject)
    {
        var (before, after, language) = (subject.Before.Answer, subject.After.Answer, subject.After.Language);
        column.Write(MapWords.Title(language, subject.After.Network), 17, bold: true);
        column.WriteQuietly(language["前:", "Before: "] + CoverageWords.State(language, before.Question), 11.5f);
        column.WriteQuietly(language["后:", "After: "] + CoverageWords.State(language, after.Question), 11.5f);
        column.Space(10);
        column.Write(language["覆盖", "Covered"], 13);
        column.Write($"{before.Total.Share?.ToString() ?? "–"} → {after.Total.Share?.ToString() ?? "–"}", 24, bold: true);
        column.Write(CoverageWords.Effect(language, subject.Change, after.Question.Weighting), 13);
        if (subject.After.Network.HasIllustration)
            column.WriteQuietly(MapWords.Illustrative(language), 11.5f);
        column.Space(20);
    }

    private static void WriteClasses(PanelColumn column, DifferenceSubject subject)
    {
        var language = subject.After.Language;
        column.Write(language["到最近开放服务点", "To the nearest open point"], 13, bold: true);
        foreach (var change in Enum.GetValues<ReachChange>())
            column.Swatch(SKColor.Parse(DifferencePalette.ColourOf(change)), false, language.Of(change) + $" {subject.Change.Villages.Count(each => each == change)}");
        column.Swatch(SKColor.Parse(MapPalette.Default.Ground), true, language["本村(居)工作室未建成", "Its own room is not built"]);
        column.Space(20);
    }
}
