using System.Collections.Immutable;
using Gis.Core.Network;

namespace Gis.Core.Finder;

/// <summary>A division code as a list has it, and what a network makes of it.</summary>
/// <param name="Found">The text as written.</param>
/// <param name="Trouble">What is wrong with it; several may be.</param>
/// <param name="Units">The unit it names; all that it may name where digits are lost; none where it names no unit of the network.</param>
public sealed record WrittenCode(string Found, CodeTrouble Trouble, ImmutableArray<AreaCode> Units)
{
    /// <summary>No code is written.</summary>
    public static WrittenCode Blank { get; } = new("", CodeTrouble.None, []);

    /// <summary>Whether it names one unit, without a digit missing.</summary>
    public bool IsSure => Units.Length == 1 && !Trouble.HasFlag(CodeTrouble.DigitsLost);

    /// <summary>What was found and what would be right, in sentences; empty where nothing is wrong.</summary>
    public string Words => string.Join(' ', Sentences());

    private IEnumerable<string> Sentences()
    {
        if (Trouble.HasFlag(CodeTrouble.Typed))
            yield return $"'{Found}' has spaces, marks or full-width digits; it was read without them.";
        if (Trouble.HasFlag(CodeTrouble.ZerosAfter))
            yield return $"'{Found}' is the code of {Units[0]} with zeros to fill it up.";
        if (Trouble.HasFlag(CodeTrouble.DigitsLost))
            yield return $"'{Found}' has lost digits and may name {Units.Length} unit{(Units.Length == 1 ? "" : "s")}; write codes as text, with all 6, 9 or 12 digits.";
        else if (Trouble.HasFlag(CodeTrouble.Scientific))
            yield return $"'{Found}' was written as a number, with all its digits; write codes as text.";
        if (Trouble.HasFlag(CodeTrouble.Unknown))
            yield return $"'{Found}' is the code of no unit here; it may be of another city or year.";
        if (Trouble.HasFlag(CodeTrouble.Unreadable))
            yield return $"'{Found}' is no division code; right are 6, 9 or 12 digits.";
    }
}

/// <summary>What may be wrong with a written code.</summary>
[Flags]
public enum CodeTrouble
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Spaces, marks, full-width digits or ".0" at the end; harmless.</summary>
    Typed = 1,

    /// <summary>Zeros fill the code of a township or county up to 9 or 12 digits; harmless.</summary>
    ZerosAfter = 2,

    /// <summary>Written as 6.40104E+11.</summary>
    Scientific = 4,

    /// <summary>Digits are missing at an end, cut off or rounded away.</summary>
    DigitsLost = 8,

    /// <summary>A code in form, but of no unit of the network.</summary>
    Unknown = 16,

    /// <summary>No code in form.</summary>
    Unreadable = 32,
}
