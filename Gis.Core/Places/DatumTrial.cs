using System.Collections.Immutable;
using Gis.Core.Units;

namespace Gis.Core.Places;

/// <summary>A guess tried on all pairs: what is left between where it puts them and where they are known to be.</summary>
internal sealed class DatumTrial
{
    /// <summary>What a position written down may be off by its own measuring and rounding, a telephone's included.</summary>
    public const double Slack = 30;

    // Beyond this from the meridian of the known position, metres in the plane mean nothing, and nothing fits anyway.
    private const double MostDegrees = 60;

    // A median of n values from a bell curve is off by 1.2533 deviations over the root of n; a deviation is 1.4826 medians of
    // the absolute departures (Hampel 1974). Three times that is passed by chance once in some hundred cases.
    private const double Uncertainty = 3 * 1.2533 * 1.4826;

    private static readonly TransverseMercator Plane = new(Ellipsoid.Cgcs2000);

    private readonly IReadOnlyList<DatumPair> pairs;
    private readonly (double East, double North)?[] offsets;

    public DatumTrial(DatumGuess guess, IReadOnlyList<DatumPair> pairs)
    {
        Guess = guess;
        this.pairs = pairs;
        offsets = [.. pairs.Select(pair => OffsetOf(guess, pair))];
        Leftovers = [.. offsets.Select(offset => offset is var (east, north) ? double.Hypot(east, north) : double.PositiveInfinity)];
        Fitting = Enumerable.Range(0, pairs.Count).Count(Fits);
    }

    public DatumGuess Guess { get; }

    /// <summary>Metres left at each pair; infinite where it stands for no position.</summary>
    public ImmutableArray<double> Leftovers { get; }

    public int Fitting { get; }

    /// <summary>Whether what is left at a pair is within the accuracy of the known position; exactly at it is.</summary>
    public bool Fits(int pair) => Leftovers[pair] <= Math.Max(pairs[pair].Accuracy.Value, Slack);

    /// <summary>Whether the pairs, taken together, lie about the known positions and not beside them.</summary>
    public bool IsCentred()
    {
        var (east, north) = Reached();
        if (east.Length == 0)
            return false;
        var spread = double.Hypot(Departure(east), Departure(north));
        return Offset(east, north) <= Slack + (Uncertainty * spread / Math.Sqrt(east.Length));
    }

    public DatumEvidence ToEvidence()
    {
        var (east, north) = Reached();
        var left = Median([.. Leftovers]);
        return new DatumEvidence(
            Guess, pairs.Count, Fitting,
            double.IsFinite(left) ? new Metres(left) : null,
            east.Length > 0 ? new Metres(Offset(east, north)) : null,
            [.. Enumerable.Range(0, pairs.Count).Where(pair => !Fits(pair)).Select(pair => pairs[pair].Row)]);
    }

    private (double[] East, double[] North) Reached()
    {
        var reached = offsets.OfType<(double East, double North)>().ToList();
        return ([.. reached.Select(offset => offset.East)], [.. reached.Select(offset => offset.North)]);
    }

    private static double Offset(double[] east, double[] north) => double.Hypot(Median(east), Median(north));

    private static double Departure(double[] values)
    {
        var middle = Median(values);
        return Median([.. values.Select(value => Math.Abs(value - middle))]);
    }

    private static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        var half = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    // In the plane along the meridian of the known position, where lengths are true to a millionth over ten kilometres.
    private static (double East, double North)? OffsetOf(DatumGuess guess, DatumPair pair)
    {
        var meridian = pair.Known.Longitude;
        if (!guess.TryToLonLat(pair.Written, out var found, out _) || Math.Abs(Math.IEEERemainder(found.Longitude - meridian, 360)) > MostDegrees)
            return null;
        var (to, from) = (Plane.Project(found, meridian), Plane.Project(pair.Known, meridian));
        return (to.Easting - from.Easting, to.Northing - from.Northing);
    }
}
