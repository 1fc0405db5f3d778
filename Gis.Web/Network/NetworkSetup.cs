using Gis.Core.Network;
using Gis.Data.Illustration;
using Gis.Data.Roads;
using Gis.Data.Store;
using Gis.Web.Finder.Hours;
using Gis.Web.Travel;
using Microsoft.AspNetCore.DataProtection;

namespace Gis.Web.Network;

public static class NetworkSetup
{
    /// <summary>Whose keys they are that protect cookies and forms.</summary>
    public const string ApplicationName = "gis";

    private const string DefaultCity = "yinchuan";

    /// <summary>Opens the store of the setting Data, fills it with the default network if it is new, and serves what it holds.</summary>
    public static async Task AddNetwork(this WebApplicationBuilder builder)
    {
        var folder = DataFolder.Of(builder.Configuration);
        var store = await OpenStore(folder, CancellationToken.None);
        var (version, network) = await LoadLatest(store, CancellationToken.None);
        builder.Services.AddSingleton(store);
        // Kept beside the store, so that a form sent after the program was started anew is still taken.
        // Named, or each folder the program runs from would have sessions of its own.
        builder.Services.AddDataProtection().SetApplicationName(ApplicationName).PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(folder, "keys")));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(new CurrentNetwork(new Snapshot(network, FindUsableRoads(folder)), version));
        builder.Services.AddSingleton(await CurrentCalendar.Open(store, CancellationToken.None));
        builder.Services.AddHostedService<NetworkWatch>();
        builder.Services.AddHostedService<RoadsWatch>();
    }

    /// <summary>The network with its roads, where some are imported.</summary>
    /// <exception cref="RoadsException">The roads are damaged.</exception>
    public static async Task<Snapshot> Open(string folder, CancellationToken cancel) =>
        new(await Load(await OpenStore(folder, cancel), cancel), FindRoads(folder));

    /// <summary>The store in a folder, filled with the default network if it is new.</summary>
    public static async Task<GisStore> OpenStore(string folder, CancellationToken cancel)
    {
        var store = await GisStore.OpenAsync(folder, cancel);
        await store.FillAsync(DrawDefault, "the default network, drawn from the public facts", DateTimeOffset.UtcNow, cancel);
        return store;
    }

    /// <summary>The network of a store that is not empty.</summary>
    public static async Task<ServiceNetwork> Load(GisStore store, CancellationToken cancel) =>
        (await LoadLatest(store, cancel)).Network;

    private static async Task<(long Version, ServiceNetwork Network)> LoadLatest(GisStore store, CancellationToken cancel) =>
        await store.LoadLatestAsync(cancel) ?? throw new StoreException($"{store.File} holds no network.");

    /// <summary>The default network, in memory only.</summary>
    public static ServiceNetwork DrawDefaultNetwork() => new(DrawDefault());

    private static RoadTables? FindRoads(string folder)
    {
        var roads = new RoadsFolder(folder);
        return roads.Load() is { } imported ? new RoadTables(imported, roads) : null;
    }

    // The pages go on with estimates, and say so, where roads were damaged while nothing served.
    private static RoadTables? FindUsableRoads(string folder)
    {
        try
        {
            return FindRoads(folder);
        }
        catch (RoadsException fault)
        {
            Console.Error.WriteLine($"Minutes are estimated, for the imported roads cannot be used. {fault.Message}");
            return null;
        }
    }

    private static NetworkParts DrawDefault() =>
        DefaultNetwork.Draw(CityFacts.Read(Path.Combine(AppContext.BaseDirectory, "geodata", DefaultCity)));
}
