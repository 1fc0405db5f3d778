using System.Buffers.Binary;
using System.IO.Compression;
using Microsoft.Win32.SafeHandles;

namespace Gis.Data.Import.Files;

/// <summary>The parts of a zip, each unpacked under the eye of its limits.</summary>
internal sealed class ZipParts : IDisposable
{
    private const int LocalHeaderLength = 30;
    private const int Stored = 0;
    private const int Deflated = 8;

    private readonly SourceReading reading;
    private readonly SafeFileHandle file;
    private long unpacked;

    private ZipParts(SourceReading reading, SafeFileHandle file)
    {
        this.reading = reading;
        this.file = file;
        Parts = new ZipDirectory(reading, file).List();
    }

    internal IReadOnlyList<ZipPart> Parts { get; }

    /// <exception cref="SourceFileException">The zip is cut short, damaged, locked by a password, or made to do harm.</exception>
    internal static ZipParts Open(SourceReading reading, string path)
    {
        var file = File.OpenHandle(path, options: FileOptions.RandomAccess);
        try
        {
            return new ZipParts(reading, file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Dispose() => file.Dispose();

    internal ZipPart? Find(string name) => Parts.FirstOrDefault(part => part.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Unpacks a part; what is read of it fails as soon as it is more, or other, than the zip says.</summary>
    internal Stream Open(ZipPart part)
    {
        var header = new byte[LocalHeaderLength];
        if (RandomAccess.Read(file, header, part.Start) < LocalHeaderLength || !header.AsSpan().StartsWith("PK\x03\x04"u8))
            throw reading.Damaged($"a zip whose {part.Name} is not where its directory says", "a zip");
        var start = part.Start + LocalHeaderLength + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26)) + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28));
        var packed = new StretchStream(file, start, part.Packed);
        return part.Method switch
        {
            Stored => new CheckedStream(this, part, packed),
            Deflated => new CheckedStream(this, part, new DeflateStream(packed, CompressionMode.Decompress)),
            _ => throw reading.Refuse(SourceFault.UnknownKind, $"a zip whose {part.Name} is packed by method {part.Method}", "one packed in the usual way (deflate)"),
        };
    }

    /// <summary>Unpacks a part into memory, for formats that are not read from front to back.</summary>
    internal byte[] ReadWhole(ZipPart part)
    {
        using var stream = Open(part);
        using var memory = new MemoryStream((int)Math.Min(part.Unpacked, reading.Limits.FreelyUnpackedBytes));
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private void CountUnpacked(ZipPart part, long ofPart, int more)
    {
        unpacked += more;
        reading.Glance();
        if (ofPart > part.Unpacked)
            throw reading.Refuse(SourceFault.ZipBomb, $"a zip whose {part.Name} unpacks to more than the {part.Unpacked} bytes it declares", "one that is as large as it says");
        if (unpacked > reading.Limits.MostUnpackedBytes)
            throw reading.Refuse(SourceFault.ZipBomb, $"a zip that unpacks to more than {reading.Limits.MostUnpackedBytes} bytes", "a smaller file: divide it");
    }

    /// <summary>A stretch of a file.</summary>
    private sealed class StretchStream(SafeFileHandle file, long start, long length) : ForwardStream
    {
        private long read;

        public override int Read(Span<byte> buffer)
        {
            var more = RandomAccess.Read(file, buffer[..(int)Math.Min(buffer.Length, length - read)], start + read);
            read += more;
            return more;
        }
    }

    /// <summary>What a part unpacks to, counted and summed up on the way.</summary>
    private sealed class CheckedStream(ZipParts zip, ZipPart part, Stream inner) : ForwardStream
    {
        private long read;
        private uint crc = Crc32.Begin;

        public override int Read(Span<byte> buffer)
        {
            var more = inner.Read(buffer);
            read += more;
            zip.CountUnpacked(part, read, more);
            crc = Crc32.Add(crc, buffer[..more]);
            if (more == 0 && buffer.Length > 0 && (read != part.Unpacked || Crc32.End(crc) != part.Crc))
                throw zip.reading.Damaged($"a zip whose {part.Name} does not agree with its check sum", "a zip");
            return more;
        }

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
