using System.Collections.Immutable;
using Gis.Core.Network.Hours;

namespace Gis.Core.Network;

/// <summary>
/// What one must know of a point before going there (接待信息). Whatever is not known is empty; a reception of which nothing is known
/// is none.
/// </summary>
/// <param name="Provenance">Where all of it but the hours is known from.</param>
public sealed record Reception(Provenance Provenance)
{
    /// <summary>The most characters of an address.</summary>
    public const int LongestAddress = 200;

    /// <summary>The most characters of the name of a language.</summary>
    public const int LongestLanguage = 20;

    /// <summary>The most languages besides Mandarin.</summary>
    public const int MostLanguages = 10;

    private static readonly char[] Separators = ['、', ',', '，', ';', '；', '/', ' '];

    /// <summary>The address in words.</summary>
    public string Address { get; init; } = "";

    /// <summary>The number of the office; never that of a person's mobile, which needs consent and stands with the contacts (decision 19).</summary>
    public string Phone { get; init; } = "";

    /// <summary>When it is open.</summary>
    public StatedHours? Hours { get; init; }

    /// <summary>How those get in who cannot climb stairs or hear well, in order; none: nothing is said.</summary>
    public ImmutableArray<WayIn> WaysIn { get; init; } = [];

    /// <summary>The languages it helps in besides 普通话 (Mandarin), as "手语" for sign language; in the bureau's order.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>The day on which somebody last made sure that all this is so.</summary>
    public DateOnly? Checked { get; init; }

    /// <summary>Whether anything but the hours is known.</summary>
    public bool HasDetails => Address.Length > 0 || Phone.Length > 0 || WaysIn.Length > 0 || Languages.Length > 0 || Checked is not null;

    /// <summary>Null where nothing is known; where only the hours are, that is known from where they are. Whoever makes one settles it.</summary>
    public Reception? Settle() => HasDetails ? this : Hours is { } hours ? this with { Provenance = hours.Provenance } : null;

    /// <summary>The words of a list that somebody wrote on one line, as 手语、银川话.</summary>
    public static string[] SplitWords(string text) => text.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Two are equal if they say the same.</summary>
    public bool Equals(Reception? other) => other is not null && (Provenance, Address, Phone, Hours, Checked) == (other.Provenance, other.Address, other.Phone, other.Hours, other.Checked)
        && WaysIn.SequenceEqual(other.WaysIn) && Languages.SequenceEqual(other.Languages);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Provenance, Address, Phone, Hours, Checked, WaysIn.Length, Languages.Length);
}

/// <summary>Hours with where they are known from.</summary>
/// <param name="Weekly">The hours.</param>
/// <param name="Provenance">Whether they are a fact.</param>
public sealed record StatedHours(WeeklyHours Weekly, Provenance Provenance);

/// <summary>What helps somebody in who cannot climb stairs or hear well (无障碍).</summary>
public enum WayIn
{
    /// <summary>坡道, a ramp, or no step at the door.</summary>
    Ramp,

    /// <summary>电梯.</summary>
    Lift,

    /// <summary>无障碍卫生间.</summary>
    AccessibleToilet,

    /// <summary>助听感应线圈, for hearing aids.</summary>
    HearingLoop,
}
