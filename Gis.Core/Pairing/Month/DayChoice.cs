namespace Gis.Core.Pairing.Month;

/// <summary>
/// The least sum of costs when every row takes a column of its own: the shortest augmenting paths of Jonker and Volgenant, "A shortest
/// augmenting path algorithm for dense and sparse linear assignment problems", Computing 38, 1987, without their first steps.
/// </summary>
internal static class DayChoice
{
    /// <summary>The column of every row. There are at least as many columns as rows.</summary>
    internal static int[] Assign(long[][] costs)
    {
        var columns = costs.Length == 0 ? 0 : costs[0].Length;
        // Column 0 and row 0 are where a path begins; the others count from 1.
        var (rowPrice, columnPrice, rowOf) = (new long[costs.Length + 1], new long[columns + 1], new int[columns + 1]);
        for (var row = 1; row <= costs.Length; row++)
        {
            rowOf[0] = row;
            Augment(costs, rowPrice, columnPrice, rowOf);
        }

        var taken = new int[costs.Length];
        for (var column = 1; column <= columns; column++)
        {
            if (rowOf[column] > 0)
                taken[rowOf[column] - 1] = column - 1;
        }

        return taken;
    }

    private static void Augment(long[][] costs, long[] rowPrice, long[] columnPrice, int[] rowOf)
    {
        var (seen, reach, from) = (new bool[rowOf.Length], new long[rowOf.Length], new int[rowOf.Length]);
        Array.Fill(reach, long.MaxValue);
        var at = 0;
        while (rowOf[at] != 0)
        {
            seen[at] = true;
            var (row, next, step) = (rowOf[at], -1, long.MaxValue);
            for (var column = 1; column < rowOf.Length; column++)
            {
                if (seen[column])
                    continue;
                var cost = costs[row - 1][column - 1] - rowPrice[row] - columnPrice[column];
                if (cost < reach[column])
                    (reach[column], from[column]) = (cost, at);
                if (reach[column] < step)
                    (step, next) = (reach[column], column);
            }

            Move(step, seen, reach, rowPrice, columnPrice, rowOf);
            at = next;
        }

        for (; at != 0; at = from[at])
            rowOf[at] = rowOf[from[at]];
    }

    private static void Move(long step, bool[] seen, long[] reach, long[] rowPrice, long[] columnPrice, int[] rowOf)
    {
        for (var column = 0; column < seen.Length; column++)
        {
            if (seen[column])
            {
                rowPrice[rowOf[column]] += step;
                columnPrice[column] -= step;
            }
            else if (reach[column] < long.MaxValue)
            {
                reach[column] -= step;
            }
        }
    }
}
