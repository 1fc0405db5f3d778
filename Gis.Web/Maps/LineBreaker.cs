using System.Text;

namespace Gis.Web.Maps;

/// <summary>
/// Breaks words into lines. Chinese breaks between any two characters, other scripts at spaces; no line begins with a mark that
/// closes something and none ends with one that opens something (GB/T 15834-2011, 5.1). A word longer than a line is parted.
/// </summary>
internal sealed class LineBreaker(Func<string, float> widthOf)
{
    private const string Closing = "、,。;:!?,.;:!?%％)）]】}》〉」』”’…·—";
    private const string Opening = "(（[【{《〈「『“‘";

    // Radicals, kana, Chinese, and forms of full width.
    private const int FirstWide = 0x2E80;

    /// <summary>The lines of a text, each no wider than the room as far as its letters allow; one empty line of no text.</summary>
    internal List<string> Break(string text, float room)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
            Break(paragraph, room, lines);
        return lines;
    }

    /// <summary>The width of the widest part that stands on one line, whatever the room.</summary>
    internal float WidestPart(string text) => ListParts(text).Select(part => widthOf(part.TrimEnd())).DefaultIfEmpty().Max();

    private void Break(string paragraph, float room, List<string> lines)
    {
        var line = new StringBuilder();
        var width = 0f;
        foreach (var part in ListParts(paragraph))
        {
            var bare = widthOf(part.TrimEnd());
            if (width + bare > room && line.Length > 0)
                End();
            if (bare > room)
            {
                width = AddLong(part, room, lines, line);
                continue;
            }

            line.Append(part);
            width += widthOf(part);
        }

        End();

        void End()
        {
            lines.Add(line.ToString().TrimEnd());
            line.Clear();
            width = 0;
        }
    }

    // What is left of it begins the next line; at least one letter stands on each.
    private float AddLong(string part, float room, List<string> lines, StringBuilder line)
    {
        var width = 0f;
        foreach (var letter in part.EnumerateRunes())
        {
            var text = letter.ToString();
            if (width + widthOf(text) > room && line.Length > 0)
            {
                lines.Add(line.ToString());
                line.Clear();
                width = 0;
            }

            line.Append(text);
            width += widthOf(text);
        }

        return width;
    }

    /// <summary>The parts that are never parted themselves, each with the spaces and closing marks behind it.</summary>
    internal static IEnumerable<string> ListParts(string text)
    {
        var start = 0;
        for (var at = 1; at < text.Length; at++)
        {
            if (!MayBreak(text, at))
                continue;
            yield return text[start..at];
            start = at;
        }

        if (start < text.Length)
            yield return text[start..];
    }

    private static bool MayBreak(string text, int at)
    {
        var (before, after) = (text[at - 1], text[at]);
        if (after == ' ' || char.IsLowSurrogate(after))
            return false;
        if (before == ' ')
            return !Closing.Contains(after);
        return (before >= FirstWide || after >= FirstWide) && !Closing.Contains(after) && !Opening.Contains(before);
    }
}
