namespace Gis.Core.Siting.Covers;

/// <summary>
/// Columns that cost, and rows that lose their weight unless one of their columns is open: the least of both together. The most
/// cover, the fewest sites and a cover within a number and a budget are all of this form.
/// </summary>
/// <param name="RowWeights">What is lost with each row; infinite where it must be covered.</param>
/// <param name="ColumnsOf">The columns that cover each row.</param>
/// <param name="RowsOf">The rows that each column covers.</param>
/// <param name="Costs">What each column costs.</param>
/// <param name="Rule">How many columns may be open, and what they may take of the money.</param>
/// <param name="Prices">What each column takes of the money.</param>
/// <param name="Step">A smaller loss is smaller by at least this.</param>
internal sealed record CoverLoss(
    double[] RowWeights, int[][] ColumnsOf, int[][] RowsOf, double[] Costs, BuildRule Rule, double[] Prices, double Step)
{
    /// <summary>More than any plan loses that covers what it must.</summary>
    internal double Ceiling { get; } = 1 + Costs.Sum() + RowWeights.Where(double.IsFinite).Sum();

    /// <summary>What rounding may have moved a bound by.</summary>
    internal double Slack { get; } = 1e-10 * (1 + Costs.Sum() + RowWeights.Where(double.IsFinite).Sum());

    /// <summary>What is lost with a row, a row that must be covered counting more than any plan: offers without end would round away the rest.</summary>
    internal double WeightOf(int row) => Math.Min(RowWeights[row], Ceiling);

    /// <summary>The least that a loss can be which is not below this.</summary>
    internal double RoundUp(double bound) => Step == 1 ? Math.Ceiling(bound - Slack) : bound - Slack;

    /// <summary>The loss of covering less than all, nothing costing anything.</summary>
    internal static CoverLoss OfMost(CoverModel model, BuildRule rule)
    {
        var useful = CoverReduction.ListUseful(model, rule.IsByMoney ? model.PriceOf : _ => 1);
        return new CoverLoss(
            [.. model.Classes.Select(each => each.Weight)],
            [.. model.Classes.Select(each => Array.FindAll(each.Columns, column => useful[column]))],
            [.. model.ClassesOf.Select((classes, column) => useful[column] ? classes : [])],
            new double[model.Candidates.Length],
            rule,
            [.. Enumerable.Range(0, model.Candidates.Length).Select(model.PriceOf)],
            MaxCover.StepOf(model.Instance, model.Classes.Sum(each => each.Weight)));
    }

    /// <summary>The cost of covering every row.</summary>
    internal static CoverLoss OfWhole(CoverModel model, List<int[]> rows, Func<int, double> costOf, BuildRule rule, double step)
    {
        var rowsOf = model.Candidates.Select(_ => new List<int>()).ToArray();
        for (var row = 0; row < rows.Count; row++)
        {
            foreach (var column in rows[row])
                rowsOf[column].Add(row);
        }

        var columns = Enumerable.Range(0, model.Candidates.Length);
        return new CoverLoss(
            [.. rows.Select(_ => double.PositiveInfinity)], [.. rows], [.. rowsOf.Select(list => list.ToArray())],
            [.. columns.Select(costOf)], rule, [.. columns.Select(model.PriceOf)], step);
    }

    /// <summary>What a plan loses, reckoned anew; infinite if a row that must be covered is not.</summary>
    internal double Of(IEnumerable<int> open)
    {
        var isCovered = new bool[RowWeights.Length];
        var loss = 0.0;
        foreach (var column in open)
        {
            loss += Costs[column];
            foreach (var row in RowsOf[column])
                isCovered[row] = true;
        }

        for (var row = 0; row < isCovered.Length; row++)
            loss += isCovered[row] ? 0 : RowWeights[row];
        return loss;
    }
}
