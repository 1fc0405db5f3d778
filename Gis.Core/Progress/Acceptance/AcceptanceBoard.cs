using System.Collections.Immutable;
using Gis.Core.Network;

namespace Gis.Core.Progress.Acceptance;

/// <summary>The whole acceptance as of a day: every point with its sheets, whose turn it is, and how the counties stand.</summary>
public sealed class AcceptanceBoard
{
    private readonly ImmutableDictionary<PointId, PointAcceptance> byId;

    /// <summary>Lays sheets beside the points they are of.</summary>
    /// <param name="network">The points and their stages.</param>
    /// <param name="sheets">In the order in which they were handed in; sheets of points that are not there are passed over.</param>
    /// <param name="standards">What is asked.</param>
    /// <param name="weights">The bureau's.</param>
    /// <param name="today">The day.</param>
    public AcceptanceBoard(ServiceNetwork network, IEnumerable<Assessment> sheets, StandardSet standards, Weights weights, DateOnly today)
    {
        (Standards, Weights, Today) = (standards, weights, today);
        var ofPoint = sheets.ToLookup(sheet => sheet.Point);
        Points = [.. network.Points.Select(point => new PointAcceptance(point, [.. ofPoint[point.Id]], standards.Of(point.Tier), weights, today))];
        byId = Points.ToImmutableDictionary(each => each.Point.Id);
        Ranking = CountyRanking.Of(
            network,
            Points.Where(each => each.Score?.Total is not null).ToImmutableDictionary(each => each.Point.Id, each => each.Score!.Total!.Value));
    }

    /// <summary>What is asked.</summary>
    public StandardSet Standards { get; }

    /// <summary>How it is weighed.</summary>
    public Weights Weights { get; }

    /// <summary>The day.</summary>
    public DateOnly Today { get; }

    /// <summary>Every point of the network, in its order.</summary>
    public ImmutableArray<PointAcceptance> Points { get; }

    /// <summary>How the counties stand.</summary>
    public ImmutableArray<CountyStanding> Ranking { get; }

    /// <summary>A point, or null.</summary>
    public PointAcceptance? Find(PointId id) => byId.GetValueOrDefault(id);

    /// <summary>The points that wait for a level, those first that are due first, and those that are due before those that are not.</summary>
    public IEnumerable<PointAcceptance> WaitingFor(AcceptanceLevel level) =>
        Points.Where(each => each.Turn == level).OrderBy(each => each.Due ?? DateOnly.MaxValue);
}

/// <summary>One point in the acceptance.</summary>
public sealed class PointAcceptance
{
    private readonly Weights weights;
    private readonly DateOnly today;

    internal PointAcceptance(ServicePoint point, ImmutableArray<Assessment> sheets, ImmutableArray<Standard> asked, Weights weights, DateOnly today)
    {
        (Point, Sheets, Asked, this.weights, this.today) = (point, sheets, asked, weights, today);
        Score = Last?.ScoreOf(asked, weights);
        DraftScore = Draft?.ScoreOf(asked, weights);
    }

    /// <summary>The point.</summary>
    public ServicePoint Point { get; }

    /// <summary>Its sheets, in the order in which they were handed in.</summary>
    public ImmutableArray<Assessment> Sheets { get; }

    /// <summary>What is asked of it.</summary>
    public ImmutableArray<Standard> Asked { get; }

    /// <summary>Whose turn it is; nobody's before it is built and after the region accepted it.</summary>
    public AcceptanceLevel? Turn => AcceptanceSteps.TurnAt(Point.Stage);

    /// <summary>The sheet that the level whose turn it is fills in; none where it has not begun.</summary>
    public Assessment? Draft => Sheets.LastOrDefault(sheet => sheet.State == AssessmentState.Draft && sheet.Level == Turn);

    /// <summary>What the draft comes to; none where there is none.</summary>
    public Score? DraftScore { get; }

    /// <summary>The last sheet that was handed in, whoever's; none where none was.</summary>
    public Assessment? Last => Sheets.LastOrDefault(sheet => sheet.Counts);

    /// <summary>What that comes to: the point's score.</summary>
    public Score? Score { get; }

    /// <summary>Whether the level whose turn it is has found it up to standard and need only say so.</summary>
    public bool IsReady => DraftScore?.Finding is Finding.UpToStandard;

    /// <summary>By when it is to be put right, that day included; none unless it was returned on a sheet.</summary>
    public DateOnly? Due => Point.Stage == Stage.Returned ? Last?.Due : null;

    /// <summary>How many days are left; negative once it is overdue.</summary>
    public int? DaysLeft => Due is { } due ? AcceptanceSteps.DaysLeft(due, today) : null;

    /// <summary>Whether it was to be put right before today.</summary>
    public bool IsOverdue => DaysLeft < 0;

    /// <summary>The last sheet that a level handed in; none where it has not.</summary>
    public Assessment? LastOf(AcceptanceLevel level) => Sheets.LastOrDefault(sheet => sheet.Counts && sheet.Level == level);

    /// <summary>
    /// The sheet a level goes on with: its draft; else what it found last, so that only what changed is to be filled in, also where
    /// that was undone; else an empty one.
    /// </summary>
    public Assessment Continue(AcceptanceLevel level) =>
        Sheets.LastOrDefault(sheet => sheet.State == AssessmentState.Draft && sheet.Level == level)
        ?? (Sheets.LastOrDefault(sheet => sheet.Level == level) is { } last ? last with { State = AssessmentState.Draft, Due = null, Note = "", Entry = null, On = null } : Assessment.Begin(Point.Id, level));

    /// <summary>What the verdicts of a sheet come to.</summary>
    public Score ScoreOf(Assessment sheet) => sheet.ScoreOf(Asked, weights);
}
