using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Web.Layout;
using Gis.Web.Maps;

namespace Gis.Web.Ogc;

/// <summary>A collection of features.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Description">What it holds, and what it is not.</param>
/// <param name="ShapeFormat">The kind of its geometries, as a JSON Schema of features names it.</param>
/// <param name="Fields">What its features say.</param>
/// <param name="List">Its features, in any order.</param>
public sealed record OgcFeatureType(
    string Id,
    OgcWords Title,
    OgcWords Description,
    string ShapeFormat,
    ImmutableArray<OgcField> Fields,
    Func<OgcSource, IEnumerable<OgcFeature>> List)
{
    /// <summary>The set and layer of vector tiles that draw it; null where none does.</summary>
    public (string Set, string Layer)? Tiles { get; init; }

    public int IndexOf(string field)
    {
        for (var i = 0; i < Fields.Length; i++)
        {
            if (Fields[i].Name == field)
                return i;
        }

        return -1;
    }
}

/// <summary>A sentence in both languages.</summary>
public readonly record struct OgcWords(string Chinese, string English)
{
    public string In(Language language) => language[Chinese, English];
}

/// <summary>What features are made from.</summary>
public readonly record struct OgcSource(ServiceNetwork Network, Func<ServiceCells> Cells);
