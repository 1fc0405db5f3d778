using System.Collections.Concurrent;
using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Places;

namespace Gis.Web.Cities;

/// <summary>The open points of all cities, found by what is nearest.</summary>
public sealed class CitiesPoints
{
    private readonly ImmutableArray<CityPoint> open;
    private readonly ConcurrentDictionary<int, Lazy<PointTree>> trees = [];

    internal CitiesPoints(ImmutableArray<ServiceNetwork> networks) => open =
    [
        .. networks.SelectMany(network => network.Points.Where(point => point.IsOpen && point.Position is not null).Select(point => new CityPoint(network.City, point)))
            .OrderBy(each => each.Point.Id),
    ];

    /// <summary>The open points nearest to a place in a straight line, of whatever city, nearest first and equally near ones by identifier.</summary>
    public IEnumerable<CityPoint> FindNearest(LonLat at, ImmutableSortedSet<Tier> tiers, int count)
    {
        // For each choice of tiers a tree of its own, or the nearest room would hide how far the next centre is.
        var (points, tree) = trees.GetOrAdd(tiers.Sum(tier => 1 << (int)tier), _ => new(() => TreeOf(tiers))).Value;
        return tree.Nearest(at, count).Select(place => points[place]);
    }

    private PointTree TreeOf(ImmutableSortedSet<Tier> tiers)
    {
        var points = open.Where(each => tiers.Contains(each.Point.Tier)).ToImmutableArray();
        return new PointTree(points, new PlaceTree([.. points.Select(each => each.Point.Position!.At)]));
    }

    private sealed record PointTree(ImmutableArray<CityPoint> Points, PlaceTree Tree);
}

/// <summary>A point, and whose it is.</summary>
public readonly record struct CityPoint(City City, ServicePoint Point);
