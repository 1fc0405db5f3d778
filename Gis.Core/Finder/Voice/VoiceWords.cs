using System.Text;
using System.Text.RegularExpressions;

namespace Gis.Core.Finder.Voice;

/// <summary>What people write in forms: made fit to be kept, and looked at for what nobody writes by hand.</summary>
public static partial class VoiceWords
{
    /// <summary>The most characters of a message; one that is as long is taken.</summary>
    public const int Longest = 1000;

    /// <summary>The most characters of a contact.</summary>
    public const int LongestContact = 60;

    /// <summary>The most links of a message that is not held for a look.</summary>
    public const int MostLinks = 2;

    /// <summary>The least time from showing a form to sending it; exactly so long is long enough.</summary>
    public static readonly TimeSpan ShortestWriting = TimeSpan.FromSeconds(3);

    /// <summary>The longest time that a form stands; exactly so long is not too long.</summary>
    public static readonly TimeSpan LongestWriting = TimeSpan.FromDays(1);

    /// <summary>
    /// A text without what cannot be kept or would disorder a page: halves of characters become the sign for an unknown one (U+FFFD),
    /// control characters and marks of direction go, but for ends of lines, which all become one kind; no space around it.
    /// </summary>
    public static string Clean(string? text)
    {
        var clean = new StringBuilder();
        foreach (var rune in (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').EnumerateRunes())
        {
            if (rune.Value == '\n' || !(Rune.IsControl(rune) || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)))
                clean.Append(rune.ToString());
        }

        return clean.ToString().Trim();
    }

    /// <summary>Whether a form was sent after a time in which somebody may have read and written.</summary>
    public static WritingPace PaceOf(TimeSpan open) => open < ShortestWriting ? WritingPace.TooFast : open > LongestWriting ? WritingPace.TooOld : WritingPace.Right;

    /// <summary>How many links a text has.</summary>
    public static int CountLinks(string text) => Link().Count(text);

    /// <summary>Whether a text waits for a look before it counts.</summary>
    public static bool IsHeld(string text) => CountLinks(text) > MostLinks;

    [GeneratedRegex(@"(?:https?://(?:www\.)?|www\.)\S", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}

/// <summary>How long a form stood before it was sent.</summary>
public enum WritingPace
{
    /// <summary>As people write.</summary>
    Right,

    /// <summary>Faster than anybody reads it.</summary>
    TooFast,

    /// <summary>Longer ago than a form stands.</summary>
    TooOld,
}
