using System.Collections.Immutable;
using Gis.Core.Finder;
using Gis.Core.Finder.Hours;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Web.Finder.Hours;
using Gis.Web.Network;
using Gis.Web.Pairing.Months;

namespace Gis.Web.Finder;

/// <summary>Points as somebody who looks for help needs them: how far, whether open, and when the adviser is there.</summary>
public sealed class PointDesk(OpenNow open, MonthDesk months)
{
    /// <summary>Whether the ways from a place are those of roads: from a village they are, where roads are known; from elsewhere they are estimated.</summary>
    public static bool IsByRoads(Snapshot snapshot, Place place, TravelMode mode) =>
        place.Point is null && place.Area.Level == AreaLevel.Village && snapshot.Travel.IsByRoads(mode);

    /// <summary>Some points by the way from a place, nearest first; those that cannot be reached last.</summary>
    public static ImmutableArray<PointTrip> ListNearest(Snapshot snapshot, Place place, TravelMode mode, Func<ServicePoint, bool> isAsked)
    {
        var network = snapshot.Network;
        if (!IsByRoads(snapshot, place, mode))
            return place.Position is { } at ? NearestPoints.ByTime(network.Points.Where(isAsked), at.At, place.Bank, snapshot.Estimate, ModePace.Defaults[mode]) : [];
        var trips = new Trip?[network.Points.Length];
        foreach (var reach in snapshot.Table(mode).Row(network.RowOf(place.Area)))
            trips[reach.Point] = new Trip(reach.Time, reach.Way);
        return NearestPoints.ByTrip(network.Points.Select((point, i) => new PointTrip(point, trips[i])).Where(found => isAsked(found.Point)));
    }

    /// <summary>What is to be said of points, in their order.</summary>
    /// <exception cref="Gis.Data.Store.StoreException">The pairs of villages cannot be read.</exception>
    public async Task<ImmutableArray<PointRow>> Describe(ServiceNetwork network, IReadOnlyCollection<PointTrip> points, CancellationToken cancel)
    {
        var rooms = points.Where(found => found.Point is { Tier: Tier.Room, IsOpen: true }).Select(found => found.Point.Area).ToList();
        var days = rooms.Count == 0 ? ImmutableDictionary<AreaCode, AdviserDay>.Empty : await months.ListNext(rooms, open.Today, cancel);
        return
        [
            .. points.Select(found => new PointRow(
                found.Point, found.Trip, open.At(network, found.Point), open.Today,
                found.Point.Tier == Tier.Room && days.TryGetValue(found.Point.Area, out var day) ? day : null)),
        ];
    }

    /// <summary>Whether a point is built and open at this moment.</summary>
    public bool IsOpenNow(ServiceNetwork network, ServicePoint point) => point.IsOpen && open.At(network, point) is OpenState.Open;
}

/// <summary>A point in a list.</summary>
/// <param name="Point">The point.</param>
/// <param name="Trip">The way there; none where there is none or it is not known.</param>
/// <param name="State">Whether it is open.</param>
/// <param name="Today">The day it is in China.</param>
/// <param name="Adviser">The next day on which the adviser is there; none where none is planned.</param>
public sealed record PointRow(ServicePoint Point, Trip? Trip, OpenState State, DateOnly Today, AdviserDay? Adviser);
