using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Units;

namespace Gis.Core.Travel;

/// <summary>
/// The way between two positions where no roads are known: the straight line times a detour factor, and between the
/// banks of a river only over its crossings. Method and sources: docs/methods/travel.md.
/// </summary>
/// <remarks>
/// Which bank something stands on is given with it, never read off the drawn river. The same positions give the same
/// way in both directions. A position on a bank that no crossing reaches is unreachable from the others.
/// </remarks>
public sealed class TravelEstimate
{
    private readonly ImmutableArray<Crossing> crossings;
    private readonly double[,] between;

    /// <summary>Prepares the ways between the crossings.</summary>
    public TravelEstimate(ImmutableArray<Crossing> crossings)
    {
        this.crossings = crossings;
        between = MeasureBetweenCrossings(crossings);
    }

    /// <summary>The straight-line length of the shortest way that keeps to the banks and crossings; null if there is none.</summary>
    public Metres? MeasureLine(LonLat from, Bank fromBank, LonLat to, Bank toBank) => fromBank == toBank
        ? Geodesic.Distance(from, to)
        : MeasureAcross(
            fromBank,
            first => Geodesic.Distance(from, crossings[first].Position.At).Value,
            toBank,
            last => Geodesic.Distance(crossings[last].Position.At, to).Value);

    /// <summary>The trip from one position to another by one mode; null if the one cannot be reached from the other.</summary>
    public Trip? Estimate(LonLat from, Bank fromBank, LonLat to, Bank toBank, ModePace pace) =>
        MeasureLine(from, fromBank, to, toBank) is { } line ? TripOver(line, pace) : null;

    /// <summary>The trip whose straight line is known.</summary>
    internal static Trip TripOver(Metres line, ModePace pace)
    {
        var way = line * pace.Detour;
        return new Trip(pace.Speed.TimeFor(way), way);
    }

    /// <summary>The line from one bank to another over the crossings, given the metres to each first and from each last of them.</summary>
    internal Metres? MeasureAcross(Bank fromBank, Func<int, double> metresToFirst, Bank toBank, Func<int, double> metresFromLast)
    {
        var best = double.PositiveInfinity;
        for (var first = 0; first < crossings.Length; first++)
        {
            if (!Touches(crossings[first], fromBank))
                continue;
            var toFirst = metresToFirst(first);
            for (var last = 0; last < crossings.Length; last++)
            {
                if (toFirst + between[first, last] < best && Touches(crossings[last], toBank))
                    best = Math.Min(best, toFirst + between[first, last] + metresFromLast(last));
            }
        }

        return double.IsPositiveInfinity(best) ? null : new Metres(best);
    }

    private static bool Touches(Crossing crossing, Bank bank) => crossing.From == bank || crossing.To == bank;

    // Floyd and Warshall over the crossings: a way may need several where a city has more than two banks.
    private static double[,] MeasureBetweenCrossings(ImmutableArray<Crossing> crossings)
    {
        var count = crossings.Length;
        var metres = new double[count, count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                var sharesBank = Touches(crossings[i], crossings[j].From) || Touches(crossings[i], crossings[j].To);
                metres[i, j] = i == j ? 0
                    : sharesBank ? Geodesic.Distance(crossings[i].Position.At, crossings[j].Position.At).Value
                    : double.PositiveInfinity;
            }
        }

        for (var via = 0; via < count; via++)
        {
            for (var i = 0; i < count; i++)
            {
                for (var j = 0; j < count; j++)
                    metres[i, j] = Math.Min(metres[i, j], metres[i, via] + metres[via, j]);
            }
        }

        return metres;
    }
}

/// <summary>How long and how far it is from one place to another.</summary>
/// <param name="Time">The time it takes.</param>
/// <param name="Way">The length of the way.</param>
public readonly record struct Trip(Minutes Time, Metres Way);
