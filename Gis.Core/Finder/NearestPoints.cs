using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Travel;
using Gis.Core.Units;

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

    /// <summary>The sites nearest to a position in a straight line over the ellipsoid, nearest first, equally near ones by id.</summary>
    /// <param name="sites">The sites, each with its id.</param>
    /// <param name="at">The position.</param>
    /// <param name="count">How many to give; fewer if there are fewer.</param>
    public static ImmutableArray<(string Id, Metres Distance)> ByLine(IEnumerable<(string Id, LonLat At)> sites, LonLat at, int count) =>
    [
        .. sites.Select(site => (site.Id, Distance: Geodesic.Distance(at, site.At)))
            .OrderBy(site => site.Distance)
            .ThenBy(site => site.Id, StringComparer.Ordinal)
            .Take(count),
    ];
}

/// <summary>A point and how to reach it.</summary>
/// <param name="Point">The point.</param>
/// <param name="Trip">The trip there; none if it cannot be reached or is not located.</param>
public readonly record struct PointTrip(ServicePoint Point, Trip? Trip);
