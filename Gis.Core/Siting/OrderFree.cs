namespace Gis.Core.Siting;

/// <summary>
/// What each number of sites could cover beside what stands if the steps before were free and no floor held: between what some
/// set is known to cover and what none can.
/// </summary>
internal sealed class OrderFree
{
    private readonly CoverModel cover;
    private readonly OrderModel model;
    private readonly double[] least;
    private readonly double[] most;

    /// <summary>Grows one set greedily, which gives a first bound at once.</summary>
    internal OrderFree(CoverModel cover, int build)
    {
        this.cover = cover;
        model = OrderModel.Of(cover, [.. Enumerable.Repeat(1.0, build)], []);
        (least, most) = (new double[build + 1], new double[build + 1]);
        Array.Fill(most, model.Classes.Sum(each => each.Weight));
        most[0] = 0;
        var greedy = new OrderGreedy(model);
        Note(greedy, 0);
        for (var step = 1; step <= model.Steps; step++)
        {
            greedy.Add(greedy.FindBest(floorsFirst: false));
            Note(greedy, step);
        }

        for (var step = 1; step <= build; step++)
            Reach(step, least[step - 1]);
    }

    /// <summary>What so many sites cover at most.</summary>
    internal double Most(int sites) => most[sites];

    /// <summary>Whether they can.</summary>
    internal bool IsProven(int sites) => most[sites] <= least[sites];

    /// <summary>No order is worth more: no step covers more than it could alone.</summary>
    internal double Bound(double[] weights) => weights.Select((weight, step) => weight * most[step + 1]).Sum();

    /// <summary>Takes note of what a sequence covers after each step.</summary>
    internal void Learn(IEnumerable<double> covered)
    {
        var step = 0;
        foreach (var weight in covered)
            Reach(++step, weight);
    }

    /// <summary>Solves each number of sites that is still open.</summary>
    internal void Prove(SitingStop stop)
    {
        var silent = stop with { Progress = null };
        for (var sites = 1; sites < most.Length && !stop.IsNow; sites++)
        {
            if (IsProven(sites))
                continue;
            var choice = MaxCover.Choose(cover, new BuildRule(sites), silent);
            var search = new CoverSearch(cover);
            foreach (var column in choice.Columns)
                search.Add(column);
            if (choice.IsProven)
                (least[sites], most[sites]) = (search.Weight, search.Weight);
            else
                most[sites] = Math.Min(most[sites], choice.Most);
            Reach(sites, search.Weight);
        }
    }

    // Whatever sites are added to a set, each adds at most what it alone would add to it (Nemhauser, Wolsey, Fisher 1978): no set of
    // so many covers more than the set and the largest of these gains.
    private void Note(OrderGreedy greedy, int step)
    {
        var gains = greedy.Gains.ToArray();
        Array.Sort(gains);
        var bound = greedy.Covered;
        for (var sites = 1; sites < most.Length; sites++)
        {
            bound += sites <= gains.Length ? Math.Max(0, gains[^sites]) : 0;
            most[sites] = Math.Min(most[sites], bound);
        }

        Reach(step, greedy.Covered);
    }

    private void Reach(int sites, double covered)
    {
        least[sites] = Math.Max(least[sites], covered);
        // Sums of weights that are not whole differ by the order in which they are taken; whole ones by one or not at all.
        if (most[sites] <= least[sites] * (1 + 1e-12) || (model.IsWhole && most[sites] < least[sites] + 0.999))
            most[sites] = least[sites];
    }
}
