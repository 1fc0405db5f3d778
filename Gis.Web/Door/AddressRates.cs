using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Gis.Web.Door;

/// <summary>How often one address may ask, counted apart for what it asks.</summary>
internal sealed class AddressRates(Limits limits) : IConfigureOptions<RateLimiterOptions>
{
    private static readonly PathString[] Free = ["/dist", "/health"];

    private enum Kind
    {
        Search,
        Tiles,
        SignIn,
        Voice,
        Rest,
        Free,
    }

    public void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, (Kind, IPAddress)>(PartitionOf);
        options.OnRejected = (rejected, _) =>
        {
            // Whoever waits the time named is let in: a part of a second is a second.
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? Math.Max(1, Math.Ceiling(time.TotalSeconds)) : 1;
            rejected.HttpContext.Response.Headers.RetryAfter = wait.ToString("0", CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
    }

    private RateLimitPartition<(Kind, IPAddress)> PartitionOf(HttpContext context)
    {
        var key = (KindOf(context), Household.Of(context));
        return key.Item1 == Kind.Free
            ? RateLimitPartition.GetNoLimiter(key)
            : RateLimitPartition.GetTokenBucketLimiter(key, partition => Bucket(LimitOf(partition.Item1)));
    }

    // The page of words that answers a refusal is not refused in its turn.
    private static bool IsFree(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null
        || context.Features.Get<IExceptionHandlerPathFeature>() is not null
        || Array.Exists(Free, prefix => context.Request.Path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase));

    private static Kind KindOf(HttpContext context)
    {
        var (path, method) = (context.Request.Path, context.Request.Method);
        if (IsFree(context))
            return Kind.Free;
        if (Begins("/find") || Begins("/api/search"))
            return Kind.Search;
        if (Begins("/tiles") || Begins("/cities/tiles") || Begins("/maps"))
            return Kind.Tiles;
        // To be shown the form does not count, to send it and to try numbers does.
        if ((IsVoice() && HttpMethods.IsPost(method)) || (path.StartsWithSegments("/voice", StringComparison.OrdinalIgnoreCase, out var number) && number.HasValue))
            return Kind.Voice;
        return (Begins("/sign-in") && HttpMethods.IsPost(method)) || Begins("/join") || Begins("/first") ? Kind.SignIn : Kind.Rest;

        // Routes are found in whatever letters they are written.
        bool Begins(string prefix) => path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase);
        bool IsVoice() => Begins("/voice") || (Begins("/sites") && path.Value!.TrimEnd('/').EndsWith("/voice", StringComparison.OrdinalIgnoreCase));
    }

    private AddressLimit LimitOf(Kind kind) => kind switch
    {
        Kind.Search => limits.Search,
        Kind.Tiles => limits.Tiles,
        Kind.SignIn => limits.SignIn,
        Kind.Voice => limits.Voice,
        _ => limits.Rest,
    };

    // Filled in steps of a second or longer, each of whole requests.
    private static TokenBucketRateLimiterOptions Bucket(AddressLimit limit)
    {
        var step = (limit.PerMinute + 59) / 60;
        return new()
        {
            TokenLimit = limit.Burst,
            TokensPerPeriod = step,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) * step / limit.PerMinute,
            QueueLimit = 0,
        };
    }
}
