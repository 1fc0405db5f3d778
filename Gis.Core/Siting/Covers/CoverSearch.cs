namespace Gis.Core.Siting.Covers;

/// <summary>A set of columns and what it covers, changed one column at a time.</summary>
internal sealed class CoverSearch
{
    private readonly CoverModel model;
    private readonly int[] open;
    private readonly bool[] isChosen;

    internal CoverSearch(CoverModel model)
    {
        this.model = model;
        open = new int[model.Classes.Length];
        isChosen = new bool[model.Candidates.Length];
    }

    /// <summary>The weight covered by the columns chosen, what stands not counted.</summary>
    internal double Weight { get; private set; }

    internal bool IsChosen(int column) => isChosen[column];

    internal IEnumerable<int> Chosen => Enumerable.Range(0, isChosen.Length).Where(column => isChosen[column]);

    internal double Cost => Chosen.Sum(CostOf);

    internal double CostOf(int column) => model.Instance.Sites[model.Candidates[column]].Cost;

    internal void Add(int column)
    {
        isChosen[column] = true;
        foreach (var i in model.ClassesOf[column])
        {
            if (++open[i] == model.Classes[i].Missing)
                Weight += model.Classes[i].Weight;
        }
    }

    internal void Remove(int column)
    {
        isChosen[column] = false;
        foreach (var i in model.ClassesOf[column])
        {
            if (open[i]-- == model.Classes[i].Missing)
                Weight -= model.Classes[i].Weight;
        }
    }

    /// <summary>What adding a column would cover, exactly.</summary>
    internal double Gain(int column)
    {
        var gain = 0.0;
        foreach (var i in model.ClassesOf[column])
            gain += open[i] + 1 == model.Classes[i].Missing ? model.Classes[i].Weight : 0;
        return gain;
    }

    // A step towards a class that needs several counts for its part, or nothing would ever be begun.
    private double Promise(int column)
    {
        var promise = 0.0;
        foreach (var i in model.ClassesOf[column])
            promise += open[i] < model.Classes[i].Missing ? model.Classes[i].Weight / (model.Classes[i].Missing - open[i]) : 0;
        return promise;
    }

    /// <summary>Adds the column that promises most, again and again, while number and money allow (Nemhauser, Wolsey, Fisher 1978).</summary>
    internal void AddGreedily(int build, double budget)
    {
        var (left, chosen) = (budget - Cost, Chosen.Count());
        for (; chosen < build; chosen++)
        {
            var best = FindBest(left, Promise);
            if (best < 0)
                return;
            Add(best);
            left -= CostOf(best);
        }
    }

    /// <summary>Exchanges a chosen column for another while that covers more (Teitz and Bart 1968).</summary>
    internal void Exchange(double budget, SitingStop stop)
    {
        for (var improved = true; improved && !stop.IsNow;)
        {
            improved = false;
            foreach (var column in Chosen.ToArray())
                improved |= TryExchange(column, budget);
        }
    }

    private bool TryExchange(int column, double budget)
    {
        var before = Weight;
        Remove(column);
        var best = FindBest(budget - Cost, Gain);
        if (best >= 0 && Weight + Gain(best) > before)
        {
            Add(best);
            return true;
        }

        Add(column);
        return false;
    }

    private int FindBest(double money, Func<int, double> worth)
    {
        var (best, most) = (-1, 0.0);
        for (var column = 0; column < isChosen.Length; column++)
        {
            if (isChosen[column] || CostOf(column) > money)
                continue;
            var worthOf = worth(column);
            if (worthOf > most)
                (best, most) = (column, worthOf);
        }

        return best;
    }
}
