using System.Buffers.Binary;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Gis.Data.Import.Files;

/// <summary>Where a part of a zip lies and what the zip says of it.</summary>
/// <param name="Name">With forward slashes.</param>
/// <param name="Start">Where its own header begins, in bytes.</param>
/// <param name="Packed">Its bytes in the zip.</param>
/// <param name="Unpacked">Its bytes once unpacked, as declared.</param>
/// <param name="Method">0 as it is, 8 deflated.</param>
/// <param name="Crc">The check sum of the unpacked bytes.</param>
internal sealed record ZipPart(string Name, long Start, long Packed, long Unpacked, int Method, uint Crc);

/// <summary>
/// Reads the directory of a zip and judges it before anything is unpacked. The library's own reader believes what the
/// directory says of its size, of names and of overlaps, and takes memory for it.
/// </summary>
internal sealed class ZipDirectory(SourceReading reading, SafeFileHandle file)
{
    private const int EndLength = 22;
    private const int LongestComment = ushort.MaxValue;
    private const int HeaderLength = 46;
    private const int LocalHeaderLength = 30;
    private const int Locator64Length = 20;
    private const int End64Length = 56;
    private const uint EndMark = 0x06054B50;
    private const uint Locator64Mark = 0x07064B50;
    private const uint End64Mark = 0x06064B50;
    private const uint HeaderMark = 0x02014B50;

    // A thousand times what the parts of a workbook take.
    private const long LargestDirectory = 16L << 20;

    private readonly long length = RandomAccess.GetLength(file);

    /// <exception cref="SourceFileException">The zip is cut short, damaged, locked by a password, or made to do harm.</exception>
    internal List<ZipPart> List()
    {
        var (count, size, start) = FindDirectory();
        if (count > reading.Limits.MostParts || size > LargestDirectory)
            throw reading.Refuse(SourceFault.ZipBomb, $"a zip of {count} files", $"one of at most {reading.Limits.MostParts}");
        if (start < 0 || size < 0 || start + size > length)
            throw CutShort();
        var parts = ReadParts(ReadAt(start, (int)size), count).ToList();
        JudgePlaces(parts, start);
        foreach (var part in parts)
            JudgeSize(part);
        if (parts.Sum(part => part.Unpacked) is var total && total > reading.Limits.MostUnpackedBytes)
            throw TooLargeUnpacked(total);
        return [.. parts.Where(part => !part.Name.EndsWith('/'))];
    }

    private (long Count, long Size, long Start) FindDirectory()
    {
        var tail = ReadAt(Math.Max(0, length - EndLength - LongestComment), (int)Math.Min(length, EndLength + LongestComment));
        for (var at = tail.Length - EndLength; at >= 0; at--)
        {
            var end = tail.AsSpan(at);
            if (Four(end, 0) != EndMark || at + EndLength + Two(end, 20) > tail.Length)
                continue;
            var found = (Count: (long)Two(end, 10), Size: (long)Four(end, 12), Start: (long)Four(end, 16));
            return found is { Count: ushort.MaxValue } or { Size: uint.MaxValue } or { Start: uint.MaxValue }
                ? FindLargeDirectory(length - tail.Length + at) ?? found
                : found;
        }

        throw CutShort();
    }

    private (long Count, long Size, long Start)? FindLargeDirectory(long end)
    {
        if (end < Locator64Length || ReadAt(end - Locator64Length, Locator64Length) is var locator && Four(locator, 0) != Locator64Mark)
            return null;
        var at = (long)Eight(locator, 8);
        if (at < 0 || at + End64Length > length || ReadAt(at, End64Length) is var record && Four(record, 0) != End64Mark)
            throw CutShort();
        return ((long)Eight(record, 32), (long)Eight(record, 40), (long)Eight(record, 48));
    }

    private IEnumerable<ZipPart> ReadParts(byte[] directory, long count)
    {
        var (at, names) = (0, new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        for (var number = 0; number < count; number++)
        {
            if (at + HeaderLength > directory.Length || Four(directory, at) != HeaderMark)
                throw reading.Damaged($"a zip of {count} files, whose directory lists {number}", "a zip");
            var (name, extra, comment) = (Two(directory, at + 28), Two(directory, at + 30), Two(directory, at + 32));
            if (at + HeaderLength + name + extra + comment > directory.Length)
                throw reading.Damaged("a zip whose directory is cut off", "a zip");
            var part = ReadPart(directory.AsSpan(at, HeaderLength + name + extra));
            if (!names.Add(part.Name))
                throw reading.Damaged($"a zip with two files named {part.Name}", "a zip");
            yield return part;
            at += HeaderLength + name + extra + comment;
        }
    }

    private ZipPart ReadPart(ReadOnlySpan<byte> header)
    {
        var flags = Two(header, 8);
        var nameLength = Two(header, 28);
        var name = ReadName(header.Slice(HeaderLength, nameLength), isUtf8: (flags & 0x800) != 0);
        JudgeName(name);
        if ((flags & 1) != 0)
            throw reading.Refuse(SourceFault.Encrypted, $"a zip whose {name} asks for a password", "one without a password");
        var (unpacked, packed, start) = ReadSizes(header, header[(HeaderLength + nameLength)..]);
        return packed >= 0 && unpacked >= 0 && start >= 0
            ? new ZipPart(name, start, packed, unpacked, Two(header, 10), Four(header, 16))
            : throw reading.Damaged($"a zip whose {name} has no size", "a zip");
    }

    // Sizes that do not fit are told in an extra field, in this order, and only those that do not fit.
    private static (long Unpacked, long Packed, long Start) ReadSizes(ReadOnlySpan<byte> header, ReadOnlySpan<byte> extra)
    {
        Span<long> sizes = [Four(header, 24), Four(header, 20), Four(header, 42)];
        for (; extra.Length >= 4 && 4 + Two(extra, 2) <= extra.Length; extra = extra[(4 + Two(extra, 2))..])
        {
            if (Two(extra, 0) != 1)
                continue;
            var large = extra.Slice(4, Two(extra, 2));
            foreach (ref var size in sizes)
            {
                if (size != uint.MaxValue || large.Length < 8)
                    continue;
                size = (long)Eight(large, 0);
                large = large[8..];
            }
        }

        return (sizes[0], sizes[1], sizes[2]);
    }

    // Where it is not marked as UTF-8, a Chinese Windows wrote it in its own encoding.
    private static string ReadName(ReadOnlySpan<byte> name, bool isUtf8) =>
        (isUtf8 || System.Text.Unicode.Utf8.IsValid(name) ? Encoding.UTF8 : TextForm.Chinese).GetString(name).Replace('\\', '/');

    private void JudgeName(string name)
    {
        if (name.StartsWith('/') || name is [_, ':', ..] || name.Contains('\0', StringComparison.Ordinal) || name.Split('/').Contains(".."))
            throw reading.Refuse(SourceFault.UnsafeName, $"a zip with a file named '{name.Replace('\0', '?')}', which leads out of it", "one whose files lie within it");
    }

    // One piece of packed data that stands for many parts is how the smallest bombs are made.
    private void JudgePlaces(List<ZipPart> parts, long directory)
    {
        var end = directory;
        foreach (var part in parts.OrderByDescending(part => part.Start))
        {
            if (part.Start > directory || part.Packed > length)
                throw reading.Damaged($"a zip whose {part.Name} lies beyond its end", "a zip");
            if (part.Start + LocalHeaderLength + part.Packed > end)
                throw reading.Refuse(SourceFault.ZipBomb, $"a zip in which {part.Name} lies over another file", "one whose files lie side by side");
            end = part.Start;
        }
    }

    private void JudgeSize(ZipPart part)
    {
        if (part.Unpacked > reading.Limits.MostUnpackedBytes)
            throw TooLargeUnpacked(part.Unpacked);
        if (part.Unpacked > reading.Limits.FreelyUnpackedBytes && part.Unpacked / reading.Limits.MostRatio > part.Packed)
            throw reading.Refuse(
                SourceFault.ZipBomb, $"a zip whose {part.Name} unpacks {part.Packed} bytes to {part.Unpacked}",
                $"one that unpacks to at most {reading.Limits.MostRatio} times its size, as tables do");
    }

    private SourceFileException TooLargeUnpacked(long bytes) => reading.Refuse(
        SourceFault.ZipBomb, $"a zip that unpacks to {bytes} bytes", $"one that unpacks to at most {reading.Limits.MostUnpackedBytes}");

    private SourceFileException CutShort() => reading.Refuse(
        SourceFault.Truncated, $"a zip cut short: its {length} bytes do not end with its directory", "the whole file: copy or fetch it again");

    private byte[] ReadAt(long at, int count)
    {
        var bytes = new byte[count];
        for (var read = 0; read < count;)
        {
            var more = RandomAccess.Read(file, bytes.AsSpan(read), at + read);
            read += more > 0 ? more : throw CutShort();
        }

        return bytes;
    }

    private static int Two(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint Four(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static ulong Eight(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);
}
