using System.Globalization;
using Gis.Core.Network;
using Gis.Core.Units;

namespace Gis.Core.Travel;

/// <summary>
/// The minutes from each village to the service points it can reach by one mode: the only way by which anything here
/// comes to a distance or a time. Rows are <see cref="ServiceNetwork.Villages"/>, columns <see cref="ServiceNetwork.Points"/>;
/// a pair that is not there is out of reach. Never changes, so threads may share it.
/// </summary>
public sealed class TravelTable
{
    private readonly int[] rowStart;
    private readonly Reach[] reaches;

    private TravelTable(TravelMode mode, ModePace pace, string version, int[] rowStart, Reach[] reaches)
    {
        Mode = mode;
        Pace = pace;
        Version = version;
        this.rowStart = rowStart;
        this.reaches = reaches;
    }

    /// <summary>The mode of every trip in the table.</summary>
    public TravelMode Mode { get; }

    /// <summary>The pace at which a doubt about a position becomes a doubt about minutes.</summary>
    public ModePace Pace { get; }

    /// <summary>Names how the minutes were come by: the same network and version give the same table.</summary>
    public string Version { get; }

    /// <summary>How many villages there are.</summary>
    public int RowCount => rowStart.Length - 1;

    /// <summary>Makes a table from the trips of each row, in any order.</summary>
    /// <exception cref="ArgumentException">A row names a point twice.</exception>
    public static TravelTable FromRows(TravelMode mode, ModePace pace, string version, IReadOnlyList<IReadOnlyList<Reach>> rows)
    {
        var rowStart = new int[rows.Count + 1];
        var reaches = new Reach[rows.Sum(row => row.Count)];
        var points = new HashSet<int>();
        for (var row = 0; row < rows.Count; row++)
        {
            rowStart[row + 1] = rowStart[row] + rows[row].Count;
            var sorted = reaches.AsSpan(rowStart[row]..rowStart[row + 1]);
            for (var place = 0; place < sorted.Length; place++)
            {
                sorted[place] = rows[row][place];
                if (!points.Add(sorted[place].Point))
                    throw new ArgumentException($"Row {row} names a point twice.", nameof(rows));
            }

            points.Clear();
            sorted.Sort(static (one, other) => one.Time != other.Time ? one.Time.CompareTo(other.Time) : one.Point.CompareTo(other.Point));
        }

        return new TravelTable(mode, pace, version, rowStart, reaches);
    }

    /// <summary>Makes a table like this one of rows already sorted by time and then by point.</summary>
    internal TravelTable WithSortedRows(int[] starts, Reach[] sorted) => new(Mode, Pace, Version, starts, sorted);

    /// <summary>Estimates every trip of a network by one mode, without roads.</summary>
    /// <remarks>What is not located is reached by nobody and reaches nothing; its row or column is empty.</remarks>
    public static TravelTable Estimate(ServiceNetwork network, TravelMode mode, ModePace pace) =>
        Estimate(TravelLines.Measure(network), mode, pace);

    /// <summary>Estimates every trip by one mode over lines measured before, as for another mode.</summary>
    public static TravelTable Estimate(TravelLines lines, TravelMode mode, ModePace pace)
    {
        var reaches = new Reach[lines.Count];
        for (var row = 0; row + 1 < lines.RowStart.Length; row++)
        {
            var trips = reaches.AsSpan(lines.RowStart[row]..lines.RowStart[row + 1]);
            var place = 0;
            foreach (ref readonly var line in lines.Row(row))
            {
                var trip = TravelEstimate.TripOver(line.Line, pace);
                trips[place++] = new Reach(line.Point, trip.Time, trip.Way);
            }

            OrderEquallyNear(trips);
        }

        return new TravelTable(mode, pace, EstimateVersion(mode, pace), lines.RowStart, reaches);
    }

    // Lines of different length may take the same minutes, by rounding; sorted by line, a row is sorted by minutes but for these.
    private static void OrderEquallyNear(Span<Reach> trips)
    {
        for (var first = 0; first < trips.Length;)
        {
            var end = first + 1;
            while (end < trips.Length && trips[end].Time == trips[first].Time)
                end++;
            if (end - first > 1)
                trips[first..end].Sort(static (one, other) => one.Point.CompareTo(other.Point));
            first = end;
        }
    }

    /// <summary>Names an estimate by one mode.</summary>
    internal static string EstimateVersion(TravelMode mode, ModePace pace) =>
        string.Create(CultureInfo.InvariantCulture, $"estimate-1:{mode.Written()}:{pace.Speed}:{pace.Detour}");

    /// <summary>The points a village can reach, nearest first; equally near ones in the network's order.</summary>
    public ReadOnlySpan<Reach> Row(int village) => reaches.AsSpan(rowStart[village]..rowStart[village + 1]);
}

/// <summary>A point that a village can reach.</summary>
/// <param name="Point">The index of the point in <see cref="ServiceNetwork.Points"/>.</param>
/// <param name="Time">The time the trip takes.</param>
/// <param name="Way">The length of the way.</param>
public readonly record struct Reach(int Point, Minutes Time, Metres Way);
