using Gis.Web.Maps;
using SkiaSharp;

namespace Gis.Web.Charts;

/// <summary>Draws a plot on paper, in the colours the style sheet gives it on a page.</summary>
internal sealed class PlotPainter
{
    private const float Gap = 4;
    private const float DotRadius = 3;

    private static readonly TextLook Tick = new(7.5f, MapBrush.Quiet);
    private static readonly TextLook Words = new(8, MapBrush.Quiet);
    private static readonly TextLook Said = new(9, MapBrush.Ink, Bold: true, Halo: true);
    private static readonly SKColor Grid = new(0xD5, 0xDA, 0xE1);
    private static readonly SKColor Accent = new(0x1F, 0x4E, 0x8C);

    private readonly MapBrush brush;
    private readonly Plot plot;

    // Where the lines are; the words stand around it.
    private readonly SKRect area;

    private PlotPainter(MapBrush brush, Plot plot, SKRect room)
    {
        (this.brush, this.plot) = (brush, plot);
        var beside = plot.Up.Ticks.Select(tick => brush.WidthOf(tick.Text, Tick)).DefaultIfEmpty().Max() + Gap;
        area = new SKRect(room.Left + beside, room.Top + (2 * Tick.Size), room.Right - (2 * Gap), room.Bottom - (3.2f * Tick.Size));
    }

    internal static void Draw(MapBrush brush, Plot plot, SKRect room)
    {
        var painter = new PlotPainter(brush, plot, room);
        painter.DrawAxes(room);
        foreach (var mark in plot.Marks.OrderBy(mark => mark is PlotMark.Words or PlotMark.Rule))
            painter.Draw(mark);
    }

    private void DrawAxes(SKRect room)
    {
        brush.Text(plot.Up.Name, room.Left, room.Top + Tick.Size, Tick);
        brush.Text(plot.Across.Name, area.Right - brush.WidthOf(plot.Across.Name, Tick), room.Bottom - 2, Tick);
        using var grid = brush.Stroke(Grid, 0.6f);
        foreach (var tick in plot.Up.Ticks)
        {
            var y = YOf(tick.Value);
            brush.Canvas.DrawLine(area.Left, y, area.Right, y, grid);
            brush.Text(tick.Text, area.Left - Gap - brush.WidthOf(tick.Text, Tick), y + (Tick.Size * 0.35f), Tick);
        }

        foreach (var tick in plot.Across.Ticks)
        {
            var x = XOf(tick.Value);
            brush.Canvas.DrawLine(x, area.Top, x, area.Bottom, grid);
            brush.Text(tick.Text, x - (brush.WidthOf(tick.Text, Tick) / 2), area.Bottom + (1.4f * Tick.Size), Tick);
        }
    }

    private void Draw(PlotMark mark)
    {
        switch (mark)
        {
            case PlotMark.Line line:
                DrawLine(line);
                break;
            case PlotMark.Bar bar:
                using (var builder = new SKPathBuilder())
                {
                    builder.AddRect(new SKRect(XOf(bar.From), YOf(bar.Height), XOf(bar.To), area.Bottom));
                    using var box = builder.Detach();
                    brush.Fill(box, ColourOf(bar.Kind));
                    brush.Line(box, MapBrush.Quiet, 0.5f);
                }

                break;
            case PlotMark.Words words:
                brush.Text(words.Text, XOf(words.Across), YOf(words.Up), Words with { Halo = true });
                break;
            case PlotMark.Rule rule:
                DrawRule(rule);
                break;
        }
    }

    private void DrawLine(PlotMark.Line line)
    {
        using var builder = new SKPathBuilder();
        builder.AddPoly([.. line.Points.Select(point => new SKPoint(XOf(point.Across), YOf(point.Up)))], false);
        using var path = builder.Detach();
        var (colour, width, dash) = LookOf(line.Kind);
        using var stroke = brush.Stroke(colour, width);
        using var dashes = dash.Length > 0 ? SKPathEffect.CreateDash(dash, 0) : null;
        stroke.PathEffect = dashes;
        brush.Canvas.DrawPath(path, stroke);
    }

    private void DrawRule(PlotMark.Rule rule)
    {
        var x = XOf(rule.Across);
        using (var dashes = SKPathEffect.CreateDash([3, 2], 0))
        using (var stroke = brush.Stroke(MapBrush.Ink, 1))
        {
            stroke.PathEffect = dashes;
            brush.Canvas.DrawLine(x, area.Top, x, area.Bottom, stroke);
        }

        if (rule.Up is not { } up)
            return;
        using (var paper = new SKPaint { Color = SKColors.White, IsAntialias = true })
            brush.Canvas.DrawCircle(x, YOf(up), DotRadius, paper);
        using (var edge = brush.Stroke(Accent, 1.6f))
            brush.Canvas.DrawCircle(x, YOf(up), DotRadius, edge);
        // Beside the dot where the rising line leaves room, as on a page.
        if (plot.Across.At(rule.Across) <= 0.6)
            brush.Text(rule.Text, x + (2 * Gap), YOf(up) + (plot.Up.At(up) > 0.15 ? 1.5f * Said.Size : -0.7f * Said.Size), Said);
        else
            brush.Text(rule.Text, x - (2 * Gap) - brush.WidthOf(rule.Text, Said), YOf(up) - (0.7f * Said.Size), Said);
    }

    private static (SKColor Colour, float Width, float[] Dash) LookOf(string kind) => kind switch
    {
        "equal" => (MapBrush.Quiet, 1, [4, 3]),
        "forecast" => (Accent, 2, [1, 4]),
        _ => (Accent, 2, []),
    };

    private float XOf(double value) => (float)(area.Left + (area.Width * plot.Across.At(value)));

    private float YOf(double value) => (float)(area.Bottom - (area.Height * plot.Up.At(value)));

    // Bars of a class of coverage are named after it, from 1.
    private static SKColor ColourOf(string kind) =>
        MapPalette.Default.Classes.Select((each, index) => (Name: $"class-{index + 1}", each.Colour))
            .Where(each => kind.EndsWith(each.Name, StringComparison.Ordinal)).Select(each => (SKColor?)SKColor.Parse(each.Colour)).FirstOrDefault() ?? Accent;
}
