using System.Globalization;
using System.Xml;

namespace Gis.Data.Import.Files;

/// <summary>The number formats of a workbook, as far as they change what a person sees: dates, times, leading zeros.</summary>
internal sealed class CellFormats
{
    private readonly List<CellFormat> styles = [];

    internal static CellFormats None { get; } = new();

    internal CellFormat this[int style] => style >= 0 && style < styles.Count ? styles[style] : CellFormat.General;

    internal static CellFormats Read(XmlReader xml, SourceReading reading)
    {
        var (formats, codes, isOfCells) = (new CellFormats(), new Dictionary<int, string>(), false);
        while (SafeXml.Next(xml, reading))
        {
            if (xml.LocalName == "cellXfs")
                isOfCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.NodeType != XmlNodeType.Element || !int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                continue;
            if (xml.LocalName == "numFmt")
                codes[id] = xml.GetAttribute("formatCode") ?? "";
            else if (xml.LocalName == "xf" && isOfCells)
                formats.styles.Add(codes.TryGetValue(id, out var code) ? CellFormat.OfCode(code) : CellFormat.OfBuiltIn(id));
        }

        return formats;
    }
}

/// <summary>What a number format shows.</summary>
/// <param name="HasDate">Days of a calendar.</param>
/// <param name="HasTime">Hours, minutes or seconds.</param>
/// <param name="Digits">At least so many digits, with zeros before the number.</param>
internal readonly record struct CellFormat(bool HasDate, bool HasTime, int Digits)
{
    internal static CellFormat General { get; }

    // ECMA-376 part 1, 18.8.30; those from 27 are of Chinese workbooks.
    internal static CellFormat OfBuiltIn(int id) => id switch
    {
        >= 14 and <= 17 or >= 27 and <= 31 or 36 or >= 50 and <= 54 or 57 or 58 => new(true, false, 0),
        >= 18 and <= 21 or >= 32 and <= 35 or >= 45 and <= 47 or 55 or 56 => new(false, true, 0),
        22 => new(true, true, 0),
        _ => General,
    };

    internal static CellFormat OfCode(string code)
    {
        var letters = Strip(code).ToLowerInvariant();
        if (letters.Length > 0 && letters.AsSpan().Trim('0').IsEmpty)
            return new CellFormat(false, false, letters.Length);
        var hasTime = letters.AsSpan().ContainsAny('h', 's');
        // A lone m is a month, unless it stands among hours or seconds.
        var hasDate = letters.AsSpan().ContainsAny('y', 'd') || (letters.Contains('m', StringComparison.Ordinal) && !hasTime);
        return letters.Contains("general", StringComparison.Ordinal) ? General : new CellFormat(hasDate, hasTime, 0);
    }

    // Without what stands for itself: quoted words, escaped letters, colours and locales. Only [h], [m] and [s] count time.
    private static string Strip(string code)
    {
        var (kept, at) = (new System.Text.StringBuilder(), 0);
        while (at < code.Length && code[at] != ';')
        {
            var close = code[at] switch { '"' => code.IndexOf('"', at + 1), '[' => code.IndexOf(']', at + 1), '\\' or '_' or '*' => at + 1, _ => at };
            if (close < 0)
                break;
            if (close == at || (code[at] == '[' && code.AsSpan(at + 1, close - at - 1).Trim("hmsHMS").IsEmpty))
                kept.Append(code, at, close - at + 1);
            at = close + 1;
        }

        return kept.ToString();
    }
}
