using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>
/// Minutes by which trips may be off beside the accuracy of the positions, record by record: of what lies far from any road.
/// What is not named is in no such doubt.
/// </summary>
/// <param name="Villages">By village.</param>
/// <param name="Points">By service point.</param>
public sealed record SnapDoubt(ImmutableDictionary<AreaCode, Minutes> Villages, ImmutableDictionary<PointId, Minutes> Points)
{
    /// <summary>No such doubt.</summary>
    public static SnapDoubt None { get; } = new(ImmutableDictionary<AreaCode, Minutes>.Empty, ImmutableDictionary<PointId, Minutes>.Empty);
}
