using Gis.Web.Maps;
using SkiaSharp;

namespace Gis.Web.Reports;

/// <summary>A part of a report as it is drawn on paper.</summary>
internal abstract class PaperBlock(Paper paper)
{
    protected Paper Paper { get; } = paper;

    /// <summary>The least that must stand together on one page.</summary>
    internal abstract float LeastHeight { get; }

    internal abstract void Draw();
}

/// <summary>A heading; what follows stands on the same page.</summary>
internal sealed class HeadingBlock(Paper paper, string text) : PaperBlock(paper)
{
    private const float Above = 16;
    private const float Below = 6;

    private readonly List<string> lines = paper.Break(text, PaperLook.Heading, Paper.Width);

    internal override float LeastHeight => Above + (lines.Count * PaperLook.LineOf(PaperLook.Heading)) + Below;

    internal override void Draw()
    {
        Paper.Space(Above);
        Paper.MarkHeading(text);
        Paper.Write(lines, PaperLook.Heading);
        using (var line = Paper.Brush.Stroke(PaperLook.Blue, 1))
            Paper.Brush.Canvas.DrawLine(Paper.Left, Paper.Y + 1, Paper.Right, Paper.Y + 1, line);
        Paper.Space(Below);
    }
}

/// <summary>Running words; a page never begins or ends with a single line of a longer text.</summary>
internal sealed class ParagraphBlock(Paper paper, string text, TextLook look) : PaperBlock(paper)
{
    private const float Below = 5;

    private readonly List<string> lines = paper.Break(text, look, Paper.Width);

    internal override float LeastHeight => Math.Min(lines.Count, 2) * PaperLook.LineOf(look);

    internal override void Draw()
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var isPenultimate = i == lines.Count - 2;
            Paper.Need((isPenultimate ? 2 : 1) * PaperLook.LineOf(look));
            Paper.Write([lines[i]], look);
        }

        Paper.Space(Below);
    }
}

/// <summary>A sentence in a frame.</summary>
internal sealed class NoteBlock(Paper paper, string text) : PaperBlock(paper)
{
    private const float Inside = 8;
    private const float Around = 4;

    private static readonly TextLook Look = new(8.5f, MapBrush.Ink);

    private readonly List<string> lines = paper.Break(text, Look, Paper.Width - (3 * Inside));

    private float Height => (lines.Count * PaperLook.LineOf(Look)) + (2 * Inside);

    internal override float LeastHeight => Height + (2 * Around);

    internal override void Draw()
    {
        Paper.Space(Around);
        var frame = SKRect.Create(Paper.Left, Paper.Y, Paper.Width, Height);
        using (var ground = new SKPaint { Color = PaperLook.Hint })
            Paper.Brush.Canvas.DrawRect(frame, ground);
        using (var edge = new SKPaint { Color = PaperLook.HintLine })
            Paper.Brush.Canvas.DrawRect(frame with { Right = frame.Left + 3 }, edge);
        Paper.Space(Inside);
        Paper.Write(lines, Look, Paper.Left + (1.5f * Inside));
        Paper.Space(Inside + Around);
    }
}
