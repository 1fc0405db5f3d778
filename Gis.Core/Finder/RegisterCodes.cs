using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Gis.Core.Network;

namespace Gis.Core.Finder;

/// <summary>Reads codes as they come out of spreadsheets, against the units that there are.</summary>
internal sealed partial class RegisterCodes(IEnumerable<AreaCode> units)
{
    private const int Longest = 12;

    // Fewer digits at either end than a county's code are a running number and no rest of a code.
    private const int ShortestRest = 6;

    private readonly ImmutableSortedDictionary<string, AreaCode> known = units.ToImmutableSortedDictionary(unit => unit.Digits, unit => unit, StringComparer.Ordinal);

    public WrittenCode Read(string? text)
    {
        var found = text?.Trim() ?? "";
        var bare = PointZeros().Replace(string.Concat(FoldedText.Of(found).Where(character => !IsFiller(character))), "");
        if (bare.Length == 0)
            return WrittenCode.Blank;

        var typed = bare.Equals(found, StringComparison.OrdinalIgnoreCase) ? CodeTrouble.None : CodeTrouble.Typed;
        var read = Scientific().Match(bare) is { Success: true } number ? ReadNumber(number) : ReadDigits(bare);
        return new WrittenCode(found, typed | read.Trouble, read.Units);
    }

    private static bool IsFiller(char character) => char.IsWhiteSpace(character) || character is '-' or ',' or '\'' or '"' or '_';

    private (CodeTrouble Trouble, ImmutableArray<AreaCode> Units) ReadDigits(string digits)
    {
        if (known.TryGetValue(digits, out var unit))
            return (CodeTrouble.None, [unit]);
        if (!digits.All(char.IsAsciiDigit))
            return (CodeTrouble.Unreadable, []);
        if (WithoutZeros(digits) is { } filled)
            return (CodeTrouble.ZerosAfter, [filled]);
        if (ListRests(digits) is { IsEmpty: false } rests)
            return (CodeTrouble.DigitsLost, rests);
        return (AreaCode.TryParse(digits, out _) ? CodeTrouble.Unknown : CodeTrouble.Unreadable, []);
    }

    private AreaCode? WithoutZeros(string digits)
    {
        foreach (var length in new[] { 9, 6 })
        {
            if (digits.Length is 9 or 12 && digits.Length > length && digits[length..].All(digit => digit == '0') && known.TryGetValue(digits[..length], out var unit))
                return unit;
        }

        return null;
    }

    // What lost its last digits has a length that no code has; what lost its first ones may look whole.
    private ImmutableArray<AreaCode> ListRests(string digits) => digits.Length is < ShortestRest or >= Longest ? [] :
    [
        .. known.Values.Where(unit => unit.Digits.Length > digits.Length
            && (unit.Digits.EndsWith(digits, StringComparison.Ordinal)
                || (digits.Length % 3 != 0 && unit.Digits.StartsWith(digits, StringComparison.Ordinal)))),
    ];

    private (CodeTrouble Trouble, ImmutableArray<AreaCode> Units) ReadNumber(Match number)
    {
        var kept = number.Groups["first"].Value + number.Groups["rest"].Value;
        var length = int.Parse(number.Groups["exponent"].ValueSpan, CultureInfo.InvariantCulture) + 1;
        if (length is not (6 or 9 or 12) || kept.Length > length)
            return (CodeTrouble.Scientific | CodeTrouble.Unreadable, []);
        if (kept.Length == length)
            return ReadDigits(kept) is var (trouble, units) ? (trouble | CodeTrouble.Scientific, units) : default;

        var rounded = ListRounded(kept, length);
        return (CodeTrouble.Scientific | (rounded.IsEmpty ? CodeTrouble.Unknown : CodeTrouble.DigitsLost), rounded);
    }

    // The units whose code, filled up with zeros to the length, is rounded to the digits that are left; half is rounded up.
    private ImmutableArray<AreaCode> ListRounded(string kept, int length)
    {
        var step = Power(length - kept.Length);
        var value = long.Parse(kept, CultureInfo.InvariantCulture) * step;
        return
        [
            .. known.Values.Where(unit => unit.Digits.Length <= length)
                .Where(unit => 2 * ((long.Parse(unit.Digits, CultureInfo.InvariantCulture) * Power(length - unit.Digits.Length)) - value) is var twice && twice >= -step && twice < step),
        ];
    }

    private static long Power(int exponent) => exponent == 0 ? 1 : 10 * Power(exponent - 1);

    [GeneratedRegex(@"\.0+$", RegexOptions.CultureInvariant)]
    private static partial Regex PointZeros();

    [GeneratedRegex(@"^(?<first>[1-9])(\.(?<rest>[0-9]{1,15}))?e\+?(?<exponent>[0-9]{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Scientific();
}
