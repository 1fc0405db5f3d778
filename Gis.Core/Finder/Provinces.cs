namespace Gis.Core.Finder;

/// <summary>The names of provinces, by the division codes of the Ministry of Civil Affairs.</summary>
public static class Provinces
{
    /// <summary>The name of a province by its two digits, as "64"; null for digits that are none.</summary>
    public static string? NameOf(string digits) => Divisions.Find(digits)?.Name;
}
