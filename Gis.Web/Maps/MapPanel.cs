using Gis.Core.Network;
using Gis.Web.Layout;
using SkiaSharp;

namespace Gis.Web.Maps;

/// <summary>The words beside the map: the answer first and large, then what the colours and the signs mean.</summary>
internal static class MapPanel
{
    private static readonly CoverageClass[] Covered = [CoverageClass.Near, CoverageClass.Midway, CoverageClass.Within];

    private static readonly CoverageClass[] Gap = [CoverageClass.Beyond, CoverageClass.Far];

    internal static void Draw(MapBrush brush, SheetPlan sheet, MapSubject subject)
    {
        DrawPaper(brush, sheet);
        Action<PanelColumn>[] blocks = [column => WriteAnswer(column, subject), column => WriteClasses(column, subject), column => WriteSigns(column, subject)];
        var first = new PanelColumn(brush, sheet.Panel.Left + brush.Px(24), sheet.Panel.Top + brush.Px(20), brush.Px(252));
        for (var i = 0; i < blocks.Length; i++)
            blocks[i](sheet.IsWide ? first : first.Beside(i));
    }

    internal static void DrawPaper(MapBrush brush, SheetPlan sheet)
    {
        using (var paper = new SKPaint { Color = SKColors.White })
            brush.Canvas.DrawRect(sheet.Panel, paper);
        using (var edge = brush.Stroke(new SKColor(0xD5, 0xDA, 0xE1), 1))
        {
            var (from, to) = sheet.IsWide
                ? (new SKPoint(sheet.Panel.Right, sheet.Panel.Top), new SKPoint(sheet.Panel.Right, sheet.Panel.Bottom))
                : (new SKPoint(sheet.Panel.Left, sheet.Panel.Top), new SKPoint(sheet.Panel.Right, sheet.Panel.Top));
            brush.Canvas.DrawLine(from, to, edge);
        }
    }

    private static void WriteAnswer(PanelColumn column, MapSubject subject)
    {
        var (shown, question, language) = (subject.Shown, subject.Answer.Question, subject.Language);
        column.Write(subject.County is { } county ? subject.Network.FindAreaName(county)! : MapWords.Title(language, subject.Network), 17, bold: true);
        column.Write(MapWords.Question(language, question), 13);
        column.Space(10);
        column.Write(language["覆盖", "Covered"], 13);
        column.Write((shown.Share?.ToString() ?? "–"), 46, bold: true);
        column.Write(MapWords.Covered(language, shown, question), 13);
        if (shown.Interval is { } interval)
            column.WriteQuietly(MapWords.Interval(language, interval), 11.5f);
        if (subject.Network.HasIllustrationOf(subject.County))
            column.WriteQuietly(MapWords.Illustrative(language), 11.5f);
        column.WriteQuietly(language["数据版本 ", "Data version "] + Shorten(subject.Network.Version), 11.5f);
        column.Space(20);
    }

    private static void WriteClasses(PanelColumn column, MapSubject subject)
    {
        var (limit, language) = (subject.Answer.Question.Limit, subject.Language);
        column.Write(language["到最近开放服务点", "To the nearest open point"], 13, bold: true);
        column.WriteQuietly(language["覆盖", "Covered"], 12);
        WriteSwatches(Covered);
        column.WriteQuietly(language["缺口", "Gap"], 12);
        WriteSwatches(Gap);
        column.Swatch(SKColor.Parse(MapPalette.Default.Ground), true, language["本村(居)工作室未建成", "Its own room is not built"]);
        column.Space(20);

        void WriteSwatches(CoverageClass[] classes)
        {
            foreach (var each in classes)
                column.Swatch(SKColor.Parse(MapPalette.Default.ColourOf(each)), false, MapWords.Class(language, each, limit));
        }
    }

    internal static void WriteSigns(PanelColumn column, MapSubject subject)
    {
        var language = subject.Language;
        column.Write(language["服务点", "Service points"], 13, bold: true);
        foreach (var tier in Enum.GetValues<Tier>())
            column.Sign(tier, Stage.Built, false, language.Of(tier) + Count(TierCount.Of(subject.Points, tier), language));
        column.Sign(Tier.Station, Stage.Built, false, language.Of(Stage.Built));
        column.Sign(Tier.Station, Stage.Building, false, language.Of(Stage.Building));
        column.Sign(Tier.Station, Stage.Planned, false, language.Of(Stage.Planned));
        if (subject.Points.Any(point => point.IsIllustrative))
            column.Sign(Tier.Station, Stage.Built, true, language["位置或阶段为示意", "Illustrative place or stage"]);
    }

    private static string Count(TierCount count, Language language) => count.Unbuilt == 0
        ? language[$" {count.All} 个", $": {count.All}"]
        : language[$" {count.All} 个,已建 {count.Built}", $": {count.All}, {count.Built} built"];

    // A version is a hash; its beginning tells versions apart.
    private static string Shorten(string version) => version.Length > 12 ? version[..12] : version;
}
