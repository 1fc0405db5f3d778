using System.Collections.Immutable;

namespace Gis.Web.Ogc;

/// <summary>What the values of a property are.</summary>
public enum FieldType
{
    Text,
    Whole,
    Number,
    Flag,
    Date,
}

/// <summary>A property of the features of a collection.</summary>
/// <param name="Name">Its name in GeoJSON, filters and parameters.</param>
/// <param name="Type">What its values are.</param>
/// <param name="Chinese">What it says, in Chinese.</param>
/// <param name="English">What it says, in English.</param>
public sealed record OgcField(string Name, FieldType Type, string Chinese, string English)
{
    /// <summary>All values there are, where these are few and known beforehand.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>Whether the page of a list leaves it to the page of the feature: people read a table of ten columns, not of thirty.</summary>
    public bool IsDetail { get; init; }
}
