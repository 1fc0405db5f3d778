namespace Gis.Core.Siting.Covers;

/// <summary>
/// The fewest columns that cover every row, by branching on a column: in each node what cannot matter is left out
/// (<see cref="WholeState"/>), parts that have nothing to do with each other are covered apart, the relaxation gives a bound
/// (<see cref="WholeDual"/>) and columns that would lift it too far are left out (Balas, Ho 1980, Mathematical Programming Study 12).
/// </summary>
/// <remarks>
/// The bound is rounded up for each part, which is more than for all together. Neighbouring sites cover nearly the same, so a
/// decision makes many rows and columns near it needless; made-up towns of 500 sites took 10 to 300 bounds each.
/// </remarks>
internal sealed class WholeCover : IDisposable
{
    private const double Slack = 1e-7;

    // With more pairs the tableau is slow, and the general search with its cheaper bound is better.
    private const long MostPairs = 4_000_000;

    // What the first step of a decision would add to the bound counts this much beside how undecided the relaxation is.
    private const double StepCounts = 0.3;

    private readonly WholeTable table;
    private readonly CoverGoal goal;
    private readonly SitingStop stop;
    private readonly WholeBound bound;
    private readonly List<Node> nodes = [];
    private readonly List<(int Column, double Share, double Out, double In)> shares = [];
    private readonly double[] share;
    private int seen;
    private double floor;
    private double told = double.PositiveInfinity;

    private WholeCover(IReadOnlyList<int[]> rows, int columns, CoverGoal goal, SitingStop stop)
    {
        (table, this.goal, this.stop) = (new WholeTable(rows, columns), goal, stop);
        bound = new WholeBound(table);
        share = new double[columns];
    }

    private bool IsOver => seen > goal.MostNodes || stop.IsNow;

    /// <summary>Whether a cover is of a size that this search is made for.</summary>
    internal static bool IsFor(CoverModel model) => (long)model.Classes.Length * model.Candidates.Length <= MostPairs;

    /// <summary>The fewest columns that cover every row, if below what is asked, and how many any cover has at least.</summary>
    internal static CoverEnding Solve(IReadOnlyList<int[]> rows, int columns, CoverGoal goal, SitingStop stop)
    {
        using var cover = new WholeCover(rows, columns, goal, stop);
        return cover.Solve();
    }

    /// <summary>Gives the room of the tableaus back.</summary>
    public void Dispose()
    {
        foreach (var node in nodes)
            node.Dual.Dispose();
    }

    private CoverEnding Solve()
    {
        var root = At(0, (int)Math.Min(goal.Below - 1, int.MaxValue), above: 0);
        root.State.Begin(All(table.Rows), All(table.Columns));
        if (!root.State.Reduce())
            return new CoverEnding(null, double.PositiveInfinity, IsProven: true);
        floor = root.State.Taken.Count;
        root.Dual.Begin(root.State);
        TryPlan(root, null);
        var best = Finish(root);
        var isProven = !IsOver || best?.Length <= goal.Enough;
        return new CoverEnding(best, isProven && best is not null ? best.Length : floor, isProven);
    }

    private Node At(int depth, int most, int above)
    {
        while (nodes.Count <= depth)
            nodes.Add(new Node(nodes.Count, new WholeState(table), new WholeDual(table)));
        (nodes[depth].Best, nodes[depth].Most, nodes[depth].Above) = (null, most, above);
        return nodes[depth];
    }

    private static ulong[] All(int size)
    {
        var all = new ulong[Bits.Words(size)];
        for (var member = 0; member < size; member++)
            Bits.Add(all, member);
        return all;
    }

    // The fewest columns that finish a node, those taken in it among them; none if there are not so few as wanted.
    private int[]? Finish(Node node)
    {
        while (Settle(node) is >= 0 and var column)
        {
            var taken = node.State.Taken.Count;
            var child = At(node.Depth + 1, node.Most - taken, node.Above < 0 ? -1 : node.Above + taken);
            node.State.CopyTo(child.State);
            node.Dual.CopyTo(child.Dual);
            child.State.Take(column);
            if (Finish(child) is { } rest)
                Keep(node, [.. node.State.Taken, .. rest]);
            node.State.Drop(column);
        }

        return node.Best;
    }

    // Bounds a node and leaves out what is too dear until nothing changes; then the column to branch on, or none if it is done with.
    private int Settle(Node node)
    {
        while (!IsOver && node.State.Reduce() && node.State.Taken.Count <= node.Most)
        {
            if (Bits.IsEmpty(node.State.Rows))
                Keep(node, [.. node.State.Taken]);
            else if (node.State.Taken.Count < node.Most && node.State.ListParts() is { Count: > 1 } parts)
                FinishParts(node, parts);
            else if (node.State.Taken.Count < node.Most && Bound(node) is var least && least <= node.Most + Slack)
            {
                if (!DropDear(node, least) && FindSplit(node, least) is >= 0 and var column)
                    return column;
                continue;
            }

            break;
        }

        return -1;
    }

    private double Bound(Node node)
    {
        var (state, dual) = (node.State, node.Dual);
        var wanted = node.Most - state.Taken.Count;
        seen++;
        dual.Follow(state);
        var least = bound.Reckon(dual, state.Open, state.Columns);
        if (least <= wanted + Slack)
        {
            dual.Raise(state, wanted - least + (1e4 * Slack), stop);
            least = bound.Reckon(dual, state.Open, state.Columns);
        }

        least += state.Taken.Count;
        if (node.Depth == 0 && Math.Ceiling(least - Slack) > floor)
            Tell(node, Math.Ceiling(least - Slack));
        return least;
    }

    private void Tell(Node root, double least)
    {
        floor = Math.Min(least, root.Most + 1);
        goal.Tell?.Invoke(SitingPhase.Bounding, told, floor);
    }

    private bool DropDear(Node node, double least)
    {
        var dropped = false;
        foreach (var column in Bits.Of(node.State.Columns))
        {
            if (least + bound.LeftOf(column) <= node.Most + Slack)
                continue;
            dropped = true;
            node.State.Drop(column);
        }

        return dropped;
    }

    // None if the shares are a plan, which is then tried, or led to one that is better than the best found.
    private int FindSplit(Node node, double least)
    {
        node.Dual.FillShares(shares);
        var (best, most, isWhole) = (-1, double.NegativeInfinity, true);
        foreach (var (column, part, whenOut, whenIn) in shares)
        {
            var worth = Math.Min(Math.Min(whenOut, whenIn), node.Most + 1 - least);
            var score = (StepCounts * worth) - Math.Abs(part - 0.5);
            isWhole &= part > 1 - Slack;
            if (score > most)
                (best, most) = (column, score);
        }

        return (isWhole || node.Depth == 0) && TryPlan(node, Spread()) ? -1 : best;
    }

    private double[] Spread()
    {
        Array.Clear(share);
        foreach (var (column, part, _, _) in shares)
            share[column] = part;
        return share;
    }

    private bool TryPlan(Node node, double[]? likes)
    {
        int[] plan = [.. node.State.Taken, .. WholePlan.Of(table, node.State, likes)];
        if (plan.Length > node.Most)
            return false;
        Keep(node, plan);
        return true;
    }

    // Where no more is wanted than is enough, one plan ends the search; not so in a part, as what is spared in it may be needed in another.
    private void Keep(Node node, int[] columns)
    {
        var isEnough = node.Above >= 0 && node.Above + columns.Length <= goal.Enough;
        (node.Best, node.Most) = (columns, isEnough ? -1 : columns.Length - 1);
        if (node.Above < 0 || node.Above + columns.Length >= told)
            return;
        goal.Tell?.Invoke(double.IsInfinity(told) ? SitingPhase.Searching : SitingPhase.Proving, node.Above + columns.Length, null);
        told = node.Above + columns.Length;
    }

    private void FinishParts(Node node, List<(ulong[] Rows, ulong[] Columns)> parts)
    {
        var floors = parts.ConvertAll(part => Math.Max(1, (int)Math.Ceiling(bound.Reckon(node.Dual, part.Rows, part.Columns) - Slack)));
        var (columns, spare) = (node.State.Taken.ToList(), node.Most - node.State.Taken.Count - floors.Sum());
        foreach (var (part, least) in parts.Zip(floors).OrderBy(each => Bits.Count(each.First.Rows)))
        {
            if (spare < 0)
                return;
            var child = At(node.Depth + 1, least + spare, above: -1);
            child.State.Begin(part.Rows, part.Columns);
            child.Dual.Begin(child.State);
            if (Finish(child) is not { } rest)
                return;
            columns.AddRange(rest);
            spare -= rest.Length - least;
        }

        Keep(node, [.. columns]);
    }

    private sealed class Node(int depth, WholeState state, WholeDual dual)
    {
        internal int Depth { get; } = depth;

        internal WholeState State { get; } = state;

        internal WholeDual Dual { get; } = dual;

        /// <summary>The fewest columns found, those taken in the node among them.</summary>
        internal int[]? Best { get; set; }

        /// <summary>More columns than this are of no use.</summary>
        internal int Most { get; set; }

        /// <summary>How many columns are taken above the node; less than none in a part, as that is not known there.</summary>
        internal int Above { get; set; }
    }
}
