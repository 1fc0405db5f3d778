using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Gis.Web.Accounts;

/// <summary>
/// For pages that hold what only one person may see: nothing keeps a copy, and they are not packed, for the length of what is
/// packed betrays what stands beside words an attacker chose.
/// </summary>
public sealed class PrivateAnswer : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        if (context.HttpContext.Features.Get<IHttpsCompressionFeature>() is { } packing)
            packing.Mode = HttpsCompressionMode.DoNotCompress;
        return next();
    }
}
