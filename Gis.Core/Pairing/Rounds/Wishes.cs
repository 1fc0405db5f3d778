using Gis.Core.Pairing.Matching;

namespace Gis.Core.Pairing.Rounds;

/// <summary>The two sides of the choice.</summary>
public enum PairingSide
{
    /// <summary>The village, by its clerk.</summary>
    Village,

    /// <summary>The law firm, by its member.</summary>
    Firm,
}

/// <summary>What one side wishes in a round.</summary>
/// <param name="Side">Which side.</param>
/// <param name="Owner">The code of the village or the identifier of the firm.</param>
/// <param name="Wishes">Whom it would like; of a firm the codes of villages, of a village the identifiers of firms.</param>
/// <param name="Capacity">The most villages a firm takes; none: by the number of its lawyers. Not negative. Means nothing of a village.</param>
/// <param name="IsSubmitted">Whether it is handed in; a draft counts as no opinion.</param>
public sealed record WishSheet(PairingSide Side, string Owner, WishList Wishes, int? Capacity, bool IsSubmitted)
{
    /// <summary>Whom nobody has asked yet.</summary>
    public static WishSheet Blank(PairingSide side, string owner) => new(side, owner, WishList.Open, null, IsSubmitted: false);
}

/// <summary>What one side says against a pair that was proposed to it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Side">Which side objects.</param>
/// <param name="Village">The code of the village.</param>
/// <param name="Firm">The firm.</param>
/// <param name="Reason">Why.</param>
/// <param name="State">What the bureau made of it.</param>
/// <param name="Answer">The bureau's answer; empty while there is none.</param>
public sealed record Objection(long Id, PairingSide Side, string Village, string Firm, string Reason, ObjectionState State, string Answer);

/// <summary>What became of an objection.</summary>
public enum ObjectionState
{
    /// <summary>Not answered yet.</summary>
    Open,

    /// <summary>The two are not to be paired; the next proposal parts them.</summary>
    Upheld,

    /// <summary>The pair stands.</summary>
    Dismissed,
}
