using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace Gis.Core.Finder;

/// <summary>
/// How characters are read aloud, in pinyin without tones; ü is spelled v, as keyboards have it. Threads may share it.
/// </summary>
/// <remarks>Where the readings come from: geodata/README.md.</remarks>
public sealed class Readings
{
    private const char Diaeresis = '\u0308';

    private static readonly Lazy<Readings> Embedded = new(() => Parse(EmbeddedTable.Read("readings.csv")));

    private readonly FrozenDictionary<char, ImmutableArray<string>> readings;

    private Readings(IEnumerable<(char Character, ImmutableArray<string> Readings)> all) =>
        readings = all.ToFrozenDictionary(entry => entry.Character, entry => entry.Readings);

    /// <summary>The readings of all 6,763 characters of GB 2312 and of those in this program's own data.</summary>
    public static Readings Mandarin => Embedded.Value;

    /// <summary>Reads a table: a header, then a line for each character: it, a comma, its readings with spaces between.</summary>
    /// <exception cref="FormatException">A line is not so; the message names it.</exception>
    public static Readings Parse(string table) => new(
        table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Select((line, index) =>
            line is [var character, ',', _, ..]
                ? (character, line[2..].Split(' ').Select(Keyed).ToImmutableArray())
                : throw new FormatException($"Line {index + 2} is '{line}'; right is a character, a comma and its readings.")));

    /// <summary>The readings of a character, the most common first; a Latin letter reads as itself; none where it is not known.</summary>
    public ImmutableArray<string> Of(char character) =>
        readings.TryGetValue(character, out var known) ? known
        : char.IsAsciiLetter(character) ? [char.ToLowerInvariant(character).ToString()]
        : [];

    /// <summary>A name with all its readings; made once and asked often.</summary>
    public SpokenName Speak(string name) => new(name, [.. name.Select(Of)]);

    /// <summary>
    /// Pinyin as someone typed it, made plain: "Lì gāng", "li'gang" and "LIGANG" are "ligang", ü is v. Null if any other than
    /// letters, tone marks, spaces, apostrophes and hyphens are in it, or nothing at all.
    /// </summary>
    public static string? Plain(string typed)
    {
        var plain = new StringBuilder(typed.Length);
        foreach (var character in typed.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsAsciiLetter(character))
                plain.Append(char.ToLowerInvariant(character));
            else if (character == Diaeresis && plain.Length > 0 && plain[^1] == 'u')
                plain[^1] = 'v';
            else if (!IsMark(character))
                return null;
        }

        return plain.Length > 0 ? plain.ToString() : null;
    }

    // Apostrophes and spaces part syllables; the rest are tone marks, apart from their letters.
    private static bool IsMark(char character) => character is ' ' or '\'' or '’' or '-' or >= '\u0300' and <= '\u036F';

    private static string Keyed(string reading) => reading.Replace('ü', 'v');
}
