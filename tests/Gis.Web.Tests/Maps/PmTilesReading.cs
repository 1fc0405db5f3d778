using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace Gis.Web.Tests.Maps;

/// <summary>A reader of PMTiles after the specification, of the fewest lines; it goes from an id to the bytes as a map does.</summary>
internal sealed class PmTilesReading(byte[] file)
{
    internal byte[] Bytes => file;

    internal int Number(int at) => (int)BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan(at));

    internal double Degrees(int at) => BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at)) / 1e7;

    internal JsonElement Metadata => JsonDocument.Parse(Encoding.UTF8.GetString(TileReading.Unpack(Part(Number(24), Number(32))))).RootElement;

    internal bool HasLeaves => Number(48) > 0;

    internal IEnumerable<(long Id, long Offset, int Length, int Run)> Root => Directory(Number(8), Number(16));

    internal byte[]? Find(long id)
    {
        var directory = Root;
        while (true)
        {
            var entry = directory.LastOrDefault(entry => entry.Id <= id);
            if (entry.Length == 0)
                return null;
            if (entry.Run > 0)
                return id < entry.Id + entry.Run ? Part(Number(56) + (int)entry.Offset, entry.Length) : null;
            directory = Directory(Number(40) + (int)entry.Offset, entry.Length);
        }
    }

    private byte[] Part(int from, int length) => file[from..(from + length)];

    private List<(long Id, long Offset, int Length, int Run)> Directory(int from, int length)
    {
        var bytes = new BinaryReader(new MemoryStream(TileReading.Unpack(Part(from, length))));
        var count = bytes.Read7BitEncodedInt64();
        long[] Column() => [.. Enumerable.Range(0, (int)count).Select(_ => bytes.Read7BitEncodedInt64())];
        var (steps, runs, lengths, offsets) = (Column(), Column(), Column(), Column());
        var entries = new List<(long Id, long Offset, int Length, int Run)>();
        for (var i = 0; i < count; i++)
        {
            var before = i == 0 ? default : entries[i - 1];
            entries.Add((before.Id + steps[i], offsets[i] == 0 ? before.Offset + before.Length : offsets[i] - 1, (int)lengths[i], (int)runs[i]));
        }

        return entries;
    }
}
