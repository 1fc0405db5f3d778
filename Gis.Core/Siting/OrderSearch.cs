namespace Gis.Core.Siting;

/// <summary>A sequence of columns, improved by changing places, moving and replacing; the worth of a class is when it is first covered.</summary>
internal sealed class OrderSearch
{
    private readonly CoverModel model;
    private readonly double[] after;

    /// <param name="model">Who is covered by what.</param>
    /// <param name="stepWeights">How much each step counts.</param>
    internal OrderSearch(CoverModel model, IReadOnlyList<double> stepWeights)
    {
        this.model = model;
        // What covering a class from a step on is worth: the weights of this step and of all after it.
        after = new double[stepWeights.Count + 1];
        for (var step = stepWeights.Count - 1; step >= 0; step--)
            after[step] = after[step + 1] + stepWeights[step];
        Columns = new int[stepWeights.Count];
    }

    internal int[] Columns { get; private set; }

    internal double Worth { get; private set; }

    /// <summary>Takes in each step what covers most then.</summary>
    internal void FillGreedily()
    {
        var search = new CoverSearch(model);
        for (var step = 0; step < Columns.Length; step++)
        {
            var best = Enumerable.Range(0, model.Candidates.Length).Where(column => !search.IsChosen(column)).MaxBy(search.Gain);
            search.Add(best);
            Columns[step] = best;
        }

        Worth = WorthOf(Columns);
    }

    internal void Take(int[] columns) => (Columns, Worth) = (columns, WorthOf(columns));

    /// <summary>Tries neighbours until none is better.</summary>
    internal void Improve(SitingStop stop)
    {
        for (var improved = true; improved && !stop.IsNow;)
            improved = TryPlaces(stop) | TryOthers(stop);
    }

    /// <summary>The weight covered, summed over the steps.</summary>
    internal double WorthOf(int[] columns)
    {
        var first = new int[model.Classes.Length];
        Array.Fill(first, columns.Length);
        for (var step = columns.Length - 1; step >= 0; step--)
        {
            foreach (var i in model.ClassesOf[columns[step]])
                first[i] = step;
        }

        var worth = 0.0;
        for (var i = 0; i < first.Length; i++)
            worth += model.Classes[i].Weight * after[first[i]];
        return worth;
    }

    private bool TryPlaces(SitingStop stop)
    {
        var improved = false;
        for (var from = 0; from < Columns.Length && !stop.IsNow; from++)
        {
            for (var to = 0; to < Columns.Length; to++)
            {
                if (from != to)
                    improved |= Try(Moved(from, to)) || Try(Swapped(from, to));
            }
        }

        return improved;
    }

    private bool TryOthers(SitingStop stop)
    {
        var improved = false;
        foreach (var column in Enumerable.Range(0, model.Candidates.Length).Except(Columns).ToArray())
        {
            if (stop.IsNow)
                break;
            for (var step = 0; step < Columns.Length; step++)
            {
                var changed = Columns.ToArray();
                changed[step] = column;
                if (!Try(changed))
                    continue;
                improved = true;
                break;
            }
        }

        return improved;
    }

    private bool Try(int[] changed)
    {
        var worth = WorthOf(changed);
        if (worth <= Worth)
            return false;
        (Columns, Worth) = (changed, worth);
        return true;
    }

    private int[] Swapped(int one, int other)
    {
        var changed = Columns.ToArray();
        (changed[one], changed[other]) = (changed[other], changed[one]);
        return changed;
    }

    private int[] Moved(int from, int to)
    {
        var changed = Columns.ToList();
        changed.RemoveAt(from);
        changed.Insert(to, Columns[from]);
        return [.. changed];
    }
}
