using Gis.Core.Places;
using OsmSharp.Tags;

namespace Gis.Data.Roads;

/// <summary>
/// The nodes that roads pass, by their place in the order of ids. Positions are kept in units of a ten-millionth of a
/// degree, a centimetre, as OpenStreetMap keeps them.
/// </summary>
internal sealed class OsmNodes
{
    private const double Units = 1e7;

    private const int Unknown = int.MinValue;

    private readonly string file;
    private readonly Crs datum;
    private readonly long[] ids;
    private readonly int[] longitudes;
    private readonly int[] latitudes;
    private readonly bool[] areEnds;
    private readonly Dictionary<int, BarrierRules> barriers = [];
    private int expected;

    private OsmNodes(string file, Crs datum, long[] ids)
    {
        this.file = file;
        this.datum = datum;
        this.ids = ids;
        longitudes = new int[ids.Length];
        latitudes = new int[ids.Length];
        areEnds = new bool[ids.Length];
        Array.Fill(longitudes, Unknown);
    }

    internal int Count => ids.Length;

    /// <summary>How many barriers keep someone out.</summary>
    internal int BarrierCount => barriers.Count;

    /// <summary>Finds the nodes of the ways and where roads meet or end; gives the nodes and, for every passing of one, its place.</summary>
    internal static (OsmNodes Nodes, int[] Passed) Of(OsmWays ways, string file, Crs datum)
    {
        var nodes = new OsmNodes(file, datum, SortDistinct(ways.Nodes));
        var passed = new int[ways.Nodes.Length];
        var seen = new bool[nodes.Count];
        for (var way = 0; way < ways.Count; way++)
        {
            var (start, length) = ways.PlacesOf(way).GetOffsetAndLength(passed.Length);
            for (var place = start; place < start + length; place++)
            {
                var node = passed[place] = Array.BinarySearch(nodes.ids, ways.Nodes[place]);
                nodes.areEnds[node] |= seen[node] || place == start || place == start + length - 1;
                seen[node] = true;
            }
        }

        return (nodes, passed);
    }

    /// <summary>Keeps where a node lies and what stands there.</summary>
    /// <param name="place">Its place among the nodes that roads pass, as <see cref="Find"/> gives it.</param>
    /// <param name="longitude">Its longitude as the file has it.</param>
    /// <param name="latitude">Its latitude likewise.</param>
    /// <param name="tags">Its tags.</param>
    /// <exception cref="RoadsException">Its degrees are no position.</exception>
    internal void Place(int place, double longitude, double latitude, TagsCollectionBase? tags)
    {
        var at = ReadPosition(ids[place], longitude, latitude);
        longitudes[place] = (int)Math.Round(at.Longitude * Units);
        latitudes[place] = (int)Math.Round(at.Latitude * Units);
        if (BarrierRules.Read(tags) is { } barrier)
        {
            barriers[place] = barrier;
            areEnds[place] = true;
        }
    }

    /// <summary>The place of an id; negative where no road passes it.</summary>
    internal int Find(long id)
    {
        // Files are mostly in the order of ids.
        if (expected < ids.Length && ids[expected] == id)
            return expected++;
        var place = Array.BinarySearch(ids, id);
        if (place >= 0)
            expected = place + 1;
        return place;
    }

    internal long IdOf(int node) => ids[node];

    internal int CountKnown() => longitudes.Count(longitude => longitude != Unknown);

    internal bool IsKnown(int node) => longitudes[node] != Unknown;

    /// <summary>Whether roads meet or end there.</summary>
    internal bool IsEnd(int node) => areEnds[node];

    internal LonLat At(int node) => LonLat.Of(longitudes[node] / Units, latitudes[node] / Units);

    internal bool HasBarrier(int node, out BarrierRules rules) => barriers.TryGetValue(node, out rules);

    private static long[] SortDistinct(ReadOnlySpan<long> all)
    {
        var sorted = all.ToArray();
        Array.Sort(sorted);
        var count = 0;
        foreach (var id in sorted)
        {
            if (count == 0 || sorted[count - 1] != id)
                sorted[count++] = id;
        }

        Array.Resize(ref sorted, count);
        return sorted;
    }

    private LonLat ReadPosition(long id, double longitude, double latitude)
    {
        var isSwapped = latitude is < -90 or > 90 && longitude is >= -90 and <= 90;
        if (!(latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180))
        {
            throw new RoadsException(
                file,
                $"node {id} at longitude {longitude:0.#######}, latitude {latitude:0.#######}",
                "a longitude from -180 to 180 and a latitude from -90 to 90" + (isSwapped ? " (the two are swapped: write longitude as lon, latitude as lat)" : ""));
        }

        return datum.TryToLonLat(new XY(longitude, latitude), out var at, out var fault)
            ? at
            : throw new RoadsException(file, $"node {id} at longitude {longitude:0.#######}, latitude {latitude:0.#######}", $"a position in {datum.Name}: {fault}");
    }
}
