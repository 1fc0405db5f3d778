using System.Collections.Immutable;
using Gis.Core.Network;

namespace Gis.Core.Coverage;

/// <summary>The posts the plan asks of each tier (§3(1)3); more may be filled.</summary>
public static class PlanStaffing
{
    private static readonly ImmutableArray<RequiredPost> Centre =
        [new(Post.DutyLawyer, 1), new(Post.Professional, 2), new(Post.Coordinator, 1)];

    private static readonly ImmutableArray<RequiredPost> Station = [new(Post.Mediator, 3)];

    private static readonly ImmutableArray<RequiredPost> Room = [new(Post.Adviser, 1)];

    /// <summary>
    /// Of a centre at least one duty lawyer, two professionals and one coordinator; of a station at least three mediators; of a
    /// room one adviser.
    /// </summary>
    public static ImmutableArray<RequiredPost> Of(Tier tier) =>
        tier switch { Tier.Centre => Centre, Tier.Station => Station, _ => Room };
}

/// <summary>A kind of post and how many of it are asked for.</summary>
/// <param name="Post">The kind of post.</param>
/// <param name="Count">How many.</param>
public readonly record struct RequiredPost(Post Post, int Count);
