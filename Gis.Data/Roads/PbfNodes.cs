using OsmSharp.Tags;

namespace Gis.Data.Roads;

/// <summary>
/// The nodes of a PBF file, taken straight from its blocks: nine in ten belong to no road, and to make an object of each takes
/// longer than all the rest of an import.
/// </summary>
internal sealed class PbfNodes(OsmNodes nodes)
{
    private readonly PbfThing plain = new();
    private readonly DenseRows rows = new();

    /// <summary>How many there were.</summary>
    internal int Count { get; private set; }

    /// <summary>When the latest of them was edited; null where the file does not say.</summary>
    internal DateTime? LastEdit { get; private set; }

    /// <summary>Reads the nodes of a block.</summary>
    /// <exception cref="InvalidDataException">The block is damaged.</exception>
    internal void Read(PbfBlock block)
    {
        foreach (var group in block.Groups)
        {
            var things = new PbfFields(group.Span);
            while (things.MoveNext())
            {
                if (things.Field == 1)
                    ReadPlain(block, things.Bytes);
                else if (things.Field == 2)
                    ReadDense(block, things.Bytes);
            }
        }
    }

    private void ReadPlain(PbfBlock block, ReadOnlySpan<byte> node)
    {
        Count++;
        Tell(plain.Read(node).PlaceNode(block, nodes));
    }

    // Every number is the difference to the one before, and the tags of all nodes stand in one row.
    private void ReadDense(PbfBlock block, ReadOnlySpan<byte> dense)
    {
        rows.Read(dense);
        Tell(block.TimeOf(FindLatest(rows.Times)));
        var (id, longitude, latitude, tag) = (0L, 0L, 0L, 0);
        Count += rows.Ids.Count;
        for (var i = 0; i < rows.Ids.Count; i++)
        {
            id += PbfNumbers.Signed(rows.Ids[i]);
            longitude += PbfNumbers.Signed(rows.Longitudes[i]);
            latitude += PbfNumbers.Signed(rows.Latitudes[i]);
            var first = tag;
            while (tag < rows.Tags.Count && rows.Tags[tag] != 0)
                tag += 2;
            if (nodes.Find(id) is >= 0 and var place)
                nodes.Place(place, block.LongitudeOf(longitude), block.LatitudeOf(latitude), TagsOf(block, first, tag));
            tag++;
        }
    }

    private static long FindLatest(List<long> times)
    {
        var (time, latest) = (0L, 0L);
        foreach (var step in times)
            latest = Math.Max(latest, time += PbfNumbers.Signed(step));
        return latest;
    }

    private TagsCollection? TagsOf(PbfBlock block, int first, int end)
    {
        if (first == end)
            return null;
        var found = new TagsCollection();
        for (var tag = first; tag < end; tag += 2)
            found.AddOrReplace(block.TextOf(rows.Tags[tag]), block.TextOf(rows.Tags[tag + 1]));
        return found;
    }

    private void Tell(DateTime? edited) => LastEdit = edited > LastEdit || LastEdit is null ? edited : LastEdit;

    /// <summary>What a group says of its nodes, a row of numbers for each kind of thing said.</summary>
    private sealed class DenseRows
    {
        internal List<long> Ids { get; } = [];

        internal List<long> Times { get; } = [];

        internal List<long> Latitudes { get; } = [];

        internal List<long> Longitudes { get; } = [];

        internal List<long> Tags { get; } = [];

        internal void Read(ReadOnlySpan<byte> dense)
        {
            foreach (var row in new[] { Ids, Times, Latitudes, Longitudes, Tags })
                row.Clear();
            var fields = new PbfFields(dense);
            while (fields.MoveNext())
            {
                if (fields.Field == 5)
                    ReadTimes(fields.Bytes);
                else if (FindRow(fields.Field) is { } row)
                    fields.AddTo(row);
            }
        }

        private List<long>? FindRow(int field) => field switch
        {
            1 => Ids,
            8 => Latitudes,
            9 => Longitudes,
            10 => Tags,
            _ => null,
        };

        private void ReadTimes(ReadOnlySpan<byte> info)
        {
            var fields = new PbfFields(info);
            while (fields.MoveNext())
            {
                if (fields.Field == 2)
                    fields.AddTo(Times);
            }
        }
    }
}
