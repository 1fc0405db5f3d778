namespace Gis.Data.Store.History;

/// <summary>
/// An entry of the log. Rows are only ever added: each holds a digest of itself and of the entry before it, so that one that is
/// changed, taken out or put in later breaks the chain.
/// </summary>
internal sealed class LogRow : IOfCity
{
    public long Sequence { get; set; }

    public required string CityCode { get; set; }

    public DateTimeOffset MadeUtc { get; set; }

    /// <summary>The account that did it; null where the program itself, or whoever runs its commands, did.</summary>
    public string? AuthorId { get; set; }

    /// <summary>What was done, as "point.change".</summary>
    public required string Command { get; set; }

    public required string Reason { get; set; }

    /// <summary>What it was done to, as "point:room-640121102203" or "account:3f…".</summary>
    public required string Subject { get; set; }

    /// <summary>The version of the network that came of it; null where the network was not changed.</summary>
    public long? VersionSequence { get; set; }

    /// <summary>The entry that this one undoes.</summary>
    public long? UndoesSequence { get; set; }

    public required string PreviousDigest { get; set; }

    public required string Digest { get; set; }
}

/// <summary>A record as it was before and after an entry of the log; null where it was not there.</summary>
internal sealed class LogRecordRow : IOfCity
{
    public string CityCode { get; set; } = "";

    public long LogSequence { get; set; }

    public int Number { get; set; }

    /// <summary>The table of the record.</summary>
    public required string Kind { get; set; }

    /// <summary>What tells it from the others of its table.</summary>
    public required string RecordKey { get; set; }

    public string? Before { get; set; }

    public string? After { get; set; }
}
