using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Data.Store;

namespace Gis.Web.Cities;

/// <summary>The networks of all cities of the store as last saved.</summary>
public sealed class AllCities(GisStore store, CityLoader loader) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private readonly TaskCompletionSource whole = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock gate = new();
    private ImmutableArray<CitySlot> slots = [];
    private volatile CitiesSnapshot? snapshot;

    /// <summary>All cities in order of code, with the networks that are loaded by now.</summary>
    public ImmutableArray<CitySlot> List()
    {
        lock (gate)
            return slots;
    }

    /// <summary>All networks, once each has been loaded for the first time.</summary>
    public async Task<CitiesSnapshot> WaitForAll(CancellationToken cancel)
    {
        await whole.Task.WaitAsync(cancel);
        return snapshot!;
    }

    /// <summary>Takes up what was saved since the last time.</summary>
    /// <exception cref="StoreException">The store, or the network of a city, cannot be read; what is loaded stays in use.</exception>
    internal async Task TakeUp(CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            var versions = await store.ListLatestAsync(cancel);
            var before = List();
            if (snapshot is not null && before.Length == versions.Count && before.All(slot => IsLatest(slot, versions)))
                return;
            var known = before.ToDictionary(slot => slot.City.Code, slot => slot.Network);
            var cities = await store.ListCitiesAsync(cancel);
            lock (gate)
                slots = [.. cities.OrderBy(city => city.Code).Select(city => new CitySlot(city, known.GetValueOrDefault(city.Code)))];
            await Parallel.ForAsync(0, slots.Length, cancel, (index, stop) => Renew(index, versions, stop));
            snapshot = new CitiesSnapshot([.. List().Select(slot => slot.Network!.Network)]);
            whole.TrySetResult();
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async ValueTask Renew(int index, IReadOnlyDictionary<AreaCode, long> versions, CancellationToken cancel)
    {
        var slot = List()[index];
        if (IsLatest(slot, versions))
            return;
        var network = await loader.Load(slot.City.Code, versions.GetValueOrDefault(slot.City.Code), cancel);
        lock (gate)
            slots = slots.SetItem(index, new CitySlot(network.Network.City, network));
    }

    private bool IsLatest(CitySlot slot, IReadOnlyDictionary<AreaCode, long> versions) =>
        slot.Network is { } network && versions.TryGetValue(slot.City.Code, out var version) && version <= network.Version && loader.IsLatest(network);
}

/// <summary>A city of the store, with its network once that is loaded.</summary>
public readonly record struct CitySlot(City City, CityNetwork? Network);
