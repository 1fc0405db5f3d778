using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Travel;

namespace Gis.Core.Finder;

/// <summary>Finds the service points nearest to someone.</summary>
public static class NearestPoints
{
    /// <summary>
    /// The points nearest to a place by time, nearest first and equally near ones by id; those that cannot be reached
    /// or are not located come last, without a trip, so that none is lost.
    /// </summary>
    public static ImmutableArray<PointTrip> ByTime(
        IEnumerable<ServicePoint> points, LonLat at, Bank bank, TravelEstimate estimate, ModePace pace) =>
        ByTrip(points.Select(point => new PointTrip(point, point.Position is { } site ? estimate.Estimate(at, bank, site.At, point.Bank, pace) : null)));

    /// <summary>Points whose trips are known, in the same order.</summary>
    public static ImmutableArray<PointTrip> ByTrip(IEnumerable<PointTrip> points) =>
        [.. points.OrderBy(found => found.Trip is null).ThenBy(found => found.Trip?.Time).ThenBy(found => found.Point.Id)];
}

/// <summary>A point and how to reach it.</summary>
/// <param name="Point">The point.</param>
/// <param name="Trip">The trip there; none if it cannot be reached or is not located.</param>
public readonly record struct PointTrip(ServicePoint Point, Trip? Trip);
