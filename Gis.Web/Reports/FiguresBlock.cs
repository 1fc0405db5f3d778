using System.Collections.Immutable;
using Gis.Web.Maps;
using SkiaSharp;

namespace Gis.Web.Reports;

/// <summary>Numbers in boxes beside each other, each large with its name beneath.</summary>
internal sealed class FiguresBlock : PaperBlock
{
    private const int Beside = 4;
    private const float Gap = 8;
    private const float Inside = 8;
    private const float BoxWidth = (Paper.Width - ((Beside - 1) * Gap)) / Beside;

    private static readonly TextLook Value = new(17, MapBrush.Ink, Bold: true);

    private readonly ImmutableArray<(string Value, TextLook Look, List<string> Name)> boxes;

    internal FiguresBlock(Paper paper, ImmutableArray<ReportFigure> figures)
        : base(paper) => boxes = [.. figures.Select(figure =>
        {
            var value = figure.Value.ToString()!;
            // A number is not broken; a long one is set smaller.
            var size = Math.Min(Value.Size, Value.Size * (BoxWidth - (2 * Inside)) / paper.WidthOf(value, Value));
            return (value, Value with { Size = size }, paper.Break(figure.Name, PaperLook.Quiet, BoxWidth - (2 * Inside)));
        })];

    internal override float LeastHeight => HeightOf(boxes.Take(Beside)) + Gap;

    internal override void Draw()
    {
        foreach (var row in boxes.Chunk(Beside))
        {
            var height = HeightOf(row);
            Paper.Need(height);
            for (var i = 0; i < row.Length; i++)
                Draw(row[i], SKRect.Create(Paper.Left + (i * (BoxWidth + Gap)), Paper.Y, BoxWidth, height));
            Paper.Space(height + Gap);
        }
    }

    private void Draw((string Value, TextLook Look, List<string> Name) box, SKRect frame)
    {
        using (var ground = new SKPaint { Color = PaperLook.Ground })
            Paper.Brush.Canvas.DrawRect(frame, ground);
        using (var edge = Paper.Brush.Stroke(PaperLook.Line, 0.8f))
            Paper.Brush.Canvas.DrawRect(frame, edge);
        var y = frame.Top + Inside;
        Paper.Brush.Text(box.Value, frame.Left + Inside, y + PaperLook.BaselineOf(Value), box.Look);
        y += PaperLook.LineOf(Value);
        foreach (var line in box.Name)
        {
            Paper.Brush.Text(line, frame.Left + Inside, y + PaperLook.BaselineOf(PaperLook.Quiet), PaperLook.Quiet);
            y += PaperLook.LineOf(PaperLook.Quiet);
        }
    }

    private static float HeightOf(IEnumerable<(string Value, TextLook Look, List<string> Name)> row) =>
        (2 * Inside) + PaperLook.LineOf(Value) + (row.Max(box => box.Name.Count) * PaperLook.LineOf(PaperLook.Quiet));
}
