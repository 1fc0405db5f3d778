using System.Buffers.Binary;
using NetTopologySuite.Geometries;

namespace Gis.Data.Import.Files;

/// <summary>The shapes of a .shp file, one after the other (ESRI Shapefile Technical Description, July 1998).</summary>
internal sealed class ShapeRecords : IDisposable
{
    private const int HeaderLength = 100;
    private const int FileCode = 9994;
    private const int BoxLength = 32;

    // The border of a country in all its points takes a tenth.
    private const int LongestShape = 64 << 20;

    private static readonly GeometryFactory Geometries = new();

    private readonly SourceReading reading;
    private readonly ShapefilePart part;
    private readonly Stream stream;
    private readonly long length;
    private long read = HeaderLength;
    private int count;

    internal ShapeRecords(SourceReading reading, ShapefilePart part)
    {
        (this.reading, this.part) = (reading, part);
        stream = new BufferedStream(part.Open(), 1 << 16);
        var header = new byte[HeaderLength];
        if (stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength)
            throw CutShort();
        if (BinaryPrimitives.ReadInt32BigEndian(header) != FileCode)
            throw reading.Damaged($"{part.Name}, which does not begin as shapes do", "a Shapefile");
        // Lengths are counted in words of two bytes.
        length = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(24)) * 2L;
        if (length > part.Length)
            throw CutShort();
    }

    public void Dispose() => stream.Dispose();

    /// <summary>The next shape as it is written; null at the end.</summary>
    internal byte[]? Next()
    {
        if (read >= length)
            return null;
        Span<byte> header = stackalloc byte[8];
        stream.ReadExactly(header);
        count++;
        var bytes = BinaryPrimitives.ReadInt32BigEndian(header[4..]) * 2L;
        if (bytes is < 4 or > LongestShape || read + header.Length + bytes > length)
            throw reading.Damaged($"{part.Name}, whose shape {count} is {bytes} bytes long", "a Shapefile");
        var shape = new byte[bytes];
        stream.ReadExactly(shape);
        read += header.Length + bytes;
        return shape;
    }

    /// <summary>The geometry of a shape; null where it has none.</summary>
    /// <exception cref="Exception">It is none; of whatever kind the readers of numbers and of geometry have.</exception>
    internal static Geometry? ReadGeometry(ReadOnlySpan<byte> shape) => BinaryPrimitives.ReadInt32LittleEndian(shape) switch
    {
        0 => null,
        1 or 11 or 21 => Geometries.CreatePoint(ReadPair(shape[4..])),
        8 or 18 or 28 => Geometries.CreateMultiPointFromCoords(ReadPairs(shape[(4 + BoxLength + 4)..], ReadCount(shape, 4 + BoxLength))),
        3 or 13 or 23 => Geometries.CreateMultiLineString([.. ReadLines(shape[(4 + BoxLength)..]).Select(Geometries.CreateLineString)]),
        5 or 15 or 25 => ToPolygons([.. ReadLines(shape[(4 + BoxLength)..]).Select(Geometries.CreateLinearRing)]),
        var type => throw new InvalidDataException($"a shape of type {type}"),
    };

    // Outer rings run clockwise. Which of them a hole lies in makes no difference to the middle of all.
    private static MultiPolygon ToPolygons(LinearRing[] rings)
    {
        var shells = rings.Where(ring => !ring.IsCCW).ToArray();
        var holes = rings.Where(ring => ring.IsCCW).ToArray();
        return shells.Length == 0
            ? Geometries.CreateMultiPolygon([.. holes.Select(Geometries.CreatePolygon)])
            : Geometries.CreateMultiPolygon([.. shells.Select((shell, at) => Geometries.CreatePolygon(shell, at == 0 ? holes : []))]);
    }

    private static List<Coordinate[]> ReadLines(ReadOnlySpan<byte> shape)
    {
        var (parts, points) = (ReadCount(shape, 0), ReadCount(shape, 4));
        var pairs = ReadPairs(shape[(8 + (parts * 4))..], points);
        var lines = new List<Coordinate[]>();
        for (var at = 0; at < parts; at++)
        {
            var start = BinaryPrimitives.ReadInt32LittleEndian(shape[(8 + (at * 4))..]);
            var end = at + 1 < parts ? BinaryPrimitives.ReadInt32LittleEndian(shape[(12 + (at * 4))..]) : points;
            lines.Add(pairs[start..end]);
        }

        return lines;
    }

    private static int ReadCount(ReadOnlySpan<byte> shape, int at) =>
        BinaryPrimitives.ReadInt32LittleEndian(shape[at..]) is >= 0 and var count && count <= shape.Length
            ? count
            : throw new InvalidDataException("more points than the shape has bytes");

    private static Coordinate[] ReadPairs(ReadOnlySpan<byte> bytes, int count)
    {
        if (count * 16L > bytes.Length)
            throw new InvalidDataException("more points than the shape has bytes");
        var pairs = new Coordinate[count];
        for (var at = 0; at < count; at++)
            pairs[at] = ReadPair(bytes[(at * 16)..]);
        return pairs;
    }

    private static Coordinate ReadPair(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadDoubleLittleEndian(bytes), BinaryPrimitives.ReadDoubleLittleEndian(bytes[8..]));

    private SourceFileException CutShort() => reading.Refuse(
        SourceFault.Truncated, $"{part.Name} cut short: {part.Length} bytes are fewer than it counts itself", "the whole file: copy or fetch it again");
}
