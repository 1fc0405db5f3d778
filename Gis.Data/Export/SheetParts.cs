using System.IO.Compression;
using System.Xml.Linq;

namespace Gis.Data.Export;

/// <summary>Adds to the parts of a workbook (ECMA-376) what the writer of sheets has no way to.</summary>
internal static class SheetParts
{
    internal static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    internal static void Complete(MemoryStream workbook, IReadOnlyList<Sheet> sheets)
    {
        if (!sheets.Any(sheet => sheet.IsIncomplete))
            return;
        using var parts = new ZipArchive(workbook, ZipArchiveMode.Update, leaveOpen: true);
        var looks = 0;
        if (sheets.Any(sheet => sheet.Numbers.Count > 0 || sheet.TotalRow is not null))
            Change(parts, "xl/styles.xml", styles => looks = SheetNumbers.AddLooks(styles));
        foreach (var (sheet, number) in sheets.Select((sheet, index) => (sheet, index + 1)).Where(each => each.sheet.IsIncomplete))
        {
            Change(parts, $"xl/worksheets/sheet{number}.xml", content =>
            {
                SheetNumbers.Write(content, sheet, looks);
                SheetOffers.Write(content, sheet.Offers);
            });
        }
    }

    private static void Change(ZipArchive parts, string name, Action<XElement> change)
    {
        var part = parts.GetEntry(name)!;
        XDocument content;
        using (var reading = part.Open())
            content = XDocument.Load(reading);
        change(content.Root!);
        using var writing = part.Open();
        writing.SetLength(0);
        content.Save(writing, SaveOptions.DisableFormatting);
    }
}
