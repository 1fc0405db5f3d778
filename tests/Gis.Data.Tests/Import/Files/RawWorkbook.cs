using System.Security;

namespace Gis.Data.Tests.Import.Files;

/// <summary>Workbooks written part by part, as no library would: what is in a cell is exactly what the test says.</summary>
internal sealed class RawWorkbook
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    private readonly List<(string Name, string Rows, string Merged, string State)> sheets = [];
    private readonly List<string> texts = [];

    internal string Styles { get; init; } = "";

    internal string NumberFormats { get; init; } = "";

    internal string WorkbookSettings { get; init; } = "";

    internal string MainType { get; init; } = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    internal RawWorkbook Add(string name, string rows, string merged = "", string state = "visible")
    {
        sheets.Add((name, rows, merged, state));
        return this;
    }

    /// <summary>A row of texts, in cells of their own kind.</summary>
    internal string Row(int number, params string[] cells) =>
        $"<row r=\"{number}\">{string.Concat(cells.Select((cell, column) => cell.Length == 0 ? "" : Text($"{(char)('A' + column)}{number}", cell)))}</row>";

    internal string Text(string cell, string text)
    {
        texts.Add(text);
        return $"<c r=\"{cell}\" t=\"s\"><v>{texts.Count - 1}</v></c>";
    }

    internal (string Name, string Text)[] ToParts() =>
    [
        ("[Content_Types].xml", $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/xl/workbook.xml\" ContentType=\"{MainType}\"/></Types>"),
        ("_rels/.rels", Relations(("rId1", "officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml", $"<workbook {Main} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">{WorkbookSettings}<sheets>{string.Concat(sheets.Select((sheet, at) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{at + 1}\" state=\"{sheet.State}\" r:id=\"s{at}\"/>"))}</sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", Relations([("t", "sharedStrings", "sharedStrings.xml"), ("f", "styles", "/xl/styles.xml"), .. sheets.Select((_, at) => ($"s{at}", "worksheet", $"worksheets/sheet{at}.xml"))])),
        ("xl/sharedStrings.xml", $"<sst {Main}>{string.Concat(texts.Select(text => text.StartsWith('<') ? $"<si>{text}</si>" : $"<si><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></si>"))}</sst>"),
        ("xl/styles.xml", $"<styleSheet {Main}><numFmts>{NumberFormats}</numFmts><cellXfs>{Styles}</cellXfs></styleSheet>"),
        .. sheets.Select((sheet, at) => ($"xl/worksheets/sheet{at}.xml", $"<worksheet {Main}><sheetData>{sheet.Rows}</sheetData>{(sheet.Merged.Length == 0 ? "" : $"<mergeCells>{string.Concat(sheet.Merged.Split(' ').Select(range => $"<mergeCell ref=\"{range}\"/>"))}</mergeCells>")}</worksheet>")),
    ];

    internal byte[] ToBytes() => SourceFolder.Zip(ToParts());

    private static string Relations(params (string Id, string Kind, string Target)[] relations) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(relations.Select(relation => $"<Relationship Id=\"{relation.Id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{relation.Kind}\" Target=\"{relation.Target}\"/>"))}</Relationships>";
}
