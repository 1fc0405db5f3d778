namespace Gis.Core.Siting.Covers;

/// <summary>
/// The least loss by branching: in each node a bound from <see cref="CoverDual"/>, columns decided by what the other way would
/// lose, and a plan tried from the columns that the offers would take.
/// </summary>
internal sealed class CoverBranch
{
    private const int NodeRounds = 60;
    private const int NodePatience = 8;

    private readonly CoverLoss loss;
    private readonly CoverGoal goal;
    private readonly SitingStop stop;
    private readonly CoverDual dual;
    private readonly CoverFill fill;
    private readonly int rootRounds;
    private readonly int rootPatience;
    private int[]? columns;
    private double least;
    private int nodes;

    private CoverBranch(CoverLoss loss, CoverGoal goal, SitingStop stop)
    {
        (this.loss, this.goal, this.stop) = (loss, goal, stop);
        dual = new CoverDual(loss);
        fill = new CoverFill(loss, dual.State);
        least = goal.Below;
        // Of a large model few nodes are ever seen, so the bound at the root is what is told in the end.
        (rootRounds, rootPatience) = loss.RowWeights.Length > 10_000 ? (10_000, 100) : (600, 20);
    }

    // Only a loss that is not above this is better than the best found.
    private double Wanted => least - loss.Step + loss.Slack;

    private bool IsEnough => least <= goal.Enough;

    private bool IsOver => IsEnough || nodes > goal.MostNodes || stop.IsNow;

    /// <summary>The columns of least loss, if below what is asked, and what any lose at least.</summary>
    internal static CoverEnding Solve(CoverLoss loss, CoverGoal goal, SitingStop stop) => new CoverBranch(loss, goal, stop).Solve();

    private CoverEnding Solve()
    {
        for (var column = 0; column < loss.Costs.Length; column++)
        {
            if (loss.RowsOf[column].Length == 0 || loss.Prices[column] > loss.Rule.Money)
                dual.State.Fix(column, isIn: false);
        }

        TryPlan([]);
        goal.Tell?.Invoke(SitingPhase.Searching, least, null);
        var root = Math.Min(least, loss.RoundUp(Bound(rootRounds, rootPatience)));
        goal.Tell?.Invoke(SitingPhase.Bounding, least, root);
        var isProven = IsEnough || root >= Wanted;
        if (!isProven && !IsOver && !(goal.LeavesWhole && root <= 0))
        {
            Split();
            isProven = !IsOver || IsEnough;
        }

        return new CoverEnding(columns, isProven && !(IsEnough && goal.Enough > 0) ? least : root, isProven);
    }

    // What this node loses at least; nothing better is in it if that reaches what is wanted.
    private double Bound(int rounds, int patience)
    {
        if (!dual.State.IsPossible)
            return double.PositiveInfinity;
        var bound = dual.Raise(Wanted, least, rounds, patience, stop);
        while (bound < Wanted && !IsOver)
        {
            TryPlan(dual.Taken);
            var (depth, free) = (dual.State.Depth, dual.CountFree());
            dual.Decide(bound, Wanted);
            if (dual.State.Depth - depth <= free / 5)
                break;
            if (!dual.State.IsPossible)
                return double.PositiveInfinity;
            bound = Math.Max(bound, dual.Raise(Wanted, least, NodeRounds, NodePatience, stop));
        }

        return bound;
    }

    private void TryPlan(int[] wanted)
    {
        var plan = fill.Complete(wanted, stop);
        var found = loss.Of(plan);
        if (found >= least)
            return;
        (columns, least) = (plan, found);
        goal.Tell?.Invoke(SitingPhase.Proving, least, null);
    }

    private void Split()
    {
        nodes++;
        var column = FindSplit();
        if (column < 0)
            return;
        var (depth, offers) = (dual.State.Depth, dual.SaveOffers());
        foreach (var isIn in new[] { true, false })
        {
            if (IsOver || (isIn && dual.State.Count <= 0))
                continue;
            dual.State.Fix(column, isIn);
            if (Bound(NodeRounds, NodePatience) < Wanted && !IsOver)
                Split();
            dual.State.ReturnTo(depth);
            dual.Restore(offers);
        }
    }

    // The column that the relaxation is least decided about, with a lean towards those it takes.
    private int FindSplit()
    {
        var (best, nearest) = (-1, double.PositiveInfinity);
        for (var column = 0; column < loss.Costs.Length; column++)
        {
            var distance = Math.Abs(dual.Share[column] - 0.6);
            if (dual.State.IsFree(column) && distance < nearest)
                (best, nearest) = (column, distance);
        }

        return best;
    }
}

/// <summary>What is asked of a search for the least loss.</summary>
/// <param name="Below">Only a loss below this is of use.</param>
/// <param name="Enough">A loss as low as this ends the search.</param>
/// <param name="MostNodes">After so many nodes it is given up.</param>
/// <param name="LeavesWhole">Whether to give up where the first bound is no loss at all, as a search for a whole cover is quicker.</param>
/// <param name="Tell">Told the least loss found and the bound, where there is one.</param>
internal sealed record CoverGoal(double Below, double Enough, int MostNodes, bool LeavesWhole = false, Action<SitingPhase, double, double?>? Tell = null);

/// <summary>The columns of least loss found, if any, what no plan loses less than, and whether nothing better is proven.</summary>
internal sealed record CoverEnding(int[]? Columns, double Least, bool IsProven);
