namespace Gis.Core.Siting;

/// <summary>Each row to a column of its own at least cost in sum, by shortest augmenting paths (Kuhn 1955, Munkres 1957; Jonker, Volgenant 1987).</summary>
internal sealed class Assignment
{
    private readonly double[][] costs;
    private readonly double[] ofRow;
    private readonly double[] ofColumn;
    private readonly int[] rowOf;

    private Assignment(double[][] costs, int columns)
    {
        this.costs = costs;
        (ofRow, ofColumn, rowOf) = (new double[costs.Length], new double[columns], new int[columns]);
        Array.Fill(rowOf, -1);
    }

    /// <summary>What a row pays in the dual; with that of a column never more than the cost of the two.</summary>
    internal ReadOnlySpan<double> OfRow => ofRow;

    /// <summary>What a column pays in the dual: nothing if no row has it, else never above nothing.</summary>
    internal ReadOnlySpan<double> OfColumn => ofColumn;

    internal double Least => ofRow.Sum() + ofColumn.Sum();

    /// <summary>The column of each row.</summary>
    internal int[] Columns()
    {
        var columns = new int[costs.Length];
        for (var column = 0; column < rowOf.Length; column++)
        {
            if (rowOf[column] >= 0)
                columns[rowOf[column]] = column;
        }

        return columns;
    }

    /// <summary>The cheapest assignment; none if infinite costs leave none.</summary>
    /// <param name="costs">By row and column; infinite where they must not meet.</param>
    /// <param name="columns">How many columns there are; no fewer than rows.</param>
    internal static Assignment? Of(double[][] costs, int columns)
    {
        var assignment = new Assignment(costs, columns);
        for (var row = 0; row < costs.Length; row++)
        {
            if (!assignment.Add(row))
                return null;
        }

        return assignment;
    }

    private bool Add(int newRow)
    {
        var (nearest, from, isDone) = (new double[rowOf.Length], new int[rowOf.Length], new bool[rowOf.Length]);
        Array.Fill(nearest, double.PositiveInfinity);
        var (row, last) = (newRow, -1);
        while (true)
        {
            var next = Reach(row, last, nearest, from, isDone);
            if (double.IsPositiveInfinity(nearest[next]))
                return false;
            Shift(newRow, nearest[next], nearest, isDone);
            isDone[next] = true;
            if (rowOf[next] < 0)
            {
                Augment(newRow, next, from);
                return true;
            }

            (row, last) = (rowOf[next], next);
        }
    }

    // Looks from a row at all columns not yet done; gives the nearest of these.
    private int Reach(int row, int last, double[] nearest, int[] from, bool[] isDone)
    {
        var (next, costsOfRow) = (-1, costs[row]);
        for (var column = 0; column < nearest.Length; column++)
        {
            if (isDone[column])
                continue;
            var reduced = costsOfRow[column] - ofRow[row] - ofColumn[column];
            if (reduced < nearest[column])
                (nearest[column], from[column]) = (reduced, last);
            if (next < 0 || nearest[column] < nearest[next])
                next = column;
        }

        return next;
    }

    private void Shift(int newRow, double by, double[] nearest, bool[] isDone)
    {
        ofRow[newRow] += by;
        for (var column = 0; column < nearest.Length; column++)
        {
            if (isDone[column])
            {
                ofRow[rowOf[column]] += by;
                ofColumn[column] -= by;
            }
            else
            {
                nearest[column] -= by;
            }
        }
    }

    private void Augment(int newRow, int free, int[] from)
    {
        for (var column = free; ;)
        {
            var before = from[column];
            rowOf[column] = before < 0 ? newRow : rowOf[before];
            if (before < 0)
                return;
            column = before;
        }
    }
}
