using System.Text.Json.Nodes;
using Gis.Web.Layout;
using Microsoft.AspNetCore.Http.Extensions;

namespace Gis.Web.Ogc;

/// <summary>The links of an answer, whole addresses all: not every client resolves a part of one.</summary>
public sealed class OgcLinks(HttpRequest request, Language language)
{
    /// <summary>The whole address of a path below the landing page.</summary>
    public string To(string path) => PageLinks.Whole(request, "/ogc" + path);

    /// <summary>The whole address of a path of the site.</summary>
    public string ToSite(string path) => PageLinks.Whole(request, path);

    /// <summary>The whole address of a collection or what lies below it.</summary>
    public string To(OgcFeatureType collection, string path = "") => To($"/collections/{collection.Id}{path}");

    public string To(OgcFeatureType collection, OgcFeature feature) => To(collection, "/items/" + Uri.EscapeDataString(feature.Id));

    public JsonObject Link(string relation, string address, string type, string chinese, string english) => new()
    {
        ["rel"] = relation,
        ["href"] = address,
        ["type"] = type,
        ["title"] = language[chinese, english],
    };

    /// <summary>The links of an answer to itself and to itself as a page.</summary>
    public JsonArray Here(string type) =>
    [
        Link("self", With((OgcParameters.Format, "json")), type, "本文档", "This document"),
        Link("alternate", With((OgcParameters.Format, "html")), OgcMedia.Html, "网页", "This document as a page"),
    ];

    /// <summary>The address that was asked for with some parameters set to other values.</summary>
    public string With(params (string Name, string Value)[] others)
    {
        var query = new QueryBuilder();
        foreach (var (field, values) in request.Query.Where(field => !others.Any(other => other.Name == field.Key)))
            query.Add(field, values.Select(each => each ?? ""));
        foreach (var (name, value) in others)
            query.Add(name, value);
        return UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, request.Path, query.ToQueryString());
    }

    /// <summary>The page after this one.</summary>
    public string After(OgcFeature last, string format) => With((ItemsQuery.After, last.Id), (OgcParameters.Format, format));
}
