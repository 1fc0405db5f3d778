namespace Gis.Core.Siting.Covers;

/// <summary>
/// How many columns some rows need at least, by prices: their sum, less what the rows of a column cost above one. That holds for any
/// prices that are not negative (Geoffrion 1974, Mathematical Programming Study 2), so no rounding before it matters.
/// </summary>
internal sealed class WholeBound(WholeTable table)
{
    private readonly double[] prices = new double[table.Rows];
    private readonly double[] left = new double[table.Columns];

    /// <summary>What a column would add to the bound at least if it were taken.</summary>
    internal double LeftOf(int column) => left[column];

    internal double Reckon(WholeDual dual, ReadOnlySpan<ulong> rows, ReadOnlySpan<ulong> columns)
    {
        Array.Clear(prices);
        dual.Fill(prices, rows);
        var bound = 0.0;
        foreach (var price in prices)
            bound += price;
        foreach (var column in Bits.Of(columns))
        {
            var rest = 1.0;
            foreach (var row in table.ListRowsOf(column))
                rest -= prices[row];
            left[column] = rest;
            bound += Math.Min(0, rest);
        }

        return bound;
    }
}
