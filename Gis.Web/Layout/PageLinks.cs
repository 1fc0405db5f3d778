using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Extensions;

namespace Gis.Web.Layout;

/// <summary>Links from a page to itself, in another view or another language, and whole addresses.</summary>
public static class PageLinks
{
    private const string Fragment = "fragment";

    /// <summary>This page with one field of its address set to another value.</summary>
    public static string With(HttpRequest request, string field, string value) =>
        request.PathBase + PathOf(request) + Query(request, field).Add(field, value);

    /// <summary>This page in another language; the root of the site is Chinese.</summary>
    public static string In(HttpRequest request, Language language) => To(request, language, PathOf(request)) + Query(request, ViewMode.Name);

    /// <summary>Any path of the site in a language.</summary>
    public static string To(HttpRequest request, Language language, PathString path) =>
        new PathString(Root(request) + (language == Language.English ? "/en" : "")) + path;

    /// <summary>What every path of the site begins with, in whatever language: "" at the root of a server, "/640200" for another of its cities.</summary>
    public static string Root(HttpRequest request)
    {
        var path = request.PathBase.Value ?? "";
        return path.EndsWith("/en", StringComparison.Ordinal) ? path[..^"/en".Length] : path;
    }

    /// <summary>The whole address of a path of the site in the language of a request, as a QR code or somebody else's page needs it.</summary>
    public static string Whole(HttpRequest request, string path) => $"{request.Scheme}://{request.Host}{request.PathBase}{path}";

    // On a page of words for an error, the page meant is the one asked for.
    private static PathString PathOf(HttpRequest request) =>
        request.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } failed ? new PathString(failed.OriginalPath) : request.Path;

    private static QueryString Query(HttpRequest request, string without)
    {
        var query = new QueryBuilder();
        foreach (var (name, values) in request.Query.Where(field => field.Key != without && field.Key != Fragment))
            query.Add(name, values.Select(value => value ?? ""));
        return query.ToQueryString();
    }
}
