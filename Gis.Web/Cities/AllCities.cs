using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Data.Store;

namespace Gis.Web.Cities;

/// <summary>The networks of all cities of the store as last saved; of one that cannot be read the one before, if any.</summary>
public sealed partial class AllCities(GisStore store, CityLoader loader, ILogger<AllCities> log) : IDisposable
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

    /// <summary>All networks that can be read, once each has been looked at for the first time.</summary>
    public async Task<CitiesSnapshot> WaitForAll(CancellationToken cancel)
    {
        await whole.Task.WaitAsync(cancel);
        return snapshot!;
    }

    /// <summary>Takes up what was saved since the last time.</summary>
    /// <exception cref="StoreException">The store cannot be read; what is loaded stays in use.</exception>
    internal async Task TakeUp(CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            var versions = await store.ListLatestAsync(cancel);
            var before = List();
            if (snapshot is not null && before.Length == versions.Count && before.All(slot => IsLatest(slot, versions)))
                return;
            var known = before.ToDictionary(slot => slot.City.Code);
            var cities = await store.ListCitiesAsync(cancel);
            lock (gate)
                slots = [.. cities.OrderBy(city => city.Code).Select(city => known.TryGetValue(city.Code, out var slot) ? slot : new CitySlot(city, null, null))];
            await Parallel.ForAsync(0, slots.Length, cancel, (index, stop) => Renew(index, versions, stop));
            snapshot = new CitiesSnapshot([.. List().Select(slot => slot.Network?.Network).OfType<ServiceNetwork>()]);
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
        var version = versions.GetValueOrDefault(slot.City.Code);
        slot = await TryLoad(slot, version, cancel);
        lock (gate)
            slots = slots.SetItem(index, slot);
    }

    // What is the matter with one city keeps no other from its page; it is not tried again before somebody saves it anew.
    private async Task<CitySlot> TryLoad(CitySlot slot, long version, CancellationToken cancel)
    {
        try
        {
            var network = await loader.Load(slot.City.Code, version, cancel);
            return new CitySlot(network.Network.City, network, null);
        }
        catch (StoreException fault)
        {
            SayFailed(slot.City.Code.Digits, fault.Message);
            return slot with { FailedVersion = version };
        }
    }

    private bool IsLatest(CitySlot slot, IReadOnlyDictionary<AreaCode, long> versions) => versions.TryGetValue(slot.City.Code, out var version)
        && (slot.FailedVersion == version || (slot.Network is { } network && version <= network.Version && loader.IsLatest(network)));

    [LoggerMessage(LogLevel.Error, "The network of city {City} cannot be read, and is left out of the pages of all cities. {Fault}")]
    private partial void SayFailed(string city, string fault);
}

/// <summary>A city of the store, with its network once that is loaded.</summary>
/// <param name="City">The city.</param>
/// <param name="Network">Its network; null until it is loaded.</param>
/// <param name="FailedVersion">The version that cannot be read; null where that is none.</param>
public readonly record struct CitySlot(City City, CityNetwork? Network, long? FailedVersion);
