namespace Gis.Core.Siting.Covers;

/// <summary>What decisions leave of a cover: the free columns and the rows still to be covered, numbered anew and packed.</summary>
internal sealed class CoverRest
{
    private readonly CoverLoss loss;
    private readonly int[] rowNumber;
    private readonly int[] start;
    private readonly int[] members;

    internal CoverRest(CoverLoss loss)
    {
        this.loss = loss;
        rowNumber = new int[loss.RowWeights.Length];
        RowOf = new int[loss.RowWeights.Length];
        ColumnOf = new int[loss.Costs.Length];
        start = new int[loss.Costs.Length + 1];
        members = new int[loss.RowsOf.Sum(rows => rows.Length)];
    }

    internal int Rows { get; private set; }

    internal int Columns { get; private set; }

    /// <summary>The row of the whole that each row is.</summary>
    internal int[] RowOf { get; }

    /// <summary>The column of the whole that each column is.</summary>
    internal int[] ColumnOf { get; }

    internal ReadOnlySpan<int> RowsOf(int column) => members.AsSpan(start[column]..start[column + 1]);

    internal void Pack(CoverState state)
    {
        (Rows, Columns) = (0, 0);
        for (var row = 0; row < rowNumber.Length; row++)
        {
            if (!state.IsOpen(row))
                continue;
            RowOf[Rows] = row;
            rowNumber[row] = Rows++;
        }

        var end = 0;
        for (var column = 0; column < loss.Costs.Length; column++)
        {
            if (!state.IsFree(column))
                continue;
            start[Columns] = end;
            ColumnOf[Columns++] = column;
            foreach (var row in loss.RowsOf[column])
            {
                if (state.IsOpen(row))
                    members[end++] = rowNumber[row];
            }
        }

        start[Columns] = end;
    }
}
