using Gis.Core.Places;
using Gis.Web.Maps;
using NetTopologySuite.Geometries;

namespace Gis.Web.Ogc.Filtering;

/// <summary>Brings the geometries of a filter from its coordinate system into degrees, longitude first.</summary>
internal static class FilterShapes
{
    /// <exception cref="FilterFault">A position lies outside the coordinate system.</exception>
    internal static Geometry ToDegrees(ShapeLiteral literal, OgcCrs crs)
    {
        var shape = literal.Shape.Copy();
        shape.Apply(new EachCoordinate(corner => ToDegrees(corner, crs, literal.At)));
        shape.GeometryChanged();
        return shape;
    }

    /// <exception cref="FilterFault">The numbers are no box.</exception>
    internal static Geometry ToDegrees(BoxLiteral box, OgcCrs crs) => OgcBox.TryRead(box.Numbers, crs, out var read, out var fault)
        ? read.ToGeometry()
        : throw new FilterFault(box.At, fault.Chinese, fault.English);

    private static Coordinate ToDegrees(Coordinate corner, OgcCrs crs, Place at)
    {
        if (!crs.TryRead(new XY(corner.X, corner.Y), out var position))
        {
            throw new FilterFault(
                at, $"坐标 {corner.X}, {corner.Y} 不在这个坐标系内(是不是经纬度写反了?)", $"the position {corner.X}, {corner.Y} lies outside the coordinate system (are the axes swapped?)");
        }

        return Ground.CornerOf(position);
    }
}
