namespace Gis.Core.Network;

/// <summary>A law firm (律师事务所) that may advise villages.</summary>
/// <param name="Id">Its identifier, unique in the network.</param>
/// <param name="Name">Its name.</param>
/// <param name="Office">Where its office stands; none while it is not located.</param>
/// <param name="County">The county its office is in.</param>
/// <param name="Lawyers">How many lawyers practise there; at least one.</param>
/// <param name="Provenance">Where the firm and its size are known from.</param>
public sealed record Firm(string Id, string Name, Position? Office, AreaCode County, int Lawyers, Provenance Provenance) : NetworkRecord
{
    /// <inheritdoc/>
    public override RecordKey Key => new(RecordKind.Firm, Id);
}
