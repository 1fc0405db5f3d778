using Gis.Core.Finder.Voice;

namespace Gis.Data.Store.Voice;

/// <summary>Something that somebody told the bureau.</summary>
internal sealed class VoiceRow : Row
{
    public required string Number { get; set; }

    public VoiceKind Kind { get; set; }

    public string? PointId { get; set; }

    /// <summary>The county or city whose bureau deals with it.</summary>
    public required string BureauCode { get; set; }

    public CorrectionAbout? About { get; set; }

    public required string Words { get; set; }

    public int? Attitude { get; set; }

    public int? Speed { get; set; }

    public int? Knowledge { get; set; }

    public DateOnly ReceivedOn { get; set; }

    public DateOnly? DueOn { get; set; }

    public VoiceState State { get; set; }

    public bool IsHeld { get; set; }

    public string? HandlerId { get; set; }

    public required string Answer { get; set; }

    public DateOnly? AnsweredOn { get; set; }

    public DateOnly? ClosedOn { get; set; }

    public required string Note { get; set; }

    public DateTimeOffset ChangedUtc { get; set; }
}

/// <summary>How somebody who told something can be reached: in a row of its own, which is deleted and leaves no gap in the message.</summary>
internal sealed class VoiceContactRow : Row
{
    public required string Number { get; set; }

    public required string Contact { get; set; }
}
