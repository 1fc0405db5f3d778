using System.Collections.Concurrent;
using Gis.Core.Network;
using Gis.Data.Store;
using Gis.Web.Door;
using Gis.Web.Layout;
using Gis.Web.Network;
using Gis.Web.Travel;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Gis.Web.Cities;

/// <summary>
/// The programs of the other cities of a store, each the whole program for its city: its own network, people, keys and jobs. One
/// is started when its pages are first asked for, and the one asked for longest ago ends where there would be too many.
/// </summary>
public sealed class CityPrograms(GisStore store, IServiceProvider services, IConfiguration settings) : IAsyncDisposable
{
    private readonly int most = NumberSetting.Read(settings, "Cities:MostOpen", 16, 1, 1000);
    private readonly ConcurrentDictionary<AreaCode, Lazy<Task<CityProgram>>> open = [];

    /// <summary>The program of a city, with a use of it that must be given back; null where the store has no such city.</summary>
    internal async Task<CityProgram?> Use(AreaCode city)
    {
        while (true)
        {
            if (!open.ContainsKey(city) && (await store.ListCitiesAsync()).All(each => each.Code != city))
                return null;
            var starting = open.GetOrAdd(city, code => new(() => Start(code)));
            try
            {
                // One that is being ended is no longer on the list a moment later.
                if ((await starting.Value).TryEnter())
                    return await starting.Value;
            }
            catch
            {
                open.TryRemove(KeyValuePair.Create(city, starting));
                throw;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, _, program) in ListStarted())
            await program.DisposeAsync();
    }

    private IEnumerable<(AreaCode City, Lazy<Task<CityProgram>> Starting, CityProgram Program)> ListStarted() =>
        open.Where(each => each.Value.IsValueCreated && each.Value.Value.IsCompletedSuccessfully).Select(each => (each.Key, each.Value, each.Value.Value.Result));

    private async Task<CityProgram> Start(AreaCode city)
    {
        await MakeRoom();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(CityPrograms).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory, EnvironmentName = services.GetRequiredService<IHostEnvironment>().EnvironmentName });
        builder.Configuration.AddConfiguration(settings);
        var ofCity = store.For(city);
        builder.Configuration.AddInMemoryCollection(
        [
            KeyValuePair.Create<string, string?>(ServedCity.Setting, city.Digits),
            KeyValuePair.Create<string, string?>("Data", await CityFolder.Of(DataFolder.Of(settings), ofCity, CancellationToken.None)),
            // The store is backed up once, with all its cities.
            KeyValuePair.Create<string, string?>("Backups:Folder", ""),
        ]);
        builder.WebHost.UseStaticWebAssets();
        builder.AddDoor();
        builder.Services.AddWeb();
        await builder.AddNetwork(ofCity);
        Share(builder.Services, city);
        return await CityProgram.Start(builder);
    }

    // Of the outer program: the door, so that who asks too often is counted once; keys; the clock; the log; the end.
    private void Share(IServiceCollection inner, AreaCode city)
    {
        inner.Replace(ServiceDescriptor.Singleton(services.GetRequiredService<TimeProvider>()));
        inner.Replace(ServiceDescriptor.Singleton(services.GetRequiredService<ILoggerFactory>()));
        inner.Configure<RateLimiterOptions>(options => options.GlobalLimiter = services.GetRequiredService<IOptions<RateLimiterOptions>>().Value.GlobalLimiter);
        // A name of its own, so that nobody signed in to one city is somebody in another.
        inner.AddDataProtection().SetApplicationName($"{NetworkSetup.ApplicationName}-{city}");
        var keys = services.GetRequiredService<IOptions<KeyManagementOptions>>().Value;
        inner.Configure<KeyManagementOptions>(options => (options.XmlRepository, options.XmlEncryptor) = (keys.XmlRepository, keys.XmlEncryptor));
        inner.Replace(ServiceDescriptor.Singleton<IServer>(new InnerServer(services.GetRequiredService<IServer>().Features)));
        inner.Replace(ServiceDescriptor.Singleton<IHostLifetime, NoLifetime>());
    }

    private async Task MakeRoom()
    {
        foreach (var (city, starting, program) in ListStarted().OrderBy(each => each.Program.UsedLast))
        {
            if (open.Count <= most)
                return;
            if (program.TryEnd() && open.TryRemove(KeyValuePair.Create(city, starting)))
                await program.DisposeAsync();
        }
    }

    // It ends with the outer program, and listens to no key or signal.
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
