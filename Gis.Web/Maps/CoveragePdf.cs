using System.Text;
using Gis.Web.Coverage;
using Gis.Web.Layout;
using SkiaSharp;

namespace Gis.Web.Maps;

/// <summary>A coverage answer on two sheets of A4 across: the map, then the numbers. Its words can be searched and copied.</summary>
public static class CoveragePdf
{
    // PDF counts in points, 72 to the inch.
    private const float PageWidth = 842;
    private const float PageHeight = 595;
    private const float Margin = 28;

    private const float MapTop = 70;
    private const float MapFoot = 534;

    // As many pixels across as make the smallest words on the map large enough for paper.
    private const int MapPixels = 920;

    public static byte[] Draw(MapSubject subject, MapFont font)
    {
        // Drawn twice: only then is it known which letters the document needs.
        var letters = new HashSet<Rune>();
        using (var nothing = new SKNoDrawCanvas((int)PageWidth, (int)PageHeight))
            DrawPages(() => nothing, new Print(subject, font, letters));

        using var file = new MemoryStream();
        using (var document = SKDocument.CreatePdf(file, Describe(subject)))
        {
            DrawPages(() => document.BeginPage(PageWidth, PageHeight), new Print(subject, font.ForPaper(letters), letters), document.EndPage);
        }

        return file.ToArray();
    }

    private static SKDocumentPdfMetadata Describe(MapSubject subject) => new()
    {
        Title = QuestionWords.Of(subject.Language, subject.Answer.Question),
        Subject = MapWords.Title(subject.Language, subject.Network),
        Keywords = subject.Receipt.Question,
    };

    private static void DrawPages(Func<SKCanvas> begin, Print print, Action? end = null)
    {
        Action<MapBrush, Print>[] pages = [DrawMap, DrawNumbers];
        for (var page = 0; page < pages.Length; page++)
        {
            var brush = new MapBrush(begin(), print.Font, 1, print.Written);
            DrawHead(brush, print.Subject);
            pages[page](brush, print);
            DrawFoot(brush, print, $"{page + 1} / {pages.Length}");
            end?.Invoke();
        }
    }

    private static void DrawHead(MapBrush brush, MapSubject subject)
    {
        var head = new PanelColumn(brush, Margin, Margin - 6, PageWidth - (2 * Margin));
        head.Write(QuestionWords.Of(subject.Language, subject.Answer.Question), 17, bold: true);
        var suppositions = QuestionWords.Suppositions(subject.Language, subject.Network, subject.Answer.Question);
        head.WriteQuietly(string.Join("  ", suppositions.Select(supposition => supposition.ToString()).Prepend(MapWords.Title(subject.Language, subject.Network))), 9);
    }

    private static void DrawMap(MapBrush brush, Print print) => SheetPrint.Draw(
        brush, new SKRect(Margin, MapTop, PageWidth - Margin, MapFoot), MapPixels, print.Subject, print.Font, print.Written);

    private static void DrawNumbers(MapBrush brush, Print print)
    {
        const float between = 24, half = (PageWidth - (2 * Margin) - between) / 2;
        var numbers = new PdfNumbers(print.Subject);
        var left = new PdfColumn(brush, Margin, MapTop, half);
        left.Write(numbers.ListTotals());
        left.Write(numbers.ListCounties());
        var right = new PdfColumn(brush, Margin + half + between, MapTop, half);
        right.Write(numbers.ListGaps());
        right.Write(numbers.ListCandidates());
    }

    private static void DrawFoot(MapBrush brush, Print print, string page)
    {
        var (subject, receipt, language) = (print.Subject, print.Subject.Receipt, print.Subject.Language);
        var foot = new PanelColumn(brush, Margin, MapFoot + 3, PageWidth - (2 * Margin) - 40);
        if (subject.Network.HasIllustrationOf(subject.County))
            foot.Write(DataNotice.Head(language) + " " + new DataNotice(subject.Network, subject.County).Text(language), 7.5f);
        foot.WriteQuietly(QuestionWords.Travel(language, receipt) + language["。", ". "] + QuestionWords.Covered(language) + language["。", "."], 7.5f);
        foot.WriteQuietly(
            language["凭据", "Receipt"] + $": {receipt.Question} · {language["数据", "data"]} {receipt.Data} · {receipt.Travel} · {language["程序", "program"]} {receipt.Program}", 7.5f);
        var look = new TextLook(8, MapBrush.Quiet);
        brush.Text(page, PageWidth - Margin - brush.WidthOf(page, look), PageHeight - Margin + 8, look);
    }

    private sealed record Print(MapSubject Subject, MapFont Font, ISet<Rune> Written);
}
