using System.Runtime.InteropServices;

namespace Gis.Core.Siting;

/// <summary>
/// What is left undecided of an order, over all steps at once: what is built in a step stays, and no more is built than there
/// were steps. Where a column cannot be built in a step its variable is that of the step before; classes and steps that are
/// covered by the same variables are one.
/// </summary>
internal sealed class OrderProgram
{
    private const int No = -1;
    private const int Yes = -2;
    private readonly OrderModel model;
    private readonly bool ofWorth;
    private readonly int[] ends;
    private readonly int[][] variableOf;
    private readonly List<double> costs = [];
    private readonly Dictionary<ColumnSet, int> covers = [];
    private readonly ChoiceProgram program = new();
    private double always;

    /// <param name="model">What is asked.</param>
    /// <param name="prices">What they left undecided.</param>
    /// <param name="ofWorth">Whether the most worth is sought, or any sequence that keeps the floors.</param>
    internal OrderProgram(OrderModel model, OrderPrices prices, bool ofWorth = true)
    {
        (this.model, this.ofWorth) = (model, ofWorth);
        ends = prices.Stages;
        variableOf = [.. ends.Select(_ => new int[model.Columns.Length])];
        for (var column = 0; column < model.Columns.Length; column++)
            WriteColumn(prices, column);
        var choices = costs.Count;
        var floors = model.Floors.Select(_ => new Dictionary<int, double>()).ToArray();
        var given = new double[floors.Length];
        for (var stage = 0; stage < ends.Length; stage++)
            WriteStage(stage, floors, given);

        for (var variable = 0; variable < costs.Count; variable++)
            program.AddVariable(costs[variable], isWhole: variable < choices);
        WriteRows();
        for (var floor = 0; floor < floors.Length; floor++)
            program.AddRow(model.Floors[floor].Need - given[floor], double.PositiveInfinity, floors[floor].Select(term => (term.Key, term.Value)));
    }

    /// <summary>Looks for a sequence that is worth so much at least.</summary>
    /// <returns>It, or none; whether that is proven; and what no sequence left open is worth more than.</returns>
    internal (List<int>? Columns, bool IsProven, double Most) Solve(double wanted, SitingStop stop)
    {
        if (program.Relax(stop) is not { } relaxation)
            return (null, false, double.PositiveInfinity);
        if (!relaxation.IsFeasible)
            return (null, true, double.NegativeInfinity);
        var ending = program.Solve(relaxation, always - wanted, stop);
        return (ending.Values is { } values ? Read(values) : null, ending.IsProven, always - ending.Least);
    }

    private void WriteColumn(OrderPrices prices, int column)
    {
        var (row, last) = (0, Array.FindLastIndex(prices.May, may => may[column]));
        for (var stage = 0; stage < ends.Length; stage++)
        {
            var (before, mayBegin) = (stage == 0 ? No : variableOf[stage - 1][column], false);
            for (; row <= ends[stage]; row++)
                mayBegin |= prices.May[row][column];
            variableOf[stage][column] = prices.Must[column] && ends[stage] >= last ? Yes : mayBegin ? AddCost() : before;
        }
    }

    private int AddCost()
    {
        costs.Add(0);
        return costs.Count - 1;
    }

    private void WriteStage(int stage, Dictionary<int, double>[] floors, double[] given)
    {
        foreach (var each in model.Classes)
        {
            var variables = each.Columns.Select(column => variableOf[stage][column]).Where(variable => variable != No).ToList();
            if (variables.Count == 0)
                continue;
            var worth = ofWorth ? each.Weight * model.StepWeights[ends[stage]] : 0;
            var cover = variables.Contains(Yes) ? Yes : CoverOf(ColumnSet.Of(variables));
            if (cover == Yes)
                always += worth;
            else
                costs[cover] -= worth;
            for (var floor = 0; floor < floors.Length; floor++)
            {
                if (model.Floors[floor].Steps != ends[stage] + 1)
                    continue;
                if (cover == Yes)
                    given[floor] += each.InFloors[floor];
                else
                    CollectionsMarshal.GetValueRefOrAddDefault(floors[floor], cover, out _) += each.InFloors[floor];
            }
        }
    }

    // Whoever is covered by one variable alone is covered as far as that is chosen.
    private int CoverOf(ColumnSet set)
    {
        if (set.Columns.Length == 1)
            return set.Columns[0];
        ref var cover = ref CollectionsMarshal.GetValueRefOrAddDefault(covers, set, out var isKnown);
        return isKnown ? cover : cover = AddCost();
    }

    private void WriteRows()
    {
        foreach (var (set, cover) in covers)
            program.AddRow(0, double.PositiveInfinity, set.Columns.Select(variable => (variable, 1.0)).Append((cover, -1)));
        for (var stage = 0; stage < ends.Length; stage++)
        {
            var chosen = variableOf[stage].Where(variable => variable >= 0).ToList();
            program.AddRow(double.NegativeInfinity, ends[stage] + 1 - variableOf[stage].Count(variable => variable == Yes), chosen.Select(variable => (variable, 1.0)));
            for (var column = 0; stage > 0 && column < model.Columns.Length; column++)
            {
                var (now, before) = (variableOf[stage][column], variableOf[stage - 1][column]);
                if (now >= 0 && before >= 0 && now != before)
                    program.AddRow(0, double.PositiveInfinity, [(now, 1), (before, -1)]);
            }
        }
    }

    private List<int> Read(double[] values)
    {
        return [.. Enumerable.Range(0, model.Columns.Length)
            .Select(column => (Column: column, Stage: Enumerable.Range(0, ends.Length).FirstOrDefault(stage => IsBuilt(variableOf[stage][column]), ends.Length)))
            .Where(each => each.Stage < ends.Length).OrderBy(each => each.Stage).Select(each => each.Column)];

        bool IsBuilt(int variable) => variable == Yes || (variable >= 0 && values[variable] > 0.5);
    }
}
