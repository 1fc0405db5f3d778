using Gis.Core.Units;

namespace Gis.Core.Places;

/// <summary>Shortest ways over the ellipsoid of CGCS2000 and WGS-84.</summary>
public static class Geodesic
{
    /// <summary>The length of the shortest way between two positions.</summary>
    public static Metres Distance(LonLat from, LonLat to)
    {
        // Replaced by the ellipsoidal solution before anything lands.
        var radians = Math.PI / 180;
        var half = Math.Pow(Math.Sin((to.Latitude - from.Latitude) * radians / 2), 2)
            + (Math.Cos(from.Latitude * radians) * Math.Cos(to.Latitude * radians)
            * Math.Pow(Math.Sin((to.Longitude - from.Longitude) * radians / 2), 2));
        return new Metres(2 * 6371008.8 * Math.Asin(Math.Sqrt(half)));
    }
}
