using System.Collections.Immutable;
using Gis.Web.Charts;
using Gis.Web.Layout;
using Gis.Web.Maps;
using SkiaSharp;

namespace Gis.Web.Reports;

/// <summary>A chart: one picture as wide as the page, or several beside each other.</summary>
internal sealed class ChartBlock(Paper paper, Chart chart) : PaperBlock(paper)
{
    private const float Above = 6;
    private const float Gap = 12;

    private readonly List<string> title = paper.Break(chart.Title, PaperLook.Caption, Paper.Width);
    private readonly List<string> meaning = paper.Break(chart.Meaning, PaperLook.Quiet, Paper.Width);

    private int Beside => Math.Min(3, chart.Pictures.Length);

    private float PictureHeight => chart.Pictures.Length == 1 ? 150 : 112;

    internal override float LeastHeight =>
        Above + (title.Count * PaperLook.LineOf(PaperLook.Caption)) + (meaning.Count * PaperLook.LineOf(PaperLook.Quiet)) + Gap + PictureHeight;

    internal override void Draw()
    {
        Paper.Space(Above);
        Paper.Write(title, PaperLook.Caption);
        Paper.Write(meaning, PaperLook.Quiet);
        var width = (Paper.Width - ((Beside - 1) * Gap)) / Beside;
        foreach (var row in chart.Pictures.Chunk(Beside))
        {
            Paper.Need(PictureHeight + Gap);
            for (var i = 0; i < row.Length; i++)
                Draw(row[i], SKRect.Create(Paper.Left + (i * (width + Gap)), Paper.Y + 4, width, PictureHeight));
            Paper.Space(PictureHeight + Gap);
        }
    }

    private void Draw(ChartPicture picture, SKRect room)
    {
        if (picture.Name.Length > 0)
        {
            var look = PaperLook.Quiet with { Bold = true };
            Paper.Brush.Text(picture.Name, room.Left, room.Top + PaperLook.BaselineOf(look), look);
            room.Top += PaperLook.LineOf(look);
        }

        PlotPainter.Draw(Paper.Brush, picture.Plot, room);
    }
}

/// <summary>A map with its legend, as wide as the page.</summary>
internal sealed class MapBlock(Paper paper, MapSubject subject, string words) : PaperBlock(paper)
{
    // As many as make the smallest words on the map large enough for paper.
    private static readonly SheetSize Pixels = new(680, 820);

    private const float Around = 6;

    private readonly List<string> caption = paper.Break(words, PaperLook.Quiet, Paper.Width);

    private static float Height => Paper.Width * Pixels.Height / Pixels.Width;

    internal override float LeastHeight => Height + (2 * Around) + (caption.Count * PaperLook.LineOf(PaperLook.Quiet));

    internal override void Draw()
    {
        Paper.Write(caption, PaperLook.Quiet);
        Paper.Space(Around);
        SheetPrint.Draw(Paper.Brush, SKRect.Create(Paper.Left, Paper.Y, Paper.Width, Height), Pixels.Width, subject, Paper.Font, Paper.Written);
        Paper.Space(Height + Around);
    }
}

/// <summary>Photographs, two beside each other, each with its words.</summary>
internal sealed class PicturesBlock(Paper paper, ImmutableArray<ReportPicture> pictures, Language language) : PaperBlock(paper)
{
    private const int Beside = 2;
    private const float Gap = 10;
    private const float Height = 170;
    private const float Across = (Paper.Width - Gap) / Beside;

    internal override float LeastHeight => pictures.IsEmpty ? 0 : Gap + HeightOf([.. pictures.Take(Beside)]);

    internal override void Draw()
    {
        Paper.Space(Gap);
        foreach (var row in pictures.Chunk(Beside))
        {
            Paper.Need(HeightOf(row));
            for (var i = 0; i < row.Length; i++)
                Draw(row[i], Paper.Left + (i * (Across + Gap)));
            Paper.Space(HeightOf(row));
        }
    }

    private void Draw(ReportPicture picture, float left)
    {
        var frame = SKRect.Create(left, Paper.Y, Across, Height);
        if (!Photograph.TryDraw(Paper.Brush.Canvas, picture.Content, frame))
            Paper.Brush.Text(language["这张照片打不开", "This photograph cannot be opened"], frame.Left + Gap, frame.MidY, PaperLook.Quiet);
        using (var edge = Paper.Brush.Stroke(PaperLook.Line, 0.6f))
            Paper.Brush.Canvas.DrawRect(frame, edge);
        var y = frame.Bottom + 2;
        foreach (var line in Paper.Break(picture.Caption, PaperLook.Quiet, Across))
        {
            Paper.Brush.Text(line, left, y + PaperLook.BaselineOf(PaperLook.Quiet), PaperLook.Quiet);
            y += PaperLook.LineOf(PaperLook.Quiet);
        }
    }

    private float HeightOf(ReportPicture[] row) =>
        Height + Gap + (row.Max(picture => Paper.Break(picture.Caption, PaperLook.Quiet, Across).Count) * PaperLook.LineOf(PaperLook.Quiet));
}
