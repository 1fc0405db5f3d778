using System.Security.Cryptography;
using System.Text;
using Gis.Data;
using Gis.Web.Layout;
using Gis.Web.Maps.Base;
using Microsoft.Net.Http.Headers;

namespace Gis.Web.Network;

/// <summary>
/// Marks an answer with all it was computed from beside the question in its address, and answers 304 while that still stands.
/// A refusal has no mark: what is wrong stays wrong, and must never be taken for an answer known before.
/// </summary>
public sealed class DataVersionTag(CurrentNetwork current, BaseMap baseMap, IConfiguration settings) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        // Which roads were in use is asked before: what is marked as older than it is gets asked for again, never kept too long.
        var snapshot = current.Snapshot;
        // The tag comes after the answer: only the endpoint knows whether the question is a right one.
        var result = await next(context);
        if (!IsGood(result))
            return result;

        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        // Weak: the same answer may be sent packed or plain.
        var tag = new EntityTagHeaderValue($"\"{snapshot.Network.Version}-{snapshot.Travel.Version}-{ProgramVersion.Text}{MarkOf($"{settings["Maps:ReviewNumber"]}\n{baseMap.Mark}")}\"", isWeak: true);
        response.GetTypedHeaders().ETag = tag;
        response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue { NoCache = true };
        return request.Has(tag)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : result;
    }

    private static bool IsGood(object? result) => result switch
    {
        INestedHttpResult nested => IsGood(nested.Result),
        IStatusCodeHttpResult { StatusCode: { } status } => status == StatusCodes.Status200OK,
        _ => true,
    };

    // What an answer says of the map's review and its base map; the settings themselves hold Chinese, which a tag may not.
    private static string MarkOf(string maps) => string.IsNullOrWhiteSpace(maps)
        ? ""
        : "-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(maps)))[..8];
}
