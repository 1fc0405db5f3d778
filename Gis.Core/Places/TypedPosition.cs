using System.Text.RegularExpressions;

namespace Gis.Core.Places;

/// <summary>
/// Reads positions as people type them: 106.2782, 106°16′41.5″E, 106 16.69, E106.2782, 东经106度16分, digits and marks in full
/// width, both coordinates in one cell or each in its own.
/// </summary>
/// <remarks>
/// What is read has no unit yet: a plain number may be degrees or metres, and a <see cref="Crs"/> says which. Nothing is
/// guessed: 106.1641 stays that number, though it may have been meant as 106°16′41″. Letters (E, N, 东经, 北纬) decide which
/// coordinate is which; without them the first is taken as longitude or easting.
/// </remarks>
public static partial class TypedPosition
{
    // A position in the longest of these forms has about 40 characters; a pasted page must not cost time.
    private const int Longest = 100;

    private static readonly string[] Blanks = ["", "无", "暂无", "未知", "不详", "待定", "N/A", "NA", "NULL", "NONE"];

    // As they read once every 度 is a degree mark.
    private static readonly (string Word, string Letter)[] Words =
        [("东经", "E"), ("西经", "W"), ("北纬", "N"), ("南纬", "S"), ("经°", "E"), ("纬°", "N"), ("POINT", " "), ("''", "\"")];

    /// <summary>Reads the two coordinates of a position from a cell each.</summary>
    /// <param name="x">The cell of the longitude or easting; null, empty, 无, - and the like stand for nothing.</param>
    /// <param name="y">The cell of the latitude or northing.</param>
    public static PositionReading Read(string? x, string? y)
    {
        var (east, north) = (Simplify(x), Simplify(y));
        if (IsBlank(east) && IsBlank(north))
            return new PositionReading.Blank();
        if (IsBlank(east) || IsBlank(north))
            return new PositionReading.Unreadable(PositionFault.OneOfTwo, IsBlank(east) ? $", {y}" : $"{x},");

        if (!TypedCoordinate.TryRead(WithoutThousands(east), out var first, out var fault))
            return new PositionReading.Unreadable(fault, x!);
        return TypedCoordinate.TryRead(WithoutThousands(north), out var second, out fault)
            ? Join(first, second, $"{x}, {y}")
            : new PositionReading.Unreadable(fault, y!);
    }

    /// <summary>Reads both coordinates of a position from one cell.</summary>
    /// <param name="cell">The cell, as "106.2782, 38.4872", "E106.2782 N38.4872" or "106°16′41.5″ 38°29′13.9″".</param>
    public static PositionReading ReadPair(string? cell)
    {
        var text = Simplify(cell);
        if (IsBlank(text))
            return new PositionReading.Blank();
        if (Split(text) is not var (first, second))
            return new PositionReading.Unreadable(TypedCoordinate.TryRead(text, out _, out var alone) ? PositionFault.OneOfTwo : alone, cell!);
        if (!TypedCoordinate.TryRead(first, out var east, out var fault) || !TypedCoordinate.TryRead(second, out var north, out fault))
            return new PositionReading.Unreadable(fault, cell!);
        return Join(east, north, cell!);
    }

    private static PositionReading Join(TypedCoordinate first, TypedCoordinate second, string found)
    {
        if (first.Axis is { } axis && axis == second.Axis)
            return new PositionReading.Unreadable(PositionFault.SameAxis, found);
        return first.Axis == Axis.Latitude || second.Axis == Axis.Longitude
            ? new PositionReading.Read(new XY(second.Value, first.Value))
            : new PositionReading.Read(new XY(first.Value, second.Value));
    }

    private static string Simplify(string? text)
    {
        if (text is null)
            return "";
        var plain = string.Concat((text.Length > Longest ? text[..Longest] + "…" : text).Select(Plain));
        return Words.Aggregate(plain, (simple, word) => simple.Replace(word.Word, word.Letter, StringComparison.Ordinal)).Trim();
    }

    private static char Plain(char character) => character switch
    {
        '’' or '‘' or '′' or '´' or '`' or '分' => '\'',
        '”' or '“' or '″' or '秒' => '"',
        'º' or '˚' or '度' => '°',
        '−' or '–' or '—' => '-',
        // An input method for Chinese gives 106。2782 for 106.2782.
        '。' => '.',
        '、' or '；' or ';' => ',',
        '(' or ')' or '（' or '）' or '[' or ']' or ':' or '：' or '=' or '＝' => ' ',
        >= '！' and <= '～' => Plain((char)(character - '！' + '!')),
        _ when char.IsWhiteSpace(character) => ' ',
        _ => char.ToUpperInvariant(character),
    };

    private static bool IsBlank(string text) => Blanks.Contains(text) || text.All(character => character is '-' or '/');

    // One group of three after a comma may be the decimals of a degree, as elsewhere in the world; beyond 360 it cannot.
    private static string WithoutThousands(string text) =>
        Thousands().Match(text) is { Success: true } found && (found.Groups["more"].Success || int.Parse(found.Groups["first"].ValueSpan, null) > 360)
            ? text.Replace(",", "", StringComparison.Ordinal)
            : text;

    private static (string First, string Second)? Split(string text)
    {
        var parts = text.Split([',', '/', '|', '_'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 2)
            return (parts[0], parts[1]);
        return parts.Length == 1 && Middle(parts[0]) is { } at ? (parts[0][..at].Trim(), parts[0][at..].Trim()) : null;
    }

    // Where the second coordinate begins: at its letter if letters come first, after the first letter if they come last, at
    // the number that its degree mark follows, else at the middle one of an even count of numbers.
    private static int? Middle(string text)
    {
        var letters = Letter().Matches(text);
        if (letters.Count == 2)
            return letters[0].Index == 0 ? letters[1].Index : letters[0].Index + 1;
        var numbers = Number().Matches(text);
        var marked = numbers.Where(number => text.AsSpan(number.Index + number.Length).TrimStart().StartsWith("°")).ToList();
        if (marked.Count == 2)
            return marked[1].Index;
        return numbers.Count is 2 or 4 or 6 ? numbers[numbers.Count / 2].Index : null;
    }

    [GeneratedRegex("^[+-]?(?<first>[0-9]{1,3}),[0-9]{3}((?<more>,[0-9]{3})+|$|\\.)(?<rest>[0-9]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();

    [GeneratedRegex("[NSEW](?![+-])", RegexOptions.CultureInvariant)]
    private static partial Regex Letter();

    [GeneratedRegex("[+-]?[0-9]+(\\.[0-9]+)?(E[+-][0-9]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
