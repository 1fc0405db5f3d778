using System.Text;
using System.Xml;

namespace Gis.Data.Import.Files;

/// <summary>The texts of a workbook, which its cells refer to by number.</summary>
internal sealed class SharedTexts
{
    private const int TextsBetweenGlances = 1_000;

    private readonly List<string> texts = [];

    internal SharedTexts(SourceReading reading, XmlReader? xml)
    {
        using (xml)
        {
            while (xml is not null && SafeXml.Next(xml, reading))
            {
                if (xml is not { NodeType: XmlNodeType.Element, LocalName: "si" })
                    continue;
                if (texts.Count % TextsBetweenGlances == 0)
                    reading.Glance();
                texts.Add(Read(xml, reading));
            }
        }
    }

    internal string? Find(int number) => number >= 0 && number < texts.Count ? texts[number] : null;

    /// <summary>The text of an element, its differently formatted pieces joined, how to pronounce it left out.</summary>
    internal static string Read(XmlReader xml, SourceReading reading)
    {
        if (xml.IsEmptyElement)
            return "";
        var (depth, text, isText, isSaid) = (xml.Depth, new StringBuilder(), false, false);
        while (SafeXml.Next(xml, reading) && xml.Depth > depth)
        {
            if (xml.LocalName == "rPh")
                isSaid = xml is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
            else if (xml.LocalName == "t")
                isText = xml is { NodeType: XmlNodeType.Element, IsEmptyElement: false } && !isSaid;
            else if (isText && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                text.Append(xml.Value);
        }

        return Unescape(text.ToString());
    }

    // Letters that XML cannot hold are written as _x000D_.
    internal static string Unescape(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
            return text;
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text.AsSpan(at) is ['_', 'x', _, _, _, _, '_', ..] && ushort.TryParse(text.AsSpan(at + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var letter))
            {
                plain.Append((char)letter);
                at += 6;
            }
            else
            {
                plain.Append(text[at]);
            }
        }

        return plain.ToString();
    }
}
