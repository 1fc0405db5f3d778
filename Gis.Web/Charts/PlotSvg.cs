using System.Globalization;
using System.Xml.Linq;

namespace Gis.Web.Charts;

/// <summary>
/// Writes a plot as SVG without a library. Lines are drawn in a space of 1000 by 1000 that the page stretches; words and marks
/// stand beside it at their own size, so that they are as large on a phone as on a wall. Sizes and colours are the style sheet's
/// (client/src/style/charts.css), since the page's policy allows no style in its markup.
/// </summary>
internal sealed class PlotSvg
{
    private const double Span = 1000;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly Axis across;
    private readonly Axis up;
    private readonly XElement lines = Stretched();
    private readonly XElement area;

    private PlotSvg(Axis across, Axis up)
    {
        (this.across, this.up) = (across, up);
        area = new XElement(
            Svg + "svg",
            new XAttribute("class", "plot small"), new XAttribute("role", "img"),
            Text("axis-name", "0", "0", up.Name, "start", "-2.4em", "-0.9em"),
            Text("axis-name", "100%", "100%", across.Name, "end", "0", "2.7em"));
        foreach (var tick in up.Ticks)
        {
            var height = Percent(1 - up.At(tick.Value));
            area.Add(Line("grid", "0", height, "100%", height), Text("tick", "0", height, tick.Text, "end", "-0.4em", "0.35em"));
        }

        foreach (var tick in across.Ticks)
        {
            var place = Percent(across.At(tick.Value));
            area.Add(Line("grid", place, "0", place, "100%"), Text("tick", place, "100%", tick.Text, "middle", "0", "1.3em"));
        }

        area.Add(lines);
    }

    /// <summary>The drawing, with its words for those who do not see it. Words stand around it, where the page leaves room.</summary>
    internal static XElement Write(Plot plot, string alternative)
    {
        var svg = new PlotSvg(plot.Across, plot.Up);
        foreach (var mark in plot.Marks)
            svg.Add(mark);
        svg.area.SetAttributeValue("aria-label", alternative);
        return svg.area;
    }

    private void Add(PlotMark mark)
    {
        switch (mark)
        {
            case PlotMark.Line line:
                lines.Add(new XElement(
                    Svg + "path",
                    new XAttribute("class", line.Kind),
                    new XAttribute("d", "M" + string.Join('L', line.Points.Select(point => $"{Place(across.At(point.Across))} {Place(1 - up.At(point.Up))}")))));
                break;
            case PlotMark.Bar bar:
                lines.Add(Write(bar));
                break;
            case PlotMark.Words words:
                area.Add(Text(words.Kind, Percent(across.At(words.Across)), Percent(1 - up.At(words.Up)), words.Text, "start", "0", "0"));
                break;
            case PlotMark.Rule rule:
                AddRule(rule);
                break;
        }
    }

    private XElement Write(PlotMark.Bar bar)
    {
        var (left, right, top) = (across.At(bar.From), across.At(bar.To), 1 - up.At(bar.Height));
        return new XElement(
            Svg + "rect",
            new XAttribute("class", bar.Kind), new XAttribute("x", Place(left)), new XAttribute("y", Place(top)),
            new XAttribute("width", Place(right - left)), new XAttribute("height", Place(1 - top)));
    }

    private void AddRule(PlotMark.Rule rule)
    {
        var place = Percent(across.At(rule.Across));
        area.Add(Line("mark", place, "0", place, "100%"));
        if (rule.Up is not { } at)
            return;
        var height = Percent(1 - up.At(at));
        area.Add(new XElement(Svg + "circle", new XAttribute("class", "dot"), new XAttribute("cx", place), new XAttribute("cy", height), new XAttribute("r", 6)));
        if (rule.Text.Length == 0)
            return;
        // A line that rises leaves room to the right beneath it and to the left above it.
        area.Add(across.At(rule.Across) <= 0.6
            ? Text("mark-text", place, height, rule.Text, "start", "0.6em", up.At(at) > 0.15 ? "1.5em" : "-0.7em")
            : Text("mark-text", place, height, rule.Text, "end", "-0.6em", "-0.7em"));
    }

    private static XElement Stretched() => new(
        Svg + "svg",
        new XAttribute("class", "lines"), new XAttribute("viewBox", $"0 0 {Span} {Span}"), new XAttribute("preserveAspectRatio", "none"),
        new XAttribute("width", "100%"), new XAttribute("height", "100%"));

    private static XElement Line(string kind, string x1, string y1, string x2, string y2) => new(
        Svg + "line",
        new XAttribute("class", kind), new XAttribute("x1", x1), new XAttribute("y1", y1), new XAttribute("x2", x2), new XAttribute("y2", y2));

    private static XElement Text(string kind, string x, string y, string text, string anchor, string dx, string dy) => new(
        Svg + "text",
        new XAttribute("class", kind), new XAttribute("x", x), new XAttribute("y", y), new XAttribute("dx", dx), new XAttribute("dy", dy),
        new XAttribute("text-anchor", anchor), text);

    private static string Percent(double part) => (part * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static string Place(double part) => (part * Span).ToString("0.#", CultureInfo.InvariantCulture);
}
