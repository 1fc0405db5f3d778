using Gis.Web.Maps.Base;
using Microsoft.AspNetCore.StaticAssets;

namespace Gis.Web.Door;

/// <summary>What a browser is told about every answer: run only our own files, tell nobody where the reader was.</summary>
public static class SecurityHeaders
{
    /// <summary>The cookie of somebody who is signed in.</summary>
    public const string SessionCookie = "gis.session";

    private const string Permissions =
        "geolocation=(self), accelerometer=(), browsing-topics=(), camera=(), display-capture=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    public static void UseSecurityHeaders(this IApplicationBuilder app)
    {
        var policy = new ContentPolicy(app.ApplicationServices.GetRequiredService<BaseMap>());
        app.Use((context, next) =>
        {
            // Last of all: the answer to an error starts again with empty headers.
            context.Response.OnStarting(() =>
            {
                Write(context, policy);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    private static void Write(HttpContext context, ContentPolicy policy)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = PolicyOf(context, policy);
        headers.XContentTypeOptions = "nosniff";
        if (!MayBeFramed(context))
            headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = Permissions;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
        if (IsSomeones(context))
            headers.CacheControl = "no-store";
    }

    private static string PolicyOf(HttpContext context, ContentPolicy policy) => ApiReference.NonceOf(context) is { } nonce
        ? policy.WithNonce(nonce)
        : MayBeFramed(context) ? policy.Framed : policy.Alone;

    private static bool MayBeFramed(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<MayBeFramedAttribute>() is not null;

    // Who sits down at this machine next must not find it by going back. What is the same for everyone may be kept.
    private static bool IsSomeones(HttpContext context) =>
        (context.Request.Cookies.ContainsKey(SessionCookie) || SetsSession(context.Response))
        && context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null
        && context.Response.GetTypedHeaders().CacheControl is not { Public: true };

    private static bool SetsSession(HttpResponse response) => response.GetTypedHeaders().SetCookie.Any(cookie => cookie.Name == SessionCookie);
}

/// <summary>A page that other sites may show within theirs. It has neither forms that change anything nor anything of somebody signed in.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MayBeFramedAttribute : Attribute;
