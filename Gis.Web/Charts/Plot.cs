using System.Collections.Immutable;
using Gis.Web.Layout;

namespace Gis.Web.Charts;

/// <summary>One axis of a plot: from zero to the most, with its marks and its name with the unit.</summary>
public sealed record Axis(string Name, double Most, ImmutableArray<Tick> Ticks)
{
    private const int MostSteps = 5;

    private static readonly int[] RoundTimes = [1, 2, 5, 10];

    public static Axis Of(string name, double most, double step, Func<double, string> write) =>
        new(name, most, [.. Enumerable.Range(0, (int)Math.Floor(most / step) + 1).Select(index => new Tick(index * step, write(index * step)))]);

    /// <summary>An axis of at most five steps of 1, 2 or 5 of a power of ten, and not less than 1, that ends at the mark at or after a value.</summary>
    public static Axis Round(string name, double last)
    {
        var rough = last / MostSteps;
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(1, rough))));
        var step = RoundTimes.First(times => times * power >= rough) * power;
        return Of(name, Math.Max(1, Math.Ceiling(last / step)) * step, step, value => Wording.Number((long)Math.Round(value)));
    }

    /// <summary>The same axis ending at a value, without the marks beyond it.</summary>
    public Axis EndingAt(double most) => this with { Most = most, Ticks = [.. Ticks.Where(tick => tick.Value <= most)] };

    /// <summary>Where a value stands, as a part of the axis; beyond its end it stands at the end.</summary>
    internal double At(double value) => Math.Clamp(value / Most, 0, 1);
}

public readonly record struct Tick(double Value, string Text);

/// <summary>What stands in a plot; its kind says how it looks.</summary>
public abstract record PlotMark
{
    private PlotMark()
    {
    }

    /// <summary>A line through points, straight from each to the next.</summary>
    public sealed record Line(string Kind, ImmutableArray<(double Across, double Up)> Points) : PlotMark;

    /// <summary>A bar over a part of the axis across, from the foot.</summary>
    public sealed record Bar(string Kind, double From, double To, double Height) : PlotMark;

    /// <summary>Words at a place, from there to the right.</summary>
    public sealed record Words(string Kind, double Across, double Up, string Text) : PlotMark;

    /// <summary>A line across the whole height at a value, a dot where another line meets it, and words beside the dot.</summary>
    public sealed record Rule(double Across, double? Up, string Text) : PlotMark;
}

/// <summary>Two axes and what stands between them, the same for a page (<see cref="PlotSvg"/>) and for paper (<see cref="PlotPainter"/>).</summary>
/// <param name="across">The axis from left to right.</param>
/// <param name="up">The axis from the foot to the head.</param>
public sealed class Plot(Axis across, Axis up)
{
    private readonly List<PlotMark> marks = [];

    internal Axis Across => across;

    internal Axis Up => up;

    internal IReadOnlyList<PlotMark> Marks => marks;

    /// <summary>A line through points, straight from each to the next.</summary>
    internal Plot Draw(string kind, IEnumerable<(double Across, double Up)> points) => Add(new PlotMark.Line(kind, [.. points]));

    /// <summary>A bar over a part of the axis across, from the foot.</summary>
    internal Plot Bar(string kind, double from, double to, double height) => Add(new PlotMark.Bar(kind, from, to, height));

    /// <summary>Words at a place, from there to the right.</summary>
    internal Plot Say(string kind, double atAcross, double atUp, string text) => Add(new PlotMark.Words(kind, atAcross, atUp, text));

    /// <summary>A line across the whole height at a value, a dot where another line meets it, and words beside the dot.</summary>
    internal Plot Mark(double atAcross, double? atUp, string text = "") => Add(new PlotMark.Rule(atAcross, atUp, text));

    /// <summary>The plot as a picture of a chart.</summary>
    /// <param name="words">What it shows, for those who do not see it.</param>
    /// <param name="name">Its name beside the others; none where it is the only one.</param>
    internal ChartPicture Picture(string words, string name = "") => new(name, this, words);

    private Plot Add(PlotMark mark)
    {
        marks.Add(mark);
        return this;
    }
}
