namespace Gis.Core.Siting.Covers;

/// <summary>Which columns are decided, and which rows that leaves to be covered.</summary>
internal sealed class CoverState
{
    private readonly CoverLoss loss;
    private readonly sbyte[] decided;
    private readonly int[] times;
    private readonly int[] free;
    private readonly Stack<int> done = new();

    internal CoverState(CoverLoss loss)
    {
        this.loss = loss;
        decided = new sbyte[loss.Costs.Length];
        times = new int[loss.RowWeights.Length];
        free = [.. loss.ColumnsOf.Select(columns => columns.Length)];
        (Count, Money) = (loss.Rule.Build, loss.Rule.Money);
        for (var row = 0; row < free.Length; row++)
            Loss += free[row] == 0 ? loss.RowWeights[row] : 0;
    }

    /// <summary>What the columns taken cost and the rows lose that no column is left for.</summary>
    internal double Loss { get; private set; }

    /// <summary>How many columns more may be taken.</summary>
    internal int Count { get; private set; }

    /// <summary>What they may take of the money.</summary>
    internal double Money { get; private set; }

    /// <summary>Whether number and money allow what is decided.</summary>
    internal bool IsPossible => Count >= 0 && Money >= 0 && !double.IsPositiveInfinity(Loss);

    /// <summary>How many columns are decided.</summary>
    internal int Depth => done.Count;

    internal bool IsFree(int column) => decided[column] == 0;

    internal bool IsIn(int column) => decided[column] > 0;

    /// <summary>Whether a row is not covered yet and may be.</summary>
    internal bool IsOpen(int row) => times[row] == 0 && free[row] > 0;

    internal void Fix(int column, bool isIn)
    {
        decided[column] = (sbyte)(isIn ? 1 : -1);
        done.Push(column);
        if (isIn)
        {
            Loss += loss.Costs[column];
            Count--;
            Money -= loss.Prices[column];
        }

        foreach (var row in loss.RowsOf[column])
        {
            times[row] += isIn ? 1 : 0;
            if (--free[row] == 0 && times[row] == 0)
                Loss += loss.RowWeights[row];
        }
    }

    /// <summary>Undoes the last decisions until so many are left.</summary>
    internal void ReturnTo(int depth)
    {
        while (done.Count > depth)
            Undo(done.Pop());
        // Reckoned anew, as an infinite loss cannot be taken off again.
        (Loss, Money) = (0, loss.Rule.Money);
        foreach (var column in done)
        {
            Loss += IsIn(column) ? loss.Costs[column] : 0;
            Money -= IsIn(column) ? loss.Prices[column] : 0;
        }

        for (var row = 0; row < times.Length; row++)
            Loss += times[row] == 0 && free[row] == 0 ? loss.RowWeights[row] : 0;
    }

    private void Undo(int column)
    {
        var isIn = IsIn(column);
        decided[column] = 0;
        Count += isIn ? 1 : 0;
        foreach (var row in loss.RowsOf[column])
        {
            free[row]++;
            times[row] -= isIn ? 1 : 0;
        }
    }
}
