using System.Buffers.Binary;
using System.Globalization;

namespace Gis.Data.Import.Files;

/// <summary>A row of a .dbf file; one that is deleted stays there until the file is packed.</summary>
internal sealed record DbfRow(string[] Cells, bool IsDeleted);

/// <summary>The table of a Shapefile (.dbf), read as text: a number of 18 digits stays one.</summary>
internal sealed class DbfTable : IDisposable
{
    private readonly Stream stream;
    private readonly DbfHeader header;
    private readonly DbfEncoding encoding;
    private readonly byte[] record;
    private int read;
    private int cut;

    private DbfTable(Stream stream, DbfHeader header, DbfEncoding encoding)
    {
        (this.stream, this.header, this.encoding) = (stream, header, encoding);
        record = new byte[header.RecordLength];
        Columns = [.. Unique(header.Fields.Select(field => encoding.Form.GetString(field.Name).TrimEnd(' ', '\0')))];
    }

    internal IReadOnlyList<string> Columns { get; }

    internal string Encoding => encoding.Name;

    /// <exception cref="SourceFileException">It is damaged or cut short.</exception>
    internal static DbfTable Open(SourceReading reading, ShapefileSet set)
    {
        var encoding = DbfEncoding.Find(reading, set);
        var stream = new BufferedStream(set.Table.Open(), 1 << 16);
        return new DbfTable(stream, DbfHeader.Read(reading, set.Table, stream), encoding);
    }

    public void Dispose() => stream.Dispose();

    /// <summary>The next row; null at the end.</summary>
    internal DbfRow? Next()
    {
        if (read == header.Records)
            return null;
        read++;
        stream.ReadExactly(record);
        return new DbfRow([.. header.Fields.Select(Write)], record[0] == '*');
    }

    internal IEnumerable<string> ListRemarks()
    {
        if (encoding.Remark is { } remark)
            yield return remark;
        if (cut > 0)
            yield return $"{cut} texts end within a letter, shown as \uFFFD: they were cut off to the width of their column when the file was saved, or are in another encoding.";
        if (header.Fields.Any(field => field.Kind == 'M'))
            yield return "Memo columns keep their text in another file, which is not read.";
    }

    private string Write(DbfField field)
    {
        var bytes = record.AsSpan(field.Start, field.Length);
        return field.Kind switch
        {
            'N' or 'F' => WriteNumber(Ascii(bytes)),
            // Eight zeros are how GDAL writes that there is no date.
            'D' when Ascii(bytes) == "00000000" => "",
            'D' => Ascii(bytes) is { Length: 8 } date && NumberText.IsWhole(date) ? $"{date[..4]}-{date[4..6]}-{date[6..]}" : Ascii(bytes),
            'L' => Ascii(bytes) switch { "T" or "t" or "Y" or "y" => "TRUE", "F" or "f" or "N" or "n" => "FALSE", _ => "" },
            'I' or '+' when field.Length == 4 => BinaryPrimitives.ReadInt32LittleEndian(bytes).ToString(CultureInfo.InvariantCulture),
            'B' or 'O' when field.Length == 8 => NumberText.Plain(BinaryPrimitives.ReadDoubleLittleEndian(bytes)),
            'M' => "",
            _ => WriteText(bytes),
        };
    }

    // A row without a number has blanks or stars in its place.
    private static string WriteNumber(string text) => text.StartsWith('*') ? "" : NumberText.Plain(text);

    private string WriteText(ReadOnlySpan<byte> bytes)
    {
        var text = encoding.Form.GetString(bytes.TrimEnd(" \0"u8));
        cut += text.EndsWith('\uFFFD') ? 1 : 0;
        return text;
    }

    private static string Ascii(ReadOnlySpan<byte> bytes) => System.Text.Encoding.ASCII.GetString(bytes).Trim(' ', '\0');

    // Names are cut to ten bytes, so that two may have become one.
    private static IEnumerable<string> Unique(IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, at) in names.Select((name, at) => (name, at)))
        {
            var own = name.Length > 0 && seen.Add(name) ? name : $"{name} ({Grid.LetterOf(at)})".TrimStart();
            seen.Add(own);
            yield return own;
        }
    }
}
