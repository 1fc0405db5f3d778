using Microsoft.Net.Http.Headers;

namespace Gis.Web.Ogc;

/// <summary>Whether a page for people or JSON is asked for.</summary>
internal static class OgcRepresentation
{
    private static readonly string[] JsonTypes = [OgcMedia.Json, OgcMedia.GeoJson, OgcMedia.Schema, "application/vnd.oai.openapi+json", "application/*", "*/*"];

    private static readonly string[] PageTypes = [OgcMedia.Html, "application/xhtml+xml", "text/*"];

    /// <summary>The parameter f decides, and the header Accept where it is not given; programs that say nothing get JSON.</summary>
    /// <exception cref="OgcFault">The parameter names neither.</exception>
    internal static bool IsPage(HttpRequest request, OgcParameters parameters) => parameters[OgcParameters.Format] switch
    {
        null => IsPage(request.GetTypedHeaders().Accept),
        "html" => true,
        "json" => false,
        var other => throw OgcFault.OfParameter(OgcParameters.Format, $"应为 json 或 html,而不是“{other}”", $"It should be json or html, not '{other}'"),
    };

    private static bool IsPage(IList<MediaTypeHeaderValue> accepted) => Quality(accepted, PageTypes) > Quality(accepted, JsonTypes);

    private static double Quality(IList<MediaTypeHeaderValue> accepted, string[] types) => accepted
        .Where(type => types.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase))
        .Select(type => type.Quality ?? 1)
        .DefaultIfEmpty(0)
        .Max();
}
