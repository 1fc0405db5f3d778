using System.Runtime.CompilerServices;

namespace Gis.Core.Travel.Roads;

/// <summary>A step of a search over a hierarchy: the node it leads to and what it costs.</summary>
internal readonly record struct Hop(int End, long Cost);

/// <summary>Hops in compressed rows.</summary>
internal sealed class HopRows
{
    private readonly int[] start;
    private readonly Hop[] hops;

    internal HopRows(int count, Func<int, IEnumerable<Hop>> rowOf)
    {
        start = new int[count + 1];
        var all = new List<Hop>(count * 3);
        for (var node = 0; node < count; node++)
        {
            all.AddRange(rowOf(node));
            start[node + 1] = all.Count;
        }

        hops = [.. all];
    }

    internal int NodeCount => start.Length - 1;

    internal int HopCount => hops.Length;

    internal ReadOnlySpan<Hop> this[int node]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => hops.AsSpan(start[node], start[node + 1] - start[node]);
    }
}
