using System.Globalization;
using System.Xml.Linq;

namespace Gis.Data.Export;

/// <summary>Writes how numbers look (ECMA-376, 18.8) and how they are worked out (18.3.1.40) into the parts of a workbook.</summary>
internal static class SheetNumbers
{
    // The first number that is free for formats of one's own.
    private const int OwnFormat = 164;

    // What the writer gives a cell with a border.
    private const int BorderOfCell = 1;

    private static readonly XNamespace Main = SheetParts.Main;

    /// <summary>Adds the looks to the styles; answers the number of the first. Those of totals follow the others, in the same order.</summary>
    internal static int AddLooks(XElement styles)
    {
        var format = new XElement(Main + "numFmt", new XAttribute("numFmtId", OwnFormat), new XAttribute("formatCode", @"0.0\ %"));
        Append(styles.Element(Main + "numFmts")!, format);
        var (fonts, known) = (styles.Element(Main + "fonts")!, styles.Element(Main + "cellXfs")!);
        var (usual, bold) = (0, fonts.Elements().Count());
        Append(fonts, Embolden(fonts.Elements().First()));
        var first = known.Elements().Count();
        foreach (var font in new[] { usual, bold })
        {
            foreach (var look in Enum.GetValues<NumberLook>())
                Append(known, LookOf(font, FormatOf(look)));
        }

        return first;
    }

    internal static void Write(XElement content, Sheet sheet, int looks)
    {
        foreach (var row in content.Element(Main + "sheetData")!.Elements(Main + "row"))
        {
            var at = (int)row.Attribute("r")!;
            var isTotal = at == sheet.TotalRow;
            foreach (var (cell, column) in row.Elements(Main + "c").Select((cell, column) => (cell, column)))
            {
                var number = sheet.Numbers.GetValueOrDefault((at, column));
                if (number is not null || isTotal)
                    cell.SetAttributeValue("s", looks + (int)(number?.Look ?? NumberLook.Plain) + (isTotal ? Enum.GetValues<NumberLook>().Length : 0));
                if (number?.Formula is { } formula)
                    Work(cell, formula);
            }
        }

        // Sorting and filtering leave the totals where they are.
        if (sheet.TotalRow is { } total && content.Element(Main + "autoFilter") is { } filter)
            filter.SetAttributeValue("ref", $"A1:{CellAddress.Of(sheet.Table.Columns.Count - 1, total - 1)}");
    }

    private static void Work(XElement cell, string formula)
    {
        cell.AddFirst(new XElement(Main + "f", formula));
        if (cell.Element(Main + "v") is not null)
            return;
        // Worked out to nothing: an empty text.
        cell.SetAttributeValue("t", "str");
        cell.Add(new XElement(Main + "v"));
    }

    private static XElement Embolden(XElement font)
    {
        var bold = new XElement(font);
        bold.AddFirst(new XElement(Main + "b"));
        return bold;
    }

    private static XElement LookOf(int font, int format) => new(
        Main + "xf",
        new XAttribute("numFmtId", format), new XAttribute("fontId", font), new XAttribute("fillId", 0), new XAttribute("borderId", BorderOfCell),
        new XAttribute("xfId", 0), new XAttribute("applyNumberFormat", 1), new XAttribute("applyFont", 1), new XAttribute("applyBorder", 1));

    // 0 and 3 are everybody's: general, and groups of three without decimals.
    private static int FormatOf(NumberLook look) => look switch { NumberLook.Whole => 3, NumberLook.Percent => OwnFormat, _ => 0 };

    private static void Append(XElement list, XElement item)
    {
        list.Add(item);
        list.SetAttributeValue("count", list.Elements().Count().ToString(CultureInfo.InvariantCulture));
    }
}
