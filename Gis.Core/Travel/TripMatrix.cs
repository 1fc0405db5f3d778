using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Units;

namespace Gis.Core.Travel;

/// <summary>Where a trip begins or ends.</summary>
/// <param name="At">The position.</param>
/// <param name="Bank">The bank of the barrier river it is on.</param>
public readonly record struct TripEnd(LonLat At, Bank Bank);

/// <summary>
/// The trips from each of some places to each of them, by one mode; there and back may differ. Never changes, so threads may
/// share it.
/// </summary>
public sealed class TripMatrix
{
    private readonly Trip?[] trips;
    private readonly Lazy<TripMatrix> shortest;

    private TripMatrix(int count, string version, Trip?[] trips, bool isShortest = false)
    {
        (Count, Version, this.trips) = (count, version, trips);
        shortest = new(() => isShortest ? this : FindShortest());
    }

    /// <summary>How many places there are.</summary>
    public int Count { get; }

    /// <summary>Names how the trips were come by: the same places and version give the same trips.</summary>
    public string Version { get; }

    /// <summary>The trip from one place to another, by their order; null where there is no way. From a place to itself it takes no time.</summary>
    public Trip? this[int from, int to] => trips[(from * Count) + to];

    /// <summary>
    /// The trips between some of the places, in the order given. Where it is shorter to go by one that is left out, that is the trip: the
    /// place is still there to be driven through.
    /// </summary>
    public TripMatrix Only(IReadOnlyList<int> places) =>
        new(places.Count, Version, [.. places.SelectMany(from => places.Select(to => shortest.Value[from, to]))], isShortest: true);

    /// <summary>Estimates every trip, without roads: see <see cref="TravelEstimate"/>.</summary>
    public static TripMatrix Estimate(ImmutableArray<Crossing> crossings, IReadOnlyList<TripEnd> places, TravelMode mode, ModePace pace)
    {
        var estimate = new TravelEstimate(crossings);
        // By place and crossing: a way between the banks asks for them again and again.
        var toCrossings = places.Select(place => crossings.Select(crossing => Geodesic.Distance(place.At, crossing.Position.At).Value).ToArray()).ToArray();
        var trips = new Trip?[places.Count * places.Count];
        for (var from = 0; from < places.Count; from++)
        {
            trips[(from * places.Count) + from] = default(Trip);
            for (var to = 0; to < from; to++)
            {
                Metres? line = places[from].Bank == places[to].Bank
                    ? Geodesic.Distance(places[from].At, places[to].At)
                    : estimate.MeasureAcross(places[from].Bank, first => toCrossings[from][first], places[to].Bank, last => toCrossings[to][last]);
                var trip = line is { } known ? TravelEstimate.TripOver(known, pace) : (Trip?)null;
                trips[(from * places.Count) + to] = trips[(to * places.Count) + from] = trip;
            }
        }

        return new TripMatrix(places.Count, TravelTable.EstimateVersion(mode, pace), trips);
    }

    /// <summary>Makes a matrix from the trips of each place, in any order; a pair that is not there has no way.</summary>
    /// <exception cref="ArgumentException">A row names a place that there is none of.</exception>
    public static TripMatrix Of(string version, IReadOnlyList<IReadOnlyList<Reach>> rows)
    {
        var trips = new Trip?[rows.Count * rows.Count];
        for (var from = 0; from < rows.Count; from++)
        {
            foreach (var reach in rows[from])
            {
                if (reach.Point < 0 || reach.Point >= rows.Count)
                    throw new ArgumentException($"Row {from} names place {reach.Point}; there are {rows.Count}.", nameof(rows));
                trips[(from * rows.Count) + reach.Point] = new Trip(reach.Time, reach.Way);
            }

            trips[(from * rows.Count) + from] = default(Trip);
        }

        return new TripMatrix(rows.Count, version, trips);
    }

    // Floyd and Warshall.
    private TripMatrix FindShortest()
    {
        var found = (Trip?[])trips.Clone();
        for (var via = 0; via < Count; via++)
        {
            for (var from = 0; from < Count; from++)
            {
                if (found[(from * Count) + via] is not { } there)
                    continue;
                for (var to = 0; to < Count; to++)
                {
                    if (found[(via * Count) + to] is { } on && !(found[(from * Count) + to]?.Time <= there.Time + on.Time))
                        found[(from * Count) + to] = new Trip(there.Time + on.Time, there.Way + on.Way);
                }
            }
        }

        return new TripMatrix(Count, Version, found, isShortest: true);
    }
}
