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
    public CityPoint[] FindNearest(LonLat at, ImmutableSortedSet<Tier> tiers, int count)
    {
        var (points, tree) = TreeOf(tiers);
        return Array.ConvertAll(tree.Nearest(at, count), place => points[place]);
    }

    // For each choice of tiers a tree of its own, or the nearest rooms would hide how far the next centre is.
    private PointTree TreeOf(ImmutableSortedSet<Tier> tiers)
    {
        var choice = 0;
        foreach (var tier in tiers)
            choice |= 1 << (int)tier;
        return trees.TryGetValue(choice, out var known) ? known.Value : trees.GetOrAdd(choice, _ => new(() => MakeTree(tiers))).Value;
    }

    private PointTree MakeTree(ImmutableSortedSet<Tier> tiers)
    {
        var points = open.Where(each => tiers.Contains(each.Point.Tier)).ToImmutableArray();
        return new PointTree(points, new PlaceTree([.. points.Select(each => each.Point.Position!.At)]));
    }

    private sealed record PointTree(ImmutableArray<CityPoint> Points, PlaceTree Tree);
}

/// <summary>A point, and whose it is.</summary>
public readonly record struct CityPoint(City City, ServicePoint Point);
