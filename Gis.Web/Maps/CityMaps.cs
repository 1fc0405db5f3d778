using System.Runtime.CompilerServices;
using Gis.Core.Network;
using Microsoft.Extensions.Caching.Memory;

namespace Gis.Web.Maps;

/// <summary>The cells, tiles and drawings of the networks being served; those of a version go when the version goes.</summary>
public sealed class CityMaps : IDisposable
{
    // What is asked for again and again stays; a walk over the whole pyramid cannot fill the memory.
    private const long MostBytes = 32 << 20;

    // An empty tile takes room, too.
    private const int BytesBeside = 200;

    private readonly ConditionalWeakTable<ServiceNetwork, CityTiles> cities = [];

    // A drawing keeps a processor busy; one is left for everything else.
    private readonly SemaphoreSlim drawings = new(Math.Max(1, Environment.ProcessorCount - 1));

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    public ServiceCells CellsOf(ServiceNetwork network) => CityOf(network).Cells;

    /// <summary>The tile, gzipped; null where it is empty.</summary>
    public byte[]? FindTile(ServiceNetwork network, TileSet set, TileAddress address) =>
        FindTile(network.Version, set, address, () => CityOf(network).Draw(set, address));

    /// <summary>The tile of data of a version, drawn unless it is known; null where it is empty.</summary>
    internal byte[]? FindTile(string version, TileSet set, TileAddress address, Func<byte[]?> draw)
    {
        var key = (version, set.Name, address);
        if (kept.TryGetValue(key, out byte[]? known))
            return known;

        var tile = draw();
        return kept.Set(key, tile, new MemoryCacheEntryOptions { Size = (tile?.Length ?? 0) + BytesBeside });
    }

    /// <summary>The drawn map of a subject, made once.</summary>
    public Task<byte[]> FindDrawing(MapSubject subject, SheetSize size, MapFont font, CancellationToken cancel) =>
        FindDrawing((KeyOf(subject), size), () => MapDrawing.Draw(subject, size, font), cancel);

    /// <summary>The answer as sheets of paper, made once.</summary>
    public Task<byte[]> FindSheets(MapSubject subject, MapFont font, CancellationToken cancel) =>
        FindDrawing((KeyOf(subject), "sheets"), () => CoveragePdf.Draw(subject, font), cancel);

    /// <summary>Sheets of paper that are known by a key, made once.</summary>
    internal Task<byte[]> FindSheets(object key, Func<byte[]> draw, CancellationToken cancel) => FindDrawing(key, draw, cancel);

    /// <summary>The map of what changes between two answers, made once.</summary>
    public Task<byte[]> FindDrawing(DifferenceSubject subject, SheetSize size, MapFont font, CancellationToken cancel) =>
        FindDrawing((KeyOf(subject.Before), KeyOf(subject.After), size), () => DifferenceDrawing.Draw(subject, size, font), cancel);

    private static object KeyOf(MapSubject subject) =>
        (subject.Receipt, subject.Language, subject.ReviewNumber);

    // No more are drawn at a time than leave the machine free to answer.
    private async Task<byte[]> FindDrawing(object key, Func<byte[]> draw, CancellationToken cancel)
    {
        if (kept.TryGetValue(key, out byte[]? known))
            return known!;

        await drawings.WaitAsync(cancel);
        try
        {
            // Whoever waited may have waited for the same one.
            if (kept.TryGetValue(key, out known))
                return known!;
            var drawn = draw();
            return kept.Set(key, drawn, new MemoryCacheEntryOptions { Size = drawn.Length + BytesBeside });
        }
        finally
        {
            drawings.Release();
        }
    }

    public void Dispose()
    {
        kept.Dispose();
        drawings.Dispose();
    }

    private CityTiles CityOf(ServiceNetwork network) => cities.GetValue(network, each => new CityTiles(each));
}
