using Gis.Core.Network;
using Gis.Data.Illustration;
using Gis.Data.Import;
using Gis.Data.Roads;
using Gis.Data.Store;
using Gis.Web.Finder.Hours;
using Gis.Web.Travel;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Gis.Web.Network;

public static class NetworkSetup
{
    /// <summary>Whose keys they are that protect cookies and forms.</summary>
    public const string ApplicationName = "gis";

    private const string DefaultCity = "yinchuan";

    /// <summary>Opens the store that is set, fills it with the default network if it is new, and serves what it holds.</summary>
    public static async Task AddNetwork(this WebApplicationBuilder builder)
    {
        var store = await OpenStore(StoreSetting.Of(builder.Configuration), null, CancellationToken.None);
        await builder.AddNetwork(store);
        builder.AddKeys(store);
    }

    /// <summary>Serves one city of a store.</summary>
    public static async Task AddNetwork(this WebApplicationBuilder builder, GisStore store)
    {
        var folder = DataFolder.Of(builder.Configuration);
        var (version, network) = await LoadLatest(store, CancellationToken.None);
        builder.Services.AddSingleton(store);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(new CurrentNetwork(new Snapshot(network, FindUsableRoads(folder), CityNamesFile.Read(network.City, folder)), version));
        builder.Services.AddSingleton(await CurrentCalendar.Open(store, CancellationToken.None));
        builder.Services.AddHostedService<NetworkWatch>();
        builder.Services.AddHostedService<RoadsWatch>();
    }

    /// <summary>The network with its roads, where some are imported.</summary>
    /// <exception cref="RoadsException">The roads are damaged.</exception>
    public static async Task<Snapshot> Open(string folder, StorePlace place, AreaCode? city, CancellationToken cancel)
    {
        using var store = await OpenStore(place, city, cancel);
        return new(await Load(store, cancel), FindRoads(await CityFolder.Of(folder, store, cancel)));
    }

    /// <summary>The store in a folder, filled with the default network if it is new.</summary>
    public static Task<GisStore> OpenStore(string folder, CancellationToken cancel) => OpenStore(new StorePlace.Folder(folder), null, cancel);

    /// <summary>A store, filled with the default network if it is new.</summary>
    /// <param name="place">Where it lies.</param>
    /// <param name="city">Which of its cities; null for its default.</param>
    /// <param name="cancel">Ends the work early.</param>
    /// <exception cref="StoreException">The store cannot be used, or has no such city.</exception>
    public static async Task<GisStore> OpenStore(StorePlace place, AreaCode? city, CancellationToken cancel)
    {
        var store = await GisStore.OpenAsync(place, cancel);
        if (place.FindNotice() is { } notice)
            await Console.Error.WriteLineAsync($"{notice}.");
        await store.FillAsync(DrawDefault, "the default network, drawn from the public facts", DateTimeOffset.UtcNow, cancel);
        if (city is not { } asked || asked == store.City)
            return store;
        var cities = await store.ListCitiesAsync(cancel);
        return cities.Any(each => each.Code == asked)
            ? store.For(asked)
            : throw new StoreException($"{store.Name} has no city {asked}; it has {string.Join(", ", cities.Select(each => $"{each.Code} {each.Name}"))}.");
    }

    /// <summary>The network of a store that is not empty.</summary>
    public static async Task<ServiceNetwork> Load(GisStore store, CancellationToken cancel) =>
        (await LoadLatest(store, cancel)).Network;

    private static async Task<(long Version, ServiceNetwork Network)> LoadLatest(GisStore store, CancellationToken cancel) =>
        await store.LoadLatestAsync(cancel) ?? throw new StoreException($"{store.Name} holds no network.");

    /// <summary>The default network, in memory only.</summary>
    public static ServiceNetwork DrawDefaultNetwork() => new(DrawDefault());

    // Kept beside the store, or in it where many instances share it, so that a form sent after the program was started anew is
    // still taken. Named, or each folder the program runs from would have sessions of its own.
    private static void AddKeys(this WebApplicationBuilder builder, GisStore store)
    {
        var protection = builder.Services.AddDataProtection().SetApplicationName(ApplicationName);
        if (SharedKeys.Of(store) is { } shared)
            builder.Services.Configure<KeyManagementOptions>(options => options.XmlRepository = new KeyRepository(shared));
        else
            protection.PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(DataFolder.Of(builder.Configuration), "keys")));
    }

    private static RoadTables? FindRoads(string folder)
    {
        var roads = new RoadsFolder(folder);
        return roads.Load() is { } imported ? new RoadTables(imported, roads) : null;
    }

    // The pages go on with estimates, and say so, where roads were damaged while nothing served.
    internal static RoadTables? FindUsableRoads(string folder)
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
