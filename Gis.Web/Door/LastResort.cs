using Microsoft.AspNetCore.Diagnostics;

namespace Gis.Web.Door;

/// <summary>
/// Logs our mistakes: what kind, and where in the program. Never the message, for that may say what somebody entered: a
/// place, a name, a position. The server's own line about it, which would, is not written.
/// </summary>
internal sealed partial class LastResort(ILogger<LastResort> log) : IExceptionHandler
{
    /// <summary>Says it, and leaves the answer to the handlers after it.</summary>
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        Say(httpContext, exception);
        return ValueTask.FromResult(false);
    }

    /// <summary>Ends the answer that had begun when its making failed: half of it must not look whole.</summary>
    internal static async Task Guard(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception fault)
        {
            context.RequestServices.GetRequiredService<LastResort>().Say(context, fault);
            context.Abort();
        }
    }

    private void Say(HttpContext context, Exception fault)
    {
        // Nobody waits for the answer any more: that is no mistake.
        if (fault is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
            return;
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "no route";
        SayFailed(route, string.Join("\nof ", List(fault)));
    }

    private static IEnumerable<string> List(Exception fault)
    {
        for (var each = fault; each is not null; each = each.InnerException)
            yield return $"{each.GetType()}\n{each.StackTrace}";
    }

    [LoggerMessage(LogLevel.Error, "{Route} failed: {Faults}")]
    private partial void SayFailed(string route, string faults);
}
