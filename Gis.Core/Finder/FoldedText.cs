using System.Text;
using Gis.Core.Network;

namespace Gis.Core.Finder;

/// <summary>Texts made alike where a difference means nothing.</summary>
internal static class FoldedText
{
    private const string Numerals = "〇一二三四五六七八九";

    /// <summary>The text in plain width and lower case, without spaces at its ends.</summary>
    public static string Of(string text)
    {
        var valid = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            valid.Append(rune);
        // Form KC folds full-width letters and digits, as phones in Chinese type them, to plain ones.
        return valid.ToString().Normalize(NormalizationForm.FormKC).Trim().ToLowerInvariant();
    }

    /// <summary>
    /// What two spellings of one place's name have in common: no spaces and marks, 一村 for 1村, the place and not its office.
    /// </summary>
    public static string KeyOf(string? text) => RegisterName.PlaceOf(string.Concat(Of(text ?? "").Where(IsPartOfName).Select(Numeral)));

    private static bool IsPartOfName(char character) => char.IsLetterOrDigit(character) || char.IsSurrogate(character);

    internal static char Numeral(char character) => char.IsAsciiDigit(character) ? Numerals[character - '0'] : character == '零' ? '〇' : character;
}
