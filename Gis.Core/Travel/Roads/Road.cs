using System.Collections.Immutable;
using Gis.Core.Places;
using Gis.Core.Units;

namespace Gis.Core.Travel.Roads;

/// <summary>A road between two vertices, drawn from the one to the other.</summary>
/// <param name="From">The index of the vertex it starts from.</param>
/// <param name="To">The index of the vertex it leads to; may be the same, for a loop.</param>
/// <param name="Shape">The positions it passes between its ends, without the ends themselves; default for none.</param>
/// <param name="Walk">How it may be used on foot.</param>
/// <param name="EBike">How it may be used by e-bike.</param>
/// <param name="Car">How it may be used by car.</param>
/// <param name="Bridge">The name of the bridge or ferry it belongs to, by which it can be closed; null for any other road.</param>
/// <param name="PassOnly">Whether one only passes along it, so that no trip starts or ends part-way: motorways, tunnels,
/// ferries. What has a <paramref name="Bridge"/> is never joined part-way.</param>
public readonly record struct Road(
    int From,
    int To,
    ImmutableArray<LonLat> Shape,
    RoadUse Walk,
    RoadUse EBike,
    RoadUse Car,
    string? Bridge,
    bool PassOnly = false);

/// <summary>How fast one mode goes along a road. The default is closed both ways.</summary>
/// <param name="Forward">The speed in the direction in which the road is drawn; null where that way is closed.</param>
/// <param name="Backward">The speed against that direction; null where that way is closed.</param>
public readonly record struct RoadUse(Speed? Forward, Speed? Backward)
{
    /// <summary>Whether it is open at least one way.</summary>
    public bool IsOpen => Forward is not null || Backward is not null;

    /// <summary>The same speed both ways.</summary>
    public static RoadUse BothWays(Speed speed) => new(speed, speed);

    /// <summary>Open in the direction in which the road is drawn only.</summary>
    public static RoadUse OneWay(Speed speed) => new(speed, null);
}

/// <summary>A turn that cars may not take; on foot and by e-bike, which can be pushed, all turns are free.</summary>
/// <param name="FromRoad">The index of the road come from.</param>
/// <param name="Via">The index of the vertex at which both roads end.</param>
/// <param name="ToRoad">The index of the road that may not be taken next; the same road for a turn back.</param>
public readonly record struct TurnBan(int FromRoad, int Via, int ToRoad);
