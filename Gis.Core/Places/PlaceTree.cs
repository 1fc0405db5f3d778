using System.Collections.Immutable;
using Gis.Core.Units;

namespace Gis.Core.Places;

/// <summary>
/// Positions in order of space, so that what is near a place is found without looking at all of them: a k-d tree (Bentley 1975,
/// CACM 18(9)) over the chords. Its answers are those of <see cref="Geodesic"/>, over poles and the date line, too. Never changes,
/// so threads may share it.
/// </summary>
public sealed class PlaceTree
{
    // Below this a scan is quicker than another turn.
    private const int LeafSize = 8;

    // A hundred times what rounding may do to metres from the centre of the earth.
    private const double Slack = 1e-6;

    private readonly ImmutableArray<LonLat> places;
    private readonly SpacePoint[] points;
    private readonly int[] placeOf;

    // A part of more positions than a leaf is split in its middle, and known by that.
    private readonly (int Axis, double At)[] splits;

    /// <summary>Orders positions.</summary>
    /// <param name="places">The positions, known from here on by their index; several may be the same.</param>
    public PlaceTree(ImmutableArray<LonLat> places)
    {
        this.places = places;
        points = [.. places.Select(SpacePoint.Of)];
        placeOf = [.. Enumerable.Range(0, places.Length)];
        splits = new (int, double)[places.Length];
        Build(0, places.Length);
    }

    /// <summary>How many positions there are.</summary>
    public int Count => places.Length;

    /// <summary>The positions nearest to a place by <see cref="Geodesic.Distance"/>, nearest first, equally near ones by index.</summary>
    /// <param name="at">The place.</param>
    /// <param name="count">How many to give; fewer if there are fewer.</param>
    /// <returns>Their indexes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public int[] Nearest(LonLat at, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count == 0 || Count == 0)
            return [];
        // One more than is wanted tells whether another could be as near as the last.
        var found = new ChordList(SpacePoint.Of(at), Math.Min(count, Count - 1) + 1);
        Search(0, Count, found);
        if (count < found.Count && MayBeAsFar(found, count))
            found = CollectWithin(found, MostMetres(found.SquareAt(count - 1)));
        return InOrder(found, at)[..Math.Min(count, found.Count)];
    }

    /// <summary>How far it is to the nearest position.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public Metres DistanceToNearest(LonLat at) =>
        Nearest(at, 1) is [var nearest] ? Geodesic.Distance(at, places[nearest]) : throw new InvalidOperationException("There is no position that could be near.");

    /// <summary>Whether some position is within a distance of a place by <see cref="Geodesic.Distance"/>; exactly at it is within.</summary>
    public bool AnyWithin(LonLat at, Metres distance)
    {
        var most = distance.Value + Slack;
        return AnyWithin(0, Count, SpacePoint.Of(at), most * most, at, distance);
    }

    private bool AnyWithin(int first, int end, in SpacePoint from, double mostSquared, LonLat at, Metres distance)
    {
        if (end - first <= LeafSize)
        {
            for (var row = first; row < end; row++)
            {
                if (IsWithin(row, from, mostSquared, at, distance))
                    return true;
            }

            return false;
        }

        var (below, above, beyond) = Split(first, end, from);
        var (near, far) = beyond < 0 ? (below, above) : (above, below);
        return AnyWithin(near.First, near.End, from, mostSquared, at, distance)
            || (beyond * beyond <= mostSquared && AnyWithin(far.First, far.End, from, mostSquared, at, distance));
    }

    private bool IsWithin(int row, in SpacePoint from, double mostSquared, LonLat at, Metres distance)
    {
        var squared = from.ChordSquaredTo(points[row]);
        if (squared > mostSquared)
            return false;
        // Only what stands about at the limit need be measured.
        return MostMetres(squared) <= distance.Value || Geodesic.Distance(at, places[placeOf[row]]) <= distance;
    }

    private void Search(int first, int end, ChordList found)
    {
        if (end - first <= LeafSize)
        {
            for (var row = first; row < end; row++)
                found.Offer(found.From.ChordSquaredTo(points[row]), row);
            return;
        }

        var (below, above, beyond) = Split(first, end, found.From);
        var (near, far) = beyond < 0 ? (below, above) : (above, below);
        Search(near.First, near.End, found);
        if (beyond * beyond <= found.Greatest)
            Search(far.First, far.End, found);
    }

    // All that may be as near by way as the last one wanted: many only where many stand in one place, or far away.
    private ChordList CollectWithin(ChordList found, double metres)
    {
        for (var size = found.Count * 2; ; size *= 2)
        {
            var wider = new ChordList(found.From, Math.Min(size, Count));
            Search(0, Count, wider);
            if (wider.Count == Count || wider.Greatest > metres * metres)
                return wider;
        }
    }

    // By chord and by way the order may differ where both are nearly the same: such ones are measured.
    private int[] InOrder(ChordList found, LonLat at)
    {
        var order = new int[found.Count];
        for (var rank = 0; rank < order.Length; rank++)
            order[rank] = placeOf[found.RowAt(rank)];
        for (var first = 0; first < order.Length;)
        {
            var end = first + 1;
            while (end < order.Length && MayBeAsFar(found, end))
                end++;
            if (end - first > 1)
                order[first..end].OrderBy(place => Geodesic.Distance(at, places[place])).ThenBy(place => place).ToArray().CopyTo(order, first);
            first = end;
        }

        return order;
    }

    private static double MostMetres(double chordSquared) => SpacePoint.MostMetresOver(Math.Sqrt(chordSquared)) + Slack;

    // Whether the way to the one before may be as long as that to one of a longer chord.
    private static bool MayBeAsFar(ChordList found, int rank) => MostMetres(found.SquareAt(rank - 1)) >= Math.Sqrt(found.SquareAt(rank));

    private ((int First, int End) Below, (int First, int End) Above, double Beyond) Split(int first, int end, in SpacePoint from)
    {
        var middle = (first + end) >>> 1;
        ref readonly var split = ref splits[middle];
        return ((first, middle), (middle, end), from[split.Axis] - split.At);
    }

    // Halved along the axis on which the part is longest; what stands from the middle on is not below it.
    private void Build(int first, int end)
    {
        if (end - first <= LeafSize)
            return;
        var axis = LongestAxis(points.AsSpan(first..end));
        var (before, placesBefore) = (points[first..end], placeOf[first..end]);
        int[] order = [.. Enumerable.Range(0, before.Length)];
        Array.Sort(before.Select(point => point[axis]).ToArray(), order);
        for (var row = 0; row < order.Length; row++)
            (points[first + row], placeOf[first + row]) = (before[order[row]], placesBefore[order[row]]);
        var middle = (first + end) >>> 1;
        splits[middle] = (axis, points[middle][axis]);
        Build(first, middle);
        Build(middle, end);
    }

    private static int LongestAxis(ReadOnlySpan<SpacePoint> part)
    {
        Span<double> least = [double.MaxValue, double.MaxValue, double.MaxValue];
        Span<double> most = [double.MinValue, double.MinValue, double.MinValue];
        foreach (ref readonly var point in part)
        {
            for (var axis = 0; axis < 3; axis++)
                (least[axis], most[axis]) = (Math.Min(least[axis], point[axis]), Math.Max(most[axis], point[axis]));
        }

        var (x, y, z) = (most[0] - least[0], most[1] - least[1], most[2] - least[2]);
        return x >= y && x >= z ? 0 : y >= z ? 1 : 2;
    }
}
