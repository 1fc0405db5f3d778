using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Units;

namespace Gis.Core.Travel;

/// <summary>
/// The straight lines of <see cref="TravelEstimate"/> from every village of a network to every point, measured once for all
/// modes: only the pace differs between them. Never changes, so threads may share it.
/// </summary>
public sealed class TravelLines
{
    private readonly PointLine[] lines;

    private TravelLines(int[] rowStart, PointLine[] lines) => (RowStart, this.lines) = (rowStart, lines);

    /// <summary>How many lines there are: one for each village and point between which there is a way.</summary>
    public int Count => lines.Length;

    /// <summary>Where the lines of each village begin among all of them, and after the last where they end.</summary>
    internal int[] RowStart { get; }

    /// <summary>The lines of a village by its place in the network, shortest first; in whatever order those of one length.</summary>
    public ReadOnlySpan<PointLine> Row(int village) => lines.AsSpan(RowStart[village]..RowStart[village + 1]);

    /// <summary>Measures a network.</summary>
    /// <remarks>What is not located is reached by nobody and reaches nothing.</remarks>
    public static TravelLines Measure(ServiceNetwork network)
    {
        var estimate = new TravelEstimate(network.Crossings);
        var fromCrossings = network.Points.Select(point => MeasureFromCrossings(network.Crossings, point)).ToArray();
        var rowStart = new int[network.Villages.Length + 1];
        var lines = new List<PointLine>();
        // Sorted once, by numbers alone: a longer line takes longer by every mode.
        var (metres, points) = (new double[network.Points.Length], new int[network.Points.Length]);
        for (var row = 0; row < network.Villages.Length; row++)
        {
            var found = MeasureRow(network, estimate, fromCrossings, network.Villages[row], metres, points);
            Array.Sort(metres, points, 0, found);
            for (var place = 0; place < found; place++)
                lines.Add(new PointLine(points[place], new Metres(metres[place])));
            rowStart[row + 1] = lines.Count;
        }

        return new TravelLines(rowStart, [.. lines]);
    }

    private static int MeasureRow(ServiceNetwork network, TravelEstimate estimate, double[][] fromCrossings, Village village, double[] metres, int[] points)
    {
        if (village.Position is not { } home)
            return 0;
        var found = 0;
        var toCrossings = network.Crossings.Select(crossing => Geodesic.Distance(home.At, crossing.Position.At).Value).ToArray();
        for (var column = 0; column < points.Length; column++)
        {
            var (point, fromLast) = (network.Points[column], fromCrossings[column]);
            if (point.Position is not { } site)
                continue;
            var line = village.Bank == point.Bank
                ? Geodesic.Distance(home.At, site.At)
                : estimate.MeasureAcross(village.Bank, first => toCrossings[first], point.Bank, last => fromLast[last]);
            if (line is { } known)
                (metres[found], points[found++]) = (known.Value, column);
        }

        return found;
    }

    private static double[] MeasureFromCrossings(ImmutableArray<Crossing> crossings, ServicePoint point) => point.Position is { } site
        ? [.. crossings.Select(crossing => Geodesic.Distance(crossing.Position.At, site.At).Value)]
        : [];
}

/// <summary>The line from a village to a point.</summary>
/// <param name="Point">The index of the point in <see cref="ServiceNetwork.Points"/>.</param>
/// <param name="Line">Its length.</param>
public readonly record struct PointLine(int Point, Metres Line);
