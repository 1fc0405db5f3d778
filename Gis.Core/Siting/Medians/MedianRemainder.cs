using System.Runtime.InteropServices;
using Gis.Core.Siting.Covers;

namespace Gis.Core.Siting.Medians;

/// <summary>What the relaxation of a p-median problem leaves open, written in the radius form and proven by branching.</summary>
internal static class MedianRemainder
{
    /// <summary>Looks for a plan cheaper than the search's; none, proven, if there is none.</summary>
    internal static ChoiceEnding Solve(MedianModel model, BuildRule rule, Relaxation relaxation, MedianSearch search, SitingStop stop)
    {
        var wanted = search.Sum - model.StepOf(search.Sum);
        var (columns, always) = Decide(relaxation, wanted);
        var (program, constant) = Write(model, rule, columns, always);
        var ending = program.Relax(stop) is { } rest
            ? program.Solve(rest, wanted - constant, stop)
            : new ChoiceEnding(null, IsProven: false, relaxation.Least - constant);
        var least = Math.Max(relaxation.Least, ending.Least + constant);
        if (ending.Values is not { } values)
            return new ChoiceEnding(null, ending.IsProven, ending.IsProven ? search.Sum : least);

        var full = new double[model.Candidates.Length];
        foreach (var column in always)
            full[column] = 1;
        for (var i = 0; i < columns.Count; i++)
            full[columns[i]] = values[i];
        return new ChoiceEnding(full, ending.IsProven, least);
    }

    private static (List<int> Open, List<int> Always) Decide(Relaxation relaxation, double wanted)
    {
        var (columns, always) = (new List<int>(), new List<int>());
        for (var column = 0; column < relaxation.Values.Length; column++)
        {
            var isDecided = relaxation.Least + Math.Abs(relaxation.ReducedCosts[column]) > wanted + ChoiceProgram.Slack(wanted);
            if (isDecided && relaxation.Values[column] > 1 - 1e-9)
                always.Add(column);
            else if (!isDecided || relaxation.Values[column] >= 1e-9)
                columns.Add(column);
        }

        return (columns, always);
    }

    private static (ChoiceProgram Program, double Constant) Write(MedianModel model, BuildRule rule, List<int> columns, List<int> always)
    {
        var program = new ChoiceProgram();
        var variableOf = Enumerable.Repeat(-1, model.Candidates.Length).ToArray();
        foreach (var column in columns)
            variableOf[column] = program.AddVariable(0, isWhole: true);
        program.AddRow(0, rule.Build - always.Count, columns.Select(column => (variableOf[column], 1.0)));
        if (rule.IsByMoney)
        {
            program.AddRow(0, rule.Budget - always.Sum(CostOf), columns.Select(column => (variableOf[column], CostOf(column))));
        }

        var radii = new RadiusRows(model, variableOf, always.ToHashSet());
        for (var demand = 0; demand < model.Rows.Length; demand++)
            radii.Add(demand);
        radii.Write(program);
        return (program, radii.Constant);

        double CostOf(int column) => model.Instance.Sites[model.Candidates[column]].Cost;
    }
}

/// <summary>
/// For each set of sites the extra cost of all who are served from farther than these; demands that share a set share a row.
/// </summary>
internal sealed class RadiusRows(MedianModel model, int[] variableOf, HashSet<int> always)
{
    private readonly Dictionary<VariableSet, double> extra = [];
    private readonly HashSet<VariableSet> needed = [];

    /// <summary>What is paid whatever is chosen.</summary>
    internal double Constant { get; private set; }

    internal void Add(int demand)
    {
        var (weight, within) = (model.Weight(demand), new List<int>());
        var (radius, end) = (double.NaN, model.Standing[demand]);
        foreach (var reach in model.Rows[demand])
        {
            if (always.Contains(reach.Site))
            {
                end = reach.Cost;
                break;
            }

            if (variableOf[reach.Site] < 0)
                continue;
            Widen(weight, within, ref radius, reach.Cost);
            within.Add(variableOf[reach.Site]);
        }

        if (double.IsPositiveInfinity(end))
            needed.Add(VariableSet.Of(within));
        else
            Widen(weight, within, ref radius, end);
    }

    internal void Write(ChoiceProgram program)
    {
        foreach (var (set, cost) in extra)
        {
            var isFarther = program.AddVariable(cost, isWhole: false);
            program.AddRow(1, double.PositiveInfinity, set.Variables.Select(variable => (variable, 1.0)).Append((isFarther, 1)));
        }

        foreach (var set in needed)
            program.AddRow(1, double.PositiveInfinity, set.Variables.Select(variable => (variable, 1.0)));
    }

    private void Widen(double weight, List<int> within, ref double radius, double to)
    {
        if (within.Count == 0)
            Constant += weight * (double.IsNaN(radius) ? to : 0);
        else if (to > radius && weight > 0)
            CollectionsMarshal.GetValueRefOrAddDefault(extra, VariableSet.Of(within), out _) += weight * (to - radius);
        radius = to;
    }

    private readonly struct VariableSet(int[] variables) : IEquatable<VariableSet>
    {
        internal int[] Variables { get; } = variables;

        internal static VariableSet Of(List<int> variables) => new([.. variables.Order()]);

        public bool Equals(VariableSet other) => Variables.AsSpan().SequenceEqual(other.Variables);

        public override bool Equals(object? obj) => obj is VariableSet other && Equals(other);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            hash.AddBytes(MemoryMarshal.AsBytes(Variables.AsSpan()));
            return hash.ToHashCode();
        }
    }
}
