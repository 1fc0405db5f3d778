using System.Collections.Immutable;
using System.Globalization;
using Gis.Core.Network;
using Gis.Core.Places;
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
    private readonly ImmutableSortedDictionary<PointId, LonLat> moves = ImmutableSortedDictionary<PointId, LonLat>.Empty;

    /// <summary>Points taken to stand elsewhere, with the place, to six decimals of a degree.</summary>
    public ImmutableSortedDictionary<PointId, LonLat> Moves
    {
        get => moves;
        init => moves = value.ToImmutableSortedDictionary(move => move.Key, move => WrittenPosition.Rounded(move.Value));
    }

    /// <summary>Points taken to be there and open although the network has none; they are called new-1, new-2… in this order.</summary>
    public ImmutableArray<Addition> Additions { get; init; } = [];

    /// <summary>What is counted.</summary>
    public Weighting Weighting { get; init; }

    /// <summary>The longest limit that may be asked.</summary>
    public static Minutes LongestLimit { get; } = new(240);

    /// <summary>The most points that may be moved, and the most that may be added.</summary>
    public static int MostChanges => 50;

    /// <summary>All three tiers.</summary>
    public static ImmutableSortedSet<Tier> AllTiers { get; } = [Tier.Centre, Tier.Station, Tier.Room];

    /// <summary>A question about the network as it stands.</summary>
    public static CoverageQuestion Of(TravelMode mode, Minutes limit) => new(mode, limit, AllTiers, [], []);

    /// <summary>The points moved and added as they stand in a link; empty where there are none.</summary>
    public string Changes =>
        Field("move", Moves.Select(move => $"{move.Key}@{WrittenPosition.Of(move.Value)}")) + Field("add", Additions);

    /// <summary>Whether a point counts as open in this question.</summary>
    public bool IsOpen(ServicePoint point) =>
        Tiers.Contains(point.Tier) && !Without.Contains(point.Id) && (point.IsOpen || With.Contains(point.Id));

    /// <summary>Whether a point is not open in this question but may be built: of a tier that counts, and not taken as closed.</summary>
    public bool MayBuild(ServicePoint point) => Tiers.Contains(point.Tier) && !Without.Contains(point.Id) && !IsOpen(point);

    /// <summary>The question as it stands in a link; equal questions read the same.</summary>
    public override string ToString()
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"mode={Mode.Written()}&limit={Limit.Value}&tiers={string.Join(',', Tiers.Select(tier => tier.Written()))}");
        return text + Field("with", With) + Field("without", Without) + Changes
            + (Weighting == Weighting.Residents ? "" : "&weigh=" + Weighting.Written());
    }

    // What is not asked is not written, so that a link made before there was such a field stays the same.
    private static string Field<T>(string name, IEnumerable<T> values) => string.Join(',', values) is { Length: > 0 } text ? $"&{name}={text}" : "";
}
