using NetTopologySuite.Geometries;

namespace Gis.Web.Ogc.Filtering;

/// <summary>Makes the geometries of a filter and refuses those that are none.</summary>
internal static class Shapes
{
    /// <exception cref="FilterFault">A ring is open or too short, a point has no one place, or a polygon crosses itself.</exception>
    internal static Geometry Make(Place at, Func<Geometry> make)
    {
        try
        {
            if (make() is { IsValid: true } shape)
                return shape;
        }
        catch (Exception wrong) when (wrong is ArgumentException or InvalidOperationException)
        {
            // The reason is told below in words of the reader's language.
        }

        throw new FilterFault(
            at,
            "几何不成立:环要闭合且至少四个点,线至少两个点,面不能自相交",
            "this is not a valid geometry: a ring is closed and has at least four positions, a line two, and a polygon does not cross itself");
    }
}
