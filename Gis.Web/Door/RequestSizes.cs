using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using BadHttpRequestException = Microsoft.AspNetCore.Http.BadHttpRequestException;

namespace Gis.Web.Door;

/// <summary>How large a request may be. What is larger is refused before it is read; a form of too many or too long fields, while it is.</summary>
internal sealed class RequestSizes(Limits limits) : IConfigureOptions<KestrelServerOptions>, IConfigureOptions<FormOptions>
{
    // So that an address too long by less than this is refused in words, not by the server's bare line.
    private const int Slack = 16 * 1024;

    public void Configure(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = limits.BodyBytes;
        options.Limits.MaxRequestLineSize = limits.QueryLength + Slack;
        options.Limits.MaxRequestBufferSize = Math.Max(options.Limits.MaxRequestBufferSize ?? 0, options.Limits.MaxRequestLineSize);
    }

    public void Configure(FormOptions options)
    {
        options.ValueCountLimit = limits.FormFields;
        options.KeyLengthLimit = limits.FieldNameLength;
        options.ValueLengthLimit = limits.FieldLength;
        options.BufferBodyLengthLimit = options.MultipartBodyLengthLimit = limits.BodyBytes;
    }

    /// <summary>Refuses what is too large. An endpoint that takes in more says so by its own <see cref="IRequestSizeLimitMetadata"/>.</summary>
    internal static async Task Check(HttpContext context, RequestDelegate next)
    {
        if (await FindRefusal(context) is { } refusal)
            context.Response.StatusCode = refusal;
        else
            await next(context);
    }

    private static async Task<int?> FindRefusal(HttpContext context)
    {
        var (request, limits) = (context.Request, context.RequestServices.GetRequiredService<Limits>());
        var own = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>();
        if (request.QueryString.Value?.Length > limits.QueryLength)
            return StatusCodes.Status414UriTooLong;
        if (request.ContentLength > (own?.MaxRequestBodySize ?? limits.BodyBytes))
            return StatusCodes.Status413PayloadTooLarge;
        return own is null && request.HasFormContentType ? await FindRefusalOfForm(context) : null;
    }

    // Read here once for all who ask for a field: a form nobody can read is the sender's mistake, not the page's.
    private static async Task<int?> FindRefusalOfForm(HttpContext context)
    {
        try
        {
            await context.Request.ReadFormAsync(context.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException refused)
        {
            return refused.StatusCode;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }
}
