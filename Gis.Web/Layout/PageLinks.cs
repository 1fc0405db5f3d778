using Microsoft.AspNetCore.Http.Extensions;

namespace Gis.Web.Layout;

/// <summary>Links from a page to itself, in another view or another language.</summary>
public static class PageLinks
{
    private const string Fragment = "fragment";

    /// <summary>This page with one field of its address set to another value.</summary>
    public static string With(HttpRequest request, string field, string value) =>
        request.PathBase + request.Path + Query(request, field).Add(field, value);

    /// <summary>This page in another language; the root of the site is Chinese.</summary>
    public static string In(HttpRequest request, Language language)
    {
        var root = request.PathBase.Value ?? "";
        root = root.EndsWith("/en", StringComparison.Ordinal) ? root[..^3] : root;
        return new PathString(root + (language == Language.English ? "/en" : "")) + request.Path + Query(request, ViewMode.Name);
    }

    private static QueryString Query(HttpRequest request, string without)
    {
        var query = new QueryBuilder();
        foreach (var (name, values) in request.Query.Where(field => field.Key != without && field.Key != Fragment))
            query.Add(name, values.Select(value => value ?? ""));
        return query.ToQueryString();
    }
}
