using System.Collections.Immutable;
using Gis.Core.Network;

namespace Gis.Core.Progress;

/// <summary>What was written down about a year beside the network itself.</summary>
public sealed record YearLedger
{
    /// <summary>The steps from stage to stage.</summary>
    public ImmutableArray<StageMove> Moves { get; init; } = [];

    /// <summary>What is intended for points; a point is named once at most.</summary>
    public ImmutableArray<PointPlan> Plans { get; init; } = [];

    /// <summary>What stands still or stood.</summary>
    public ImmutableArray<Standstill> Standstills { get; init; } = [];

    /// <summary>By when points that an inspection sent back are to be put right.</summary>
    public ImmutableDictionary<PointId, DateOnly> ReturnDue { get; init; } = ImmutableDictionary<PointId, DateOnly>.Empty;
}

/// <summary>What is intended for one point.</summary>
/// <param name="Point">The point.</param>
/// <param name="Due">The last day on which it is in time to be built; null for the calendar's.</param>
/// <param name="Owner">The office that sees to it, never a person; empty for the bureau of its county.</param>
public sealed record PointPlan(PointId Point, DateOnly? Due, string Owner);

/// <summary>Why a point does not come further, while it does not.</summary>
/// <param name="Point">The point.</param>
/// <param name="Cause">What is missing.</param>
/// <param name="Note">The same in somebody's own words; may be empty.</param>
/// <param name="Since">The first day of it.</param>
/// <param name="Until">The last day; null while it lasts.</param>
/// <param name="Id">Its number, unique in the store.</param>
public sealed record Standstill(PointId Point, StandstillCause Cause, string Note, DateOnly Since, DateOnly? Until, long Id)
{
    /// <summary>Whether it lasts on a day; the first and the last day are in it.</summary>
    public bool LastsOn(DateOnly day) => Since <= day && !(Until < day);
}

/// <summary>
/// What a point lacks that stands still; after the main causes that HeRAMS, the WHO's monitoring of health services, records
/// for a service that is not available (staff, supplies, equipment, finances), with the site and the approvals that building needs.
/// </summary>
public enum StandstillCause
{
    /// <summary>A place to be in.</summary>
    Site,

    /// <summary>Money.</summary>
    Money,

    /// <summary>An adviser or other people.</summary>
    People,

    /// <summary>Furniture, signs or devices.</summary>
    Equipment,

    /// <summary>Building works, or damage.</summary>
    Works,

    /// <summary>A decision or an approval.</summary>
    Approval,

    /// <summary>Something else, which the note says.</summary>
    Other,
}
