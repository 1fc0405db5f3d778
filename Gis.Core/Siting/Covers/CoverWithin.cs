namespace Gis.Core.Siting.Covers;

/// <summary>Whether so many sites, for so much money, can cover every class.</summary>
internal static class CoverWithin
{
    /// <summary>Columns that do, or none; and whether there being none is proven.</summary>
    internal static (IReadOnlyList<int>? Columns, bool IsProven) Find(CoverModel model, BuildRule rule, SitingStop stop, int mostNodes = int.MaxValue)
    {
        if (model.FirstOutOfReach is not null)
            return (null, true);
        if (!rule.IsByMoney && WholeCover.IsFor(model))
        {
            var goal = new CoverGoal(rule.Build + 1.0, rule.Build, mostNodes);
            var whole = WholeCover.Solve([.. model.Classes.Select(each => each.Columns)], model.Candidates.Length, goal, stop);
            return (whole.Columns, whole.IsProven);
        }

        Func<int, double> costOf = rule.IsByMoney ? model.PriceOf : _ => 1;
        var rows = CoverReduction.Of(model, costOf);
        var isWhole = Enumerable.Range(0, model.Candidates.Length).All(column => costOf(column) == Math.Floor(costOf(column)));
        var enough = isWhole && rule.IsByMoney ? Math.Floor(rule.Budget) : rule.IsByMoney ? rule.Budget : rule.Build;
        var step = isWhole ? 1 : 1e-9 * Math.Max(1, enough);
        var loss = CoverLoss.OfWhole(model, rows, costOf, rule with { Budget = double.PositiveInfinity }, step);
        var ending = CoverBranch.Solve(loss, new CoverGoal(enough + step, enough, mostNodes), stop);
        return (ending.Columns, ending.IsProven);
    }
}
