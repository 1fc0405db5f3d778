using System.Collections.Immutable;
using Gis.Core.Network;

namespace Gis.Core.Progress.Acceptance;

/// <summary>One level's sheet on one point: what it found of each standard, and what it did with the point then.</summary>
/// <param name="Point">The point.</param>
/// <param name="Level">Who inspects.</param>
/// <param name="Verdicts">What was found, by the codes of standards; one that is not there was not looked at yet.</param>
/// <param name="Note">What the inspector adds in own words.</param>
/// <param name="State">What became of the sheet.</param>
public sealed record Assessment(
    PointId Point, AcceptanceLevel Level, ImmutableSortedDictionary<string, Verdict> Verdicts, string Note, AssessmentState State)
{
    /// <summary>By when a returned point is to be put right, that day included.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The day it was handed in; none while it is a draft.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The entry of the log it was handed in with; none while it is a draft.</summary>
    public long? Entry { get; init; }

    /// <summary>Whether it was handed in and stands.</summary>
    public bool Counts => State is AssessmentState.Declared or AssessmentState.Accepted or AssessmentState.Returned;

    /// <summary>An empty sheet.</summary>
    public static Assessment Begin(PointId point, AcceptanceLevel level) =>
        new(point, level, ImmutableSortedDictionary.Create<string, Verdict>(StringComparer.Ordinal), "", AssessmentState.Draft);

    /// <summary>What is to be put right: all that was found not met or partly met, in the order asked.</summary>
    /// <param name="asked">What is asked of the point's tier.</param>
    public ImmutableArray<Standard> ItemsOf(ImmutableArray<Standard> asked) =>
        [.. asked.Where(IsWanting)];

    /// <summary>Whether a standard was found not met or partly met; a must that was said not to apply is not met.</summary>
    public bool IsWanting(Standard standard) => Verdicts.TryGetValue(standard.Code, out var verdict)
        && (verdict is Verdict.NotMet or Verdict.Partly || (standard.Must && verdict == Verdict.NotApplicable));

    /// <summary>What the verdicts come to.</summary>
    /// <param name="asked">What is asked of the point's tier.</param>
    /// <param name="weights">The bureau's.</param>
    public Score ScoreOf(ImmutableArray<Standard> asked, Weights weights) => Score.Of(asked, Verdicts, weights);
}

/// <summary>Who inspects, from the lowest (plan, §4(4)).</summary>
public enum AcceptanceLevel
{
    /// <summary>县(市)区司法局: looks at its own points and declares them, in October.</summary>
    County,

    /// <summary>市司法局: inspects each point declared, in mid-November.</summary>
    City,

    /// <summary>自治区司法厅: inspects what the city reports, in December.</summary>
    Region,
}

/// <summary>What became of a sheet.</summary>
public enum AssessmentState
{
    /// <summary>Being filled in.</summary>
    Draft,

    /// <summary>The county declared the point by it.</summary>
    Declared,

    /// <summary>City or region accepted the point by it.</summary>
    Accepted,

    /// <summary>City or region returned the point by it.</summary>
    Returned,

    /// <summary>It was handed in, and the entry of the log that says so was undone.</summary>
    Undone,
}
