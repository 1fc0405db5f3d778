using Gis.Core.Places;
using NetTopologySuite.Geometries;

namespace Gis.Web.Maps;

/// <summary>
/// A plane in metres round one place (equirectangular). Over a city it is true to a few parts in a thousand, which is enough
/// for cells that only illustrate; distances that are told to anybody come from geodesics.
/// </summary>
public sealed class MapPlane(LonLat origin)
{
    // The mean meridian of the ellipsoid of CGCS2000, 40 007.863 km, in 360 parts.
    private const double MetresPerDegree = 111_132.953;

    private readonly double metresPerDegreeEast = MetresPerDegree * Math.Cos(origin.Latitude * Math.PI / 180);

    public Coordinate ToPlane(LonLat at) => new(
        (at.Longitude - origin.Longitude) * metresPerDegreeEast,
        (at.Latitude - origin.Latitude) * MetresPerDegree);

    public Coordinate ToDegrees(Coordinate metres) => new(
        origin.Longitude + (metres.X / metresPerDegreeEast),
        origin.Latitude + (metres.Y / MetresPerDegree));
}
