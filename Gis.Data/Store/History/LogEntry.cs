using System.Collections.Immutable;

namespace Gis.Data.Store.History;

/// <summary>What is to be written into the log. It holds no name, address, telephone number or secret: what is written there stays.</summary>
/// <param name="Command">What was done, as "point.change".</param>
/// <param name="Subject">What it was done to, as "point:room-640121102203" or "account:3f…".</param>
/// <param name="Reason">Why, in the words of who did it.</param>
internal sealed record LogEntry(string Command, string Subject, string Reason)
{
    /// <summary>The account that did it; null where the program itself, or whoever runs its commands, did.</summary>
    public string? AuthorId { get; init; }

    /// <summary>The version of the network that came of it.</summary>
    public long? Version { get; init; }

    /// <summary>The entry that this one undoes.</summary>
    public long? Undoes { get; init; }

    /// <summary>The records it changed, before and after.</summary>
    public ImmutableArray<RecordText> Records { get; init; } = [];
}

/// <summary>A record as text before and after a change; null where it was not there.</summary>
/// <param name="Kind">The table of the record.</param>
/// <param name="Key">What tells it from the others of its table.</param>
/// <param name="Before">All its fields as JSON.</param>
/// <param name="After">Likewise.</param>
public sealed record RecordText(string Kind, string Key, string? Before, string? After);
