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

    public static async Task<Snapshot> Open(string folder, CancellationToken cancel)
    {
        var store = await GisStore.OpenAsync(folder, cancel);
        if (await store.LoadAsync(cancel) is { } network)
            return new Snapshot(network);

        var facts = CityFacts.Read(Path.Combine(AppContext.BaseDirectory, "geodata", DefaultCity));
        var parts = DefaultNetwork.Draw(facts);
        await store.SaveAsync(parts, "the default network, drawn from the public facts", DateTimeOffset.UtcNow, cancel);
        return new Snapshot(await store.LoadAsync(cancel) ?? throw new InvalidOperationException("The store lost what was just saved."));
    }
}
