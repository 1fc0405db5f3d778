using OsmSharp;

namespace Gis.Data.Roads;

/// <summary>A node, way or relation of a PBF file; the next one read takes its place.</summary>
internal sealed class PbfThing
{
    private readonly List<long> keys = [];
    private readonly List<long> values = [];

    // What these are depends on the kind of thing: 8 is the latitude of a node, the nodes of a way or the roles of members;
    // 9 the longitude of a node or the ids of members; 10 the kinds of members.
    private readonly List<long> row8 = [];
    private readonly List<long> row9 = [];
    private readonly List<long> row10 = [];
    private long id;
    private long time;

    /// <exception cref="InvalidDataException">It is damaged.</exception>
    internal PbfThing Read(ReadOnlySpan<byte> message)
    {
        (id, time) = (0, 0);
        foreach (var row in new[] { keys, values, row8, row9, row10 })
            row.Clear();
        var fields = new PbfFields(message);
        while (fields.MoveNext())
        {
            if (fields.Field == 1)
                id = fields.Number;
            else if (fields.Field == 4)
                time = FindTime(fields.Bytes);
            else if (FindRow(fields.Field) is { } row)
                fields.AddTo(row);
        }

        return this;
    }

    /// <summary>Keeps a node if a road passes it; gives when it was edited.</summary>
    internal DateTime? PlaceNode(PbfBlock block, OsmNodes nodes)
    {
        if (nodes.Find(PbfNumbers.Signed(id)) is >= 0 and var place)
            nodes.Place(place, block.LongitudeOf(PbfNumbers.Signed(row9[0])), block.LatitudeOf(PbfNumbers.Signed(row8[0])), block.TagsOf(keys, values));
        return block.TimeOf(time);
    }

    internal Way ToWay(PbfBlock block)
    {
        var (passed, node) = (new long[row8.Count], 0L);
        for (var i = 0; i < passed.Length; i++)
            passed[i] = node += PbfNumbers.Signed(row8[i]);
        return new Way { Id = id, Nodes = passed, Tags = block.TagsOf(keys, values), TimeStamp = block.TimeOf(time) };
    }

    internal Relation ToRelation(PbfBlock block)
    {
        var (members, member) = (new RelationMember[row10.Count], 0L);
        for (var i = 0; i < members.Length; i++)
            members[i] = new RelationMember(member += PbfNumbers.Signed(row9[i]), block.TextOf(row8[i]), (OsmGeoType)row10[i]);
        return new Relation { Id = id, Members = members, Tags = block.TagsOf(keys, values), TimeStamp = block.TimeOf(time) };
    }

    private List<long>? FindRow(int field) => field switch
    {
        2 => keys,
        3 => values,
        8 => row8,
        9 => row9,
        10 => row10,
        _ => null,
    };

    private static long FindTime(ReadOnlySpan<byte> info)
    {
        var fields = new PbfFields(info);
        while (fields.MoveNext())
        {
            if (fields.Field == 2)
                return fields.Number;
        }

        return 0;
    }
}
