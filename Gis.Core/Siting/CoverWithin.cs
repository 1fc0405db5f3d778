namespace Gis.Core.Siting;

/// <summary>Whether so many sites, for so much money, can cover every class.</summary>
internal static class CoverWithin
{
    /// <summary>Columns that do, or none; and whether there being none is proven.</summary>
    internal static (IReadOnlyList<int>? Columns, bool IsProven) Find(CoverModel model, BuildRule rule, SitingStop stop)
    {
        if (model.FirstOutOfReach is not null)
            return (null, true);
        var greedy = SetCover.SearchGreedily(model, _ => 1, double.PositiveInfinity);
        if (greedy.Length <= rule.Build && greedy.Sum(column => model.Instance.Sites[model.Candidates[column]].Cost) <= rule.Budget)
            return (greedy, true);

        var program = new ChoiceProgram();
        foreach (var _ in model.Candidates)
            program.AddVariable(1, isWhole: true);
        rule.Write(program, model);
        foreach (var columns in CoverReduction.Of(model, rule.IsByMoney ? column => model.Instance.Sites[model.Candidates[column]].Cost : _ => 1))
            program.AddRow(1, double.PositiveInfinity, columns.Select(column => (column, 1.0)));
        if (program.Relax(stop) is not { } relaxation)
            return (null, false);
        var ending = program.Solve(relaxation, rule.Build, stop);
        return ending.Values is { } values
            ? ([.. Enumerable.Range(0, model.Candidates.Length).Where(column => values[column] > 0.5)], true)
            : (null, ending.IsProven);
    }
}
