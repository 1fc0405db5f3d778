namespace Gis.Core.Siting.Covers;

/// <summary>
/// What decisions leave of a whole cover, and what can be left out of that: a row that is covered whenever another is, and a column
/// all of whose rows another covers; a row with one column left takes it (Lemke, Salkin, Spielberg 1971, Operations Research 19).
/// </summary>
/// <remarks>
/// Only a row that lost a column can make others needless, and only a column that lost a row can become so: after a decision
/// little has to be looked at again. What a row makes needless is read off the bits that its columns have in common.
/// </remarks>
internal sealed class WholeState
{
    private readonly WholeTable table;
    private readonly ulong[] rows;
    private readonly ulong[] open;
    private readonly ulong[] columns;
    private readonly ulong[] shrunkRows;
    private readonly ulong[] shrunkColumns;
    private readonly ulong[] inAll;
    private readonly List<int> taken = [];

    internal WholeState(WholeTable table)
    {
        this.table = table;
        var (rowWords, columnWords) = (Bits.Words(table.Rows), Bits.Words(table.Columns));
        (rows, open, shrunkRows) = (new ulong[rowWords], new ulong[rowWords], new ulong[rowWords]);
        (columns, shrunkColumns) = (new ulong[columnWords], new ulong[columnWords]);
        inAll = new ulong[Math.Max(rowWords, columnWords)];
    }

    /// <summary>The rows that must still be looked at: covering them covers all that are open.</summary>
    internal ReadOnlySpan<ulong> Rows => rows;

    /// <summary>The rows that no column taken covers.</summary>
    internal ReadOnlySpan<ulong> Open => open;

    /// <summary>The columns that may still be taken.</summary>
    internal ReadOnlySpan<ulong> Columns => columns;

    /// <summary>The columns taken since this was begun or copied.</summary>
    internal IReadOnlyList<int> Taken => taken;

    internal void Begin(ReadOnlySpan<ulong> ofRows, ReadOnlySpan<ulong> ofColumns)
    {
        taken.Clear();
        ofRows.CopyTo(rows);
        ofRows.CopyTo(open);
        ofRows.CopyTo(shrunkRows);
        ofColumns.CopyTo(columns);
        ofColumns.CopyTo(shrunkColumns);
    }

    internal void CopyTo(WholeState other)
    {
        other.taken.Clear();
        rows.CopyTo(other.rows, 0);
        open.CopyTo(other.open, 0);
        columns.CopyTo(other.columns, 0);
        shrunkRows.CopyTo(other.shrunkRows, 0);
        shrunkColumns.CopyTo(other.shrunkColumns, 0);
    }

    internal void Take(int column)
    {
        taken.Add(column);
        Bits.Remove(columns, column);
        Bits.RemoveAll(open, table.RowsOf(column));
        DropRows(table.RowsOf(column));
    }

    internal void Drop(int column)
    {
        Bits.Remove(columns, column);
        Bits.AddBoth(shrunkRows, table.RowsOf(column), rows);
    }

    /// <summary>Leaves out what cannot matter and takes what must be; false if a row has no column left.</summary>
    internal bool Reduce()
    {
        do
        {
            if (!ReduceRows())
                return false;
        }
        while (ReduceColumns());
        return true;
    }

    /// <summary>The rows and columns of each part that has nothing to do with the others.</summary>
    internal List<(ulong[] Rows, ulong[] Columns)> ListParts()
    {
        var parts = new List<(ulong[], ulong[])>();
        var left = rows.AsSpan().ToArray();
        while (!Bits.IsEmpty(left))
        {
            var part = FindPart(left);
            Bits.RemoveAll(left, part.Rows);
            parts.Add(part);
        }

        return parts;
    }

    private (ulong[] Rows, ulong[] Columns) FindPart(ulong[] left)
    {
        var (partRows, partColumns, next) = (new ulong[rows.Length], new ulong[columns.Length], new Stack<int>());
        Reach(First(left));
        while (next.TryPop(out var row))
        {
            foreach (var column in Bits.Both(table.ColumnsOf(row), columns))
            {
                if (Bits.Has(partColumns, column))
                    continue;
                Bits.Add(partColumns, column);
                foreach (var other in Bits.Both(table.RowsOf(column), rows))
                    Reach(other);
            }
        }

        return (partRows, partColumns);

        void Reach(int row)
        {
            if (Bits.Has(partRows, row))
                return;
            Bits.Add(partRows, row);
            next.Push(row);
        }
    }

    private static int First(ReadOnlySpan<ulong> set)
    {
        var members = Bits.Of(set);
        members.MoveNext();
        return members.Current;
    }

    private bool ReduceRows()
    {
        foreach (var row in Bits.Of(shrunkRows))
        {
            if (Bits.Has(rows, row) && !ReduceBy(row))
                return false;
        }

        Array.Clear(shrunkRows);
        return true;
    }

    // The rows that all columns of this one cover need not be looked at.
    private bool ReduceBy(int row)
    {
        var common = inAll.AsSpan(0, rows.Length);
        rows.CopyTo(common);
        var (count, last) = (0, -1);
        foreach (var column in Bits.Both(table.ColumnsOf(row), columns))
        {
            (count, last) = (count + 1, column);
            Bits.KeepOnly(common, table.RowsOf(column));
        }

        if (count == 1)
        {
            Take(last);
        }
        else
        {
            Bits.Remove(common, row);
            DropRows(common);
        }

        return count > 0;
    }

    private bool ReduceColumns()
    {
        var dropped = false;
        foreach (var column in Bits.Both(shrunkColumns, columns))
        {
            if (!IsNeedless(column))
                continue;
            dropped = true;
            Drop(column);
        }

        Array.Clear(shrunkColumns);
        return dropped;
    }

    // A column is if it covers nothing or another covers all its rows.
    private bool IsNeedless(int column)
    {
        var common = inAll.AsSpan(0, columns.Length);
        columns.CopyTo(common);
        var count = 0;
        foreach (var row in Bits.Both(table.RowsOf(column), rows))
        {
            count++;
            Bits.KeepOnly(common, table.ColumnsOf(row));
        }

        Bits.Remove(common, column);
        return count == 0 || !Bits.IsEmpty(common);
    }

    private void DropRows(ReadOnlySpan<ulong> which)
    {
        foreach (var row in Bits.Both(which, rows))
        {
            Bits.Remove(rows, row);
            Bits.AddBoth(shrunkColumns, table.ColumnsOf(row), columns);
        }
    }
}
