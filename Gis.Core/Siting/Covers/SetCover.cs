using System.Collections.Immutable;

namespace Gis.Core.Siting.Covers;

/// <summary>The fewest or cheapest sites that cover every demand, or a share of the weight.</summary>
internal static class SetCover
{
    internal static SitingOutcome SolveWhole(SitingInstance instance, double limit, SitingStop stop)
    {
        stop.Tell(SitingPhase.Reducing);
        var model = CoverModel.Of(instance, limit);
        if (model.FirstOutOfReach is { } demand)
            return new SitingOutcome.Infeasible($"Demand {instance.Demands[demand].Id} is within {limit} of no site that stands or may be built.");
        return Answer(instance, model, ChooseFewest(model, stop), built => built.Length, stop);
    }

    private static CoverChoice ChooseFewest(CoverModel model, SitingStop stop)
    {
        var ending = WholeCover.IsFor(model)
            ? WholeCover.Solve([.. model.Classes.Select(each => each.Columns)], model.Candidates.Length, Goal(double.PositiveInfinity), stop)
            : SearchLarge(model, stop);
        return ending.IsProven || stop.IsNow
            ? new CoverChoice([.. ending.Columns!], ending.Least, ending.IsProven)
            : Choose(model, _ => 1, step: 1, stop, double.PositiveInfinity, ending.Columns);

        CoverGoal Goal(double below) => new(below, 0, MaxCover.MostNodes, Tell: (phase, least, bound) => stop.Tell(phase, least, bound));

        CoverEnding SearchLarge(CoverModel model, SitingStop stop)
        {
            var loss = CoverLoss.OfWhole(model, CoverReduction.Of(model, _ => 1), _ => 1, new BuildRule(int.MaxValue), step: 1);
            return CoverBranch.Solve(loss, Goal(loss.Ceiling), stop);
        }
    }

    internal static SitingOutcome SolvePart(SitingInstance instance, double limit, double target, SitingStop stop)
    {
        stop.Tell(SitingPhase.Reducing);
        var model = CoverModel.Of(instance, limit);
        // What rounding in the product of share and weight may have added must not ask for one more site.
        var need = (target * instance.Weight) - (1e-12 * instance.Weight);
        need = instance.HasWholeWeights ? Math.Ceiling(need) : need;
        var most = model.Covered + model.Classes.Sum(each => each.Weight);
        if (most < need)
        {
            return new SitingOutcome.Infeasible(
                $"{target:R} of the weight is {target * instance.Weight:R}, but all sites together have only {most:R} within {limit:R}.");
        }

        var whole = model.Candidates.All(site => instance.Sites[site].Cost == Math.Floor(instance.Sites[site].Cost));
        var ending = Choose(model, column => instance.Sites[model.Candidates[column]].Cost, whole ? 1 : 0, stop, need - model.Covered);
        return Answer(instance, model, ending, built => built.Sum(site => instance.Sites[site].Cost), stop);
    }

    /// <summary>The cheapest columns that cover every class, or classes of at least the weight needed.</summary>
    internal static CoverChoice Choose(CoverModel model, Func<int, double> costOf, double step, SitingStop stop, double need, int[]? found = null)
    {
        var start = found is null ? SearchGreedily(model, costOf, need) : [.. found];
        var cost = start.Sum(costOf);
        stop.Tell(SitingPhase.Searching, cost);
        if (cost == 0)
            return new CoverChoice(start, 0, IsProven: true);

        var program = Write(model, costOf, need);
        if (program.Relax(stop) is not { } relaxation)
            return new CoverChoice(start, 0, IsProven: false);
        stop.Tell(SitingPhase.Bounding, cost, relaxation.Least);
        var ending = program.Solve(relaxation, cost - (step > 0 ? step : 1e-9 * cost), stop);
        var columns = ending.Values is { } values
            ? [.. Enumerable.Range(0, model.Candidates.Length).Where(column => values[column] > 0.5)]
            : start;
        return new CoverChoice(columns, step > 0 ? Math.Ceiling(ending.Least - ChoiceProgram.Slack(cost)) : ending.Least, ending.IsProven);
    }

    private static SitingOutcome Answer(
        SitingInstance instance, CoverModel model, CoverChoice ending, Func<ImmutableArray<int>, double> objective, SitingStop stop)
    {
        ImmutableArray<int> built = [.. ending.Columns.Select(column => model.Candidates[column]).Order()];
        return Endings.Of(new SitingPlan(built, objective(built), []), ending.Most, ending.IsProven, stop);
    }

    // The most weight for its cost first, then without those that others make needless, the dearest first (Chvátal 1979).
    internal static ImmutableArray<int> SearchGreedily(CoverModel model, Func<int, double> costOf, double need)
    {
        var search = new CoverSearch(model);
        var toCover = double.IsPositiveInfinity(need) ? model.Classes.Length : need;
        double Count(int i) => double.IsPositiveInfinity(need) ? 1 : model.Classes[i].Weight;
        var isCovered = new int[model.Classes.Length];
        for (var covered = 0.0; covered < toCover;)
        {
            var (best, most) = (-1, 0.0);
            for (var column = 0; column < model.Candidates.Length; column++)
            {
                if (search.IsChosen(column))
                    continue;
                var gain = model.ClassesOf[column].Where(i => isCovered[i] == 0).Sum(Count) / Math.Max(costOf(column), 1e-9);
                if (gain > most)
                    (best, most) = (column, gain);
            }

            if (best < 0)
                break;
            search.Add(best);
            foreach (var i in model.ClassesOf[best])
                covered += isCovered[i]++ == 0 ? Count(i) : 0;
        }

        return DropNeedless(model, search, costOf, need);
    }

    private static ImmutableArray<int> DropNeedless(CoverModel model, CoverSearch search, Func<int, double> costOf, double need)
    {
        var covered = new int[model.Classes.Length];
        foreach (var column in search.Chosen)
        {
            foreach (var i in model.ClassesOf[column])
                covered[i]++;
        }

        foreach (var column in search.Chosen.OrderByDescending(costOf).ToArray())
        {
            search.Remove(column);
            var isNeeded = double.IsPositiveInfinity(need) ? model.ClassesOf[column].Any(i => covered[i] == 1) : search.Weight < need;
            if (isNeeded)
            {
                search.Add(column);
                continue;
            }

            foreach (var i in model.ClassesOf[column])
                covered[i]--;
        }

        return [.. search.Chosen];
    }

    private static ChoiceProgram Write(CoverModel model, Func<int, double> costOf, double need)
    {
        var program = new ChoiceProgram();
        for (var column = 0; column < model.Candidates.Length; column++)
            program.AddVariable(costOf(column), isWhole: true);
        if (double.IsPositiveInfinity(need))
        {
            foreach (var columns in CoverReduction.Of(model, costOf))
                program.AddRow(1, double.PositiveInfinity, columns.Select(column => (column, 1.0)));
            return program;
        }

        var covered = new List<(int, double)>();
        foreach (var each in model.Classes)
        {
            var isCovered = program.AddVariable(0, isWhole: false);
            program.AddRow(0, double.PositiveInfinity, each.Columns.Select(column => (column, 1.0)).Append((isCovered, -1)));
            covered.Add((isCovered, each.Weight));
        }

        program.AddRow(need, double.PositiveInfinity, covered);
        return program;
    }
}
