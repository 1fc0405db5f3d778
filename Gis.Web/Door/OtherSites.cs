using Microsoft.AspNetCore.Authorization;
using Microsoft.Net.Http.Headers;

namespace Gis.Web.Door;

/// <summary>
/// Lets pages of other sites read what programs read and everybody may: maps and figures. They are let read it as a stranger,
/// since no browser hands on what was answered to a cookie under a leave that is for all.
/// </summary>
public static class OtherSites
{
    private const string Everybody = "*";

    // So that a map elsewhere asks again only for what changed, and for parts of a file.
    private static readonly string MayAsk = string.Join(", ", HeaderNames.Accept, HeaderNames.AcceptLanguage, HeaderNames.IfModifiedSince, HeaderNames.IfNoneMatch, HeaderNames.IfRange, HeaderNames.Range);
    private static readonly string MayRead = string.Join(", ", HeaderNames.AcceptRanges, HeaderNames.ContentDisposition, "Content-Crs", HeaderNames.ContentRange, HeaderNames.ETag, HeaderNames.Link);

    private static readonly PathString[] Shared = ["/api", "/ogc", "/tiles", "/cities/tiles"];

    /// <summary>Belongs before routing: a browser that asks whether it may ask is answered for the route that it means.</summary>
    public static void UsePreflight(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (IsOfShared(context.Request) && IsPreflight(context.Request))
        {
            context.Items[typeof(OtherSites)] = true;
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    });

    /// <summary>Belongs right after routing.</summary>
    public static void UseOtherSites(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var mayRead = IsOfShared(context.Request) && IsForEverybody(context);
        if (mayRead)
            (context.Response.Headers.AccessControlAllowOrigin, context.Response.Headers.AccessControlExposeHeaders) = (Everybody, MayRead);
        if (!context.Items.ContainsKey(typeof(OtherSites)))
            return next(context);
        Answer(context.Response, mayRead);
        return Task.CompletedTask;
    });

    private static void Answer(HttpResponse response, bool mayRead)
    {
        response.StatusCode = mayRead ? StatusCodes.Status204NoContent : StatusCodes.Status405MethodNotAllowed;
        if (mayRead)
            (response.Headers.AccessControlAllowMethods, response.Headers.AccessControlAllowHeaders, response.Headers.AccessControlMaxAge) = ("GET, HEAD", MayAsk, "7200");
    }

    private static bool IsOfShared(HttpRequest request) => Array.Exists(Shared, prefix => request.Path.StartsWithSegments(prefix, StringComparison.Ordinal));

    private static bool IsPreflight(HttpRequest request) => HttpMethods.IsOptions(request.Method) && request.Headers.AccessControlRequestMethod is ["GET" or "HEAD"];

    private static bool IsForEverybody(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)) && context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;
}
