using Gis.Core.Units;

namespace Gis.Core.Travel.Roads;

/// <summary>How far to measure, and how to follow and stop it.</summary>
/// <param name="Limit">The longest trip to find; exactly as long is found. At most 24 hours.</param>
/// <param name="Progress">Told how much is done, now and then and from any thread; none to be told nothing.</param>
/// <param name="Cancel">Stops the work, which then ends in an <see cref="OperationCanceledException"/>.</param>
public sealed record RoadWork(Minutes Limit, IProgress<Share>? Progress = null, CancellationToken Cancel = default);

/// <summary>Which way trips lead between the villages, the rows of a table, and the points, its columns.</summary>
public enum TravelDirection
{
    /// <summary>From the village to the point.</summary>
    There,

    /// <summary>From the point to the village.</summary>
    Back,
}
