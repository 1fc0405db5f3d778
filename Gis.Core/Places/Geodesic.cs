using Gis.Core.Units;

namespace Gis.Core.Places;

/// <summary>Shortest ways over the ellipsoid of CGCS2000; WGS-84's would differ by less than 0.2 mm anywhere on earth.</summary>
/// <remarks>Method, sources and measured accuracy: docs/methods/places.md.</remarks>
public static class Geodesic
{
    /// <summary>
    /// The length of the shortest way between two positions, right to well under a millimetre anywhere: along the equator,
    /// over a pole, between antipodes. Exactly zero from a position to itself.
    /// </summary>
    public static Metres Distance(LonLat from, LonLat to) => new(GeodesicInverse.Metres(from, to, Ellipsoid.Cgcs2000));

    /// <summary>
    /// The position reached by going straight on for a distance. At a pole the bearing counts from the meridian of the
    /// start's longitude, as if the start lay a step towards the equator. A distance of zero gives the start itself.
    /// </summary>
    public static LonLat Destination(LonLat from, Bearing bearing, Metres distance) =>
        GeodesicDirect.Destination(from, bearing.Degrees, distance.Value, Ellipsoid.Cgcs2000);
}
