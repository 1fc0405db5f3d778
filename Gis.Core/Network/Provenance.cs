namespace Gis.Core.Network;

/// <summary>Where a value comes from: whether it is a fact or stands in for one, and the source in words.</summary>
/// <param name="Basis">Whether the value may be quoted as a fact, or is not known at all.</param>
/// <param name="Source">The register, bulletin, ledger or written rule that gives the value.</param>
public sealed record Provenance(Basis Basis, string Source)
{
    /// <summary>Whether the value stands in for a fact that is not known.</summary>
    public bool IsIllustrative => Basis == Basis.Illustrative;

    /// <summary>Whether there is a value; where not, a number beside it is zero and says nothing.</summary>
    public bool IsKnown => Basis != Basis.Unknown;
}

/// <summary>Whether a value is known.</summary>
public enum Basis
{
    /// <summary>Stands in for a fact that is not public, by a written rule; said wherever it is shown.</summary>
    Illustrative,

    /// <summary>Published, or entered by the bureau from its own ledger.</summary>
    Fact,

    /// <summary>Neither known nor stood in for (decision 30): the number beside it is zero, and no total may be quoted with it.</summary>
    Unknown,
}
