using System.Globalization;
using Gis.Core.Places;

namespace Gis.Core.Coverage;

/// <summary>
/// A position as it stands in a question: "106.230900_38.487200", longitude first, six decimals, which is about a
/// decimetre. A question knows positions no finer than it writes them, so that equal questions read the same.
/// </summary>
public static class WrittenPosition
{
    /// <summary>The written form.</summary>
    public static string Of(LonLat at) => string.Create(CultureInfo.InvariantCulture, $"{at.Longitude:F6}_{at.Latitude:F6}");

    /// <summary>The position that is left when this one is written and read again.</summary>
    public static LonLat Rounded(LonLat at) => TryRead(Of(at), out var rounded) ? rounded : at;

    /// <summary>Reads a position with any number of decimals, rounded to six; false for any other text or a position off the globe.</summary>
    public static bool TryRead(string? text, out LonLat at)
    {
        at = default;
        if (text?.Split('_') is not [var lon, var lat] || !TryRead(lon, 180, out var longitude) || !TryRead(lat, 90, out var latitude))
            return false;
        at = LonLat.Of(longitude, latitude);
        return true;
    }

    private static bool TryRead(string text, double most, out double degrees)
    {
        // Written as a pattern because every comparison with NaN is false.
        var valid = double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read)
            && read >= -most && read <= most;
        // Adding zero makes of minus nothing a plain nothing, which is written without a sign.
        degrees = valid ? Math.Round(read, 6) + 0.0 : 0;
        return valid;
    }
}
