using System.Runtime.CompilerServices;
using Gis.Core.Network;
using Microsoft.Extensions.Caching.Memory;

namespace Gis.Web.Maps;

/// <summary>The cells and tiles of the networks being served; those of a version go when the version goes.</summary>
public sealed class CityMaps : IDisposable
{
    // Tiles asked for again and again stay; a walk over the whole pyramid cannot fill the memory.
    private const long MostBytes = 32 << 20;

    // An empty tile takes room, too.
    private const int BytesBeside = 200;

    private readonly ConditionalWeakTable<ServiceNetwork, CityTiles> cities = [];

    private readonly MemoryCache tiles = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    public ServiceCells CellsOf(ServiceNetwork network) => CityOf(network).Cells;

    /// <summary>The tile, gzipped; null where it is empty.</summary>
    public byte[]? FindTile(ServiceNetwork network, TileSet set, TileAddress address)
    {
        var key = (network.Version, set.Name, address);
        if (tiles.TryGetValue(key, out byte[]? known))
            return known;

        var tile = CityOf(network).Draw(set, address);
        return tiles.Set(key, tile, new MemoryCacheEntryOptions { Size = (tile?.Length ?? 0) + BytesBeside });
    }

    public void Dispose() => tiles.Dispose();

    private CityTiles CityOf(ServiceNetwork network) => cities.GetValue(network, each => new CityTiles(each));
}
