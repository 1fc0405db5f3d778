using System.Security.Cryptography;
using Scalar.AspNetCore;

namespace Gis.Web.Door;

/// <summary>The page that describes the API. Its start script stands in the page, and runs because it names a number made for this answer alone.</summary>
public static class ApiReference
{
    private static readonly object NonceKey = new();

    public static void MapApiReference(this IEndpointRouteBuilder app) => app.MapScalarApiReference("/api", Set).AddEndpointFilter(OfNoOther).AllowAnonymous();

    /// <summary>The number this answer's own script names; none on every other page.</summary>
    internal static string? NonceOf(HttpContext context) => context.Items[NonceKey] as string;

    private static void Set(ScalarOptions options, HttpContext context)
    {
        var nonce = RandomNumberGenerator.GetHexString(32, lowercase: true);
        context.Items[NonceKey] = nonce;
        // Nothing of it may come from, or go to, anywhere else.
        options.DisableDefaultFonts().DisableAgent().DisableMcp().DisableTelemetry().WithNonce(nonce);
    }

    // It would show itself for whatever address below its own nothing else answers.
    private static async ValueTask<object?> OfNoOther(EndpointFilterInvocationContext asked, EndpointFilterDelegate next) =>
        asked.HttpContext.Request.RouteValues["documentName"] is null ? await next(asked) : TypedResults.NotFound();
}
