using Gis.Core.Network;
using Gis.Data.Illustration;
using Gis.Data.Store;

namespace Gis.Web.Network;

public static class NetworkSetup
{
    private const string DefaultCity = "yinchuan";

    /// <summary>Opens the store of the setting Data, fills it with the default network if it is new, and serves what it holds.</summary>
    public static async Task AddNetwork(this WebApplicationBuilder builder)
    {
        var snapshot = await Open(builder.Configuration["Data"] ?? "./data", CancellationToken.None);
        builder.Services.AddSingleton(new CurrentNetwork(snapshot));
    }

    public static async Task<Snapshot> Open(string folder, CancellationToken cancel) =>
        new(await Load(await OpenStore(folder, cancel), cancel));

    /// <summary>The store in a folder, filled with the default network if it is new.</summary>
    public static async Task<GisStore> OpenStore(string folder, CancellationToken cancel)
    {
        var store = await GisStore.OpenAsync(folder, cancel);
        await store.FillAsync(DrawDefault, "the default network, drawn from the public facts", DateTimeOffset.UtcNow, cancel);
        return store;
    }

    /// <summary>The network of a store that is not empty.</summary>
    public static async Task<ServiceNetwork> Load(GisStore store, CancellationToken cancel) =>
        await store.LoadAsync(cancel) ?? throw new StoreException($"{store.File} holds no network.");

    private static NetworkParts DrawDefault() =>
        DefaultNetwork.Draw(CityFacts.Read(Path.Combine(AppContext.BaseDirectory, "geodata", DefaultCity)));
}
