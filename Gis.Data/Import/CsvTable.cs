using System.Globalization;
using System.Text;
using Gis.Core.Network;
using Gis.Core.Places;
using Sylvan.Data.Csv;

namespace Gis.Data.Import;

/// <summary>A CSV file with a header (RFC 4180), read whole: UTF-8, or GB18030 where it is not valid UTF-8.</summary>
public sealed class CsvTable
{
    // The reader leaves out lines that begin with this; no text of Unicode does.
    private const char NoComment = '\uFFFF';

    private CsvTable(string file, bool isGb18030, IReadOnlyList<CsvRow> rows)
    {
        File = file;
        IsGb18030 = isGb18030;
        Rows = rows;
    }

    /// <summary>The name of the file, without its folder.</summary>
    public string File { get; }

    /// <summary>Whether the file was not valid UTF-8 and was read as GB18030; worth telling the reader.</summary>
    public bool IsGb18030 { get; }

    public IReadOnlyList<CsvRow> Rows { get; }

    /// <summary>Reads a file that has at least the columns named.</summary>
    /// <exception cref="TableException">The file is missing, empty, or lacks a column; or a row has too few or too many cells.</exception>
    public static CsvTable Read(string path, params string[] columns)
    {
        var file = Path.GetFileName(path);
        return System.IO.File.Exists(path)
            ? Read(file, System.IO.File.ReadAllBytes(path), columns)
            : throw new TableException(file, null, null, "no such file", "a CSV file");
    }

    /// <summary>Reads a table from its content; <paramref name="file"/> is what errors call it.</summary>
    /// <exception cref="TableException">It is empty or lacks a column; or a row has too few or too many cells.</exception>
    public static CsvTable Read(string file, byte[] content, params string[] columns)
    {
        var (text, isGb18030) = Decode(content);
        try
        {
            return new CsvTable(file, isGb18030, ReadRows(file, text, columns));
        }
        catch (Exception wrong) when (wrong is CsvFormatException or InvalidDataException)
        {
            throw new TableException(file, null, null, wrong.Message, "comma-separated values as RFC 4180 has them");
        }
    }

    /// <summary>Reads the rows, failing on the second row of the same key.</summary>
    public IReadOnlyList<T> ReadUnique<T, TKey>(string column, Func<CsvRow, T> read, Func<T, TKey> key)
    {
        var seen = new HashSet<TKey>();
        return [.. Rows.Select(row => read(row) is var value && seen.Add(key(value)) ? value : throw row.Wrong(column, "each only once"))];
    }

    private static (string Text, bool IsGb18030) Decode(byte[] bytes)
    {
        try
        {
            var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
            return (strict.GetString(bytes).TrimStart('\uFEFF'), false);
        }
        catch (DecoderFallbackException)
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return (Encoding.GetEncoding("GB18030").GetString(bytes), true);
        }
    }

    private static List<CsvRow> ReadRows(string file, string text, string[] columns)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new TableException(file, null, null, "an empty file", $"a header: {string.Join(',', columns)}");
        using var reader = CsvDataReader.Create(new StringReader(text), new CsvDataReaderOptions { BufferSize = 1 << 20, Comment = NoComment });
        var header = reader.GetColumnSchema().Select(column => column.ColumnName.Trim()).ToArray();
        foreach (var column in columns.Where(column => !header.Contains(column)))
            throw new TableException(file, 1, column, $"columns {string.Join(',', header)}", $"a column {column}");

        var rows = new List<CsvRow>();
        // A quoted cell may hold line breaks, so lines are counted and not records.
        for (var line = 2; reader.Read();)
        {
            var cells = Enumerable.Range(0, reader.RowFieldCount).Select(reader.GetString).ToArray();
            if (cells.Length != header.Length)
                throw new TableException(file, line, null, $"{cells.Length} cells", $"{header.Length}, as the header has");
            rows.Add(new CsvRow(file, line, header, cells));
            line += 1 + cells.Sum(cell => cell.Count(character => character == '\n'));
        }

        return rows;
    }
}

/// <summary>One row of a table; a cell that is not what it should be is told with its file, line and column.</summary>
public sealed class CsvRow(string file, int line, string[] header, string[] cells)
{
    /// <summary>The cell of a column, trimmed; empty where the table has no such column.</summary>
    public string Optional(string column) => Array.IndexOf(header, column) is >= 0 and var index ? cells[index].Trim() : "";

    public string Text(string column) => Optional(column) is { Length: > 0 } text ? text : throw Wrong(column, "some text");

    public double Number(string column) =>
        double.TryParse(Text(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw Wrong(column, "a number");

    public long WholeNumber(string column) =>
        long.TryParse(Text(column), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong(column, "a whole number, not negative");

    public LonLat LonLat()
    {
        var (longitude, latitude) = (Number("lon"), Number("lat"));
        if (longitude is < -180 or > 180)
            throw Wrong("lon", "a longitude from -180 to 180 degrees");
        if (latitude is < -90 or > 90)
            throw Wrong("lat", "a latitude from -90 to 90 degrees (are the axes swapped?)");
        return Core.Places.LonLat.Of(longitude, latitude);
    }

    public AreaCode Code(string column, AreaLevel level) =>
        AreaCode.TryParse(Text(column), out var code) && code.Level == level
            ? code
            : throw Wrong(column, level switch { AreaLevel.County => "6 digits", AreaLevel.Township => "9 digits", _ => "12 digits" });

    public TableException Wrong(string column, string right) => new(file, line, column, $"'{Optional(column)}'", right);
}

/// <summary>A table cannot be used: where, what was found and what would be right.</summary>
public sealed class TableException(string file, int? line, string? column, string found, string right)
    : Exception($"{file}{(line is null ? "" : $", line {line}")}{(column is null ? "" : $", column {column}")}: found {found}, should be {right}.")
{
    public string File { get; } = file;

    public int? Line { get; } = line;

    public string? Column { get; } = column;
}
