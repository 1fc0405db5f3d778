using System.Collections.Immutable;
using Gis.Core.Network;

namespace Gis.Data.Store.History;

/// <summary>A change of records that somebody asks for.</summary>
/// <param name="Command">What is done, as "point.change".</param>
/// <param name="Reason">Why, in the words of who does it.</param>
/// <param name="Changes">Each record as who changes it saw it last, and as it is to be.</param>
public sealed record NetworkEdit(string Command, string Reason, ImmutableArray<RecordChange> Changes)
{
    /// <summary>The account that asks; null for the program itself and its commands.</summary>
    public string? AuthorId { get; init; }

    /// <summary>The entry of the log that this one undoes.</summary>
    public long? Undoes { get; init; }

    /// <summary>The day on which points came to the stages that this gives them; null for today.</summary>
    public DateOnly? On { get; init; }

    /// <summary>What the log keeps of it beside the records and the steps.</summary>
    internal ImmutableArray<RecordText> Beside { get; init; } = [];
}

/// <summary>How a change ended.</summary>
public abstract record EditOutcome
{
    private EditOutcome()
    {
    }

    /// <summary>It is saved, and will not be lost.</summary>
    /// <param name="Entry">Its number in the log.</param>
    /// <param name="Version">The number of the version it made.</param>
    /// <param name="Network">That version.</param>
    public sealed record Saved(long Entry, long Version, ServiceNetwork Network) : EditOutcome;

    /// <summary>Somebody changed some of the records meanwhile; nothing is saved.</summary>
    /// <param name="Records">What was seen of them, and what they are now.</param>
    public sealed record Stale(ImmutableArray<RecordChange> Records) : EditOutcome;

    /// <summary>The records would make no network; nothing is saved.</summary>
    /// <param name="Faults">A sentence for each record at fault.</param>
    public sealed record Refused(IReadOnlyList<string> Faults) : EditOutcome;

    /// <summary>Everything is as asked already; nothing is saved.</summary>
    public sealed record Unchanged : EditOutcome;
}
