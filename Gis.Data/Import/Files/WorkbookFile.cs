using System.Xml;

namespace Gis.Data.Import.Files;

/// <summary>
/// A workbook (.xlsx). Its parts are read as they are, and not by way of the library that writes ours: that one makes every
/// number a double, so that a code of 18 digits loses its end, tells no formula from a value, and unpacks whatever it is given.
/// </summary>
internal sealed class WorkbookFile(SourceReading reading, string path)
{
    private const string Right = "a workbook (.xlsx)";

    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // Of workbooks saved as "strict".
    private const string StrictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    /// <summary>The tables of all sheets that have a filled cell, hidden ones too.</summary>
    /// <exception cref="SourceFileException">What it holds cannot be read, or is nothing.</exception>
    internal IReadOnlyList<SourceTable> Read()
    {
        using var zip = ZipParts.Open(reading, path);
        var main = ListTargets(zip, "").FirstOrDefault(target => target.Kind == "officeDocument")?.Part ?? "xl/workbook.xml";
        var targets = ListTargets(zip, main);
        var (sheets, from1904) = ListSheets(zip, main);
        var texts = new SharedTexts(reading, Open(zip, targets, "sharedStrings"));
        using var styles = Open(zip, targets, "styles");
        var cells = new SheetCells(reading, texts, styles is null ? CellFormats.None : CellFormats.Read(styles, reading), from1904);
        var tables = sheets.Select(sheet => (Sheet: sheet, Target: targets.Find(target => target.Id == sheet.Id && target.Kind == "worksheet")))
            .Where(sheet => sheet.Target is not null).Select(sheet => ReadSheet(zip, sheet.Sheet, sheet.Target!.Part, cells)).OfType<SourceTable>().ToList();
        return tables.Count > 0 ? tables : throw reading.Refuse(SourceFault.Empty, "a workbook without a filled cell", Right);
    }

    private SourceTable? ReadSheet(ZipParts zip, Sheet sheet, string part, SheetCells cells)
    {
        using var xml = SafeXml.Open(zip.Open(zip.Find(part) ?? throw reading.Damaged($"a workbook whose sheet {sheet.Name} is missing", Right)));
        return cells.Read(xml).ToTable(sheet.Name) is { } table
            ? table with { Remarks = [.. sheet.IsHidden ? ["The sheet is hidden in the workbook."] : Array.Empty<string>(), .. cells.ListRemarks(), .. table.Remarks] }
            : null;
    }

    private (List<Sheet> Sheets, bool From1904) ListSheets(ZipParts zip, string main)
    {
        var (sheets, from1904) = (new List<Sheet>(), false);
        using var xml = SafeXml.Open(zip.Open(zip.Find(main) ?? throw reading.Damaged($"a workbook without {main}", Right)));
        while (SafeXml.Next(xml, reading))
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "workbookPr")
                from1904 = xml.GetAttribute("date1904") is "1" or "true";
            else if (xml.LocalName == "sheet" && (xml.GetAttribute("id", Relations) ?? xml.GetAttribute("id", StrictRelations)) is { } id)
                sheets.Add(new Sheet(xml.GetAttribute("name") ?? id, id, xml.GetAttribute("state") is "hidden" or "veryHidden"));
        }

        return (sheets, from1904);
    }

    private static XmlReader? Open(ZipParts zip, List<Target> targets, string kind) =>
        targets.Find(target => target.Kind == kind) is { } target && zip.Find(target.Part) is { } part ? SafeXml.Open(zip.Open(part)) : null;

    // What a part belongs with is told in another, beside it.
    private List<Target> ListTargets(ZipParts zip, string part)
    {
        var folder = part.LastIndexOf('/') is >= 0 and var slash ? part[..slash] : "";
        var targets = new List<Target>();
        if (zip.Find($"{folder}/_rels/{part[(folder.Length == 0 ? 0 : folder.Length + 1)..]}.rels".TrimStart('/')) is not { } relations)
            return targets;
        using var xml = SafeXml.Open(zip.Open(relations));
        while (SafeXml.Next(xml, reading))
        {
            if (xml.NodeType == XmlNodeType.Element && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target && xml.GetAttribute("TargetMode") != "External")
                targets.Add(new Target(id, (xml.GetAttribute("Type") ?? "").Split('/')[^1], Resolve(folder, target)));
        }

        return targets;
    }

    private static string Resolve(string folder, string target)
    {
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : $"{folder}/{target}").Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "..")
                steps.RemoveRange(Math.Max(0, steps.Count - 1), Math.Min(1, steps.Count));
            else if (step != ".")
                steps.Add(Uri.UnescapeDataString(step));
        }

        return string.Join('/', steps);
    }

    private sealed record Target(string Id, string Kind, string Part);

    private sealed record Sheet(string Name, string Id, bool IsHidden);
}
