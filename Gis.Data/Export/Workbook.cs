using System.Data;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;

namespace Gis.Data.Export;

/// <summary>Plain tables as one spreadsheet (XLSX): a sheet each, its head frozen and its columns wide enough to be read.</summary>
public sealed class Workbook
{
    /// <summary>What the file is, for who receives it.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const double LeastWidth = 8;

    // Longer sentences run on to the right, where nothing stands.
    private const double MostWidth = 48;

    private readonly List<Sheet> sheets = [];

    public Workbook Add(Sheet sheet)
    {
        sheets.Add(sheet);
        return this;
    }

    public byte[] ToBytes()
    {
        var settings = new OpenXmlConfiguration { FreezeRowCount = 1, FastMode = true, DynamicColumns = [.. ListWidths()] };
        using var file = new MemoryStream();
        file.SaveAs(sheets.ToDictionary(sheet => sheet.Name, object (sheet) => sheet.Table), configuration: settings);
        SheetParts.Complete(file, sheets);
        return file.ToArray();
    }

    // The writer knows a column by its head alone, in whatever case, so columns of one head share their width over all sheets.
    private IEnumerable<DynamicExcelColumn> ListWidths() =>
        sheets.SelectMany(sheet => sheet.Widths)
            .GroupBy(column => column.Head, column => column.Width, StringComparer.OrdinalIgnoreCase)
            .Select(column => new DynamicExcelColumn(column.Key) { Width = Math.Clamp(column.Max() + 2, LeastWidth, MostWidth) });
}

/// <summary>How a number is shown; what it is stays exact.</summary>
public enum NumberLook
{
    /// <summary>With as many digits as there is room for.</summary>
    Plain,

    /// <summary>Without decimals, in groups of three digits.</summary>
    Whole,

    /// <summary>A part of one as percent with one decimal.</summary>
    Percent,
}

/// <summary>A number in a cell, or how it is worked out from other cells.</summary>
/// <param name="Value">The number; of a formula what it comes to now, for programs that do not work it out. An empty cell if null.</param>
/// <param name="Look">How it is shown.</param>
/// <param name="Formula">How it is worked out, without the sign of equality, as "SUM(B2:B7)"; a number that stands for itself if null.</param>
public sealed record SheetNumber(object? Value, NumberLook Look = NumberLook.Plain, string? Formula = null);

/// <summary>
/// One table of a workbook. Numbers stay numbers, exactly as they are; whatever is text stays text, a code of many digits
/// too, and never becomes a formula when the sheet is saved in another form: see <see cref="CsvText"/>. The only formulas are
/// those of a <see cref="SheetNumber"/>.
/// </summary>
public sealed class Sheet
{
    public Sheet(string name, params IEnumerable<string> heads)
    {
        Name = name;
        foreach (var head in heads)
            Table.Columns.Add(head, typeof(object));
    }

    public string Name { get; }

    /// <summary>The number of the row that is appended next; the head is row 1.</summary>
    public int NextRow => Table.Rows.Count + 2;

    internal DataTable Table { get; } = new();

    /// <summary>The numbers that are shown or worked out in a way of their own, by where they stand.</summary>
    internal Dictionary<(int Row, int Column), SheetNumber> Numbers { get; } = [];

    /// <summary>The row of totals, which is not sorted with the others.</summary>
    internal int? TotalRow { get; private set; }

    /// <summary>Whether anything is in it that the writer of sheets has no way to.</summary>
    internal bool IsIncomplete => Offers.Count + Numbers.Count > 0 || TotalRow is not null;

    /// <summary>The words that a column offers to choose from, by its number from 0, and in how many rows.</summary>
    internal List<(int Column, IReadOnlyList<string> Words, int Rows)> Offers { get; } = [];

    internal IEnumerable<(string Head, double Width)> Widths => Table.Columns.Cast<DataColumn>().Select(column => (
        column.ColumnName,
        Table.Rows.Cast<DataRow>().Select(row => WidthOf(row[column])).Append(WidthOf(column.ColumnName)).Max()));

    /// <summary>Offers words to choose from below the head of a column; another word is refused by the program that shows the sheet.</summary>
    public Sheet Offer(int column, IReadOnlyList<string> words, int rows)
    {
        Offers.Add((column, words, rows));
        return this;
    }

    /// <summary>Adds a row of texts, whole numbers and numbers; a null is an empty cell.</summary>
    public Sheet Append(params IEnumerable<object?> cells)
    {
        var row = NextRow;
        Table.Rows.Add([.. cells.Select((cell, column) => cell switch
        {
            null => DBNull.Value,
            string text => CsvText.Guard(text),
            SheetNumber number => Keep(number, row, column),
            _ => cell,
        })]);
        return this;
    }

    /// <summary>Adds the row of totals, the last.</summary>
    public Sheet AppendTotal(params IEnumerable<object?> cells)
    {
        TotalRow = NextRow;
        return Append(cells);
    }

    private object Keep(SheetNumber number, int row, int column)
    {
        Numbers[(row, column)] = number;
        return number.Value ?? DBNull.Value;
    }

    // A Chinese character is as wide as two digits; of a number nobody needs to see all the digits at once.
    private static double WidthOf(object cell) =>
        cell is string text ? text.Sum(letter => letter < 0x2E80 ? 1 : 2) : 12;
}
