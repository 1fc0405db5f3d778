using System.Text;
using Gis.Web.Maps;
using SkiaSharp;

namespace Gis.Web.Reports;

/// <summary>Sheets of A4 upright, filled from the top down; a new one begins where there is no more room.</summary>
internal sealed class Paper : IDisposable
{
    // PDF counts in points, 72 to the inch.
    internal const float PageWidth = 595;
    internal const float PageHeight = 842;
    internal const float Left = 48;
    internal const float Right = PageWidth - 48;
    internal const float Width = Right - Left;
    internal const float Foot = PageHeight - 72;

    private const float Top = 48;

    private readonly Func<SKCanvas> begin;
    private readonly Action end;
    private readonly Action<Paper> drawFoot;
    private readonly MapFont font;
    private readonly ISet<Rune> written;
    private readonly Dictionary<(Rune Letter, bool Bold), float> widths = [];
    private bool isFresh;

    /// <param name="begin">Begins a page.</param>
    /// <param name="end">Ends it.</param>
    /// <param name="drawFoot">Draws what stands at the foot of each.</param>
    /// <param name="font">What words are written in.</param>
    /// <param name="written">Hears every letter that is written.</param>
    internal Paper(Func<SKCanvas> begin, Action end, Action<Paper> drawFoot, MapFont font, ISet<Rune> written)
    {
        (this.begin, this.end, this.drawFoot, this.font, this.written) = (begin, end, drawFoot, font, written);
        Brush = BeginPage();
    }

    internal MapBrush Brush { get; private set; }

    internal MapFont Font => font;

    internal ISet<Rune> Written => written;

    /// <summary>The number of the page, from 1.</summary>
    internal int Page { get; private set; }

    /// <summary>How far down the page is filled.</summary>
    internal float Y { get; private set; }

    internal float Room => Foot - Y;

    /// <summary>The room of an empty page.</summary>
    internal static float WholeRoom => Foot - Top;

    /// <summary>The headings written so far, each with the name of the place it stands at.</summary>
    internal List<(string Text, string Place)> Headings { get; } = [];

    /// <summary>Names the place that a heading is about to stand at.</summary>
    internal void MarkHeading(string text)
    {
        var place = $"heading-{Headings.Count + 1}";
        Headings.Add((text, place));
        Brush.Canvas.DrawNamedDestinationAnnotation(new SKPoint(0, Y), place);
    }

    /// <summary>Begins a new page unless there is so much room left; more than a page has is not asked for.</summary>
    internal void Need(float height)
    {
        if (height > Room && !isFresh)
            NextPage();
    }

    internal void NextPage()
    {
        EndPage();
        Brush = BeginPage();
    }

    internal void Space(float height)
    {
        Y += height;
        isFresh = false;
    }

    /// <summary>The lines that a text is broken into.</summary>
    internal List<string> Break(string text, TextLook look, float room) => Breaker(look).Break(text, room);

    internal float WidestPart(string text, TextLook look) => Breaker(look).WidestPart(text);

    internal float WidthOf(string text, TextLook look) => text.EnumerateRunes().Sum(letter => WidthOf(letter, look.Bold)) * look.Size;

    /// <summary>Writes lines from the top down, without leaving the page.</summary>
    internal void Write(List<string> lines, TextLook look, float left = Left)
    {
        foreach (var line in lines)
        {
            Brush.Text(line, left, Y + PaperLook.BaselineOf(look), look);
            Space(PaperLook.LineOf(look));
        }
    }

    public void Dispose() => EndPage();

    private LineBreaker Breaker(TextLook look) => new(part => WidthOf(part, look));

    // Letters stand side by side without kerning, so each is measured once.
    private float WidthOf(Rune letter, bool bold)
    {
        if (!widths.TryGetValue((letter, bold), out var width))
            widths[(letter, bold)] = width = Brush.WidthOf(letter.ToString(), new TextLook(100, MapBrush.Ink, bold)) / 100;
        return width;
    }

    private MapBrush BeginPage()
    {
        (Page, Y, isFresh) = (Page + 1, Top, true);
        return new MapBrush(begin(), font, 1, written);
    }

    private void EndPage()
    {
        drawFoot(this);
        end();
    }
}

/// <summary>The sizes and colours of a report on paper, after the pages'.</summary>
internal static class PaperLook
{
    internal static readonly SKColor Blue = new(0x1F, 0x4E, 0x8C);
    internal static readonly SKColor Line = new(0xD5, 0xDA, 0xE1);
    internal static readonly SKColor Ground = new(0xF6, 0xF7, 0xF9);
    internal static readonly SKColor Hint = new(0xFF, 0xF4, 0xD6);
    internal static readonly SKColor HintLine = new(0xC9, 0x8A, 0x00);

    internal static readonly TextLook Title = new(20, SKColors.White, Bold: true);
    internal static readonly TextLook Subtitle = new(10.5f, SKColors.White);
    internal static readonly TextLook Heading = new(13.5f, Blue, Bold: true);
    internal static readonly TextLook Caption = new(10, MapBrush.Ink, Bold: true);
    internal static readonly TextLook Body = new(9.5f, MapBrush.Ink);
    internal static readonly TextLook Quiet = new(8, MapBrush.Quiet);
    internal static readonly TextLook Foot = new(7.5f, MapBrush.Quiet);

    internal static float LineOf(TextLook look) => look.Size * 1.5f;

    // In the middle of its line, as far as the eye can tell.
    internal static float BaselineOf(TextLook look) => look.Size * 1.12f;
}
