using System.Text;
using Gis.Web.Maps;
using Gis.Web.Reports;
using QRCoder;
using SkiaSharp;

namespace Gis.Web.Finder.Posters;

/// <summary>Draws a poster on one sheet, white letters on blue as the plan has the signs of points (§3(1)1: 蓝底白字); it can be read from two metres.</summary>
internal sealed class PosterPdf
{
    private const float Left = 40;
    private const float Width = Paper.PageWidth - (2 * Left);
    private const float CodeSize = 128;
    private const float FootHeight = CodeSize + 56;

    // Parts that do not fit are set smaller; below the smallest nobody reads them from the street.
    private const float LargestScale = 1.6f;
    private const float SmallestScale = 0.6f;

    private static readonly TextLook Name = new(34, SKColors.White, Bold: true);
    private static readonly TextLook Where = new(15, SKColors.White);
    private static readonly TextLook Number = new(44, PaperLook.Blue, Bold: true);
    private static readonly TextLook Small = new(11, MapBrush.Ink);

    private readonly Poster poster;
    private readonly MapBrush brush;
    private float y;

    private PosterPdf(Poster poster, MapBrush brush) => (this.poster, this.brush) = (poster, brush);

    /// <summary>The poster as a PDF of one page.</summary>
    internal static byte[] Write(Poster poster, PosterSize size, MapFont font)
    {
        // Drawn twice: only then is it known which letters the document needs.
        var letters = new HashSet<Rune>();
        using (var nothing = new SKNoDrawCanvas((int)Paper.PageWidth, (int)Paper.PageHeight))
            new PosterPdf(poster, new MapBrush(nothing, font.ForPaper(), 1, letters)).Draw();
        using var file = new MemoryStream();
        using (var document = SKDocument.CreatePdf(file, new SKDocumentPdfMetadata { Title = poster.Name }))
        {
            var scale = size == PosterSize.A3 ? MathF.Sqrt(2) : 1;
            var canvas = document.BeginPage(Paper.PageWidth * scale, Paper.PageHeight * scale);
            canvas.Scale(scale);
            new PosterPdf(poster, new MapBrush(canvas, font.ForPaper(letters), 1)).Draw();
            document.EndPage();
        }

        return file.ToArray();
    }

    private void Draw()
    {
        DrawBand();
        var scale = LargestScale;
        while (scale > SmallestScale && HeightOf(scale) > Paper.PageHeight - FootHeight - y)
            scale -= 0.05f;
        foreach (var part in poster.Parts)
        {
            Write([part.Heading], HeadingOf(scale), Left);
            Write(Lines(part, scale), BodyOf(scale), Left + 14);
            y += 10 * scale;
        }

        DrawFoot();
    }

    private void DrawBand()
    {
        var (name, where) = (Break(poster.Name, Name, Width), Break(poster.Where, Where, Width));
        var height = 36 + (name.Count * PaperLook.LineOf(Name)) + (where.Count * PaperLook.LineOf(Where)) + 20;
        using (var blue = new SKPaint { Color = PaperLook.Blue })
            brush.Canvas.DrawRect(new SKRect(0, 0, Paper.PageWidth, height), blue);
        y = 32;
        Write(name, Name, Left);
        Write(where, Where, Left);
        y = height + 20;
    }

    private void DrawFoot()
    {
        var top = Paper.PageHeight - FootHeight + 8;
        using (var line = brush.Stroke(PaperLook.Line, 1.5f))
            brush.Canvas.DrawLine(Left, top - 8, Paper.PageWidth - Left, top - 8, line);
        DrawCode(Paper.PageWidth - Left - CodeSize, top);
        var room = Width - CodeSize - 20;
        y = top;
        Write([poster.Language["打电话", "Call"]], Small, Left);
        Write([poster.Phone], Number, Left);
        Write(Break(poster.Language["手机扫右边的码,看今天开不开门。", "Scan the code to see whether it is open today."], Small, room), Small, Left);
        Write(Break(poster.Note, Small with { Colour = MapBrush.Quiet }, room), Small with { Colour = MapBrush.Quiet }, Left);
    }

    private void DrawCode(float left, float top)
    {
        using var code = QRCodeGenerator.GenerateQrCode(poster.Address, QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix;
        var side = CodeSize / modules.Count;
        using var black = new SKPaint { Color = SKColors.Black, IsAntialias = false };
        for (var row = 0; row < modules.Count; row++)
        {
            for (var column = 0; column < modules.Count; column++)
            {
                if (modules[row][column])
                    brush.Canvas.DrawRect(left + (column * side), top + (row * side), side, side, black);
            }
        }
    }

    private float HeightOf(float scale) => poster.Parts.Sum(part =>
        PaperLook.LineOf(HeadingOf(scale)) + (Lines(part, scale).Count * PaperLook.LineOf(BodyOf(scale))) + (10 * scale));

    private List<string> Lines(PosterPart part, float scale) => [.. part.Lines.SelectMany(line => Break(line, BodyOf(scale), Width - 14))];

    private List<string> Break(string text, TextLook look, float room) =>
        text.Length == 0 ? [] : new LineBreaker(part => brush.WidthOf(part, look)).Break(text, room);

    private void Write(IEnumerable<string> lines, TextLook look, float left)
    {
        foreach (var line in lines)
        {
            brush.Text(line, left, y + PaperLook.BaselineOf(look), look);
            y += PaperLook.LineOf(look);
        }
    }

    private static TextLook HeadingOf(float scale) => new(20 * scale, PaperLook.Blue, Bold: true);

    private static TextLook BodyOf(float scale) => new(17 * scale, MapBrush.Ink);
}
