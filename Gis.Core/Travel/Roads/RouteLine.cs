using System.Collections.Immutable;
using Gis.Core.Places;

namespace Gis.Core.Travel.Roads;

/// <summary>Draws the line of a way.</summary>
internal static class RouteLine
{
    /// <summary>
    /// From the start over lanes to the end. The first lane is the one on which the start lies and the last the one on which the
    /// end lies, of which only a part is used; -1 stands for either where that place joins at a junction.
    /// </summary>
    internal static IEnumerable<LonLat> Draw(RoadNetwork network, PlaceSeeds start, int[] lanes, PlaceSeeds end) =>
    [
        start.Place,
        start.Foot.At,
        .. lanes[0] < 0 ? [] : After(network, lanes[0], start.Foot.Segment),
        .. lanes[1..^1].SelectMany(lane => LineOf(network, lane)),
        .. lanes[^1] < 0 ? [] : Before(network, lanes[^1], end.Foot.Segment),
        end.Foot.At,
        end.Place,
    ];

    /// <summary>From the start to an end at the same junction or on the same road.</summary>
    internal static IEnumerable<LonLat> DrawAlong(RoadNetwork network, PlaceSeeds start, PlaceSeeds end)
    {
        var line = network.LineOf(start.Foot.Road);
        var (first, last) = (start.Foot.Segment, end.Foot.Segment);
        var between = start.Foot.Vertex is not null ? []
            : first <= last ? line[(first + 1)..(last + 1)]
            : line[(last + 1)..(first + 1)].Reverse();
        return [start.Place, start.Foot.At, .. between, end.Foot.At, end.Place];
    }

    /// <summary>The line without positions that only rounding sets apart, as of a place on the road and its spot there; its ends stay.</summary>
    internal static ImmutableArray<LonLat> DropRepeats(IEnumerable<LonLat> line)
    {
        var kept = ImmutableArray.CreateBuilder<LonLat>();
        foreach (var at in line)
        {
            if (kept.Count == 0 || !IsSame(kept[^1], at))
                kept.Add(at);
            else if (kept.Count > 1)
                kept[^1] = at;
        }

        return kept.ToImmutable();
    }

    // A hundred-millionth of a degree is a millimetre.
    private static bool IsSame(LonLat one, LonLat other) =>
        Math.Abs(one.Longitude - other.Longitude) < 1e-8 && Math.Abs(one.Latitude - other.Latitude) < 1e-8;

    private static IEnumerable<LonLat> LineOf(RoadNetwork network, int lane)
    {
        var line = network.LineOf(Lanes.RoadOf(lane));
        return Lanes.IsBackward(lane) ? line.Reverse() : line;
    }

    // Segment 0 lies between positions 0 and 1 of the road as drawn.
    private static IEnumerable<LonLat> After(RoadNetwork network, int lane, int segment)
    {
        var line = network.LineOf(Lanes.RoadOf(lane));
        return Lanes.IsBackward(lane) ? line[..(segment + 1)].Reverse() : line[(segment + 1)..];
    }

    private static IEnumerable<LonLat> Before(RoadNetwork network, int lane, int segment)
    {
        var line = network.LineOf(Lanes.RoadOf(lane));
        return Lanes.IsBackward(lane) ? line[(segment + 1)..].Reverse() : line[..(segment + 1)];
    }
}
