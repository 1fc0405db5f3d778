using OsmSharp.IO.PBF;
using OsmSharp.Tags;

namespace Gis.Data.Roads;

/// <summary>
/// The nodes of a PBF file, taken straight from its blocks: nine in ten belong to no road, and to make an object of each takes
/// longer than all the rest of an import.
/// </summary>
internal sealed class PbfNodes(OsmNodes nodes)
{
    private long latest = long.MinValue;

    /// <summary>How many there were.</summary>
    internal int Count { get; private set; }

    /// <summary>When the latest of them was edited; null where the file does not say.</summary>
    internal DateTime? LastEdit => latest > 0 ? DateTime.UnixEpoch.AddMilliseconds(latest) : null;

    /// <summary>Reads the nodes of a block.</summary>
    internal void Read(PrimitiveBlock block)
    {
        foreach (var group in block.primitivegroup)
        {
            if (group.dense is { } dense)
                ReadDense(block, dense);
            foreach (var node in group.nodes ?? [])
                ReadPlain(block, node);
        }
    }

    // In a dense group every number is the difference to the one before, and the tags of all nodes stand in one row.
    private void ReadDense(PrimitiveBlock block, DenseNodes dense)
    {
        var (id, longitude, latitude, edited, tag) = (0L, 0L, 0L, 0L, 0);
        var (tags, times) = (dense.keys_vals, dense.denseinfo?.timestamp);
        Count += dense.id.Count;
        for (var i = 0; i < dense.id.Count; i++)
        {
            id += dense.id[i];
            longitude += dense.lon[i];
            latitude += dense.lat[i];
            if (times is { Count: > 0 })
                Tell(block, edited += times[i]);
            var first = tag;
            while (tag < tags.Count && tags[tag] != 0)
                tag += 2;
            if (nodes.Find(id) is >= 0 and var place)
                nodes.Place(place, DegreesOf(longitude, block.lon_offset, block), DegreesOf(latitude, block.lat_offset, block), TagsOf(block, tags, first, tag));
            tag++;
        }
    }

    private void ReadPlain(PrimitiveBlock block, Node node)
    {
        Count++;
        if (node.info is { } info)
            Tell(block, info.timestamp);
        if (nodes.Find(node.id) is >= 0 and var place)
            nodes.Place(place, DegreesOf(node.lon, block.lon_offset, block), DegreesOf(node.lat, block.lat_offset, block), Encoder.DecodeNode(block, node).Tags);
    }

    private void Tell(PrimitiveBlock block, long edited) => latest = Math.Max(latest, edited * block.date_granularity);

    private static double DegreesOf(long value, long offset, PrimitiveBlock block) => Encoder.DecodeLatLon(value, offset, block.granularity);

    private static TagsCollection? TagsOf(PrimitiveBlock block, List<int> tags, int first, int end)
    {
        if (first == end)
            return null;
        var found = new TagsCollection();
        for (var tag = first; tag < end; tag += 2)
            found.AddOrReplace(TextOf(tags[tag]), TextOf(tags[tag + 1]));
        return found;

        string TextOf(int index) => System.Text.Encoding.UTF8.GetString(block.stringtable.s[index]);
    }
}
