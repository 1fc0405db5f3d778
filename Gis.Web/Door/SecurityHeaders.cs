using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.StaticAssets;

namespace Gis.Web.Door;

/// <summary>What a browser is told about every answer: run only our own files, tell nobody where the reader was.</summary>
public static class SecurityHeaders
{
    /// <summary>The cookie of somebody who is signed in.</summary>
    public const string SessionCookie = "gis.session";

    private const string Policy =
        "default-src 'none'; script-src 'self'{0}; worker-src 'self'; style-src 'self'{1}; img-src 'self' data: blob:; "
        + "connect-src 'self'; font-src 'self'; manifest-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors {2}; base-uri 'none'";

    private const string Permissions =
        "geolocation=(self), accelerometer=(), browsing-topics=(), camera=(), display-capture=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    // Its bundle writes styles into the page without asking for the number: of the description of the API alone, and of styles alone.
    private const string StylesInPage = " 'unsafe-inline'";

    private static readonly CompositeFormat PolicyFormat = CompositeFormat.Parse(Policy);

    private static readonly string WithoutNonce = string.Format(CultureInfo.InvariantCulture, PolicyFormat, "", "", "'none'");

    // What is made to stand in other sites' pages has nothing to press, so that nobody can be made to press it unawares.
    private static readonly string Framed = string.Format(CultureInfo.InvariantCulture, PolicyFormat, "", "", "*");

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // Last of all: the answer to an error starts again with empty headers.
        context.Response.OnStarting(() =>
        {
            Write(context);
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = PolicyOf(context);
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

    // The one page that starts from a script of its own names a number nobody can guess: see ApiReference.
    private static string PolicyOf(HttpContext context) => ApiReference.NonceOf(context) is { } nonce
        ? string.Format(CultureInfo.InvariantCulture, PolicyFormat, $" 'nonce-{nonce}'", StylesInPage, "'none'")
        : MayBeFramed(context) ? Framed : WithoutNonce;

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
