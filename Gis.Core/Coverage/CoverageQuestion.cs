using System.Collections.Immutable;
using System.Globalization;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>
/// Who is within reach of an open point? ("Coverage" here is about people, not about valid sets of polygons, which is
/// what geometry libraries call by that name.)
/// </summary>
/// <param name="Mode">How people travel.</param>
/// <param name="Limit">The longest trip that still counts; exactly at the limit is covered.</param>
/// <param name="Tiers">The tiers of point that count; at least one.</param>
/// <param name="With">Points taken as open although they are not built.</param>
/// <param name="Without">Points taken as closed although they are built.</param>
public sealed record CoverageQuestion(
    TravelMode Mode,
    Minutes Limit,
    ImmutableSortedSet<Tier> Tiers,
    ImmutableSortedSet<PointId> With,
    ImmutableSortedSet<PointId> Without)
{
    /// <summary>The longest limit that may be asked.</summary>
    public static Minutes LongestLimit { get; } = new(240);

    /// <summary>All three tiers.</summary>
    public static ImmutableSortedSet<Tier> AllTiers { get; } = [Tier.Centre, Tier.Station, Tier.Room];

    /// <summary>A question about the network as it stands.</summary>
    public static CoverageQuestion Of(TravelMode mode, Minutes limit) => new(mode, limit, AllTiers, [], []);

    /// <summary>Whether a point counts as open in this question.</summary>
    public bool IsOpen(ServicePoint point) =>
        Tiers.Contains(point.Tier) && !Without.Contains(point.Id) && (point.IsOpen || With.Contains(point.Id));

    /// <summary>The question as it stands in a link; equal questions read the same.</summary>
    public override string ToString()
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"mode={Mode.Written()}&limit={Limit.Value}&tiers={string.Join(',', Tiers.Select(tier => tier.Written()))}");
        text += With.IsEmpty ? "" : "&with=" + string.Join(',', With);
        return text + (Without.IsEmpty ? "" : "&without=" + string.Join(',', Without));
    }
}
