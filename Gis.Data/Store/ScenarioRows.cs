namespace Gis.Data.Store;

/// <summary>A scenario; it and its runs stay when the network they are about is saved anew.</summary>
internal sealed class ScenarioRow : Row
{
    public required string Id { get; set; }

    public required string Name { get; set; }

    public required string Question { get; set; }

    public required string Settings { get; set; }

    public DateTimeOffset MadeUtc { get; set; }

    public DateTimeOffset ChangedUtc { get; set; }

    public DateTimeOffset? DeletedUtc { get; set; }

    public int Edit { get; set; }
}

/// <summary>A computation asked for, with how far it is or how it ended.</summary>
internal sealed class RunRow : Row
{
    public required string Id { get; set; }

    public required string ScenarioId { get; set; }

    public required string Question { get; set; }

    public required string Settings { get; set; }

    public RunState State { get; set; }

    public DateTimeOffset MadeUtc { get; set; }

    public DateTimeOffset? StartedUtc { get; set; }

    public DateTimeOffset? EndedUtc { get; set; }

    /// <summary>Which instance of the program computes it.</summary>
    public string? Holder { get; set; }

    /// <summary>Until when that one has it; renewed while it lives, so that what it leaves behind goes to another.</summary>
    public DateTimeOffset? HeldUntilUtc { get; set; }

    /// <summary>When somebody asked for it to be stopped, who may sit at another instance.</summary>
    public DateTimeOffset? StopAskedUtc { get; set; }

    public string? Outcome { get; set; }

    public string? Fault { get; set; }
}
