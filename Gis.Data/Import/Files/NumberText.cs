using System.Globalization;

namespace Gis.Data.Import.Files;

/// <summary>Numbers as a person would type them: no exponent, and every digit that was kept.</summary>
internal static class NumberText
{
    // Beyond it a number was not typed; it would be written as hundreds of zeros.
    private const int FarthestExponent = 40;

    /// <summary>The digits a spreadsheet keeps of a number; further ones it replaces by zeros.</summary>
    internal const int DigitsKept = 15;

    /// <summary>A number as a file writes it, in whatever form, without an exponent.</summary>
    internal static string Plain(string written) =>
        written.AsSpan().IndexOfAny('e', 'E') < 0 && IsWhole(written) ? written
        : double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? Plain(written, number)
        : written;

    internal static string Plain(double number) => Spread(number.ToString("R", CultureInfo.InvariantCulture));

    internal static bool IsWhole(string text) =>
        text.AsSpan(text.StartsWith('-') ? 1 : 0) is { IsEmpty: false } digits && !digits.ContainsAnyExceptInRange('0', '9');

    // Whole numbers with an exponent have digits of their own that a double may not hold.
    private static string Plain(string written, double number) =>
        Math.Abs(number) >= 1e15 && Spread(written) is var spread && IsWhole(spread) ? spread : Plain(number);

    // Moves the point by the exponent; what is no number with a near exponent stays.
    private static string Spread(string written)
    {
        var at = written.AsSpan().IndexOfAny('e', 'E');
        if (at < 0 || !int.TryParse(written.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent)
            || Math.Abs(exponent) > FarthestExponent)
            return written;
        var isNegative = written[0] == '-';
        var mantissa = written[(isNegative ? 1 : 0)..at];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? dot : mantissa.Length;
        return (isNegative ? "-" : "") + MovePoint(mantissa.Replace(".", "", StringComparison.Ordinal), point + exponent);
    }

    private static string MovePoint(string digits, int point)
    {
        var whole = point <= 0 ? "0" : digits.PadRight(point, '0')[..point].TrimStart('0') is { Length: > 0 } kept ? kept : "0";
        var fraction = (point <= 0 ? new string('0', -point) + digits : point < digits.Length ? digits[point..] : "").TrimEnd('0');
        return fraction.Length == 0 ? whole : $"{whole}.{fraction}";
    }
}
