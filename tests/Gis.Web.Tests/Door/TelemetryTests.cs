using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Gis.Web.Tests.Door;

public sealed class TelemetryTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> received = new();
    private readonly WebApplication collector;

    public TelemetryTests()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        collector = builder.Build();
        collector.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            received.Enqueue($"{context.Request.Path} {Encoding.UTF8.GetString(body.ToArray())}");
        });
    }

    public Task InitializeAsync() => collector.StartAsync();

    public async Task DisposeAsync() => await collector.DisposeAsync();

    [Fact]
    public async Task A_collector_that_is_named_is_told_the_route_and_nothing_of_what_was_asked()
    {
        using (var app = new SetApp(("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Urls.Single()), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")))
        {
            using var client = app.CreateClient();
            client.DefaultRequestHeaders.UserAgent.ParseAdd("MARKED");
            await client.GetAsync("/find?q=MARKED");
            await client.GetAsync("/api/sites/MARKED");
            await client.GetAsync("/nowhere/MARKED");
            await client.GetAsync(SetApp.Broken + "?q=MARKED");
        }

        // What is left is sent when the program ends.
        Assert.Contains(received, sent => sent.StartsWith("/v1/traces", StringComparison.Ordinal) && sent.Contains("GET find", StringComparison.Ordinal) && sent.Contains("/api/sites/{id}", StringComparison.Ordinal));
        Assert.Contains(received, sent => sent.StartsWith("/v1/metrics", StringComparison.Ordinal) && sent.Contains("http.server.request.duration", StringComparison.Ordinal));
        Assert.DoesNotContain(received, sent => sent.Contains("MARKED", StringComparison.Ordinal));
    }
}
