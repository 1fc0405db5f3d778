using System.Xml.Linq;

namespace Gis.Data.Export;

/// <summary>Adds lists of words to choose from to a sheet (ECMA-376, 18.3.1.32), which the writer of sheets has no way to.</summary>
internal static class SheetOffers
{
    private static readonly XNamespace Main = SheetParts.Main;

    // What the schema has before the lists; they stand right behind the last of these.
    private static readonly string[] Before =
    [
        "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios",
        "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting",
    ];

    internal static void Write(XElement content, IReadOnlyList<(int Column, IReadOnlyList<string> Words, int Rows)> offers)
    {
        if (offers.Count == 0)
            return;
        content.Elements().Last(element => Before.Contains(element.Name.LocalName)).AddAfterSelf(
            new XElement(Main + "dataValidations", new XAttribute("count", offers.Count), offers.Select(WriteOffer)));
    }

    private static XElement WriteOffer((int Column, IReadOnlyList<string> Words, int Rows) offer) => new(
        Main + "dataValidation",
        new XAttribute("type", "list"),
        new XAttribute("allowBlank", "1"),
        new XAttribute("showErrorMessage", "1"),
        new XAttribute("sqref", $"{CellAddress.Of(offer.Column, 2)}:{CellAddress.Of(offer.Column, offer.Rows + 1)}"),
        new XElement(Main + "formula1", $"\"{string.Join(',', offer.Words)}\""));
}
