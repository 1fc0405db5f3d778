using System.Text;

namespace Gis.Core.Finder;

/// <summary>What somebody typed, made plain: letters and Chinese characters, with one space where anything else stood.</summary>
internal static class TypedText
{
    // Nobody tells more than this; a pasted page must not cost time.
    private const int Longest = 200;

    private const char Diaeresis = '\u0308';

    /// <summary>
    /// The text in plain width, lower case, numerals as in names (3 is 三), pinyin without tones (lì and li4 are li, ü is v); of a
    /// long one the first 200 characters.
    /// </summary>
    internal static string Fold(string text)
    {
        var plain = new StringBuilder();
        foreach (var character in FoldedText.Of(text.Length > Longest ? text[..Longest] : text).Normalize(NormalizationForm.FormD))
            Append(plain, character);
        return plain.ToString().Trim();
    }

    /// <summary>Whether a character is written with the letters of pinyin.</summary>
    internal static bool IsLatin(char character) => character is >= 'a' and <= 'z';

    private static void Append(StringBuilder plain, char character)
    {
        var last = plain.Length > 0 ? plain[^1] : ' ';
        if (character == Diaeresis && last == 'u')
            plain[^1] = 'v';
        else if (character is >= '\u0300' and <= '\u036F' || (character is >= '1' and <= '5' && IsLatin(last)))
            return;
        else if (char.IsLetterOrDigit(character))
            plain.Append(FoldedText.Numeral(character));
        else if (last != ' ')
            plain.Append(' ');
    }
}
