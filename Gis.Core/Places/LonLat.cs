using System.Globalization;

namespace Gis.Core.Places;

/// <summary>
/// A position in degrees on CGCS2000 (EPSG:4490), longitude first as in GeoJSON. WGS-84 agrees with it to within
/// centimetres, well inside the accuracy of any position here.
/// </summary>
public readonly record struct LonLat
{
    private LonLat(double longitude, double latitude)
    {
        Longitude = longitude;
        Latitude = latitude;
    }

    /// <summary>Degrees east of Greenwich, from -180 to 180.</summary>
    public double Longitude { get; }

    /// <summary>Degrees north of the equator, from -90 to 90.</summary>
    public double Latitude { get; }

    /// <summary>Makes a position from degrees.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range or not a number.</exception>
    public static LonLat Of(double longitude, double latitude)
    {
        if (!(longitude >= -180 && longitude <= 180))
            throw new ArgumentOutOfRangeException(nameof(longitude), longitude, "A longitude lies from -180 to 180 degrees.");
        if (!(latitude >= -90 && latitude <= 90))
            throw new ArgumentOutOfRangeException(nameof(latitude), latitude, "A latitude lies from -90 to 90 degrees (are the axes swapped?).");
        return new LonLat(longitude, latitude);
    }

    /// <summary>The position as "106.2309, 38.4872".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Longitude:0.######}, {Latitude:0.######}");
}
