using System.Text;
using Gis.Web.Layout;
using Gis.Web.Maps;
using SkiaSharp;

namespace Gis.Web.Reports;

/// <summary>Writes a report as PDF on A4 upright. Its words can be searched and copied.</summary>
public static class ReportPdf
{
    private const float BandInside = 14;

    // The band begins at the edge of the sheet, so that its words may stand higher than others.
    private const float BandRise = 20;

    public static byte[] Write(Report report, MapFont font)
    {
        // Drawn twice: only then is it known how many pages there are and which letters the document needs.
        var letters = new HashSet<Rune>("0123456789".EnumerateRunes());
        var pages = 0;
        using (var nothing = new SKNoDrawCanvas((int)Paper.PageWidth, (int)Paper.PageHeight))
            Draw(report, new Paper(() => nothing, () => pages++, paper => DrawFoot(paper, report, 0), font.ForPaper(), letters));

        using var file = new MemoryStream();
        List<(string Text, string Place)> headings;
        using (var document = SKDocument.CreatePdf(file, Describe(report)))
        {
            var paper = new Paper(
                () => document.BeginPage(Paper.PageWidth, Paper.PageHeight), document.EndPage, each => DrawFoot(each, report, pages), font.ForPaper(letters), letters);
            Draw(report, paper);
            headings = paper.Headings;
        }

        return PdfOutline.Add(file.ToArray(), report.Language.Tag, headings);
    }

    private static SKDocumentPdfMetadata Describe(Report report) => new()
    {
        Title = report.Title,
        Subject = report.Subtitle,
        Keywords = string.Join(' ', report.Receipts.Select(each => each.Receipt.Question).Distinct()),
    };

    private static void Draw(Report report, Paper paper)
    {
        using (paper)
        {
            DrawBand(paper, report);
            if (report.IsIllustrative)
                new NoteBlock(paper, DataNotice.Head(report.Language) + report.Language["", " "] + DataNotice.What(report.Language)).Draw();
            var shown = report.Parts.Where(part => part is not ReportPart.Table { Rows.Stands: TableStands.InWorkbookOnly });
            var blocks = shown.Select(part => BlockOf(part, paper, report.Language)).Concat(ListReceipts(report, paper)).ToList();
            for (var i = 0; i < blocks.Count; i++)
            {
                paper.Need(Math.Min(LeastFrom(i), Paper.WholeRoom));
                blocks[i].Draw();
            }

            float LeastFrom(int block) =>
                blocks[block].LeastHeight + (blocks[block] is HeadingBlock && block + 1 < blocks.Count ? LeastFrom(block + 1) : 0);
        }
    }

    private static PaperBlock BlockOf(ReportPart part, Paper paper, Language language) => part switch
    {
        ReportPart.Heading heading => new HeadingBlock(paper, heading.Text),
        ReportPart.Paragraph paragraph => new ParagraphBlock(paper, paragraph.Text, PaperLook.Body),
        ReportPart.Note note => new NoteBlock(paper, note.Text),
        ReportPart.Figures figures => new FiguresBlock(paper, figures.Numbers),
        ReportPart.Table table => new TableBlock(paper, table.Rows, language),
        ReportPart.Drawn drawn => new ChartBlock(paper, drawn.Chart),
        ReportPart.Map map => new MapBlock(paper, map.Subject, map.Words),
        ReportPart.Pictures pictures => new PicturesBlock(paper, pictures.Shown, language),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "Not a part of a report."),
    };

    // White letters on blue, as the plan has the signs of its points.
    private static void DrawBand(Paper paper, Report report)
    {
        var (title, subtitle) = (paper.Break(report.Title, PaperLook.Title, Paper.Width), paper.Break(report.Subtitle, PaperLook.Subtitle, Paper.Width));
        paper.Space(-BandRise);
        var height = (title.Count * PaperLook.LineOf(PaperLook.Title)) + (subtitle.Count * PaperLook.LineOf(PaperLook.Subtitle)) + (2 * BandInside);
        using (var blue = new SKPaint { Color = PaperLook.Blue })
            paper.Brush.Canvas.DrawRect(new SKRect(0, 0, Paper.PageWidth, paper.Y + height - BandInside), blue);
        paper.Write(title, PaperLook.Title);
        paper.Write(subtitle, PaperLook.Subtitle);
        paper.Space((2 * BandInside) - 6);
    }

    private static IEnumerable<PaperBlock> ListReceipts(Report report, Paper paper)
    {
        var language = report.Language;
        yield return new HeadingBlock(paper, language["这些数字由什么算出", "What these numbers were computed from"]);
        foreach (var (of, receipt) in report.Receipts)
            yield return new ParagraphBlock(paper, $"{of}{language[":", ": "]}{ReportWords.Receipt(language, receipt)}", PaperLook.Quiet);
    }

    private static void DrawFoot(Paper paper, Report report, int pages)
    {
        var (brush, look, language) = (paper.Brush, PaperLook.Foot, report.Language);
        var y = Paper.Foot + 10;
        using (var line = brush.Stroke(PaperLook.Line, 0.8f))
            brush.Canvas.DrawLine(Paper.Left, y, Paper.Right, y, line);
        var number = $"{paper.Page} / {pages}";
        brush.Text(number, Paper.Right - paper.WidthOf(number, look), y + PaperLook.LineOf(look), look);
        string?[] lines =
        [
            $"{report.Title} · {report.Subtitle}",
            ReportWords.ShortReceipt(report),
            report.IsIllustrative ? MapWords.Illustrative(language) : null,
        ];
        foreach (var line in lines.OfType<string>().SelectMany(text => paper.Break(text, look, Paper.Width - 60)))
        {
            y += PaperLook.LineOf(look);
            brush.Text(line, Paper.Left, y, look);
        }
    }
}
