using System.Globalization;
using System.Text.RegularExpressions;

namespace Gis.Core.Places;

/// <summary>One coordinate as it was typed, already in plain characters; with the axis that a letter gives it.</summary>
internal readonly partial record struct TypedCoordinate(double Value, Axis? Axis)
{
    private const double Sixty = 60;

    public static bool TryRead(string text, out TypedCoordinate coordinate, out PositionFault fault)
    {
        (coordinate, fault) = (default, default);
        var found = Form().Match(text);
        if (!found.Success)
        {
            fault = text.Contains(',', StringComparison.Ordinal) ? PositionFault.Comma : PositionFault.NoNumber;
            return false;
        }

        var letter = found.Groups["before"].Value + found.Groups["after"].Value;
        if (FaultOf(found, letter) is { } wrong)
        {
            fault = wrong;
            return false;
        }

        var sign = letter is "S" or "W" || found.Groups["sign"].Value == "-" ? -1 : 1;
        coordinate = new TypedCoordinate(sign * ValueOf(found), letter switch { "" => null, "N" or "S" => Places.Axis.Latitude, _ => Places.Axis.Longitude });
        return true;
    }

    private static PositionFault? FaultOf(Match found, string letter)
    {
        if (letter.Length == 2 || !double.IsFinite(ValueOf(found)))
            return PositionFault.NoNumber;
        if (letter.Length == 1 && found.Groups["sign"].Success)
            return PositionFault.SignAndLetter;
        if (IsBroken(found.Groups["degrees"]) && found.Groups["minutes"].Success)
            return PositionFault.BrokenUnit;
        if (IsBroken(found.Groups["minutes"]) && found.Groups["seconds"].Success)
            return PositionFault.BrokenUnit;
        return PartOf(found, "minutes") >= Sixty || PartOf(found, "seconds") >= Sixty ? PositionFault.SixtyOrMore : null;
    }

    private static bool IsBroken(Group part) => part.ValueSpan.ContainsAny('.', 'E');

    private static double ValueOf(Match found) =>
        PartOf(found, "degrees") + (PartOf(found, "minutes") / Sixty) + (PartOf(found, "seconds") / Sixty / Sixty);

    private static double PartOf(Match found, string part) =>
        found.Groups[part] is { Success: true } group ? double.Parse(group.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture) : 0;

    // An exponent must have its sign, as spreadsheets write it, so that 106.27E38.48N is not one.
    [GeneratedRegex(
        """
        ^(?<before>[NSEW])?[ ]*(?<sign>[+-])?[ ]*(?<degrees>[0-9]+(\.[0-9]+)?(E[+-][0-9]+)?)
        (([ ]*°[ ]*|[ ]+)(?<minutes>[0-9]+(\.[0-9]+)?)(([ ]*'[ ]*|[ ]+)(?<seconds>[0-9]+(\.[0-9]+)?)[ ]*"?|[ ]*'?)|[ ]*°?)
        [ ]*(?<after>[NSEW])?$
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Form();
}

/// <summary>Which of two coordinates one is.</summary>
internal enum Axis
{
    /// <summary>East or west.</summary>
    Longitude,

    /// <summary>North or south.</summary>
    Latitude,
}
