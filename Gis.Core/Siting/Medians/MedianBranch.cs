using Gis.Core.Siting.Covers;

namespace Gis.Core.Siting.Medians;

/// <summary>
/// The least sum by branching: in each node a bound from <see cref="MedianDual"/>, columns decided by what the other way would
/// cost, and a plan tried from the columns that the offers would take.
/// </summary>
internal sealed class MedianBranch
{
    private const int RootRounds = 1000;
    private const int NodeRounds = 60;
    private const int MostNodes = 5000;

    private readonly MedianModel model;
    private readonly BuildRule rule;
    private readonly MedianSearch search;
    private readonly SitingStop stop;
    private readonly MedianDual dual;
    private readonly MedianSearch trial;
    private readonly double step;
    private int nodes;

    internal MedianBranch(MedianModel model, BuildRule rule, MedianSearch search, SitingStop stop)
    {
        (this.model, this.rule, this.search, this.stop) = (model, rule, search, stop);
        dual = new MedianDual(model, rule);
        trial = new MedianSearch(model, rule.Budget);
        step = model.StepOf(search.Sum);
    }

    // Only a sum that is not above this is better than the best found.
    private double Wanted => search.Sum - step + (1e-10 * Math.Max(1, search.Sum));

    private bool IsOver => nodes > MostNodes || stop.IsNow;

    /// <summary>Whether a column could still be part of a better plan.</summary>
    internal bool IsLeft(int column) => !dual.IsOut(column);

    /// <summary>The bound at the root, after which columns are decided; the search takes up what is better.</summary>
    internal double SolveRoot()
    {
        for (var column = 0; column < model.Candidates.Length; column++)
        {
            if (model.PriceOf(column) > rule.Money)
                dual.Fix(column, isIn: false);
        }

        return Bound(RootRounds);
    }

    /// <summary>Whether a bound shows that nothing is better than what the search has.</summary>
    internal bool IsProvenBy(double bound) => bound >= Wanted;

    /// <summary>Whether nothing better than what the search has then is left, by proof.</summary>
    internal bool Prove()
    {
        Split();
        return !IsOver;
    }

    private double Bound(int rounds)
    {
        dual.Settle();
        if (!dual.IsPossible)
            return double.PositiveInfinity;
        var bound = dual.Raise(Wanted, search.Sum, rounds, stop);
        while (bound < Wanted && !IsOver)
        {
            TryPlan(rounds == RootRounds);
            var (depth, free) = (dual.Depth, model.Candidates.Length - dual.Depth);
            dual.Decide(bound, Wanted);
            dual.Settle();
            if (!dual.IsPossible)
                return double.PositiveInfinity;
            if (dual.Depth - depth <= free / 5)
                break;
            bound = Math.Max(bound, dual.Raise(Wanted, search.Sum, NodeRounds, stop));
        }

        return bound;
    }

    private void TryPlan(bool exchange)
    {
        trial.Choose(dual.Taken);
        trial.AddGreedily(rule.Build);
        if (trial.Chosen.Count() > rule.Build || trial.Cost > rule.Money || trial.Sum > search.Sum * 1.02)
            return;
        if (exchange || trial.Sum < search.Sum * 1.002)
            trial.Exchange(stop);
        if (trial.Sum < search.Sum)
            search.Choose([.. trial.Chosen]);
    }

    private void Split()
    {
        nodes++;
        var column = FindSplit();
        if (column < 0)
            return;
        var (depth, offers) = (dual.Depth, dual.SaveOffers());
        foreach (var isIn in new[] { true, false })
        {
            dual.Settle();
            if (IsOver || (isIn && dual.Count <= 0))
                continue;
            dual.Fix(column, isIn);
            if (Bound(NodeRounds) < Wanted && !IsOver)
                Split();
            dual.ReturnTo(depth);
            dual.Restore(offers);
        }
    }

    private int FindSplit()
    {
        var (best, nearest) = (-1, double.PositiveInfinity);
        for (var column = 0; column < model.Candidates.Length; column++)
        {
            var distance = Math.Abs(dual.Share[column] - 0.6);
            if (dual.IsFree(column) && distance < nearest)
                (best, nearest) = (column, distance);
        }

        return best;
    }
}
