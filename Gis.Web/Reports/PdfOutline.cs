using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Gis.Web.Reports;

/// <summary>
/// Adds to a PDF what Skia has no way to: the language of its words, its title on the window and an outline of its headings, as
/// an incremental update (ISO 32000-1, 7.5.6), which leaves every byte before it as it was.
/// </summary>
internal static partial class PdfOutline
{
    /// <summary>The document with its outline.</summary>
    /// <param name="pdf">As Skia wrote it, with a named destination for each heading.</param>
    /// <param name="language">The tag of its language.</param>
    /// <param name="headings">The words of each heading and the name of its destination, in order.</param>
    /// <exception cref="FormatException">It does not end as Skia ends a document.</exception>
    internal static byte[] Add(byte[] pdf, string language, IReadOnlyList<(string Text, string Place)> headings)
    {
        // Every byte a letter, so that places in the text are places in the file.
        var text = Encoding.Latin1.GetString(pdf);
        var (trailer, start) = (Last(Trailer(), text), Last(Start(), text));
        var (size, root) = (int.Parse(trailer.Groups["size"].Value, CultureInfo.InvariantCulture), trailer.Groups["root"].Value);
        var catalog = Last(new Regex($@"(?<=\n){root} 0 obj\n<<(?<fields>.*?)>>\nendobj", RegexOptions.Singleline), text).Groups["fields"].Value;

        var update = new Update(pdf.Length);
        update.Add(root, $"<<{catalog}\n/Lang ({language})\n/ViewerPreferences <</DisplayDocTitle true>>\n/PageMode /UseOutlines\n/Outlines {size} 0 R>>");
        update.Add(Written(size), $"<</Type /Outlines\n/First {size + 1} 0 R\n/Last {size + headings.Count} 0 R\n/Count {headings.Count}>>");
        for (var i = 0; i < headings.Count; i++)
        {
            var beside = (i > 0 ? $"\n/Prev {size + i} 0 R" : "") + (i < headings.Count - 1 ? $"\n/Next {size + i + 2} 0 R" : "");
            update.Add(Written(size + 1 + i), $"<</Title {InHex(headings[i].Text)}\n/Parent {size} 0 R\n/Dest /{headings[i].Place}{beside}>>");
        }

        var fields = trailer.Groups["fields"].Value.Replace($"/Size {size}", $"/Size {size + 1 + headings.Count}", StringComparison.Ordinal);
        return [.. pdf, .. Encoding.Latin1.GetBytes(update.End(fields, start.Groups["at"].Value))];
    }

    private static Match Last(Regex pattern, string text) =>
        pattern.Matches(text).LastOrDefault() ?? throw new FormatException($"The PDF has no {pattern}.");

    private static string InHex(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"trailer\n<<(?<fields>.*?/Size (?<size>\d+).*?/Root (?<root>\d+) 0 R.*?)>>\nstartxref", RegexOptions.Singleline)]
    private static partial Regex Trailer();

    [GeneratedRegex(@"startxref\n(?<at>\d+)\n%%EOF")]
    private static partial Regex Start();

    /// <summary>Objects written behind the end of a document, and where each begins.</summary>
    private sealed class Update(int from)
    {
        private readonly StringBuilder body = new("\n");
        private readonly List<(string Number, int At)> places = [];

        internal void Add(string number, string content)
        {
            places.Add((number, from + body.Length));
            body.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{content}\nendobj\n");
        }

        internal string End(string trailer, string before)
        {
            var at = from + body.Length;
            body.Append("xref\n");
            foreach (var (number, place) in places)
                body.Append(CultureInfo.InvariantCulture, $"{number} 1\n{place:D10} 00000 n \n");
            return body.Append(CultureInfo.InvariantCulture, $"trailer\n<<{trailer}\n/Prev {before}>>\nstartxref\n{at}\n%%EOF\n").ToString();
        }
    }
}
