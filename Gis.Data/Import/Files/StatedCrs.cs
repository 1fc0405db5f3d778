using System.Globalization;
using System.Text.RegularExpressions;
using Gis.Core.Places;

namespace Gis.Data.Import.Files;

/// <summary>The reference system a file states, where it is one of those known here.</summary>
/// <param name="Crs">The system; null where the file names none, or another.</param>
/// <param name="Remark">What is to be said where it names another.</param>
internal readonly partial record struct StatedCrs(Crs? Crs, string? Remark)
{
    private const int FirstWithZone = 4513;
    private const int FirstWithoutZone = 4534;
    private const int Zones = 21;
    private const int FirstMeridian = 75;

    internal static StatedCrs Wgs84 { get; } = new(Core.Places.Crs.Wgs84, null);

    internal static StatedCrs None { get; } = new(null, null);

    /// <summary>By the number of the EPSG register.</summary>
    internal static StatedCrs OfEpsg(int code)
    {
        var name = code switch
        {
            4326 or 4979 => "wgs84",
            4490 or 4480 => "cgcs2000",
            3857 or 900913 or 102100 => "epsg:3857",
            >= FirstWithZone and < FirstWithZone + Zones => Invariant($"cgcs2000-gk3:{FirstMeridian + (3 * (code - FirstWithZone))}:zone"),
            >= FirstWithoutZone and < FirstWithoutZone + Zones => Invariant($"cgcs2000-gk3:{FirstMeridian + (3 * (code - FirstWithoutZone))}"),
            _ => "",
        };
        return Named(name, $"EPSG:{code}");
    }

    /// <summary>By a name as GeoJSON gives it: urn:ogc:def:crs:EPSG::4490, EPSG:4490, urn:ogc:def:crs:OGC:1.3:CRS84.</summary>
    internal static StatedCrs OfUrn(string name) =>
        name.EndsWith("CRS84", StringComparison.OrdinalIgnoreCase) ? Wgs84
        : Epsg().Match(name) is { Success: true } match && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? OfEpsg(code)
        : Unknown(name);

    /// <summary>By the text of a .prj file, which names the datum and the projection and seldom a number.</summary>
    internal static StatedCrs OfWkt(string text)
    {
        var title = Title().Match(text) is { Success: true } match ? match.Groups[1].Value : text.Trim();
        var isProjected = text.TrimStart().StartsWith("PROJ", StringComparison.OrdinalIgnoreCase);
        var datum = Datum().Match(text).Groups[1].Value.Replace("D_", "", StringComparison.Ordinal);
        if (!isProjected)
            return Named(datum switch { "WGS_1984" or "World Geodetic System 1984" => "wgs84", "China_2000" or "China 2000" => "cgcs2000", _ => "" }, title);
        if (text.Contains("Mercator_Auxiliary_Sphere", StringComparison.OrdinalIgnoreCase) || text.Contains("Pseudo-Mercator", StringComparison.OrdinalIgnoreCase))
            return Named("epsg:3857", title);
        return Named(datum is "China_2000" or "China 2000" ? NameZone(text) : "", title);
    }

    // A zone of 3 degrees is told by its central meridian, and whether its number stands before the easting by the false one.
    private static string NameZone(string text)
    {
        var (meridian, easting, scale) = (FindParameter(text, "Central_Meridian"), FindParameter(text, "False_Easting"), FindParameter(text, "Scale_Factor") ?? 1);
        if (meridian is not { } centre || scale != 1 || FindParameter(text, "Latitude_Of_Origin") is not (null or 0) || !Transverse().IsMatch(text))
            return "";
        return easting switch
        {
            500_000 => Invariant($"cgcs2000-gk3:{centre}"),
            { } with when with == (centre / 3 * 1_000_000) + 500_000 => Invariant($"cgcs2000-gk3:{centre}:zone"),
            _ => "",
        };
    }

    private static double? FindParameter(string text, string name) =>
        Regex.Match(text, $"PARAMETER\\[\"{name}\",\\s*([-+.0-9eE]+)\\]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant) is { Success: true } match
        && double.TryParse(match.Groups[1].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    private static StatedCrs Named(string name, string title) => Core.Places.Crs.TryParse(name, out var crs, out _) ? new StatedCrs(crs, null) : Unknown(title);

    private static StatedCrs Unknown(string title) => new(
        null, $"The file states the reference system {(title.Length > 80 ? title[..80] : title)}, which is not known here; say which its coordinates are in, or bring it in WGS-84 or CGCS2000.");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("EPSG:+(?:[0-9.]*:)?([0-9]{4,6})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Epsg();

    [GeneratedRegex("^\\s*[A-Z]+\\[\"([^\"]+)\"", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    [GeneratedRegex("DATUM\\[\"([^\"]+)\"", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Datum();

    [GeneratedRegex("PROJECTION\\[\"(?:Transverse_Mercator|Gauss_Kruger)\"", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Transverse();
}
