using System.Diagnostics;
using Gis.Data;
using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Gis.Web.Door;

/// <summary>
/// Traces and metrics, sent only where a setting says to: OTEL_EXPORTER_OTLP_ENDPOINT, in the environment or the settings. They
/// tell which route was asked, how long it took and how it ended; never an address, a path, a query or who asked.
/// </summary>
public static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    // ASP.NET Core's own name for its traces.
    private const string Requests = "Microsoft.AspNetCore";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration[Endpoint]))
            return;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("gis", serviceVersion: ProgramVersion.Text))
            .WithTracing(tracing => tracing.AddSource(Requests).AddProcessor(new RouteOnly()))
            .WithMetrics(metrics => metrics.AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.RateLimiting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"))
            .UseOtlpExporter();
    }

    /// <summary>Says of the current trace which route was asked and how it ended.</summary>
    internal static async Task Name(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (Activity.Current is not { IsAllDataRequested: true } activity)
            return;
        activity.SetTag("http.request.method", MethodOf(context.Request));
        activity.SetTag("http.response.status_code", context.Response.StatusCode);
        if (context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route })
            activity.SetTag("http.route", route);
    }

    // Anything may stand where a method should.
    private static string MethodOf(HttpRequest request) => HttpMethods.GetCanonicalizedValue(request.Method) is "GET" or "HEAD" or "POST" ? request.Method : "_OTHER";

    /// <summary>Takes from a trace whatever is not known to be about nobody.</summary>
    private sealed class RouteOnly : BaseProcessor<Activity>
    {
        private static readonly string[] Kept = ["http.request.method", "http.response.status_code", "http.route"];

        public override void OnEnd(Activity data)
        {
            foreach (var tag in data.TagObjects.Select(tag => tag.Key).Except(Kept).ToList())
                data.SetTag(tag, null);
            data.DisplayName = $"{data.GetTagItem(Kept[0])} {data.GetTagItem(Kept[2])}".Trim();
        }
    }
}
