using System.Text;

namespace Gis.Core.Network;

/// <summary>The telephone number of an office.</summary>
public static class OfficePhone
{
    private const int Shortest = 5, Longest = 20;

    /// <summary>Whether a text is a number that can be dialled: digits, spaces and hyphens, a + before and an extension after 转 allowed.</summary>
    public static bool IsNumber(string text)
    {
        var plain = Plain(text);
        var digits = plain.TrimStart('+').Split('转');
        return plain.Length <= Longest && digits.Length <= 2 && digits.All(part => part.Length > 0 && part.All(char.IsAsciiDigit)) && digits[0].Length >= Shortest;
    }

    /// <summary>Whether it is a mainland mobile number, 1 and one of 3 to 9 and nine digits more, with or without 86 or 0 before: a person's, not an office's.</summary>
    public static bool IsMobile(string text)
    {
        var digits = Plain(text).Split('转')[0].TrimStart('+').TrimStart('0');
        if (digits.Length == 13 && digits.StartsWith("86", StringComparison.Ordinal))
            digits = digits[2..];
        return digits.Length == 11 && digits[0] == '1' && digits[1] is >= '3' and <= '9' && digits.All(char.IsAsciiDigit);
    }

    private static string Plain(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter) && letter is not ('-' or '–' or '—' or '(' or ')')));
}
