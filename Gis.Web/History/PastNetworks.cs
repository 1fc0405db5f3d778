using System.Collections.Concurrent;
using Gis.Data.Store;
using Gis.Data.Store.History;
using Gis.Web.Network;

namespace Gis.Web.History;

/// <summary>Versions of the network before the one being served, each with the roads in use now; a few are kept.</summary>
public sealed class PastNetworks(NetworkHistory history, CurrentNetwork current)
{
    private const int MostKept = 4;

    private readonly ConcurrentDictionary<(long, string), Snapshot> kept = [];

    /// <summary>The network as of a version; null if the log does not reach back to it.</summary>
    /// <exception cref="StoreException">The log cannot be read.</exception>
    public async Task<Snapshot?> Find(long version, CancellationToken cancel)
    {
        var served = current.Snapshot;
        if (version == current.Version)
            return served;
        var key = (version, served.Travel.Version);
        if (kept.TryGetValue(key, out var known))
            return known;
        if (await history.LoadAsync(version, cancel) is not { } network)
            return null;
        if (kept.Count >= MostKept)
            kept.Clear();
        return kept[key] = served.With(network);
    }
}
