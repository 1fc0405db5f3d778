namespace Gis.Core.Siting.Covers;

/// <summary>Makes a plan of some columns: adds what saves most for its cost, drops what others make needless, exchanges what pays.</summary>
internal sealed class CoverFill
{
    private readonly CoverLoss loss;
    private readonly CoverState state;
    private readonly int[] times;
    private readonly bool[] isIn;
    private readonly double[] gain;
    private int count;
    private double money;

    internal CoverFill(CoverLoss loss, CoverState state)
    {
        (this.loss, this.state) = (loss, state);
        times = new int[loss.RowWeights.Length];
        isIn = new bool[loss.Costs.Length];
        gain = new double[loss.Costs.Length];
    }

    /// <summary>A plan with the columns decided, as many of those given as may be, and others.</summary>
    internal int[] Complete(int[] wanted, SitingStop stop)
    {
        Clear();
        for (var column = 0; column < isIn.Length; column++)
        {
            if (state.IsIn(column))
                Add(column);
        }

        foreach (var column in wanted)
        {
            if (CanAdd(column))
                Add(column);
        }

        DropNeedless();
        while (FindBest() is >= 0 and var best)
            Add(best);
        DropNeedless();
        while (!stop.IsNow && Exchange(stop))
        {
            // One exchange may make room for another.
        }

        return [.. Enumerable.Range(0, isIn.Length).Where(column => isIn[column])];
    }

    private bool CanAdd(int column) => !isIn[column] && count < loss.Rule.Build && loss.Prices[column] <= money;

    private void Clear()
    {
        Array.Clear(times);
        Array.Clear(isIn);
        (count, money) = (0, loss.Rule.Money);
        for (var column = 0; column < gain.Length; column++)
        {
            gain[column] = 0;
            foreach (var row in loss.RowsOf[column])
                gain[column] += loss.WeightOf(row);
        }
    }

    private void Add(int column)
    {
        isIn[column] = true;
        count++;
        money -= loss.Prices[column];
        foreach (var row in loss.RowsOf[column])
        {
            if (times[row]++ == 0)
                Spread(row, -loss.WeightOf(row));
        }
    }

    private void Remove(int column)
    {
        isIn[column] = false;
        count--;
        money += loss.Prices[column];
        foreach (var row in loss.RowsOf[column])
        {
            if (--times[row] == 0)
                Spread(row, loss.WeightOf(row));
        }
    }

    private void Spread(int row, double weight)
    {
        foreach (var column in loss.ColumnsOf[row])
            gain[column] += weight;
    }

    private int FindBest()
    {
        var (best, most) = (-1, 0.0);
        for (var column = 0; column < gain.Length; column++)
        {
            if (gain[column] <= loss.Costs[column] + loss.Slack || !CanAdd(column))
                continue;
            var worth = gain[column] / Math.Max(loss.Costs[column], 1e-9);
            if (worth > most)
                (best, most) = (column, worth);
        }

        return best;
    }

    private void DropNeedless()
    {
        for (var column = 0; column < isIn.Length; column++)
        {
            if (isIn[column] && !state.IsIn(column) && OnlyBy(column) <= loss.Costs[column])
                Remove(column);
        }
    }

    // What would be lost without a column of the plan.
    private double OnlyBy(int column)
    {
        var sum = 0.0;
        foreach (var row in loss.RowsOf[column])
            sum += times[row] == 1 ? loss.WeightOf(row) : 0;
        return sum;
    }

    private bool Exchange(SitingStop stop)
    {
        var changed = false;
        for (var column = 0; column < isIn.Length; column++)
        {
            if (!isIn[column] || state.IsIn(column) || stop.IsNow)
                continue;
            var before = OnlyBy(column) - loss.Costs[column];
            Remove(column);
            var best = FindBest();
            if (best < 0 || gain[best] - loss.Costs[best] <= before + loss.Slack)
                best = column;
            Add(best);
            changed |= best != column;
        }

        return changed;
    }
}
