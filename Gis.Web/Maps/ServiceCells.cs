using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Places;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Polygonize;
using NetTopologySuite.Triangulate;

namespace Gis.Web.Maps;

/// <summary>
/// Service areas for illustration (服务范围示意): the ground nearer to one village than to any other, within the
/// neighbourhood of the settlements, joined to townships and counties. They are not boundaries: docs/decisions/0008.
/// </summary>
/// <param name="Villages">The cells in degrees, by village code; a village that is not located has none.</param>
/// <param name="Townships">The cells of each township's villages in one.</param>
/// <param name="Counties">The cells of each county's villages in one.</param>
public sealed record ServiceCells(
    ImmutableSortedDictionary<AreaCode, Geometry> Villages,
    ImmutableSortedDictionary<AreaCode, Geometry> Townships,
    ImmutableSortedDictionary<AreaCode, Geometry> Counties)
{
    // Rounding to a centimetre gives neighbours exactly the same corners, so that joining them leaves no slivers.
    private static readonly GeometryFactory Plane = new(new PrecisionModel(100));

    public Envelope Bounds => Counties.Values.Aggregate(new Envelope(), (all, county) =>
    {
        all.ExpandToInclude(county.EnvelopeInternal);
        return all;
    });

    public static ServiceCells Of(ServiceNetwork network)
    {
        var located = network.Villages.Where(village => village.Position is not null).ToList();
        if (located.Count == 0)
            return Join(ImmutableSortedDictionary<AreaCode, Geometry>.Empty);

        var plane = new MapPlane(Middle(located));
        var sites = SpreadSites(located, plane);
        var cells = Divide([.. sites.Keys], Neighbourhood.Draw([.. sites.Keys], Plane));
        return Join(cells.ToImmutableSortedDictionary(cell => sites[cell.Key], cell => ToDegrees(cell.Value, plane)));
    }

    /// <summary>The same cells with fewer corners; neighbours still meet without gap or overlap.</summary>
    public ServiceCells Simplify(double degrees)
    {
        var simpler = CoverageSimplifier.Simplify([.. Villages.Values], degrees);
        return Join(Villages.Keys.Zip(simpler).ToImmutableSortedDictionary(cell => cell.First, cell => cell.Second));
    }

    private static ServiceCells Join(ImmutableSortedDictionary<AreaCode, Geometry> villages)
    {
        var townships = Dissolve(villages, code => code.Township);
        return new ServiceCells(villages, townships, Dissolve(townships, code => code.County));
    }

    private static ImmutableSortedDictionary<AreaCode, Geometry> Dissolve(
        ImmutableSortedDictionary<AreaCode, Geometry> parts, Func<AreaCode, AreaCode> whole) =>
        parts.GroupBy(part => whole(part.Key), part => part.Value)
            .ToImmutableSortedDictionary(group => group.Key, group => NetTopologySuite.Coverage.CoverageUnion.Union([.. group]));

    private static LonLat Middle(List<Village> located)
    {
        var at = located.Select(village => village.Position!.At).ToList();
        return LonLat.Of(at.Average(position => position.Longitude), at.Average(position => position.Latitude));
    }

    // Villages recorded at one place share its ground in equal wedges: each stands on a small circle round the place, so
    // that none disappears from the map and the place itself lies on the edge of all.
    private static Dictionary<Coordinate, AreaCode> SpreadSites(List<Village> located, MapPlane plane)
    {
        const double circleMetres = 5;
        var sites = new Dictionary<Coordinate, AreaCode>();
        foreach (var place in located.GroupBy(village => village.Position!.At))
        {
            var centre = plane.ToPlane(place.Key);
            var villages = place.ToList();
            for (var i = 0; i < villages.Count; i++)
            {
                var (sin, cos) = villages.Count == 1 ? (0, 0) : Math.SinCos(2 * Math.PI * i / villages.Count);
                sites[new Coordinate(centre.X + (circleMetres * sin), centre.Y + (circleMetres * cos))] = villages[i].Code;
            }
        }

        return sites;
    }

    private static IEnumerable<KeyValuePair<Coordinate, Geometry>> Divide(List<Coordinate> sites, Geometry ground)
    {
        var faces = FacesOf(sites, ground);
        var inside = new IndexedPointInAreaLocator(ground);
        var nearest = new SiteIndex(sites);
        return faces
            .Select(face => (Face: face, Within: face.InteriorPoint.Coordinate))
            .Where(face => inside.Locate(face.Within) != Location.Exterior)
            .GroupBy(face => nearest.Find(face.Within), face => face.Face)
            .Select(cell => KeyValuePair.Create(cell.Key, Plane.BuildGeometry(cell)));
    }

    // All lines are noded at once, and the faces read off them, so that two cells never disagree about their common edge.
    private static IEnumerable<Geometry> FacesOf(List<Coordinate> sites, Geometry ground)
    {
        var diagram = new VoronoiDiagramBuilder();
        diagram.SetSites(sites.Concat(FarSites(ground.EnvelopeInternal)).ToArray());
        var edges = diagram.GetSubdivision().GetVoronoiCellPolygons(Plane).Select(cell => cell.Boundary);
        var lines = UnaryUnionNG.Union(Plane.BuildGeometry([.. edges, ground.Boundary]), Plane.PrecisionModel);
        var polygonizer = new Polygonizer();
        polygonizer.Add(lines);
        return polygonizer.GetPolygons();
    }

    // With four sites so far off that their cells never reach the ground, one village, two, or a row of them are no
    // special case of the diagram.
    private static IEnumerable<Coordinate> FarSites(Envelope ground)
    {
        var far = 10 * (ground.Width + ground.Height);
        var centre = ground.Centre;
        return [new(centre.X - far, centre.Y), new(centre.X + far, centre.Y), new(centre.X, centre.Y - far), new(centre.X, centre.Y + far)];
    }

    private static Geometry ToDegrees(Geometry cell, MapPlane plane)
    {
        var copy = Ground.Shapes.CreateGeometry(cell);
        copy.Apply(new EachCoordinate(plane.ToDegrees));
        copy.GeometryChanged();
        return copy;
    }
}
