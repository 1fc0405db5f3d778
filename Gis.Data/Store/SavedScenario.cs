namespace Gis.Data.Store;

/// <summary>A plan under consideration: a state of the network and what is to be found out about it.</summary>
/// <param name="Id">Its identifier, as it stands in a link.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Question">The question about coverage that it begins from, in its one written form.</param>
/// <param name="Settings">How the order of building is to be chosen, likewise.</param>
/// <param name="Made">When it was made.</param>
/// <param name="Changed">When it was last changed.</param>
/// <param name="Edit">The number of its last change, so that nobody overwrites what he has not seen.</param>
public sealed record SavedScenario(string Id, string Name, string Question, string Settings, DateTimeOffset Made, DateTimeOffset Changed, int Edit)
{
    /// <summary>When it was taken off the list; null while it is on it.</summary>
    public DateTimeOffset? Deleted { get; init; }

    /// <summary>Whether a run of it is done: what it asks then stands, so that it and its answer belong together.</summary>
    public bool IsFrozen { get; init; }
}

/// <summary>How a change to a scenario ended.</summary>
public enum EditEnding
{
    /// <summary>It is saved.</summary>
    Saved,

    /// <summary>There is no such scenario.</summary>
    Missing,

    /// <summary>Somebody changed it meanwhile; that change stands.</summary>
    Stale,

    /// <summary>A run of it is done or under way.</summary>
    Frozen,
}

/// <summary>A computation asked for, with how far it is or how it ended.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="ScenarioId">The scenario it is about.</param>
/// <param name="Question">The question about coverage that it begins from.</param>
/// <param name="Settings">What is asked for, in its one written form.</param>
/// <param name="State">How far it is.</param>
/// <param name="Made">When it was asked for.</param>
public sealed record ScenarioRun(string Id, string ScenarioId, string Question, string Settings, RunState State, DateTimeOffset Made)
{
    /// <summary>When it was begun; anew, if the program ended on the way.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>When it ended, in whatever way.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>The answer, or the best until it was cancelled, as JSON.</summary>
    public string? Outcome { get; init; }

    /// <summary>Why it failed.</summary>
    public string? Fault { get; init; }

    /// <summary>Whether it will still change of itself.</summary>
    public bool IsUnderWay => State is RunState.Waiting or RunState.Running;
}

/// <summary>Who computes a run, and for how long nobody else takes it.</summary>
/// <param name="Holder">The instance of the program.</param>
/// <param name="Length">How long; renewed by <see cref="ScenarioStore.KeepAsync"/>.</param>
public sealed record RunHold(string Holder, TimeSpan Length);

/// <summary>What an instance hears when it goes on holding a run.</summary>
public enum RunKeeping
{
    /// <summary>It has it, and goes on.</summary>
    Kept,

    /// <summary>It has it, and somebody asked for it to be stopped.</summary>
    StopAsked,

    /// <summary>It was silent for too long: another has the run, or it has ended.</summary>
    Lost,
}

/// <summary>How far a run is.</summary>
public enum RunState
{
    /// <summary>Its turn has not come.</summary>
    Waiting,

    /// <summary>It is being computed.</summary>
    Running,

    /// <summary>It has an answer.</summary>
    Done,

    /// <summary>Somebody stopped it.</summary>
    Cancelled,

    /// <summary>It could not be computed.</summary>
    Failed,
}
