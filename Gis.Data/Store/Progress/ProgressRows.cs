using Gis.Core.Progress;

namespace Gis.Data.Store.Progress;

/// <summary>What is intended for a point.</summary>
internal sealed class PointPlanRow : Row
{
    public required string PointId { get; set; }

    public DateOnly? DueOn { get; set; }

    public required string Owner { get; set; }
}

/// <summary>Why a point stands still, or stood.</summary>
internal sealed class StandstillRow : Row
{
    public required string PointId { get; set; }

    public StandstillCause Cause { get; set; }

    public required string Note { get; set; }

    public DateOnly SinceOn { get; set; }

    public DateOnly? UntilOn { get; set; }
}

/// <summary>A photograph or paper that shows something of a point; what it consists of is in a table of its own.</summary>
internal sealed class EvidenceRow : Row
{
    public required string Id { get; set; }

    public required string PointId { get; set; }

    public required string Name { get; set; }

    public required string MediaType { get; set; }

    public long Length { get; set; }

    /// <summary>SHA-256 of its content, so that it can be told whether that is still what was brought.</summary>
    public required string Digest { get; set; }

    public required string Caption { get; set; }

    public DateOnly TakenOn { get; set; }

    public DateTimeOffset MadeUtc { get; set; }

    public required string AuthorId { get; set; }

    public DateTimeOffset? RemovedUtc { get; set; }
}

internal sealed class EvidenceContentRow
{
    public required string EvidenceId { get; set; }

    public required byte[] Content { get; set; }
}

/// <summary>A sheet on which one level answers the standards of a point.</summary>
internal sealed class AssessmentRow : Row
{
    public required string Id { get; set; }

    public required string PointId { get; set; }

    public required string Level { get; set; }

    /// <summary>The answers as JSON.</summary>
    public required string Verdicts { get; set; }

    public required string Note { get; set; }

    public required string State { get; set; }

    /// <summary>By when what was sent back is to be put right.</summary>
    public DateOnly? DueOn { get; set; }

    public DateTimeOffset MadeUtc { get; set; }

    public DateTimeOffset ChangedUtc { get; set; }

    public required string AuthorId { get; set; }

    /// <summary>The entry of the log it was submitted in; null while it is a draft.</summary>
    public long? LogSequence { get; set; }
}

/// <summary>What a bureau sets for the whole city, as JSON.</summary>
internal sealed class SettingRow : Row
{
    public required string Name { get; set; }

    public required string Value { get; set; }
}
