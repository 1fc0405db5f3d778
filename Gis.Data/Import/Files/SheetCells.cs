using System.Globalization;
using System.Xml;

namespace Gis.Data.Import.Files;

/// <summary>Reads the cells of one sheet after the other as the text a person would type.</summary>
internal sealed class SheetCells(SourceReading reading, SharedTexts texts, CellFormats formats, bool from1904)
{
    // A spreadsheet has no more, whatever a damaged file says.
    private const int MostRows = 1 << 20;

    private static readonly string[] NoCells = [];

    private List<GridRow> rows = [];
    private List<string> cells = [];
    private List<MergedCells> merged = [];
    private Noted noted = new();

    /// <summary>The rows of a sheet, blank ones between included, so that each stands at its number.</summary>
    internal Grid Read(XmlReader xml)
    {
        (rows, cells, merged, noted) = ([], [], [], new Noted());
        while (SafeXml.Next(xml, reading))
        {
            if (xml.LocalName == "row" && (xml.NodeType == XmlNodeType.EndElement || xml.IsEmptyElement))
                EndRow(xml);
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "row" })
                BeginRow(xml);
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" })
                ReadCell(xml);
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "mergeCell" })
                ReadMerged(xml.GetAttribute("ref") ?? "");
        }

        return new Grid(reading, rows) { Merged = merged };
    }

    /// <summary>What is to be said of the sheet read last.</summary>
    internal IEnumerable<string> ListRemarks() => noted.List();

    private void BeginRow(XmlReader xml)
    {
        var number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : rows.Count + 1;
        if (number <= rows.Count || number > MostRows)
            throw Damaged($"row {number} after row {rows.Count}");
        while (rows.Count < number - 1)
            AddRow(NoCells);
        noted.HiddenRows += xml.GetAttribute("hidden") is "1" or "true" ? 1 : 0;
        cells.Clear();
    }

    private void EndRow(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            BeginRow(xml);
        AddRow([.. cells]);
        cells.Clear();
    }

    private void AddRow(string[] row)
    {
        reading.Count(row.Length);
        rows.Add(new GridRow(rows.Count + 1, row));
    }

    private void ReadCell(XmlReader xml)
    {
        var column = CellName.ReadColumn(xml.GetAttribute("r")) ?? cells.Count;
        if (column < cells.Count || column >= reading.Limits.MostColumns)
            throw Damaged($"cell {xml.GetAttribute("r")} after column {Grid.LetterOf(Math.Max(0, cells.Count - 1))}");
        var (kind, style) = (xml.GetAttribute("t"), int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : 0);
        while (cells.Count < column)
            cells.Add("");
        var (value, isFormula) = xml.IsEmptyElement ? (null, false) : ReadContent(xml);
        cells.Add(reading.Texts.Take(value is null ? "" : Write(kind, formats[style], value)));
        if (isFormula)
            noted.AddFormula($"{Grid.LetterOf(column)}{rows.Count + 1}", value is not null);
    }

    private (string? Value, bool IsFormula) ReadContent(XmlReader xml)
    {
        var (depth, isFormula, isValue, value) = (xml.Depth, false, false, (string?)null);
        while (SafeXml.Next(xml, reading) && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                isFormula |= xml.LocalName == "f";
                isValue = xml is { LocalName: "v", IsEmptyElement: false };
                if (xml.LocalName == "is")
                    value = SharedTexts.Read(xml, reading);
            }
            else if (isValue && xml.NodeType != XmlNodeType.EndElement)
            {
                value += xml.Value;
            }
            else
            {
                isValue = false;
            }
        }

        return (value, isFormula);
    }

    // ECMA-376 part 1, 18.18.11: the kinds of cell.
    private string Write(string? kind, CellFormat format, string value) => kind switch
    {
        "s" => FindText(value),
        "str" => SharedTexts.Unescape(value),
        "inlineStr" => value,
        "b" => value is "1" or "true" ? "TRUE" : "FALSE",
        "e" => noted.AddError(value),
        "d" => WriteDate(value),
        _ => WriteNumber(format, value),
    };

    private string FindText(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && texts.Find(at) is { } text
            ? text
            : throw Damaged($"a cell with the text number {number}, which the workbook lacks");

    private static string WriteDate(string value) =>
        DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date)
            ? date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
            : value;

    private string WriteNumber(CellFormat format, string value)
    {
        if ((format.HasDate || format.HasTime)
            && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) && SerialDate.Write(serial, format, from1904) is { } date)
            return date;
        var text = NumberText.Plain(value.Trim());
        if (NumberText.IsWhole(text) && text.TrimStart('-').Length > NumberText.DigitsKept)
            noted.LongNumbers++;
        return NumberText.IsWhole(text) && text[0] != '-' ? text.PadLeft(format.Digits, '0') : text;
    }

    private void ReadMerged(string range)
    {
        var ends = range.Split(':');
        if (ends.Length != 2)
            return;
        if (CellName.Read(ends[0]) is not { } from || CellName.Read(ends[1]) is not { } to || to.Row < from.Row || to.Column < from.Column)
            throw Damaged($"merged cells '{range}'");
        merged.Add(new MergedCells(from.Row, from.Column, to.Row, to.Column));
        if (merged.Count > MostRows)
            throw Damaged($"more than {MostRows} merged cells");
    }

    private SourceFileException Damaged(string found) => reading.Damaged($"a sheet with {found}", "a workbook (.xlsx)");

    /// <summary>What was met in a sheet that its reader should know.</summary>
    private sealed class Noted
    {
        private readonly List<string> valueless = [];
        private readonly HashSet<string> kindsOfError = [];
        private int formulas;
        private int errors;
        private string? firstFormula;

        internal int LongNumbers { get; set; }

        internal int HiddenRows { get; set; }

        internal void AddFormula(string cell, bool hasValue)
        {
            formulas++;
            firstFormula ??= cell;
            if (!hasValue)
                valueless.Add(cell);
        }

        internal string AddError(string error)
        {
            errors++;
            kindsOfError.Add(error.Length > 16 ? error[..16] : error);
            return error;
        }

        internal IEnumerable<string> List()
        {
            if (formulas > 0)
                yield return $"{formulas} cells are formulas (the first is {firstFormula}); each was taken by the value the workbook last calculated.";
            if (valueless.Count > 0)
                yield return $"Formulas without a calculated value stand empty: {Grid.List(valueless)}. Open the workbook in a spreadsheet and save it to have them.";
            if (errors > 0)
                yield return $"{errors} cells hold an error instead of a value: {Grid.List([.. kindsOfError])}.";
            if (LongNumbers > 0)
                yield return $"{LongNumbers} cells hold numbers of more than {NumberText.DigitsKept} digits, of which a spreadsheet keeps only so many; codes must be entered as text.";
            if (HiddenRows > 0)
                yield return $"{HiddenRows} rows are hidden in the workbook, by a filter or by hand; they were read, too.";
        }
    }
}
