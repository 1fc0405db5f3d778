using System.Collections.Immutable;
using Gis.Core.Network;

namespace Gis.Core.Coverage;

/// <summary>
/// 服务人员缺乏: the posts that the plan asks for and that are vacant. A post of which nobody has reported is not known to be
/// vacant and is counted apart: what is missing lies from <see cref="PostCount.Vacant"/> to <see cref="PostCount.MostMissing"/>.
/// Every point of the plan counts, built or not, because the plan asks an adviser for each of its villages.
/// </summary>
/// <param name="Total">All posts together.</param>
/// <param name="ByPost">Each kind of post.</param>
/// <param name="ByCounty">The counties, in order of code.</param>
/// <param name="Points">Each point and kind of post, in the network's order.</param>
public sealed record StaffShortage(
    PostCount Total,
    ImmutableArray<(Post Post, PostCount Count)> ByPost,
    ImmutableArray<(AreaCode County, PostCount Count)> ByCounty,
    ImmutableArray<PointPost> Points)
{
    /// <summary>Counts the posts of a network. What-ifs about points change nothing in it.</summary>
    public static StaffShortage Measure(ServiceNetwork network)
    {
        var reported = network.Staff.ToDictionary(staff => (staff.Point, staff.Post), staff => staff.Count);
        var points = network.Points.SelectMany(point => PlanStaffing.Of(point.Tier).Select(post => new PointPost(
            point, post.Post, Count(post.Count, reported.TryGetValue((point.Id, post.Post), out var count) ? count : null)))).ToImmutableArray();
        return new StaffShortage(
            Sum(points),
            [.. points.GroupBy(post => post.Post).OrderBy(group => group.Key).Select(group => (group.Key, Sum(group)))],
            [.. network.Counties.Select(county => (county.Code, Sum(points.Where(post => post.Point.Area.County == county.Code))))],
            points);
    }

    private static PostCount Count(int required, int? reported) => reported is { } count
        ? new PostCount(required, count, Math.Max(0, required - count), 0)
        : new PostCount(required, 0, 0, required);

    private static PostCount Sum(IEnumerable<PointPost> posts) => posts.Aggregate(default(PostCount), (sum, post) => sum + post.Count);
}

/// <summary>Posts of one kind, or of several together.</summary>
/// <param name="Required">As many as the plan asks for.</param>
/// <param name="Filled">As many as are reported filled; it may be more than is asked for.</param>
/// <param name="Vacant">As many as are reported and lacking, counted at each point: one point's surplus fills no other's post.</param>
/// <param name="Unreported">As many as are asked for where nothing is reported.</param>
public readonly record struct PostCount(int Required, int Filled, int Vacant, int Unreported)
{
    /// <summary>As many as are missing if nobody holds a post that is not reported.</summary>
    public int MostMissing => Vacant + Unreported;

    /// <summary>Both together.</summary>
    public static PostCount operator +(PostCount left, PostCount right) => new(
        left.Required + right.Required, left.Filled + right.Filled, left.Vacant + right.Vacant, left.Unreported + right.Unreported);
}

/// <summary>One kind of post at one point.</summary>
/// <param name="Point">The point.</param>
/// <param name="Post">The kind of post.</param>
/// <param name="Count">How many are asked for, filled, vacant and not reported.</param>
public readonly record struct PointPost(ServicePoint Point, Post Post, PostCount Count);
