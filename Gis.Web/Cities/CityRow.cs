namespace Gis.Web.Cities;

/// <summary>A row of the table of cities.</summary>
/// <param name="Name">The city, or what the row is the sum of.</param>
/// <param name="Link">Its page; null where there is none.</param>
/// <param name="Total">What it has; null while it is being counted.</param>
/// <param name="IsSum">Whether it adds up rows below or above it.</param>
public sealed record CityRow(string Name, string? Link, CityTotal? Total, bool IsSum)
{
    /// <summary>Whether what was saved last cannot be read; the total is that of before, if any.</summary>
    public bool IsUnreadable { get; init; }
}
