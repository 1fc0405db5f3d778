using Gis.Core.Units;

namespace Gis.Core.Finder.Hours;

/// <summary>Whether a point is open at a moment, and what comes next.</summary>
public abstract record OpenState
{
    private OpenState()
    {
    }

    /// <summary>Whether the holidays of every year that this speaks of are announced; where not, a holiday may come between.</summary>
    public bool IsAnnounced { get; init; } = true;

    /// <summary>It is open.</summary>
    /// <param name="Until">The minute at which it closes; 24:00 is midnight.</param>
    public sealed record Open(ClockTime Until) : OpenState;

    /// <summary>It was open today and will be again, as after lunch.</summary>
    /// <param name="Again">When it opens again.</param>
    public sealed record Pause(ClockTime Again) : OpenState;

    /// <summary>It is closed.</summary>
    /// <param name="Next">When it opens next, today or later; not known where it stays closed for all the days looked ahead.</param>
    public sealed record Closed(Opening? Next) : OpenState;

    /// <summary>It is closed all day for a statutory holiday.</summary>
    /// <param name="Name">What the holiday is called, in Chinese; null where it was announced without a name.</param>
    /// <param name="Next">When it opens next.</param>
    public sealed record Holiday(string? Name, Opening? Next) : OpenState;

    /// <summary>It is closed for some days, for a reason of its own.</summary>
    /// <param name="Reason">The reason, in the bureau's words.</param>
    /// <param name="To">The last of these days.</param>
    /// <param name="Next">When it opens next.</param>
    public sealed record Suspended(string Reason, DateOnly To, Opening? Next) : OpenState;

    /// <summary>Nobody has said when it is open.</summary>
    public sealed record Unknown : OpenState;
}

/// <summary>A moment at which a point opens.</summary>
/// <param name="Day">The day.</param>
/// <param name="At">The first minute.</param>
public readonly record struct Opening(DateOnly Day, ClockTime At);
