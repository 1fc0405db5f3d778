namespace Gis.Web.Maps.Marks;

/// <summary>Marks in the order of their Morton keys: those of a tile are one range of rows, and a total is one subtraction.</summary>
public sealed class MarkIndex
{
    private readonly ulong[] keys;

    // The sum of everything before a row, so that a cell of ten thousand marks costs as much as one of two.
    private readonly long[][] sumsBefore;

    public MarkIndex(MarkColumns marks)
    {
        marks.Verify();
        keys = new ulong[marks.Count];
        var order = new int[marks.Count];
        for (var i = 0; i < keys.Length; i++)
            (keys[i], order[i]) = (MercatorKey.Of(marks.Longitudes[i], marks.Latitudes[i]), i);
        Array.Sort(keys, order);
        KeepOrderAtOnePlace(order);
        Fields = [.. marks.Fields.Select(field => field.InOrder(order))];
        TotalNames = [.. marks.Totals.Select(total => total.Name)];
        sumsBefore = [.. marks.Totals.Select(total => SumsBefore(total.Values, order))];
    }

    public int Count => keys.Length;

    internal MarkField[] Fields { get; }

    internal string[] TotalNames { get; }

    /// <summary>The rows of a tile's marks, from the first to before the end.</summary>
    internal (int First, int End) RangeOf(TileAddress tile)
    {
        var (least, greatest) = MercatorKey.RangeOf(tile);
        return (FindFirst(least, 0, keys.Length), greatest == ulong.MaxValue ? keys.Length : FindFirst(greatest + 1, 0, keys.Length));
    }

    /// <summary>Where in a tile a mark is.</summary>
    internal (int X, int Y) PlaceIn(int zoom, int row)
    {
        var (x, y) = MercatorKey.Part(keys[row]);
        var below = 32 - zoom - MvtLayer.ExtentBits;
        return ((int)(x >> below) & (MvtLayer.Extent - 1), (int)(y >> below) & (MvtLayer.Extent - 1));
    }

    /// <summary>The row after the last that shares a cell with this one, where a cell is a tile of that deeper zoom.</summary>
    internal int EndOfCell(int first, int end, int zoomOfCell)
    {
        var below = 64 - (2 * zoomOfCell);
        var greatest = keys[first] | ((1UL << below) - 1);
        // Most cells end soon: doubling steps find the end without looking at all that follows.
        var step = 1;
        while (first + step < end && keys[first + step] <= greatest)
            step *= 2;
        return greatest == ulong.MaxValue ? end : FindFirst(greatest + 1, first + (step / 2), Math.Min(first + step, end));
    }

    internal long Sum(int total, int first, int end) => sumsBefore[total][end] - sumsBefore[total][first];

    // The sort may swap equal keys: without this the same data could give other bytes.
    private void KeepOrderAtOnePlace(int[] order)
    {
        for (var first = 0; first < keys.Length;)
        {
            var end = first + 1;
            while (end < keys.Length && keys[end] == keys[first])
                end++;
            Array.Sort(order, first, end - first);
            first = end;
        }
    }

    private static long[] SumsBefore(long[] values, int[] order)
    {
        var sums = new long[values.Length + 1];
        for (var row = 0; row < order.Length; row++)
            sums[row + 1] = sums[row] + values[order[row]];
        return sums;
    }

    private int FindFirst(ulong key, int from, int to)
    {
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            if (keys[middle] < key)
                from = middle + 1;
            else
                to = middle;
        }

        return from;
    }
}
