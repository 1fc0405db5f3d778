using Gis.Core.Pairing.Matching;
using Gis.Core.Pairing.Rounds;
using Gis.Core.Travel;

namespace Gis.Data.Store.Pairing;

/// <summary>A round of two-way choice.</summary>
internal sealed class RoundRow : Row
{
    public required string Id { get; set; }

    public required string Name { get; set; }

    public RoundState State { get; set; }

    public DateOnly OpensOn { get; set; }

    public DateOnly ClosesOn { get; set; }

    public DateOnly ObjectByOn { get; set; }

    public TravelMode Mode { get; set; }

    public double LimitMinutes { get; set; }

    public PairingAim Aim { get; set; }

    public int VillagesPerLawyer { get; set; }

    public bool ServesAll { get; set; }

    /// <summary>The seed of the lottery; its bits, as a database has no unsigned numbers.</summary>
    public long Seed { get; set; }

    /// <summary>The pairing proposed, as JSON; null until there is one.</summary>
    public string? Proposal { get; set; }

    public DateTimeOffset MadeUtc { get; set; }
}

/// <summary>What one side wishes in a round.</summary>
internal sealed class WishRow : Row
{
    public required string RoundId { get; set; }

    public PairingSide Side { get; set; }

    public required string Owner { get; set; }

    /// <summary>The wishes as JSON: ranks, those refused, what it means not to be named.</summary>
    public required string Wishes { get; set; }

    public int? Capacity { get; set; }

    public bool IsSubmitted { get; set; }

    public DateTimeOffset ChangedUtc { get; set; }

    public required string AuthorId { get; set; }
}

/// <summary>What one side says against a pair proposed.</summary>
internal sealed class ObjectionRow : Row
{
    public required string RoundId { get; set; }

    public PairingSide Side { get; set; }

    public required string VillageCode { get; set; }

    public required string FirmId { get; set; }

    public required string Reason { get; set; }

    public ObjectionState State { get; set; }

    public required string Answer { get; set; }

    public DateTimeOffset MadeUtc { get; set; }

    public required string AuthorId { get; set; }
}

/// <summary>A village and the firm that advises it.</summary>
internal sealed class StandingPairRow : Row
{
    public required string VillageCode { get; set; }

    public required string FirmId { get; set; }

    public required string RoundId { get; set; }

    public DateOnly SinceOn { get; set; }

    public DateOnly? UntilOn { get; set; }
}

/// <summary>What a village needs or a firm offers.</summary>
internal sealed class ProfileRow : Row
{
    public PairingSide Side { get; set; }

    public required string Owner { get; set; }

    /// <summary>The fields, parted by spaces.</summary>
    public required string Fields { get; set; }

    /// <summary>The days of the month with a market, parted by spaces.</summary>
    public required string MarketDays { get; set; }

    public double? HoursAMonth { get; set; }

    /// <summary>The address of the village's WeChat group; empty where there is none.</summary>
    public required string GroupLink { get; set; }

    public required string Note { get; set; }
}

/// <summary>A visit or a lecture in the log of duty.</summary>
internal sealed class DutyRow : Row
{
    public required string Id { get; set; }

    public required string VillageCode { get; set; }

    public required string FirmId { get; set; }

    /// <summary>Which of the firm's advisers went, as it numbers them; no name.</summary>
    public required string Adviser { get; set; }

    public required string Kind { get; set; }

    public DateOnly HeldOn { get; set; }

    public TimeOnly StartAt { get; set; }

    public int LengthMinutes { get; set; }

    /// <summary>The subjects, parted by spaces.</summary>
    public required string Subjects { get; set; }

    /// <summary>People helped, or who came to a lecture.</summary>
    public int People { get; set; }

    public int Instruments { get; set; }

    /// <summary>How far from the room it was checked in, in metres; null where it was not.</summary>
    public double? DistanceM { get; set; }

    public required string Note { get; set; }

    public DateTimeOffset MadeUtc { get; set; }

    public required string AuthorId { get; set; }

    public DateTimeOffset? RemovedUtc { get; set; }
}
