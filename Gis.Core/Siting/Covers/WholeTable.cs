namespace Gis.Core.Siting.Covers;

/// <summary>Which columns cover which rows, as bits both ways.</summary>
internal sealed class WholeTable
{
    private readonly int rowWords;
    private readonly int columnWords;
    private readonly ulong[] columnsOf;
    private readonly ulong[] rowsOf;
    private readonly int[][] listOfRows;

    internal WholeTable(IReadOnlyList<int[]> rows, int columns)
    {
        (Rows, Columns) = (rows.Count, columns);
        (rowWords, columnWords) = (Bits.Words(Rows), Bits.Words(Columns));
        (columnsOf, rowsOf) = (new ulong[Rows * columnWords], new ulong[Columns * rowWords]);
        var lists = Enumerable.Range(0, columns).Select(_ => new List<int>()).ToArray();
        for (var row = 0; row < Rows; row++)
        {
            foreach (var column in rows[row])
            {
                Bits.Add(columnsOf.AsSpan(row * columnWords, columnWords), column);
                Bits.Add(rowsOf.AsSpan(column * rowWords, rowWords), row);
                lists[column].Add(row);
            }
        }

        listOfRows = [.. lists.Select(list => list.ToArray())];
    }

    internal int Rows { get; }

    internal int Columns { get; }

    internal ReadOnlySpan<ulong> ColumnsOf(int row) => columnsOf.AsSpan(row * columnWords, columnWords);

    internal ReadOnlySpan<ulong> RowsOf(int column) => rowsOf.AsSpan(column * rowWords, rowWords);

    internal ReadOnlySpan<int> ListRowsOf(int column) => listOfRows[column];
}
