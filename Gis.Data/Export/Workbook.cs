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
        for (var sheet = 0; sheet < sheets.Count; sheet++)
        {
            if (sheets[sheet].Offers.Count > 0)
                SheetOffers.Write(file, sheet + 1, sheets[sheet].Offers);
        }

        return file.ToArray();
    }

    // The writer knows a column by its head alone, in whatever case, so columns of one head share their width over all sheets.
    private IEnumerable<DynamicExcelColumn> ListWidths() =>
        sheets.SelectMany(sheet => sheet.Widths)
            .GroupBy(column => column.Head, column => column.Width, StringComparer.OrdinalIgnoreCase)
            .Select(column => new DynamicExcelColumn(column.Key) { Width = Math.Clamp(column.Max() + 2, LeastWidth, MostWidth) });
}

/// <summary>
/// One table of a workbook. Numbers stay numbers, exactly as they are; whatever is text stays text, a code of many digits
/// too, and never becomes a formula when the sheet is saved in another form: see <see cref="CsvText"/>.
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

    internal DataTable Table { get; } = new();

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
        Table.Rows.Add([.. cells.Select(cell => cell switch
        {
            null => DBNull.Value,
            string text => CsvText.Guard(text),
            _ => cell,
        })]);
        return this;
    }

    // A Chinese character is as wide as two digits; of a number nobody needs to see all the digits at once.
    private static double WidthOf(object cell) =>
        cell is string text ? text.Sum(letter => letter < 0x2E80 ? 1 : 2) : 12;
}
