using System.Buffers.Binary;

namespace Gis.Data.Roads;

/// <summary>
/// Looks along the blocks of a PBF file without unpacking them: each is its header's length, its header and its content. A
/// file that is no PBF or was cut short is found out before anything is read from it, which the reader of the content does not do.
/// </summary>
internal static class PbfFrames
{
    // The format allows headers of 64 KiB and contents of 32 MiB.
    private const int LongestHeader = 64 * 1024;

    private const long LongestContent = 32 * 1024 * 1024;

    /// <summary>Lists the blocks of data, which are all but the first.</summary>
    /// <exception cref="RoadsException">It is no PBF file, or is cut short.</exception>
    internal static List<PbfFrame> List(string file, Stream stream)
    {
        var frames = new List<PbfFrame>();
        for (var block = 1; stream.Position < stream.Length; block++)
        {
            var content = ReadContentLength(file, stream, block);
            if (stream.Position + content > stream.Length)
                throw CutShort(file, stream.Length, block);
            if (block > 1)
                frames.Add(new PbfFrame(stream.Position, content));
            stream.Position += content;
        }

        return frames;
    }

    private static int ReadContentLength(string file, Stream stream, int block)
    {
        Span<byte> prefix = stackalloc byte[4];
        if (stream.ReadAtLeast(prefix, 4, throwOnEndOfStream: false) < 4)
            throw block == 1 ? NoPbf(file) : CutShort(file, stream.Length, block);
        var length = BinaryPrimitives.ReadInt32BigEndian(prefix);
        if (length is <= 0 or > LongestHeader)
            throw block == 1 ? NoPbf(file) : new RoadsException(file, $"block {block} with a header of {length} bytes", "a PBF file that is not damaged: fetch it again");

        var header = new byte[length];
        if (stream.ReadAtLeast(header, length, throwOnEndOfStream: false) < length)
            throw block == 1 ? NoPbf(file) : CutShort(file, stream.Length, block);
        return FindContentLength(header, block == 1 ? "OSMHeader" : "OSMData") ?? throw (block == 1
            ? NoPbf(file)
            : new RoadsException(file, $"block {block} whose header says neither what it is nor how long", "a PBF file that is not damaged: fetch it again"));
    }

    // The header is a message of three fields: 1 the kind (text), 2 an index (bytes), 3 the content's length (a number).
    private static int? FindContentLength(ReadOnlySpan<byte> header, string kind)
    {
        var (isKind, length) = (false, -1L);
        var fields = new PbfFields(header);
        try
        {
            while (fields.MoveNext())
            {
                if (fields.Field == 3)
                    length = fields.Number;
                else if (fields.Field == 1)
                    isKind = fields.Bytes.SequenceEqual(System.Text.Encoding.ASCII.GetBytes(kind));
            }
        }
        catch (InvalidDataException)
        {
            // What is no message says nothing.
            return null;
        }

        return isKind && length is >= 0 and <= LongestContent ? (int)length : null;
    }

    private static RoadsException NoPbf(string file) =>
        new(file, "a file that does not begin as PBF does", "OpenStreetMap data as .osm.pbf (or XML as .osm)");

    private static RoadsException CutShort(string file, long length, int block) =>
        new(file, $"a file cut short: it ends after {length} bytes within block {block}", "the whole file: fetch it again and compare its checksum");
}

/// <summary>Where the content of a block lies in its file, in bytes.</summary>
internal readonly record struct PbfFrame(long Start, int Length);
