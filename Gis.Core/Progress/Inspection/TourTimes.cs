using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Progress.Inspection;

/// <summary>
/// The times of an inspection in whole milliseconds, so that sums are exact in any order and what fits a day exactly fits.
/// Place 0 is the base. Between any two places stands the quickest way, over other places too.
/// </summary>
internal sealed class TourTimes
{
    internal const long NoWay = long.MaxValue / 4;

    private const double MillisecondsAMinute = 60_000;

    private readonly long[][] drive;
    private readonly double[][] metres;
    private readonly long[] check;

    internal TourTimes(InspectionTask task)
    {
        Count = task.Stops.Length + 1;
        Day = ToMilliseconds(task.Day);
        check = [0, .. task.Stops.Select(stop => ToMilliseconds(stop.Check))];
        drive = [.. Enumerable.Range(0, Count).Select(from => Enumerable.Range(0, Count).Select(to => TimeOf(task.Driving[from, to])).ToArray())];
        metres = [.. Enumerable.Range(0, Count).Select(from => Enumerable.Range(0, Count).Select(to => task.Driving[from, to]?.Way.Value ?? 0).ToArray())];
        GoOverOthers();
    }

    /// <summary>How many places there are, the base included.</summary>
    internal int Count { get; }

    internal long Day { get; }

    internal long[][] Drives => drive;

    internal long Drive(int from, int to) => drive[from][to];

    internal long Check(int place) => check[place];

    /// <summary>There and back from the base, the check not counted.</summary>
    internal long RoundTrip(int place) => drive[0][place] + drive[place][0];

    /// <summary>A tour alone: what it takes to drive.</summary>
    internal long DriveOf(int[] tour)
    {
        var (sum, at) = (0L, 0);
        foreach (var place in tour)
        {
            sum += drive[at][place];
            at = place;
        }

        return sum + drive[at][0];
    }

    /// <summary>A tour alone: from setting out to being back.</summary>
    internal long AwayOf(int[] tour) => DriveOf(tour) + tour.Sum(place => check[place]);

    internal Trip TripOf(int from, int to) => new(ToMinutes(drive[from][to]), new Metres(metres[from][to]));

    internal static Minutes ToMinutes(long milliseconds) => new(milliseconds / MillisecondsAMinute);

    private static long ToMilliseconds(Minutes minutes) => (long)Math.Round(minutes.Value * MillisecondsAMinute);

    private static long TimeOf(Trip? trip) => trip is { } known ? ToMilliseconds(known.Time) : NoWay;

    // Floyd and Warshall. Over roads and by the estimate nothing is quicker by way of another stop but what rounding makes so.
    private void GoOverOthers()
    {
        for (var via = 0; via < Count; via++)
        {
            for (var from = 0; from < Count; from++)
            {
                for (var to = 0; to < Count && drive[from][via] < NoWay; to++)
                {
                    if (drive[from][via] + drive[via][to] >= drive[from][to])
                        continue;
                    drive[from][to] = drive[from][via] + drive[via][to];
                    metres[from][to] = metres[from][via] + metres[via][to];
                }
            }
        }
    }
}
