using Gis.Core.Network;
using Gis.Data.Roads;
using Gis.Data.Store;
using Gis.Web.Network;
using Gis.Web.Travel;

namespace Gis.Web.Cities;

/// <summary>Loads the network of any city of the store with its roads; that of the city being served is there already.</summary>
public sealed class CityLoader(GisStore store, CurrentNetwork current, IConfiguration settings)
{
    /// <exception cref="StoreException">The network cannot be read.</exception>
    internal async Task<CityNetwork> Load(AreaCode city, long version, CancellationToken cancel)
    {
        if (IsServed(city))
            return await FindServed(version, cancel);
        var (latest, network) = await store.For(city).LoadLatestAsync(cancel) ?? throw new StoreException($"{store.Name} holds no network of {city}.");
        var folder = CityFolder.OfFurther(DataFolder.Of(settings), city);
        var change = new RoadsFolder(folder).LastChange;
        return new CityNetwork(latest, new Snapshot(network, change is null ? null : NetworkSetup.FindUsableRoads(folder)), change);
    }

    /// <summary>Whether the roads of a network are those in use now.</summary>
    internal bool IsLatest(CityNetwork loaded) => IsServed(loaded.Network.City.Code)
        ? ReferenceEquals(loaded.Snapshot, current.Snapshot)
        : new RoadsFolder(CityFolder.OfFurther(DataFolder.Of(settings), loaded.Network.City.Code)).LastChange == loaded.RoadsChanged;

    // Where this hears of a version first, it is served from here on.
    private async Task<CityNetwork> FindServed(long version, CancellationToken cancel)
    {
        if (current.Version < version && await store.LoadLatestAsync(cancel) is var (latest, network))
            current.Serve(latest, network);
        return new CityNetwork(current.Version, current.Snapshot, null);
    }

    private bool IsServed(AreaCode city) => city == current.Snapshot.Network.City.Code;
}
