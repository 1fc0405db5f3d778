using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;

namespace Gis.Web.Charts;

/// <summary>One axis of a plot: from zero to the most, with its marks and its name with the unit.</summary>
public sealed record Axis(string Name, double Most, ImmutableArray<Tick> Ticks)
{
    public static Axis Of(string name, double most, double step, Func<double, string> write) =>
        new(name, most, [.. Enumerable.Range(0, (int)Math.Floor(most / step) + 1).Select(index => new Tick(index * step, write(index * step)))]);

    /// <summary>The same axis ending at a value, without the marks beyond it.</summary>
    public Axis EndingAt(double most) => this with { Most = most, Ticks = [.. Ticks.Where(tick => tick.Value <= most)] };

    /// <summary>Where a value stands, as a part of the axis; beyond its end it stands at the end.</summary>
    internal double At(double value) => Math.Clamp(value / Most, 0, 1);
}

public readonly record struct Tick(double Value, string Text);

/// <summary>
/// A plot as SVG without a library. Lines are drawn in a space of 1000 by 1000 that the page stretches; words and marks stand
/// beside it at their own size, so that they are as large on a phone as on a wall. Sizes and colours are the style sheet's
/// (client/src/style/charts.css), since the page's policy allows no style in its markup.
/// </summary>
internal sealed class Plot
{
    private const double Span = 1000;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly Axis across;
    private readonly Axis up;
    private readonly XElement lines = Stretched();
    private readonly XElement area;

    /// <summary>Begins a plot.</summary>
    /// <param name="across">The axis from left to right.</param>
    /// <param name="up">The axis from the foot to the head.</param>
    internal Plot(Axis across, Axis up)
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

    /// <summary>A line through points, straight from each to the next.</summary>
    internal Plot Draw(string kind, IEnumerable<(double Across, double Up)> points)
    {
        lines.Add(new XElement(
            Svg + "path",
            new XAttribute("class", kind),
            new XAttribute("d", "M" + string.Join('L', points.Select(point => $"{Place(across.At(point.Across))} {Place(1 - up.At(point.Up))}")))));
        return this;
    }

    /// <summary>A bar over a part of the axis across, from the foot.</summary>
    internal Plot Bar(string kind, double from, double to, double height)
    {
        var (left, right, top) = (across.At(from), across.At(to), 1 - up.At(height));
        lines.Add(new XElement(
            Svg + "rect",
            new XAttribute("class", kind), new XAttribute("x", Place(left)), new XAttribute("y", Place(top)),
            new XAttribute("width", Place(right - left)), new XAttribute("height", Place(1 - top))));
        return this;
    }

    /// <summary>Words at a place, from there to the right.</summary>
    internal Plot Say(string kind, double atAcross, double atUp, string text)
    {
        area.Add(Text(kind, Percent(across.At(atAcross)), Percent(1 - up.At(atUp)), text, "start", "0", "0"));
        return this;
    }

    /// <summary>A line across the whole height at a value, a dot where another line meets it, and words beside the dot.</summary>
    internal Plot Mark(double atAcross, double atUp, string text)
    {
        var (place, height) = (Percent(across.At(atAcross)), Percent(1 - up.At(atUp)));
        // A line that rises leaves room to the right beneath it and to the left above it.
        var isLeft = across.At(atAcross) <= 0.6;
        area.Add(
            Line("mark", place, "0", place, "100%"),
            new XElement(Svg + "circle", new XAttribute("class", "dot"), new XAttribute("cx", place), new XAttribute("cy", height), new XAttribute("r", 6)),
            isLeft
                ? Text("mark-text", place, height, text, "start", "0.6em", up.At(atUp) > 0.15 ? "1.5em" : "-0.7em")
                : Text("mark-text", place, height, text, "end", "-0.6em", "-0.7em"));
        return this;
    }

    /// <summary>A line across the whole height at a value, and a dot on it.</summary>
    internal Plot Mark(double atAcross, double? atUp)
    {
        var place = Percent(across.At(atAcross));
        area.Add(Line("mark", place, "0", place, "100%"));
        if (atUp is { } height)
            area.Add(new XElement(Svg + "circle", new XAttribute("class", "dot"), new XAttribute("cx", place), new XAttribute("cy", Percent(1 - up.At(height))), new XAttribute("r", 6)));
        return this;
    }

    /// <summary>The drawing, with its words for those who do not see it. Words stand around it, where the page leaves room.</summary>
    internal XElement ToSvg(string alternative)
    {
        area.SetAttributeValue("aria-label", alternative);
        return area;
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
