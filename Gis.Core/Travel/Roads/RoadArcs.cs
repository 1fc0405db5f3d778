namespace Gis.Core.Travel.Roads;

/// <summary>A step from one state to the next, or, in a reverse graph, back to the one before.</summary>
/// <param name="End">The state it leads to.</param>
/// <param name="Lane">The road and direction it goes along: see <see cref="Lanes"/>.</param>
/// <param name="Cost">What it costs: see <see cref="RoadCost"/>.</param>
internal readonly record struct Arc(int End, int Lane, long Cost);

/// <summary>A road in one direction, as one number: twice the road's index, and one more against the direction it is drawn in.</summary>
internal static class Lanes
{
    internal static int Of(int road, bool backward) => (road * 2) + (backward ? 1 : 0);

    internal static int RoadOf(int lane) => lane >> 1;

    internal static bool IsBackward(int lane) => (lane & 1) == 1;
}

/// <summary>Arcs in compressed rows: those of a state stand together.</summary>
internal sealed class ArcRows(int[] start, Arc[] arcs)
{
    internal int StateCount => start.Length - 1;

    internal int ArcCount => arcs.Length;

    internal ReadOnlySpan<Arc> this[int state] => arcs.AsSpan(start[state], start[state + 1] - start[state]);

    /// <summary>The same arcs, each in the row of the state it leads to.</summary>
    internal ArcRows Reverse()
    {
        var rows = new int[StateCount + 1];
        foreach (var arc in arcs)
            rows[arc.End + 1]++;
        for (var state = 0; state < StateCount; state++)
            rows[state + 1] += rows[state];
        var next = rows.AsSpan(0, StateCount).ToArray();
        var reversed = new Arc[arcs.Length];
        for (var state = 0; state < StateCount; state++)
        {
            foreach (var arc in this[state])
                reversed[next[arc.End]++] = arc with { End = state };
        }

        return new ArcRows(rows, reversed);
    }

    /// <summary>Those of the arcs that are wanted.</summary>
    internal ArcRows Where(Func<Arc, bool> wanted)
    {
        var rows = new int[StateCount + 1];
        var kept = new List<Arc>(arcs.Length);
        for (var state = 0; state < StateCount; state++)
        {
            foreach (var arc in this[state])
            {
                if (wanted(arc))
                    kept.Add(arc);
            }

            rows[state + 1] = kept.Count;
        }

        return new ArcRows(rows, [.. kept]);
    }
}
