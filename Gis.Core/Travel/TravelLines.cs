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
    private readonly Metres?[,] lines;

    private TravelLines(Metres?[,] lines) => this.lines = lines;

    /// <summary>How many villages there are.</summary>
    public int VillageCount => lines.GetLength(0);

    /// <summary>How many points there are.</summary>
    public int PointCount => lines.GetLength(1);

    /// <summary>The line from a village to a point, by their places in the network; null where there is no way.</summary>
    public Metres? this[int village, int point] => lines[village, point];

    /// <summary>Measures a network.</summary>
    /// <remarks>What is not located is reached by nobody and reaches nothing.</remarks>
    public static TravelLines Measure(ServiceNetwork network)
    {
        var estimate = new TravelEstimate(network.Crossings);
        var fromCrossings = network.Points.Select(point => MeasureFromCrossings(network.Crossings, point)).ToArray();
        var lines = new Metres?[network.Villages.Length, network.Points.Length];
        for (var row = 0; row < network.Villages.Length; row++)
        {
            var village = network.Villages[row];
            if (village.Position is not { } home)
                continue;
            var toCrossings = network.Crossings.Select(crossing => Geodesic.Distance(home.At, crossing.Position.At).Value).ToArray();
            for (var column = 0; column < network.Points.Length; column++)
            {
                var (point, fromLast) = (network.Points[column], fromCrossings[column]);
                if (point.Position is not { } site)
                    continue;
                lines[row, column] = village.Bank == point.Bank
                    ? Geodesic.Distance(home.At, site.At)
                    : estimate.MeasureAcross(village.Bank, first => toCrossings[first], point.Bank, last => fromLast[last]);
            }
        }

        return new TravelLines(lines);
    }

    private static double[] MeasureFromCrossings(ImmutableArray<Crossing> crossings, ServicePoint point) => point.Position is { } site
        ? [.. crossings.Select(crossing => Geodesic.Distance(crossing.Position.At, site.At).Value)]
        : [];
}
