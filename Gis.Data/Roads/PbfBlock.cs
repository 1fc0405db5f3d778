using System.IO.Compression;
using System.Text;
using OsmSharp;
using OsmSharp.Tags;

namespace Gis.Data.Roads;

/// <summary>
/// A block of a PBF file, unpacked into a buffer that the next block takes over. It holds groups of nodes, ways or relations,
/// and the texts of their tags.
/// </summary>
internal sealed class PbfBlock
{
    // What the format allows.
    private const int MostBytes = 32 * 1024 * 1024;

    private readonly List<ReadOnlyMemory<byte>> groups = [];
    private readonly List<ReadOnlyMemory<byte>> texts = [];
    private readonly List<string?> textsRead = [];
    private readonly PbfThing thing = new();
    private byte[] packed = [];
    private byte[] content = new byte[1 << 20];
    private long granularity;
    private long timeUnit;
    private long latitudeOffset;
    private long longitudeOffset;

    /// <summary>The groups, each a message of things: 1 a node, 2 nodes in rows, 3 a way, 4 a relation.</summary>
    internal IReadOnlyList<ReadOnlyMemory<byte>> Groups => groups;

    /// <summary>Reads a block.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    internal void Read(Stream stream, PbfFrame frame)
    {
        if (packed.Length < frame.Length)
            packed = new byte[frame.Length];
        stream.Position = frame.Start;
        stream.ReadExactly(packed, 0, frame.Length);
        Index(Unpack(packed.AsMemory(0, frame.Length)));
    }

    /// <summary>The ways and relations, and whether there are nodes as well.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    internal (List<OsmGeo> Things, bool Nodes) ListWaysAndRelations()
    {
        var (things, nodes) = (new List<OsmGeo>(), false);
        foreach (var group in groups)
        {
            var fields = new PbfFields(group.Span);
            while (fields.MoveNext())
            {
                nodes |= fields.Field is 1 or 2;
                if (fields.Field == 3)
                    things.Add(thing.Read(fields.Bytes).ToWay(this));
                else if (fields.Field == 4)
                    things.Add(thing.Read(fields.Bytes).ToRelation(this));
            }
        }

        return (things, nodes);
    }

    internal double LongitudeOf(long value) => DegreesOf(value, longitudeOffset);

    internal double LatitudeOf(long value) => DegreesOf(value, latitudeOffset);

    /// <summary>The time a number stands for; null for none, as files without times have it.</summary>
    internal DateTime? TimeOf(long value) => value > 0 ? DateTime.UnixEpoch.AddMilliseconds(value * timeUnit) : null;

    internal string TextOf(long index) => textsRead[(int)index] ??= Encoding.UTF8.GetString(texts[(int)index].Span);

    /// <summary>The tags of a thing, whose keys and values stand in two rows.</summary>
    internal TagsCollection TagsOf(List<long> keys, List<long> values)
    {
        var tags = new TagsCollection(keys.Count);
        for (var i = 0; i < keys.Count; i++)
            tags.TryAdd(TextOf(keys[i]), TextOf(values[i]));
        return tags;
    }

    // In billionths of a degree.
    private double DegreesOf(long value, long offset) => .000000001 * (offset + (granularity * value));

    private ReadOnlyMemory<byte> Unpack(ReadOnlyMemory<byte> blob)
    {
        var fields = new PbfFields(blob.Span);
        while (fields.MoveNext())
        {
            if (fields.Field == 1)
                return blob.Slice(fields.Start, fields.Bytes.Length);
            if (fields.Field == 3)
                return Inflate(fields.Start, fields.Bytes.Length);
        }

        throw new InvalidDataException("a block packed in another way than zlib");
    }

    // To its very end, where its checksum stands.
    private ReadOnlyMemory<byte> Inflate(int start, int length)
    {
        using var zlib = new ZLibStream(new MemoryStream(packed, start, length, writable: false), CompressionMode.Decompress);
        var read = 0;
        while (zlib.Read(content, read, content.Length - read) is > 0 and var more)
        {
            read += more;
            if (read < content.Length)
                continue;
            if (read > MostBytes)
                throw new InvalidDataException($"a block of more than {MostBytes} bytes");
            Array.Resize(ref content, content.Length * 2);
        }

        return content.AsMemory(0, read);
    }

    private void Index(ReadOnlyMemory<byte> message)
    {
        groups.Clear();
        texts.Clear();
        (granularity, timeUnit, latitudeOffset, longitudeOffset) = (100, 1000, 0, 0);
        var fields = new PbfFields(message.Span);
        while (fields.MoveNext())
        {
            if (fields.Field == 1)
                IndexTexts(message.Slice(fields.Start, fields.Bytes.Length));
            else if (fields.Field == 2)
                groups.Add(message.Slice(fields.Start, fields.Bytes.Length));
            else
                ReadUnit(fields.Field, fields.Number);
        }

        textsRead.Clear();
        textsRead.AddRange(Enumerable.Repeat<string?>(null, texts.Count));
    }

    private void IndexTexts(ReadOnlyMemory<byte> message)
    {
        var fields = new PbfFields(message.Span);
        while (fields.MoveNext())
            texts.Add(message.Slice(fields.Start, fields.Bytes.Length));
    }

    private void ReadUnit(int field, long number)
    {
        if (field == 17)
            granularity = number;
        else if (field == 18)
            timeUnit = number;
        else if (field == 19)
            latitudeOffset = number;
        else if (field == 20)
            longitudeOffset = number;
    }
}
