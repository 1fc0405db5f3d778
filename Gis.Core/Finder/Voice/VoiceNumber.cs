namespace Gis.Core.Finder.Voice;

/// <summary>
/// The number under which somebody follows up a message: nine characters drawn by chance and one that checks them, written as
/// "K7MR3-4XA9C". The 23 characters are those that nobody mistakes for another, read aloud or by hand: no 0 O Q, 1 I L, 2 Z, 5 S,
/// 8 B, and of U and V the one. 23 is prime, so that the weighted sum below notices any one wrong character and any two that changed places.
/// </summary>
public readonly record struct VoiceNumber
{
    /// <summary>The characters of a number.</summary>
    public const string Letters = "34679ACDEFGHJKMNPRTVWXY";

    /// <summary>How many characters are drawn: 23⁹, some 1.8 million million.</summary>
    public const int Drawn = 9;

    private const int Half = (Drawn + 1) / 2;

    private readonly string? text;

    private VoiceNumber(string text) => this.text = text;

    /// <summary>Completes characters that were drawn by the one that checks them.</summary>
    /// <param name="drawn"><see cref="Drawn"/> of <see cref="Letters"/>.</param>
    /// <exception cref="ArgumentException">They are not.</exception>
    public static VoiceNumber Of(string drawn) => drawn.Length == Drawn && drawn.All(Letters.Contains)
        ? new VoiceNumber(drawn + CheckOf(drawn))
        : throw new ArgumentException($"A number is drawn as {Drawn} of {Letters}.", nameof(drawn));

    /// <summary>Reads a number as people write it: in small letters, in wide ones, with or without marks between; false for any other text.</summary>
    public static bool TryParse(string? text, out VoiceNumber number)
    {
        var plain = string.Concat((text ?? "").Select(Plain).Where(letter => letter is not (' ' or '-')).Take(Drawn + 2));
        var valid = plain.Length == Drawn + 1 && plain.All(Letters.Contains) && CheckOf(plain[..Drawn]) == plain[Drawn];
        number = valid ? new VoiceNumber(plain) : default;
        return valid;
    }

    /// <summary>The number as it is shown, in two groups of five; empty only for the default value, which is no number.</summary>
    public override string ToString() => text is null ? "" : $"{text[..Half]}-{text[Half..]}";

    // Weights 1 to 9, and -1 for the check itself: all different and none 0 modulo 23.
    private static char CheckOf(string drawn) => Letters[drawn.Select((letter, place) => (place + 1) * Letters.IndexOf(letter)).Sum() % Letters.Length];

    // Chinese keyboards write wide letters and other dashes.
    private static char Plain(char letter) => letter switch
    {
        '\u3000' or '\t' => ' ',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' or '_' or '.' => '-',
        >= '\uFF01' and <= '\uFF5E' => Plain((char)(letter - 0xFEE0)),
        _ => char.ToUpperInvariant(letter),
    };
}
