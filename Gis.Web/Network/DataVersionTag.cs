using Gis.Data;
using Microsoft.Net.Http.Headers;

namespace Gis.Web.Network;

/// <summary>Marks an answer with the data version it was computed from, and answers 304 while that version still stands.</summary>
public sealed class DataVersionTag(CurrentNetwork current) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        var tag = new EntityTagHeaderValue($"\"{current.Snapshot.Network.Version}-{ProgramVersion.Text}\"");
        response.GetTypedHeaders().ETag = tag;
        response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue { NoCache = true };
        if (request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return await next(context);
    }
}
