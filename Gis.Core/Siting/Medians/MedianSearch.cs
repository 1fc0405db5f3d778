namespace Gis.Core.Siting.Medians;

/// <summary>
/// A set of columns and what it costs every demand, improved by exchanges; the best exchange of a round is found in one pass
/// over the pairs (Whitaker 1983; Resende and Werneck 2007, European Journal of Operational Research 179).
/// </summary>
internal sealed class MedianSearch
{
    private readonly MedianModel model;
    private readonly bool[] isChosen;
    private readonly double budget;
    private readonly int[] nearest;
    private readonly double[] first;
    private readonly double[] second;

    internal MedianSearch(MedianModel model, double budget)
    {
        this.model = model;
        this.budget = budget;
        isChosen = new bool[model.Candidates.Length];
        nearest = new int[model.Rows.Length];
        first = new double[model.Rows.Length];
        second = new double[model.Rows.Length];
        Refresh();
    }

    /// <summary>The sum of weight times cost; above <see cref="MedianModel.Unserved"/> while someone is not served.</summary>
    internal double Sum { get; private set; }

    internal bool IsChosen(int column) => isChosen[column];

    internal IEnumerable<int> Chosen => Enumerable.Range(0, isChosen.Length).Where(column => isChosen[column]);

    internal double Cost => Chosen.Sum(CostOf);

    /// <summary>Starts again from these columns.</summary>
    internal void Choose(IEnumerable<int> columns)
    {
        Array.Clear(isChosen);
        foreach (var column in columns)
            isChosen[column] = true;
        Refresh();
    }

    /// <summary>Adds the column that saves most, until as many are chosen as may be.</summary>
    internal void AddGreedily(int build)
    {
        var chosen = Chosen.Count();
        for (var left = budget - Cost; chosen < build; chosen++)
        {
            var best = Best(column => isChosen[column] || CostOf(column) > left ? double.NegativeInfinity : SavingOf(column));
            if (best.Column < 0 || best.Worth < 0)
                return;
            isChosen[best.Column] = true;
            left -= CostOf(best.Column);
            Refresh();
        }
    }

    /// <summary>Exchanges one column for another while that is cheaper.</summary>
    internal void Exchange(SitingStop stop)
    {
        while (!stop.IsNow && FindExchange() is (var added, var removed))
        {
            var before = Sum;
            (isChosen[added], isChosen[removed]) = (true, false);
            Refresh();
            // Rounding alone must not go round in circles.
            if (Sum < before)
                continue;
            (isChosen[added], isChosen[removed]) = (false, true);
            Refresh();
            return;
        }
    }

    private (int Added, int Removed)? FindExchange()
    {
        var loss = new double[isChosen.Length];
        for (var demand = 0; demand < nearest.Length; demand++)
        {
            if (nearest[demand] >= 0)
                loss[nearest[demand]] += Charge(demand, second[demand]) - Charge(demand, first[demand]);
        }

        var money = budget - Cost;
        var (best, found) = (ChoiceProgram.Slack(Sum) * 1e-3, ((int, int)?)null);
        var kept = new double[isChosen.Length];
        var columns = Chosen.ToArray();
        for (var added = 0; added < isChosen.Length; added++)
        {
            if (isChosen[added])
                continue;
            Array.Clear(kept);
            var saving = Weigh(added, kept);
            foreach (var removed in columns)
            {
                var profit = saving - loss[removed] + kept[removed];
                if (profit > best && CostOf(added) - CostOf(removed) <= money)
                    (best, found) = (profit, (added, removed));
            }
        }

        return found;
    }

    // What the new column saves, and for each column how much less its going away would then cost.
    private double Weigh(int added, double[] kept)
    {
        var saving = 0.0;
        foreach (var (demand, cost) in model.Served[added])
        {
            if (cost < first[demand])
            {
                saving += Charge(demand, first[demand]) - Charge(demand, cost);
                if (nearest[demand] >= 0)
                    kept[nearest[demand]] += Charge(demand, second[demand]) - Charge(demand, first[demand]);
            }
            else if (cost < second[demand] && nearest[demand] >= 0)
            {
                kept[nearest[demand]] += Charge(demand, second[demand]) - Charge(demand, cost);
            }
        }

        return saving;
    }

    private double SavingOf(int column)
    {
        var saving = 0.0;
        foreach (var (demand, cost) in model.Served[column])
            saving += cost < first[demand] ? Charge(demand, first[demand]) - Charge(demand, cost) : 0;
        return saving;
    }

    private (int Column, double Worth) Best(Func<int, double> worth)
    {
        var best = (Column: -1, Worth: double.NegativeInfinity);
        for (var column = 0; column < isChosen.Length; column++)
        {
            var each = worth(column);
            if (each > best.Worth)
                best = (column, each);
        }

        return best;
    }

    private double CostOf(int column) => model.Instance.Sites[model.Candidates[column]].Cost;

    private double Charge(int demand, double cost) => model.Charge(demand, cost);

    private void Refresh()
    {
        Sum = 0;
        for (var demand = 0; demand < nearest.Length; demand++)
        {
            (nearest[demand], first[demand], second[demand]) = (-1, model.Standing[demand], model.Standing[demand]);
            foreach (var reach in model.Rows[demand])
            {
                if (!isChosen[reach.Site])
                    continue;
                if (nearest[demand] >= 0)
                {
                    second[demand] = reach.Cost;
                    break;
                }

                (nearest[demand], first[demand]) = (reach.Site, reach.Cost);
            }

            Sum += Charge(demand, first[demand]);
        }
    }
}
