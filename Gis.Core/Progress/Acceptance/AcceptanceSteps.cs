using System.Collections.Immutable;
using Gis.Core.Network;

namespace Gis.Core.Progress.Acceptance;

/// <summary>
/// Which level may do what with a point of which stage (plan, §4(4)): the county declares what is built or was returned, the city
/// accepts or returns what is declared, the region what the city accepted. What is returned is declared anew, and seen by the city anew.
/// </summary>
public static class AcceptanceSteps
{
    /// <summary>The most days ahead that something may be due.</summary>
    public const int FarthestDue = 366;

    /// <summary>Whose turn it is; nobody's before a point is built, nor after the region accepted it.</summary>
    public static AcceptanceLevel? TurnAt(Stage stage) => stage switch
    {
        Stage.Built or Stage.Returned => AcceptanceLevel.County,
        Stage.Declared => AcceptanceLevel.City,
        Stage.CityAccepted => AcceptanceLevel.Region,
        _ => null,
    };

    /// <summary>How many days there are left to put a point right; negative once it is overdue, which on the day itself it is not.</summary>
    public static int DaysLeft(DateOnly due, DateOnly today) => due.DayNumber - today.DayNumber;

    /// <summary>What comes of a level's act on a point.</summary>
    /// <param name="stage">The point's stage.</param>
    /// <param name="sheet">The level's sheet, with the day by which a returned point is to be put right.</param>
    /// <param name="act">What the level does.</param>
    /// <param name="asked">What is asked of the point's tier.</param>
    /// <param name="weights">The bureau's.</param>
    /// <param name="today">The day.</param>
    public static StepOutcome Take(Stage stage, Assessment sheet, AcceptanceAct act, ImmutableArray<Standard> asked, Weights weights, DateOnly today)
    {
        if (TurnAt(stage) != sheet.Level)
            return new StepOutcome.OtherTurn(TurnAt(stage));
        if ((act == AcceptanceAct.Declare) != (sheet.Level == AcceptanceLevel.County))
            return new StepOutcome.OtherAct();
        if (act == AcceptanceAct.Return)
            return Return(sheet, asked, today);
        return sheet.ScoreOf(asked, weights).Finding is Finding.UpToStandard
            ? new StepOutcome.Taken(StageAfter(sheet.Level), StateAfter(act))
            : new StepOutcome.NotUpToStandard(sheet.ScoreOf(asked, weights).Finding);
    }

    private static StepOutcome Return(Assessment sheet, ImmutableArray<Standard> asked, DateOnly today)
    {
        if (sheet.ItemsOf(asked).IsEmpty)
            return new StepOutcome.NothingToPutRight();
        if (sheet.Due is not { } due || DaysLeft(due, today) is < 1 or > FarthestDue)
            return new StepOutcome.BadDue(today.AddDays(1), today.AddDays(FarthestDue));
        return new StepOutcome.Taken(Stage.Returned, AssessmentState.Returned);
    }

    private static Stage StageAfter(AcceptanceLevel level) => level switch
    {
        AcceptanceLevel.County => Stage.Declared,
        AcceptanceLevel.City => Stage.CityAccepted,
        _ => Stage.ProvinceAccepted,
    };

    private static AssessmentState StateAfter(AcceptanceAct act) => act == AcceptanceAct.Declare ? AssessmentState.Declared : AssessmentState.Accepted;
}

/// <summary>What a level does with a point.</summary>
public enum AcceptanceAct
{
    /// <summary>申报: the county says that it is up to standard.</summary>
    Declare,

    /// <summary>验收通过.</summary>
    Accept,

    /// <summary>退回整改.</summary>
    Return,
}

/// <summary>What comes of an act.</summary>
public abstract record StepOutcome
{
    private StepOutcome()
    {
    }

    /// <summary>It may be done.</summary>
    /// <param name="Stage">The stage the point has then.</param>
    /// <param name="State">The state the sheet has then.</param>
    public sealed record Taken(Stage Stage, AssessmentState State) : StepOutcome;

    /// <summary>It is not this level's turn.</summary>
    /// <param name="Turn">Whose it is; nobody's before the point is built and after the region accepted it.</param>
    public sealed record OtherTurn(AcceptanceLevel? Turn) : StepOutcome;

    /// <summary>The level has other acts: a county declares, city and region accept and return.</summary>
    public sealed record OtherAct : StepOutcome;

    /// <summary>The sheet does not say that the point is up to standard.</summary>
    /// <param name="Finding">What it says.</param>
    public sealed record NotUpToStandard(Finding Finding) : StepOutcome;

    /// <summary>Nothing was found wanting, so there is nothing for which to return the point.</summary>
    public sealed record NothingToPutRight : StepOutcome;

    /// <summary>There is no day by which it is to be put right, or it is not ahead, or too far.</summary>
    /// <param name="First">The first day that would do.</param>
    /// <param name="Last">The last.</param>
    public sealed record BadDue(DateOnly First, DateOnly Last) : StepOutcome;
}
