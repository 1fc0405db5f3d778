using Google.OrTools.LinearSolver;

namespace Gis.Core.Siting;

/// <summary>
/// The least sum of costs over variables from 0 to 1, some of them whole, under linear rows. Solved in three moves: the
/// relaxation, the variables that its reduced costs decide, and branching over what is left.
/// </summary>
internal sealed class ChoiceProgram
{
    private readonly List<(double Cost, bool IsWhole)> variables = [];
    private readonly List<(double Low, double High, (int Variable, double Factor)[] Terms)> rows = [];

    internal int AddVariable(double cost, bool isWhole)
    {
        variables.Add((cost, isWhole));
        return variables.Count - 1;
    }

    internal void AddRow(double low, double high, IEnumerable<(int Variable, double Factor)> terms) => rows.Add((low, high, terms.ToArray()));

    /// <summary>The least sum if no variable had to be whole; null if it was stopped or cannot be told.</summary>
    internal Relaxation? Relax(SitingStop stop)
    {
        using var solver = Solver.CreateSolver("GLOP");
        var made = Build(solver, relaxed: true);
        var status = Run(solver, stop, new MPSolverParameters());
        return status switch
        {
            Solver.ResultStatus.OPTIMAL => new Relaxation(
                solver.Objective().Value(), [.. made.Select(variable => variable.SolutionValue())], [.. made.Select(variable => variable.ReducedCost())]),
            Solver.ResultStatus.INFEASIBLE => Relaxation.Nothing,
            _ => null,
        };
    }

    /// <summary>Looks for values whose sum is at most <paramref name="wanted"/>.</summary>
    /// <returns>The values of least sum, or none; and whether that is proven.</returns>
    internal ChoiceEnding Solve(Relaxation relaxation, double wanted, SitingStop stop)
    {
        var slack = Slack(wanted);
        if (relaxation.Least > wanted + slack)
            return new ChoiceEnding(null, IsProven: true, relaxation.Least);

        using var solver = Solver.CreateSolver("SCIP");
        var made = Build(solver, relaxed: false);
        Decide(made, relaxation, wanted + slack);
        var cutoff = solver.MakeConstraint(double.NegativeInfinity, wanted + slack);
        for (var i = 0; i < made.Length; i++)
            cutoff.SetCoefficient(made[i], variables[i].Cost);

        using var exact = new MPSolverParameters();
        exact.SetDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
        var status = Run(solver, stop, exact);
        var hasValues = status is Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE;
        return new ChoiceEnding(
            hasValues ? [.. made.Select(variable => variable.SolutionValue())] : null,
            status is Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.INFEASIBLE && !stop.IsNow,
            hasValues ? Math.Max(relaxation.Least, solver.Objective().BestBound()) : relaxation.Least);
    }

    /// <summary>What rounding in a solver may have moved a sum of this size by.</summary>
    internal static double Slack(double sum) => 1e-7 * Math.Max(1, Math.Abs(sum));

    private Variable[] Build(Solver solver, bool relaxed)
    {
        var made = variables.Select(variable => variable.IsWhole && !relaxed ? solver.MakeBoolVar("") : solver.MakeNumVar(0, 1, "")).ToArray();
        foreach (var (low, high, terms) in rows)
        {
            var row = solver.MakeConstraint(low, high);
            foreach (var (variable, factor) in terms)
                row.SetCoefficient(made[variable], factor);
        }

        for (var i = 0; i < made.Length; i++)
            solver.Objective().SetCoefficient(made[i], variables[i].Cost);
        solver.Objective().SetMinimization();
        return made;
    }

    // Moving a variable from its end of the range costs at least its reduced cost: where that is more than is wanted, it stays.
    private void Decide(Variable[] made, Relaxation relaxation, double wanted)
    {
        for (var i = 0; i < made.Length; i++)
        {
            if (!variables[i].IsWhole || relaxation.Least + Math.Abs(relaxation.ReducedCosts[i]) <= wanted)
                continue;
            if (relaxation.Values[i] < 1e-9)
                made[i].SetUb(0);
            else if (relaxation.Values[i] > 1 - 1e-9)
                made[i].SetLb(1);
        }
    }

    private static Solver.ResultStatus Run(Solver solver, SitingStop stop, MPSolverParameters parameters)
    {
        if (stop.IsNow)
            return Solver.ResultStatus.NOT_SOLVED;
        using var deadline = stop.Deadline.Register(() => solver.InterruptSolve());
        using var cancel = stop.Cancel.Register(() => solver.InterruptSolve());
        return solver.Solve(parameters);
    }
}

/// <summary>The answer where no variable had to be whole.</summary>
internal sealed record Relaxation(double Least, double[] Values, double[] ReducedCosts)
{
    /// <summary>No values keep the rows.</summary>
    internal static Relaxation Nothing { get; } = new(double.PositiveInfinity, [], []);

    internal bool IsFeasible => !double.IsPositiveInfinity(Least);
}

/// <summary>The values found, if any, whether nothing better can be, and what no values can be less than.</summary>
internal sealed record ChoiceEnding(double[]? Values, bool IsProven, double Least);
