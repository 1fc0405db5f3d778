using Gis.Core.Network;

namespace Gis.Core.Finder.Voice;

/// <summary>Something that somebody told the bureau, and how far it is dealt with.</summary>
/// <param name="Number">The number by which it is followed up.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Point">The point it is about; none where it is about no one point.</param>
/// <param name="Bureau">The bureau that deals with it: the code of a county, or of the city.</param>
/// <param name="Words">What was written; may be empty where a choice says it all.</param>
/// <param name="ReceivedOn">The day it came, in China.</param>
/// <param name="State">How far it is.</param>
public sealed record VoiceMessage(VoiceNumber Number, VoiceKind Kind, PointId? Point, AreaCode Bureau, string Words, DateOnly ReceivedOn, VoiceState State)
{
    /// <summary>What is wrong with the point's record; of corrections alone.</summary>
    public CorrectionAbout? About { get; init; }

    /// <summary>How a visit was rated; of ratings alone.</summary>
    public Rating? Rating { get; init; }

    /// <summary>The day by which it is to be answered, that day included; none for ratings.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Whether it waits for a look before it counts, as what is full of links does.</summary>
    public bool IsHeld { get; init; }

    /// <summary>The account that took it up; none while nobody has, or since it was forwarded.</summary>
    public string? HandlerId { get; init; }

    /// <summary>What the person is told under the number; empty before.</summary>
    public string Answer { get; init; } = "";

    /// <summary>The day it was answered.</summary>
    public DateOnly? AnsweredOn { get; init; }

    /// <summary>The day it was closed.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>What officers note for each other.</summary>
    public string Note { get; init; } = "";

    /// <summary>Whether it still waits for an answer.</summary>
    public bool IsOpen => State.IsOpen();

    /// <summary>Whether it should have been answered before today; on the due day itself it is not overdue.</summary>
    public bool IsOverdue(DateOnly today) => IsOpen && DueOn < today;

    /// <summary>The order of a queue: open ones before others, those due first, those without a due day after them, of equal ones the oldest.</summary>
    public static IEnumerable<VoiceMessage> InOrder(IEnumerable<VoiceMessage> messages) => messages
        .OrderBy(message => message.IsOpen ? 0 : 1).ThenBy(message => message.DueOn ?? DateOnly.MaxValue)
        .ThenBy(message => message.ReceivedOn).ThenBy(message => message.Number.ToString(), StringComparer.Ordinal);
}

/// <summary>What people tell a bureau.</summary>
public enum VoiceKind
{
    /// <summary>纠错: a record of a point is wrong.</summary>
    Correction,

    /// <summary>投诉 (plan, §3(1)2(1)).</summary>
    Complaint,

    /// <summary>意见和建议 (plan, §3(1)2(1)).</summary>
    Suggestion,

    /// <summary>评价: how a visit was (plan, §5(3)).</summary>
    Rating,
}

/// <summary>What is wrong with a point's record.</summary>
public enum CorrectionAbout
{
    /// <summary>地点.</summary>
    Place,

    /// <summary>开门时间.</summary>
    Hours,

    /// <summary>电话.</summary>
    Telephone,

    /// <summary>关门了, 搬走了.</summary>
    Closed,

    /// <summary>其他; the words say what.</summary>
    Other,
}

/// <summary>How far a message is dealt with.</summary>
public enum VoiceState
{
    /// <summary>已收到.</summary>
    New,

    /// <summary>办理中: somebody took it up.</summary>
    TakenUp,

    /// <summary>已转交: it lies with another bureau, where nobody has taken it up.</summary>
    Forwarded,

    /// <summary>已答复.</summary>
    Answered,

    /// <summary>已办结.</summary>
    Closed,
}

/// <summary>What a state means.</summary>
public static class VoiceStateMeaning
{
    /// <summary>Whether a message of this state still waits for an answer.</summary>
    public static bool IsOpen(this VoiceState state) => state is VoiceState.New or VoiceState.TakenUp or VoiceState.Forwarded;
}
