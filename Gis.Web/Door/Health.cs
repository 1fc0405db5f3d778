using Gis.Core.Network;
using Gis.Data.Store;
using Gis.Web.Maps;
using Gis.Web.Travel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Gis.Web.Door;

/// <summary>Whether the program lives, and whether it can serve; asked by whoever starts it anew or sends it readers.</summary>
public static class Health
{
    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<StoreHealth>("store").AddCheck<DiskHealth>("disk").AddCheck<NetworkHealth>("network");

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        // Whoever is alive answers: nothing is looked at.
        Map("live", _ => false);
        Map("ready", _ => true);

        void Map(string name, Func<HealthCheckRegistration, bool> which) =>
            app.MapHealthChecks("/health/" + name, new() { Predicate = which, ResponseWriter = Write }).WithMetadata(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head])).AllowAnonymous();
    }

    private static Task Write(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new HealthJson(
        report.Status.Written(), report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Status.Written())));

    private sealed class StoreHealth(GisStore store) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            await store.FindLatestAsync(cancellationToken) > 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The store holds no network.");
    }

    private sealed class DiskHealth(IConfiguration settings) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var file = Path.Combine(DataFolder.Of(settings), $".ready-{Guid.NewGuid():N}");
            await using var written = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            written.WriteByte(1);
            written.Flush(flushToDisk: true);
            return HealthCheckResult.Healthy();
        }
    }

    // Until the tables are made, whoever asks waits for them.
    private sealed class NetworkHealth(IEnumerable<IHostedService> services) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
            services.OfType<WarmUp>().All(warm => warm.ExecuteTask is { IsCompletedSuccessfully: true })
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("The travel tables are not made yet."));
    }
}

/// <summary>Whether all is well, and each thing that was looked at: healthy, degraded or unhealthy.</summary>
public sealed record HealthJson(string Status, IReadOnlyDictionary<string, string> Checks);
