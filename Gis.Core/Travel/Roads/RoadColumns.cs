using Gis.Core.Places;
using Gis.Core.Units;

namespace Gis.Core.Travel.Roads;

/// <summary>
/// The villages of a table made ready, so that the columns of moved or added points can be measured alone, with the same bits
/// as in a table measured whole. Never changes, so threads may share it.
/// </summary>
public sealed class RoadColumns
{
    private readonly ClimbedPlaces villages;
    private readonly Func<LonLat?, PlaceSeeds?> findSeeds;

    internal RoadColumns(ClimbedPlaces villages, Func<LonLat?, PlaceSeeds?> findSeeds) => (this.villages, this.findSeeds) = (villages, findSeeds);

    /// <summary>How many villages there are.</summary>
    public int Count => villages.Count;

    /// <summary>The trip between each village and a point, within the limit and in the direction they were prepared for; null where there is none.</summary>
    public IReadOnlyList<Trip?> Measure(LonLat point)
    {
        var trips = new Trip?[Count];
        foreach (var (village, cost) in villages.BeginSweep().Measure(findSeeds(point)))
            trips[village] = RoadCost.ToTrip(cost);
        return trips;
    }

    /// <summary>The same for several points, one column each, on all cores.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IReadOnlyList<IReadOnlyList<Trip?>> Measure(
        IReadOnlyList<LonLat> points, IProgress<Share>? progress = null, CancellationToken cancel = default) =>
    [
        .. SweepAll([.. points], progress, cancel).Select(column =>
        {
            var trips = new Trip?[Count];
            foreach (var (village, cost) in column)
                trips[village] = RoadCost.ToTrip(cost);
            return trips;
        }),
    ];

    internal PlaceCost[][] SweepAll(IReadOnlyList<LonLat?> points, IProgress<Share>? progress, CancellationToken cancel)
    {
        var columns = new PlaceCost[points.Count][];
        var done = 0;
        Parallel.For(
            0, points.Count, new ParallelOptions { CancellationToken = cancel }, villages.BeginSweep,
            (point, _, sweep) =>
            {
                columns[point] = sweep.Measure(findSeeds(points[point]));
                progress?.Report(new Share((double)Interlocked.Increment(ref done) / points.Count));
                return sweep;
            },
            _ => { });
        return columns;
    }
}
