using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gis.Data;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Gis.Web.Ogc;

/// <summary>An answer for programs: its media type and bytes.</summary>
public sealed record OgcAnswer(string MediaType, byte[] Body)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static OgcAnswer Of(JsonNode json, string mediaType = OgcMedia.Json) => new(mediaType, JsonSerializer.SerializeToUtf8Bytes(json, Readable));

    /// <summary>The answer with the version it was made from; 304 where the asker has it.</summary>
    public static IActionResult Send(Func<OgcAnswer> make, HttpContext context, Snapshot snapshot)
    {
        // Weak: the same answer may be sent packed or plain, and every list of features says when it was written.
        var tag = new EntityTagHeaderValue($"\"ogc-{snapshot.Network.Version}-{ProgramVersion.Text}\"", isWeak: true);
        var answer = make();
        context.Response.GetTypedHeaders().ETag = tag;
        context.Response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue { NoCache = true };
        return context.Request.Has(tag)
            ? new StatusCodeResult(StatusCodes.Status304NotModified)
            : new FileContentResult(answer.Body, answer.MediaType);
    }

    internal static IResult Refuse(OgcFault fault, Language language) =>
        TypedResults.Problem(title: fault.Title.In(language), detail: fault.Detail.In(language), statusCode: fault.Status);
}

/// <summary>An answer of an endpoint where a page answers.</summary>
internal sealed class HttpResult(IResult result) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context) => result.ExecuteAsync(context.HttpContext);
}
