using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Gis.Data.Export;

/// <summary>
/// A pyramid of gzipped vector tiles in one file, by the PMTiles specification, version 3: head, root directory, metadata, leaf
/// directories, tiles. Equal tiles are kept once. The same tiles give the same bytes.
/// </summary>
public sealed class PmTilesArchive : IDisposable
{
    private const int HeadBytes = 127;

    // Head and root are what a reader asks for first.
    private const int MostBytesOfHeadAndRoot = 16_384;
    private const int FewestEntriesOfLeaf = 4096;

    private readonly FileStream tiles;
    private readonly Dictionary<string, PmTilesEntry> known = new(StringComparer.Ordinal);
    private readonly List<PmTilesEntry> entries = [];
    private long addressed;

    /// <summary>Begins an archive.</summary>
    /// <param name="beside">Where tiles are kept until all are there; the file goes when the archive is disposed of.</param>
    public PmTilesArchive(string beside) =>
        tiles = new FileStream(beside, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);

    /// <summary>Adds a tile, gzipped; in the order of their ids.</summary>
    public void Add(ulong id, byte[] tile)
    {
        if (entries.Count > 0 && id < entries[^1].End)
            throw new ArgumentOutOfRangeException(nameof(id), id, $"The tile after {entries[^1].End - 1} has a greater id.");
        addressed++;
        var content = Convert.ToHexString(SHA256.HashData(tile));
        if (!known.TryGetValue(content, out var at))
        {
            at = new PmTilesEntry(id, (ulong)tiles.Position, (uint)tile.Length, 0);
            tiles.Write(tile);
            known[content] = at;
        }

        if (entries.Count > 0 && entries[^1] is var last && last.End == id && last.Offset == at.Offset)
            entries[^1] = last with { Run = last.Run + 1 };
        else
            entries.Add(at with { Id = id, Run = 1 });
    }

    /// <summary>Writes the archive.</summary>
    public void WriteTo(Stream file, PmTilesScope scope, string metadata)
    {
        var (root, leaves) = Divide();
        var about = Pack(Encoding.UTF8.GetBytes(metadata));
        file.Write(Head(scope, root.Length, about.Length, leaves.Length));
        file.Write(root);
        file.Write(about);
        file.Write(leaves);
        tiles.Position = 0;
        tiles.CopyTo(file);
    }

    public void Dispose() => tiles.Dispose();

    // One directory if it is small enough to be fetched with the head; otherwise as many leaves as make their list small enough.
    private (byte[] Root, byte[] Leaves) Divide()
    {
        var root = Pack(PmTilesEntry.Write(entries));
        for (var size = FewestEntriesOfLeaf; HeadBytes + root.Length > MostBytesOfHeadAndRoot; size += size / 4)
        {
            var (list, leaves) = DivideInto(size);
            root = Pack(PmTilesEntry.Write(list));
            if (HeadBytes + root.Length <= MostBytesOfHeadAndRoot)
                return (root, leaves);
        }

        return (root, []);
    }

    private (List<PmTilesEntry> List, byte[] Leaves) DivideInto(int size)
    {
        var (list, leaves) = (new List<PmTilesEntry>(), new MemoryStream());
        foreach (var part in entries.Chunk(size))
        {
            var leaf = Pack(PmTilesEntry.Write(part));
            list.Add(new PmTilesEntry(part[0].Id, (ulong)leaves.Position, (uint)leaf.Length, 0));
            leaves.Write(leaf);
        }

        return (list, leaves.ToArray());
    }

    private byte[] Head(PmTilesScope scope, int root, int about, int leaves)
    {
        const byte gzip = 2, mvt = 1, isClustered = 1;
        var head = new byte[HeadBytes];
        "PMTiles"u8.CopyTo(head);
        head[7] = 3;
        long[] numbers =
        [
            HeadBytes, root, HeadBytes + root, about, HeadBytes + root + about, leaves, HeadBytes + root + about + leaves, tiles.Length,
            addressed, entries.Count, known.Count,
        ];
        for (var i = 0; i < numbers.Length; i++)
            BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(8 + (8 * i)), numbers[i]);
        new[] { isClustered, gzip, gzip, mvt, scope.FirstZoom, scope.LastZoom }.CopyTo(head, 96);
        WritePlaces(head.AsSpan(102), scope.West, scope.South, scope.East, scope.North);
        head[118] = scope.FirstZoom;
        WritePlaces(head.AsSpan(119), (scope.West + scope.East) / 2, (scope.South + scope.North) / 2);
        return head;
    }

    private static void WritePlaces(Span<byte> room, params double[] degrees)
    {
        for (var i = 0; i < degrees.Length; i++)
            BinaryPrimitives.WriteInt32LittleEndian(room[(4 * i)..], (int)Math.Round(degrees[i] * 1e7));
    }

    private static byte[] Pack(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Optimal))
            zip.Write(bytes);
        return packed.ToArray();
    }
}

/// <summary>Which zooms and which ground an archive has, in degrees.</summary>
public sealed record PmTilesScope(byte FirstZoom, byte LastZoom, double West, double South, double East, double North);
