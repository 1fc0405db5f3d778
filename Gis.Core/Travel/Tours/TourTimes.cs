using Gis.Core.Units;

namespace Gis.Core.Travel.Tours;

/// <summary>
/// The times of day tours in whole milliseconds, so that sums are exact in any order and what fits a day exactly fits.
/// Place 0 is the base. Between any two places stands the quickest way, over other places too.
/// </summary>
internal sealed class TourTimes
{
    internal const long NoWay = long.MaxValue / 4;

    private const double MillisecondsAMinute = 60_000;

    private readonly long[][] drive;
    private readonly double[][] metres;
    private readonly long[] stay;

    /// <summary>Reads the times of tours.</summary>
    /// <param name="driving">The trips: place 0 is the base, place i + 1 is stop i.</param>
    /// <param name="stays">How long each stop takes.</param>
    /// <param name="day">How long a tour may take, driving and stays; exactly as long fits.</param>
    internal TourTimes(TripMatrix driving, IEnumerable<Minutes> stays, Minutes day)
    {
        Count = driving.Count;
        Day = ToMilliseconds(day);
        stay = [0, .. stays.Select(ToMilliseconds)];
        drive = [.. Enumerable.Range(0, Count).Select(from => Enumerable.Range(0, Count).Select(to => TimeOf(driving[from, to])).ToArray())];
        metres = [.. Enumerable.Range(0, Count).Select(from => Enumerable.Range(0, Count).Select(to => driving[from, to]?.Way.Value ?? 0).ToArray())];
        GoOverOthers();
    }

    private TourTimes(TourTimes whole, int[] places, long[] stay)
    {
        (Count, Day, this.stay) = (places.Length, whole.Day, stay);
        drive = [.. places.Select(from => places.Select(to => whole.drive[from][to]).ToArray())];
        metres = [.. places.Select(from => places.Select(to => whole.metres[from][to]).ToArray())];
    }

    /// <summary>How many places there are, the base included.</summary>
    internal int Count { get; }

    internal long Day { get; }

    internal long[][] Drives => drive;

    internal long Drive(int from, int to) => drive[from][to];

    /// <summary>How long a stop takes; nothing at the base.</summary>
    internal long Stay(int place) => stay[place];

    /// <summary>The same ways with other stays, in milliseconds; the base, which takes none, included.</summary>
    internal TourTimes WithStays(long[] stays) => new(this, [.. Enumerable.Range(0, Count)], stays);

    /// <summary>The base and some of the stops, in the order given, as places 1, 2, … Their ways lead over the others, too.</summary>
    internal TourTimes Only(IEnumerable<int> stops)
    {
        int[] places = [0, .. stops];
        return new TourTimes(this, places, [.. places.Select(place => stay[place])]);
    }

    /// <summary>There and back from the base, the stay not counted.</summary>
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
    internal long AwayOf(int[] tour) => DriveOf(tour) + tour.Sum(place => stay[place]);

    internal Trip TripOf(int from, int to) => new(ToMinutes(drive[from][to]), new Metres(metres[from][to]));

    internal static Minutes ToMinutes(long milliseconds) => new(milliseconds / MillisecondsAMinute);

    internal static long ToMilliseconds(Minutes minutes) => (long)Math.Round(minutes.Value * MillisecondsAMinute);

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
