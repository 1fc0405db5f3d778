using System.Diagnostics;
using System.Globalization;
using Gis.Web.Maps;
using Gis.Web.Maps.Marks;

namespace Gis.Benchmarks;

/// <summary>How many tiles of a nation one core draws a second, none of them known before.</summary>
internal static class TileBenchmarks
{
    // At deep zooms there are more populated tiles than say anything new.
    private const int MostTiles = 20_000;

    internal static void Run()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (points, villages) = SyntheticNation.Draw();
        var start = Stopwatch.GetTimestamp();
        var tiles = new MarkTiles(
            new MarkSource("points", "point_cells", 0, new MarkIndex(points)),
            new MarkSource("demand", "demand_cells", 0, new MarkIndex(villages)));
        var indexing = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Say($"{points.Count + villages.Count:N0} marks indexed in {indexing:0.00} s; fields and index take {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6:0} MB");
        for (var zoom = 0; zoom <= 14; zoom++)
            Measure(tiles, zoom, Populated(villages, zoom));
    }

    private static void Measure(MarkTiles tiles, int zoom, TileAddress[] populated)
    {
        var repeat = Math.Max(1, 200 / populated.Length);
        Pass(tiles, populated[..Math.Min(populated.Length, 300)], pack: true);
        var (drawing, written) = Time(() => Pass(tiles, populated, pack: false), repeat);
        var (packing, largest) = Time(() => Pass(tiles, populated, pack: true), repeat);
        var count = populated.Length * repeat;
        Say($"z{zoom,-2} {populated.Length,6} tiles   drawn {count / drawing,9:N0}/s   drawn and gzipped {count / packing,9:N0}/s   largest {written / 1024.0,6:0.0} KB, gzipped {largest / 1024.0,5:0.0} KB");
    }

    private static (double Seconds, int Largest) Time(Func<int> pass, int repeat)
    {
        var start = Stopwatch.GetTimestamp();
        var largest = 0;
        for (var i = 0; i < repeat; i++)
            largest = pass();
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, largest);
    }

    private static int Pass(MarkTiles tiles, TileAddress[] populated, bool pack)
    {
        var largest = 0;
        foreach (var at in populated)
        {
            if (pack)
            {
                largest = Math.Max(largest, tiles.Draw(at)!.Length);
                continue;
            }

            using var tile = new MvtBuffer();
            tiles.Write(tile, at, onlyEssential: false);
            largest = Math.Max(largest, tile.Length);
        }

        return largest;
    }

    private static TileAddress[] Populated(MarkColumns marks, int zoom)
    {
        var all = Enumerable.Range(0, marks.Count).Select(i => AddressOf(marks.Longitudes[i], marks.Latitudes[i], zoom)).Distinct().ToArray();
        new Random(zoom).Shuffle(all);
        return all[..Math.Min(all.Length, MostTiles)];
    }

    private static TileAddress AddressOf(double longitude, double latitude, int zoom)
    {
        var side = 1 << zoom;
        var y = (1 - (Math.Asinh(Math.Tan(latitude * Math.PI / 180)) / Math.PI)) / 2;
        return new TileAddress(zoom, (int)((longitude + 180) / 360 * side), (int)(y * side));
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
