using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace Gis.Web.Maps;

/// <summary>Finds the nearest of many sites, and how many stand round a place.</summary>
internal sealed class SiteIndex
{
    private readonly STRtree<Coordinate> tree = new();

    internal SiteIndex(IEnumerable<Coordinate> sites)
    {
        foreach (var site in sites)
            tree.Insert(new Envelope(site), site);
        tree.Build();
    }

    internal Coordinate Find(Coordinate to) => tree.NearestNeighbour(new Envelope(to), to, new CoordinateDistance());

    internal int CountRound(Coordinate place, double metres)
    {
        var window = new Envelope(place);
        window.ExpandBy(metres);
        return tree.Query(window).Count;
    }

    private sealed class CoordinateDistance : IItemDistance<Envelope, Coordinate>
    {
        public double Distance(IBoundable<Envelope, Coordinate> item1, IBoundable<Envelope, Coordinate> item2) =>
            item1.Item.Distance(item2.Item);
    }
}
