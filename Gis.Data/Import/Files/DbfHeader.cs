using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Gis.Data.Import.Files;

/// <summary>A column of a .dbf file.</summary>
/// <param name="Name">In the encoding of the file.</param>
/// <param name="Kind">C text, N and F numbers, D dates, L yes or no, and others of later programs.</param>
/// <param name="Start">Its first byte within a record.</param>
/// <param name="Length">Its bytes.</param>
internal sealed record DbfField(byte[] Name, char Kind, int Start, int Length);

/// <summary>What a .dbf file says of itself before its records.</summary>
internal sealed record DbfHeader(int Records, int RecordLength, byte Language, ImmutableArray<DbfField> Fields)
{
    private const int FixedLength = 32;
    private const int FieldLength = 32;
    private const int NameLength = 11;
    private const byte EndOfFields = 0x0D;

    /// <summary>Reads up to the first record.</summary>
    /// <exception cref="SourceFileException">It is damaged or cut short.</exception>
    internal static DbfHeader Read(SourceReading reading, ShapefilePart part, Stream stream)
    {
        var start = new byte[FixedLength];
        stream.ReadExactly(start);
        var (records, length, recordLength) = (BinaryPrimitives.ReadUInt32LittleEndian(start.AsSpan(4)), BinaryPrimitives.ReadUInt16LittleEndian(start.AsSpan(8)), BinaryPrimitives.ReadUInt16LittleEndian(start.AsSpan(10)));
        if (length <= FixedLength || recordLength == 0)
            throw Damaged(reading, part, "has no columns");
        if (records > reading.Limits.MostRows)
            throw reading.Refuse(SourceFault.TooLarge, $"{part.Name} with {records} rows", $"at most {reading.Limits.MostRows} rows: divide the file");
        // Some programs leave the last byte out.
        if (length + ((long)records * recordLength) > part.Length)
            throw reading.Refuse(SourceFault.Truncated, $"{part.Name} cut short: {part.Length} bytes are fewer than its {records} rows take", "the whole file: copy or fetch it again");
        var rest = new byte[length - FixedLength];
        stream.ReadExactly(rest);
        return new DbfHeader((int)records, recordLength, start[29], [.. ReadFields(reading, part, rest, recordLength)]);
    }

    private static List<DbfField> ReadFields(SourceReading reading, ShapefilePart part, ReadOnlySpan<byte> bytes, int recordLength)
    {
        var (fields, start) = (new List<DbfField>(), 1);
        for (; bytes.Length >= FieldLength && bytes[0] != EndOfFields; bytes = bytes[FieldLength..])
        {
            var name = bytes[..NameLength];
            var length = bytes[16];
            fields.Add(new DbfField(name[..(name.IndexOf((byte)0) is >= 0 and var end ? end : NameLength)].ToArray(), (char)bytes[11], start, length));
            start += length;
        }

        return start <= recordLength ? fields : throw Damaged(reading, part, $"has columns of {start} bytes and rows of {recordLength}");
    }

    private static SourceFileException Damaged(SourceReading reading, ShapefilePart part, string what) => reading.Damaged($"{part.Name}, which {what}", "a Shapefile");
}
