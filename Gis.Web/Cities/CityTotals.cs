using System.Collections.Concurrent;
using System.Collections.Immutable;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;
using Gis.Data.Store;
using Gis.Web.Network;
using Gis.Web.Travel;

namespace Gis.Web.Cities;

/// <summary>The totals of every city of the store, each counted anew when its network has another version.</summary>
public sealed class CityTotals(GisStore store, CurrentNetwork current, IConfiguration settings) : IDisposable
{
    /// <summary>On what every city's share is counted, so that they can be compared.</summary>
    public static readonly CoverageQuestion Question = CoverageQuestion.Of(TravelMode.Walk, new Minutes(30));

    // Two at a time: each takes the memory of a city's travel times while it is counted.
    private readonly SemaphoreSlim turns = new(2);
    private readonly ConcurrentDictionary<(AreaCode City, long Version), Lazy<Task<CityTotal>>> known = [];

    /// <summary>The totals of all cities that are counted within a time, in order of code; null for those still being counted.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<ImmutableArray<(City City, CityTotal? Total)>> List(TimeSpan patience, CancellationToken cancel)
    {
        var cities = await store.ListCitiesAsync(cancel);
        var versions = await store.ListLatestAsync(cancel);
        foreach (var stale in known.Keys.Where(key => versions.GetValueOrDefault(key.City) != key.Version))
            known.TryRemove(stale, out _);
        var counting = cities.OrderBy(city => city.Code).Select(city => (City: city, Total: Find(city, versions[city.Code]))).ToList();
        await Task.WhenAny(Task.WhenAll(counting.Select(each => each.Total)), Task.Delay(patience, cancel));
        return [.. counting.Select(each => (each.City, each.Total.IsCompleted ? each.Total.GetAwaiter().GetResult() : null))];
    }

    public void Dispose() => turns.Dispose();

    private Task<CityTotal> Find(City city, long version) =>
        known.GetOrAdd((city.Code, version), key => new(() => Task.Run(() => Count(key.City)))).Value;

    private async Task<CityTotal> Count(AreaCode city)
    {
        await turns.WaitAsync();
        try
        {
            var snapshot = city == current.Snapshot.Network.City.Code ? current.Snapshot : await NetworkSetup.Open(DataFolder.Of(settings), store.For(city), CancellationToken.None);
            return CityTotal.Of(snapshot.Network, snapshot.Measure(Question).Total);
        }
        finally
        {
            turns.Release();
        }
    }
}

/// <summary>What a city, or several together, have.</summary>
/// <param name="Cities">How many cities.</param>
/// <param name="Villages">How many villages.</param>
/// <param name="Residents">How many residents.</param>
/// <param name="Centres">The centres.</param>
/// <param name="Stations">The stations.</param>
/// <param name="Rooms">The rooms.</param>
/// <param name="Covered">The residents within <see cref="CityTotals.Question"/>.</param>
/// <param name="IsIllustrative">Whether anything of it stands in for facts.</param>
public sealed record CityTotal(int Cities, int Villages, Residents Residents, TierCount Centres, TierCount Stations, TierCount Rooms, Residents Covered, bool IsIllustrative)
{
    /// <summary>The share of rooms that stand; null where there are none.</summary>
    public Share? Built => Rooms.All == 0 ? null : new Share((double)Rooms.Built / Rooms.All);

    /// <summary>The share of residents who are covered; null where nobody is counted.</summary>
    public Share? CoveredShare => Share.Of(Covered, Residents);

    internal static CityTotal Of(ServiceNetwork network, AreaCoverage coverage) => new(
        1, network.Villages.Length, network.Residents, network.Count(Tier.Centre), network.Count(Tier.Station), network.Count(Tier.Room), coverage.Covered, network.HasIllustration);

    internal static CityTotal Sum(IEnumerable<CityTotal> totals) => totals.Aggregate(
        new CityTotal(0, 0, new Residents(0), default, default, default, new Residents(0), false),
        (sum, each) => new CityTotal(
            sum.Cities + each.Cities, sum.Villages + each.Villages, sum.Residents + each.Residents,
            Add(sum.Centres, each.Centres), Add(sum.Stations, each.Stations), Add(sum.Rooms, each.Rooms),
            sum.Covered + each.Covered, sum.IsIllustrative || each.IsIllustrative));

    private static TierCount Add(TierCount one, TierCount other) => new(one.All + other.All, one.Built + other.Built);
}
