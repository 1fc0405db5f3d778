using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace Gis.Data.Export;

/// <summary>Adds lists of words to choose from to a sheet (ECMA-376, 18.3.1.32), which the writer of sheets has no way to.</summary>
internal static class SheetOffers
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    // What the schema has before the lists; they stand right behind the last of these.
    private static readonly string[] Before =
    [
        "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios",
        "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting",
    ];

    internal static void Write(MemoryStream workbook, int sheet, IReadOnlyList<(int Column, IReadOnlyList<string> Words, int Rows)> offers)
    {
        using var parts = new ZipArchive(workbook, ZipArchiveMode.Update, leaveOpen: true);
        var part = parts.GetEntry($"xl/worksheets/sheet{sheet}.xml")!;
        XDocument content;
        using (var reading = part.Open())
            content = XDocument.Load(reading);
        content.Root!.Elements().Last(element => Before.Contains(element.Name.LocalName)).AddAfterSelf(
            new XElement(Main + "dataValidations", new XAttribute("count", offers.Count), offers.Select(WriteOffer)));
        using var writing = part.Open();
        writing.SetLength(0);
        content.Save(writing, SaveOptions.DisableFormatting);
    }

    private static XElement WriteOffer((int Column, IReadOnlyList<string> Words, int Rows) offer) => new(
        Main + "dataValidation",
        new XAttribute("type", "list"),
        new XAttribute("allowBlank", "1"),
        new XAttribute("showErrorMessage", "1"),
        new XAttribute("sqref", string.Create(CultureInfo.InvariantCulture, $"{Letter(offer.Column)}2:{Letter(offer.Column)}{offer.Rows + 1}")),
        new XElement(Main + "formula1", $"\"{string.Join(',', offer.Words)}\""));

    private static char Letter(int column) => (char)('A' + column);
}
