using Gis.Core.Places;

namespace Gis.Core.Travel.Roads;

/// <summary>
/// A flat map in metres round a position, for comparing what is near: within 3 km distances are right to 0.05 %, up to 60
/// degrees of latitude; what is shown is measured on the ellipsoid afterwards.
/// </summary>
internal readonly struct LocalPlane
{
    private readonly LonLat origin;

    internal LocalPlane(LonLat origin)
    {
        this.origin = origin;
        var sine = Math.Sin(origin.Latitude * Math.PI / 180);
        var bend = 1 - (Ellipsoid.Cgcs2000.EccentricitySquared * sine * sine);
        var degree = Math.PI / 180 * Ellipsoid.Cgcs2000.EquatorialRadius;
        MetresPerLongitude = degree * Math.Cos(origin.Latitude * Math.PI / 180) / Math.Sqrt(bend);
        MetresPerLatitude = degree * (1 - Ellipsoid.Cgcs2000.EccentricitySquared) / (bend * Math.Sqrt(bend));
    }

    internal double MetresPerLongitude { get; }

    internal double MetresPerLatitude { get; }

    /// <summary>The foot of the origin on the segment between two positions, as the share of the segment before it, and its squared distance.</summary>
    internal (double Share, double SquaredMetres) FindFoot(LonLat start, LonLat end)
    {
        var (startX, startY) = Place(start);
        var (endX, endY) = Place(end);
        var (acrossX, acrossY) = (endX - startX, endY - startY);
        var squared = (acrossX * acrossX) + (acrossY * acrossY);
        var share = squared > 0 ? Math.Clamp(-((startX * acrossX) + (startY * acrossY)) / squared, 0, 1) : 0;

        // At an end the end itself, not what rounding makes of it: roads that meet there are equally near.
        var (footX, footY) = share == 1 ? (endX, endY) : (startX + (share * acrossX), startY + (share * acrossY));
        return (share, (footX * footX) + (footY * footY));
    }

    private (double X, double Y) Place(LonLat at) =>
        ((at.Longitude - origin.Longitude) * MetresPerLongitude, (at.Latitude - origin.Latitude) * MetresPerLatitude);
}
