using Sylvan.Data.Csv;

namespace Gis.Data.Import.Files;

/// <summary>Separated text, by commas, semicolons or tabs, in any encoding met in China.</summary>
internal sealed class CsvFile(SourceReading reading, string path)
{
    private const string Right = "separated text (.csv) as a spreadsheet writes it";

    private const int SampleLength = 1 << 16;

    private const int FirstBuffer = 1 << 16;

    // A line of text longer than this is an opening quote that nobody closed.
    private const int LongestRow = 1 << 20;

    /// <exception cref="SourceFileException">It is cut short, or its quotes do not close.</exception>
    internal IReadOnlyList<SourceTable> Read()
    {
        var form = TextForm.Detect(reading, () => File.OpenRead(path));
        var separator = FindSeparator(form);
        using var text = form.Open(File.OpenRead(path));
        var table = new Grid(reading, ReadRows(text, separator)).ToTable(Path.GetFileNameWithoutExtension(reading.File))
            ?? throw reading.Refuse(SourceFault.Empty, "a file without a filled cell", Right);
        return [table with { Encoding = form.Name, Remarks = form.Remark is { } remark ? [remark, .. table.Remarks] : table.Remarks }];
    }

    private char FindSeparator(TextForm form)
    {
        using var text = form.Open(File.OpenRead(path));
        var sample = new char[SampleLength];
        return Separators.Find(sample.AsSpan(0, text.ReadBlock(sample)));
    }

    private List<GridRow> ReadRows(TextReader text, char separator)
    {
        var (rows, line) = (new List<GridRow>(), 1);
        try
        {
            using var reader = CsvDataReader.Create(text, Options(separator));
            for (; reader.Read(); line += CountBreaks(reader.GetRawRecordSpan()))
            {
                reading.Count(reader.RowFieldCount);
                rows.Add(new GridRow(line, ReadCells(reader)));
            }
        }
        catch (Exception fault) when (fault is CsvFormatException or CsvInvalidCharacterException or CsvRecordTooLargeException)
        {
            throw reading.Damaged($"in the row at line {line} a quote that is not closed, or that closes within a cell", Right, fault);
        }

        return rows;
    }

    // No row is taken for a comment: the library would leave out those that begin with #.
    private static CsvDataReaderOptions Options(char separator) => new()
    {
        HasHeaders = false,
        Delimiter = separator,
        Comment = '\uFFFF',
        BufferSize = FirstBuffer,
        MaxBufferSize = LongestRow,
    };

    private string[] ReadCells(CsvDataReader reader)
    {
        var cells = new string[reader.RowFieldCount];
        for (var column = 0; column < cells.Length; column++)
            cells[column] = reading.Texts.Take(reader.GetFieldSpan(column));
        return cells;
    }

    // A quoted cell may hold line breaks, so lines are counted and not rows.
    private static int CountBreaks(ReadOnlySpan<char> row) =>
        row.Count('\n') is > 0 and var breaks ? breaks : row.Count('\r');
}
