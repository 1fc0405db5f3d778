using Gis.Core.Network;

namespace Gis.Core.Finder.Voice;

/// <summary>Which bureau a message goes to, and what may be done with it next.</summary>
public static class VoiceSteps
{
    /// <summary>
    /// The bureau that a message goes to by itself. The plan has a centre pass on what it takes in to the bureau of its own level
    /// (转交同级司法局, §3(1)2(1)): what is told of any point goes to its county's. A complaint about a centre goes to the city's,
    /// for the county's bureau runs that centre and would answer for itself. What is about no one point goes to the city's.
    /// </summary>
    /// <param name="kind">What it is.</param>
    /// <param name="point">The point it is about.</param>
    /// <param name="city">The code of the city.</param>
    public static AreaCode BureauFor(VoiceKind kind, ServicePoint? point, AreaCode city) =>
        point is null || (kind == VoiceKind.Complaint && point.Tier == Tier.Centre) ? city : point.Area.County;

    /// <summary>
    /// The state a message begins with: a rating without words asks nothing of anybody and is closed; all else is new.
    /// </summary>
    public static VoiceState Begin(VoiceKind kind, string words) => kind == VoiceKind.Rating && words.Length == 0 ? VoiceState.Closed : VoiceState.New;

    /// <summary>The state a message comes to by an act; null where the act is not to be done now.</summary>
    public static VoiceState? After(VoiceMessage message, VoiceAct act) => act switch
    {
        VoiceAct.TakeUp when message.IsOpen => VoiceState.TakenUp,
        VoiceAct.Answer when message.State is VoiceState.TakenUp or VoiceState.Answered => VoiceState.Answered,
        VoiceAct.Forward when message.IsOpen => VoiceState.Forwarded,
        VoiceAct.Close when message.State == VoiceState.Answered || (message.State == VoiceState.TakenUp && NeedsNoAnswer(message)) => VoiceState.Closed,
        VoiceAct.Reopen when message.State == VoiceState.Closed => VoiceState.TakenUp,
        VoiceAct.Release when message.IsHeld => message.State,
        VoiceAct.Note => message.State,
        _ => null,
    };

    // A rating asks for nothing, and what is held may be nobody's words.
    private static bool NeedsNoAnswer(VoiceMessage message) => message.Kind == VoiceKind.Rating || message.IsHeld;
}

/// <summary>What an officer does with a message.</summary>
public enum VoiceAct
{
    /// <summary>接办: from now on it is this officer's, also where it was another's.</summary>
    TakeUp,

    /// <summary>答复, or put another answer in the place of one.</summary>
    Answer,

    /// <summary>转交 to another bureau.</summary>
    Forward,

    /// <summary>办结.</summary>
    Close,

    /// <summary>重新办理: takes back that it was closed.</summary>
    Reopen,

    /// <summary>核实: it was looked at and counts.</summary>
    Release,

    /// <summary>备注: write a note for colleagues.</summary>
    Note,
}
