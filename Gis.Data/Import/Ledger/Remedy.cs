using System.Collections.Immutable;

namespace Gis.Data.Import.Ledger;

/// <summary>What is the matter with one cell of a row, or with the row, and what would put it right.</summary>
/// <param name="Kind">What is the matter.</param>
/// <param name="Field">The field; null where it is about the whole row.</param>
/// <param name="Found">What stands there.</param>
public sealed record Remedy(RemedyKind Kind, LedgerField? Field, string Found)
{
    /// <summary>What may stand there: words to choose from, or the units that may be meant, the likeliest first.</summary>
    public ImmutableArray<RemedyOption> Options { get; init; } = [];

    /// <summary>How a unit was written, as a decision about it is remembered.</summary>
    public string? Written { get; init; }

    /// <summary>The row that says the same.</summary>
    public int? OtherRow { get; init; }

    /// <summary>How bad it is.</summary>
    public RemedyWeight Weight => Kind switch
    {
        RemedyKind.NoPosition or RemedyKind.SameAgain or RemedyKind.ReadAs or RemedyKind.UnknownCode => RemedyWeight.Note,
        RemedyKind.UnsureUnit or RemedyKind.SeveralPoints or RemedyKind.Repeated or RemedyKind.FarAway => RemedyWeight.Doubt,
        _ => RemedyWeight.Wrong,
    };

    /// <summary>Two remedies are the same if they say the same.</summary>
    public bool Equals(Remedy? other) =>
        other is not null && (Kind, Field, Found, OtherRow) == (other.Kind, other.Field, other.Found, other.OtherRow) && Options.SequenceEqual(other.Options);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Field, Found, OtherRow);
}

/// <summary>Something that may be meant.</summary>
/// <param name="Key">Its code or written form.</param>
/// <param name="Name">Its name, for people.</param>
public readonly record struct RemedyOption(string Key, string Name);

/// <summary>How bad it is.</summary>
public enum RemedyWeight
{
    /// <summary>Worth knowing; the row is taken.</summary>
    Note,

    /// <summary>Somebody has to say what is meant; until then the row is not taken.</summary>
    Doubt,

    /// <summary>The row cannot be taken as it stands.</summary>
    Wrong,
}

/// <summary>What may be the matter.</summary>
public enum RemedyKind
{
    /// <summary>A cell that the row needs is empty.</summary>
    Missing,

    /// <summary>Not a number, or not one that may stand here.</summary>
    NotANumber,

    /// <summary>None of the words that may stand here.</summary>
    NotAChoice,

    /// <summary>No unit of the register is called like this, nor nearly.</summary>
    NoSuchUnit,

    /// <summary>The code is that of a unit in another city.</summary>
    OtherCity,

    /// <summary>Units that may be meant, none surely.</summary>
    UnsureUnit,

    /// <summary>The network has no such point.</summary>
    NoSuchPoint,

    /// <summary>Points that may be meant.</summary>
    SeveralPoints,

    /// <summary>An identifier that cannot be one.</summary>
    BadId,

    /// <summary>Another row says something else of the same.</summary>
    Repeated,

    /// <summary>Another row says just the same.</summary>
    SameAgain,

    /// <summary>Coordinates that cannot be read.</summary>
    BadPosition,

    /// <summary>A position that lies far from the unit it is to be in.</summary>
    FarAway,

    /// <summary>A name that was taken for one like it: of before, of the same sound, or with one character otherwise.</summary>
    ReadAs,

    /// <summary>The code names no unit here, as one of another year may; the names were gone by.</summary>
    UnknownCode,

    /// <summary>There is no position: the record stands in the lists as not located.</summary>
    NoPosition,

    /// <summary>Hours that cannot be read; the only option says why, and with which part of them.</summary>
    BadHours,

    /// <summary>A text that is no telephone number.</summary>
    BadPhone,

    /// <summary>The number of somebody's mobile, which may not be published without consent.</summary>
    MobilePhone,

    /// <summary>A text that is no day.</summary>
    BadDay,

    /// <summary>A text, or a list of words, longer than may stand here.</summary>
    TooLong,

    /// <summary>A record that who imports may not change.</summary>
    NotYours,

    /// <summary>What the cells say does not go together with the rest of the network.</summary>
    Misfit,
}
