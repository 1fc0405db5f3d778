using System.Collections.Immutable;

namespace Gis.Core.Siting.Covers;

/// <summary>The most weight that a number of sites can cover: reduced, searched, bounded by the relaxation, then proven.</summary>
internal static class MaxCover
{
    // Where our own search has come that far, a general solver with its cuts is quicker.
    internal const int MostNodes = 5000;

    internal static SitingOutcome Solve(SitingInstance instance, double limit, int times, BuildRule rule, SitingStop stop)
    {
        stop.Tell(SitingPhase.Reducing);
        var model = CoverModel.Of(instance, limit, times);
        if (rule.FindFault(model.Candidates.Length) is { } fault)
            return new SitingOutcome.Infeasible(fault);

        var ending = Choose(model, rule, stop);
        var built = rule.Fill(instance, ending.Columns.Select(column => model.Candidates[column]));
        var plan = new SitingPlan(built, CoveredBy(instance, built, limit, times), []);
        return Endings.Of(plan, model.Covered + ending.Most, ending.IsProven, stop);
    }

    /// <summary>The columns that cover most, and what none can exceed.</summary>
    internal static CoverChoice Choose(CoverModel model, BuildRule rule, SitingStop stop)
    {
        if (model.Classes.Any(each => each.Missing > 1))
            return ChooseByProgram(model, rule, [], stop);
        var loss = CoverLoss.OfMost(model, rule);
        var all = model.Classes.Sum(each => each.Weight);
        var goal = new CoverGoal(
            loss.Ceiling, 0, MostNodes, Tell: (phase, least, bound) => stop.Tell(phase, model.Covered + all - least, model.Covered + all - bound));
        var ending = CoverBranch.Solve(loss, goal with { LeavesWhole = true }, stop);
        if (!ending.IsProven && ending.Least <= 0)
        {
            if (CoverWithin.Find(model, rule, stop, MostNodes).Columns is { } whole)
                return new CoverChoice([.. whole], all, IsProven: true);
            ending = CoverBranch.Solve(loss, goal, stop);
        }

        if (ending.IsProven || stop.IsNow)
            return new CoverChoice([.. ending.Columns!], all - ending.Least, ending.IsProven);
        var choice = ChooseByProgram(model, rule, ending.Columns!, stop);
        return choice with { Most = Math.Min(choice.Most, all - ending.Least) };
    }

    private static CoverChoice ChooseByProgram(CoverModel model, BuildRule rule, int[] start, SitingStop stop)
    {
        var search = new CoverSearch(model);
        foreach (var column in start)
            search.Add(column);
        search.AddGreedily(rule.Build, rule.Budget);
        search.Exchange(rule.Budget, stop);
        stop.Tell(SitingPhase.Searching, model.Covered + search.Weight);

        var program = Write(model, rule);
        if (program.Relax(stop) is not { } relaxation)
            return new CoverChoice([.. search.Chosen], model.Classes.Sum(each => each.Weight), IsProven: false);
        Improve(model, rule, search, relaxation, stop);
        stop.Tell(SitingPhase.Bounding, model.Covered + search.Weight, model.Covered - relaxation.Least);

        var ending = program.Solve(relaxation, -(search.Weight + StepOf(model.Instance, search.Weight)), stop);
        var columns = ending.Values is { } values ? [.. Rounded(model, values)] : search.Chosen.ToImmutableArray();
        return new CoverChoice(columns, -ending.Least, ending.IsProven);
    }

    /// <summary>The weight within the limit of enough open sites, reckoned from the instance itself.</summary>
    internal static double CoveredBy(SitingInstance instance, IEnumerable<int> built, double limit, int times)
    {
        var isOpen = instance.MarkOpen(built);
        var covered = 0.0;
        for (var demand = 0; demand < instance.Demands.Length; demand++)
        {
            var open = 0;
            foreach (var reach in instance.Row(demand))
                open += reach.Cost <= limit && isOpen[reach.Site] ? 1 : 0;
            covered += open >= times ? instance.Demands[demand].Weight : 0;
        }

        return covered;
    }

    /// <summary>What a better sum of weights must exceed a known one by: whole weights by one.</summary>
    internal static double StepOf(SitingInstance instance, double sum) => instance.HasWholeWeights ? 1 : 1e-9 * Math.Max(1, sum);

    // The columns that the relaxation likes most are a good start for another search.
    private static void Improve(CoverModel model, BuildRule rule, CoverSearch search, Relaxation relaxation, SitingStop stop)
    {
        if (!relaxation.IsFeasible)
            return;
        var other = new CoverSearch(model);
        var left = rule.Budget;
        foreach (var column in Enumerable.Range(0, model.Candidates.Length).OrderByDescending(column => relaxation.Values[column]).Take(rule.Build))
        {
            if (relaxation.Values[column] <= 0 || other.CostOf(column) > left)
                continue;
            other.Add(column);
            left -= other.CostOf(column);
        }

        other.AddGreedily(rule.Build, rule.Budget);
        other.Exchange(rule.Budget, stop);
        if (other.Weight <= search.Weight)
            return;
        foreach (var column in search.Chosen.Where(column => !other.IsChosen(column)).ToArray())
            search.Remove(column);
        foreach (var column in other.Chosen.Where(column => !search.IsChosen(column)).ToArray())
            search.Add(column);
    }

    private static ChoiceProgram Write(CoverModel model, BuildRule rule)
    {
        var program = new ChoiceProgram();
        foreach (var _ in model.Candidates)
            program.AddVariable(0, isWhole: true);
        rule.Write(program, model);
        foreach (var each in model.Classes)
        {
            // With several sites missing, a part of them must not count as a part of the weight.
            var covered = program.AddVariable(-each.Weight, isWhole: each.Missing > 1);
            program.AddRow(0, double.PositiveInfinity, each.Columns.Select(column => (column, 1.0)).Append((covered, -each.Missing)));
        }

        return program;
    }

    private static IEnumerable<int> Rounded(CoverModel model, double[] values) =>
        Enumerable.Range(0, model.Candidates.Length).Where(column => values[column] > 0.5);
}

/// <summary>The columns chosen, what they and any others cover at most, and whether they are proven the best.</summary>
internal sealed record CoverChoice(ImmutableArray<int> Columns, double Most, bool IsProven);

/// <summary>How many sites may be built and what they may cost together.</summary>
internal sealed record BuildRule(int Build, double Budget = double.PositiveInfinity)
{
    internal bool IsByMoney => !double.IsPositiveInfinity(Budget);

    /// <summary>The budget, and what rounding may have added to a sum of costs that is exactly at it.</summary>
    internal double Money => Budget + (1e-9 * Budget);

    internal string? FindFault(int candidates) =>
        Build <= candidates ? null : $"{Build} sites are to be built, but there are only {candidates} candidates.";

    /// <summary>The rule in words, as it opens a sentence.</summary>
    public override string ToString() => IsByMoney ? $"Building at most {Build} sites for at most {Budget:R}" : $"Building {Build} sites";

    internal void Write(ChoiceProgram program, CoverModel model)
    {
        program.AddRow(0, Build, model.Candidates.Select((_, column) => (column, 1.0)));
        if (IsByMoney)
            program.AddRow(0, Budget, model.Candidates.Select((site, column) => (column, model.Instance.Sites[site].Cost)));
    }

    /// <summary>Without a budget as many are built as asked for, though the last may add nothing; the first in the list then.</summary>
    internal ImmutableArray<int> Fill(SitingInstance instance, IEnumerable<int> built)
    {
        var chosen = built.ToHashSet();
        if (!IsByMoney)
        {
            var others = Enumerable.Range(0, instance.Sites.Length).Where(site => instance.Sites[site].Role == SiteRole.Candidate && !chosen.Contains(site));
            chosen.UnionWith(others.Take(Math.Max(0, Build - chosen.Count)).ToArray());
        }

        return [.. chosen.Order()];
    }
}

internal static class Endings
{
    /// <summary>How a search for the most or the least ended.</summary>
    internal static SitingOutcome Of(SitingPlan plan, double bound, bool isProven, SitingStop stop) => isProven
        ? new SitingOutcome.Optimal(plan)
        : stop.Cancel.IsCancellationRequested ? new SitingOutcome.Cancelled(plan, bound) : new SitingOutcome.BestFound(plan, bound);
}
