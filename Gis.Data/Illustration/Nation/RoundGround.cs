using Gis.Core.Places;
using Gis.Core.Units;

namespace Gis.Data.Illustration.Nation;

/// <summary>A round piece of ground, in which the units of a made-up nation lie: no boundary, and none to be drawn.</summary>
internal readonly record struct RoundGround(LonLat Middle, Metres Radius)
{
    // The golden angle spreads the points of a spiral evenly, whatever their number.
    private static readonly double GoldenAngle = 180 * (3 - Math.Sqrt(5));

    /// <summary>The ground of one of several equal parts; together they fill this one, and hardly overlap.</summary>
    internal RoundGround Part(int index, int count) => count == 1
        ? this
        : new RoundGround(Place(Math.Sqrt((index + 0.5) / count), index * GoldenAngle / 360), Radius * (0.9 / Math.Sqrt(count)));

    /// <summary>A place in it, to five decimals of a degree.</summary>
    /// <param name="outwards">How far out, from 0 in the middle to 1 at the edge.</param>
    /// <param name="turn">In which direction, in whole turns.</param>
    internal LonLat Place(double outwards, double turn)
    {
        var at = Geodesic.Destination(Middle, new Bearing(turn * 360), Radius * outwards);
        return LonLat.Of(Math.Round(at.Longitude, 5), Math.Round(at.Latitude, 5));
    }
}
