using Gis.Core.Places;
using NetTopologySuite.Geometries;
using SkiaSharp;

namespace Gis.Web.Maps;

/// <summary>Where the ground lies on the sheet: Web Mercator, as on the map in the browser, fitted into a window.</summary>
public sealed class MapFrame
{
    private const double EarthRadiusMetres = 6_378_137;

    private readonly double pixelsPerRadian;
    private readonly (double East, double North) middle;

    public MapFrame(Envelope degrees, SKRect window)
    {
        Window = window;
        var (west, south) = Mercator(degrees.MinX, degrees.MinY);
        var (east, north) = Mercator(degrees.MaxX, degrees.MaxY);
        middle = ((west + east) / 2, (south + north) / 2);
        // A network of one place still gets some ground round it: a thousandth of a radian is six kilometres.
        const double least = 0.001;
        pixelsPerRadian = Math.Min(window.Width / Math.Max(east - west, least), window.Height / Math.Max(north - south, least));
        MetresPerPixel = EarthRadiusMetres * Math.Cos(degrees.Centre.Y * Math.PI / 180) / pixelsPerRadian;
    }

    public SKRect Window { get; }

    /// <summary>True ground metres, in the middle of the map.</summary>
    public double MetresPerPixel { get; }

    public SKPoint ToSheet(LonLat at) => ToSheet(at.Longitude, at.Latitude);

    public SKPath ToSheet(Geometry cell)
    {
        using var outline = new SKPathBuilder { FillType = SKPathFillType.EvenOdd };
        for (var i = 0; i < cell.NumGeometries; i++)
        {
            if (cell.GetGeometryN(i) is not Polygon polygon)
                continue;
            foreach (var ring in polygon.InteriorRings.Prepend(polygon.ExteriorRing))
                outline.AddPoly([.. ring.Coordinates.Select(corner => ToSheet(corner.X, corner.Y))], true);
        }

        return outline.Detach();
    }

    private SKPoint ToSheet(double longitude, double latitude)
    {
        var (east, north) = Mercator(longitude, latitude);
        return new SKPoint(
            (float)(Window.MidX + ((east - middle.East) * pixelsPerRadian)),
            (float)(Window.MidY - ((north - middle.North) * pixelsPerRadian)));
    }

    private static (double East, double North) Mercator(double longitude, double latitude)
    {
        // Beyond this latitude Web Mercator has no ground.
        var phi = Math.Clamp(latitude, -85.0511, 85.0511) * Math.PI / 180;
        return (longitude * Math.PI / 180, Math.Asinh(Math.Tan(phi)));
    }
}
