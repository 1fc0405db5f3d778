using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Buffer;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Simplify;

namespace Gis.Web.Maps;

/// <summary>
/// The ground that settlements are taken to lie in: discs round them, wider where they stand further apart, grown together
/// and rounded. What is far from every settlement, as desert is, stays empty.
/// </summary>
internal static class Neighbourhood
{
    private const double NarrowestMetres = 900;
    private const double WidestMetres = 3_600;
    private const double GrowMetres = 4_000;
    private const double DetailMetres = 60;

    internal static Geometry Draw(IReadOnlyList<Coordinate> settlements, GeometryFactory factory)
    {
        var index = new SiteIndex(settlements);
        var discs = settlements.Select(settlement => Disc(settlement, index, factory)).ToArray();
        var ground = OverlayNGRobust.Union(factory.BuildGeometry(discs));
        var grown = Round(Round(ground, GrowMetres), -NarrowestMetres / 2);
        return DouglasPeuckerSimplifier.Simplify(grown, DetailMetres);
    }

    // Three others within the disc make a hamlet's spacing.
    private static Geometry Disc(Coordinate settlement, SiteIndex index, GeometryFactory factory)
    {
        var radius = NarrowestMetres;
        while (radius < WidestMetres && index.CountRound(settlement, radius) < 4)
            radius *= 1.25;
        return factory.CreatePoint(settlement).Buffer(Math.Min(radius, WidestMetres), 12);
    }

    // Out and back fills bays and joins neighbours; in and back takes off spikes.
    private static Geometry Round(Geometry ground, double metres)
    {
        var round = new BufferParameters(12);
        return BufferOp.Buffer(BufferOp.Buffer(ground, metres, round), -metres, round);
    }
}
