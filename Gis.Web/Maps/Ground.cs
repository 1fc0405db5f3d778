using Gis.Core.Places;
using NetTopologySuite.Geometries;

namespace Gis.Web.Maps;

/// <summary>Geometries in degrees of CGCS2000, longitude first (decision 1).</summary>
internal static class Ground
{
    internal static GeometryFactory Shapes { get; } = new(new PrecisionModel(), 4490);

    internal static Coordinate CornerOf(LonLat at) => new(at.Longitude, at.Latitude);
}
