using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;

namespace Gis.Web.Ogc;

/// <summary>The conformance classes that are met in full.</summary>
[AllowAnonymous]
public sealed class ConformanceModel(CurrentNetwork current, Language language) : OgcPageModel(current, language)
{
    public static ImmutableArray<string> Classes { get; } =
    [
        .. Of("ogcapi-features-1/1.0", "core", "oas30", "html", "geojson"),
        .. Of("ogcapi-features-2/1.0", "crs"),
        .. Of("ogcapi-features-3/1.0", "queryables", "queryables-query-parameters", "filter", "features-filter"),
        .. Of("cql2/1.0", "cql2-text", "cql2-json", "basic-cql2", "advanced-comparison-operators", "basic-spatial-functions", "basic-spatial-functions-plus"),
        .. Of("ogcapi-tiles-1/1.0", "core", "tileset", "tilesets-list", "dataset-tilesets", "geodata-tilesets", "mvt"),
    ];

    protected override OgcAnswer Answer() => OgcAnswer.Of(new JsonObject
    {
        ["links"] = Links.Here(OgcMedia.Json),
        ["conformsTo"] = new JsonArray([.. Classes.Select(each => (JsonNode)each)]),
    });

    private static IEnumerable<string> Of(string standard, params string[] classes) =>
        classes.Select(each => $"http://www.opengis.net/spec/{standard}/conf/{each}");
}
