using Google.OrTools.Sat;

namespace Gis.Core.Pairing.Matching;

/// <summary>
/// An integer program over the pairings of a round: no pair blocks, or as few as can be, and the measures in their order. With x
/// for a pair, y for "the adviser is full of villages liked as well or better", z for "so is the firm, and the village is not
/// with it" and b for "the pair blocks": 1 − Σ x over advisers the village likes as well or better ≤ y + z + b.
/// </summary>
/// <remarks>
/// The rows are those of Delorme et al. 2019 (European Journal of Operational Research 277) for equals, with one y for each rank
/// of a list, carried over to advisers within firms. Villages, firms and advisers come in the order of their ids, so that the
/// order of the input changes nothing.
/// </remarks>
internal sealed class StableProgram
{
    // One worker, so that the same round always has the same answer; the whole relaxation, as it decides most of a round.
    private const string Parameters = "num_workers:1,linearization_level:2,relative_gap_limit:0";

    private readonly ProgramTask task;
    private readonly PairingInstance instance;
    private readonly ProgramScale scale;
    private readonly CpModel model = new();
    private readonly BoolVar[] chosen;
    private readonly BoolVar[] blocks;
    private readonly FullRanks full;
    private readonly GroupRows groups;
    private readonly int[] villages;
    private readonly int[] firms;
    private IntVar? largest;

    private StableProgram(ProgramTask task)
    {
        (this.task, instance, scale) = (task, task.Instance, ProgramScale.Of(task));
        villages = [.. Enumerable.Range(0, instance.Villages).OrderBy(village => instance.Task.Villages[village].Id, StringComparer.Ordinal)];
        firms = [.. Enumerable.Range(0, instance.Firms).OrderBy(firm => instance.Task.Firms[firm].Id, StringComparer.Ordinal)];
        (chosen, blocks) = (new BoolVar[instance.Pairs.Length], new BoolVar[task.MayBlock ? instance.Pairs.Length : 0]);
        foreach (var village in villages)
            AddVillage(village);
        full = new FullRanks(instance, model, chosen);
        groups = new GroupRows(instance, model, chosen);
        foreach (var firm in firms)
            AddFirm(firm);
        groups.AddBounds();
        foreach (var village in villages)
            AddStability(village);
        if (task.Measures.Contains(PairingMeasure.LargestLoad) || task.MostLoad is not null)
            AddLoads();
    }

    internal static ProgramEnding Solve(ProgramTask task, PairingStop stop) => new StableProgram(task).Run(stop);

    private IEnumerable<int> RowOf(int village) => Enumerable.Range(instance.RowStart[village], instance.RowStart[village + 1] - instance.RowStart[village]);

    private void AddVillage(int village)
    {
        foreach (var pair in RowOf(village))
        {
            chosen[pair] = model.NewBoolVar("");
            if (task.MayBlock)
                blocks[pair] = model.NewBoolVar("");
            if (task.Hint.Length > 0)
                model.AddHint(chosen[pair], task.Hint[village] == pair ? 1 : 0);
        }

        model.AddAtMostOne(RowOf(village).Select(pair => (ILiteral)chosen[pair]));
    }

    private void AddFirm(int firm)
    {
        var advisers = Enumerable.Range(instance.Names.AdviserStart[firm], instance.AdvisersOf(firm)).OrderBy(adviser => instance.Names.AdviserIds[adviser], StringComparer.Ordinal);
        foreach (var adviser in advisers)
            AddRoom(instance.ColumnOf(adviser).ToArray(), instance.RoomAt(adviser));
        if (instance.AdvisersOf(firm) > 1)
            AddRoom(instance.FirmColumnOf(firm).ToArray(), instance.FirmRoom[firm]);
    }

    private void AddRoom(int[] column, int room)
    {
        if (column.Length > room)
            model.AddLinearConstraint(LinearExpr.Sum(column.Select(pair => chosen[pair])), 0, room);
    }

    private void AddStability(int village)
    {
        var liked = new List<BoolVar>();
        foreach (var rank in RowOf(village).GroupBy(pair => instance.Pairs[pair].VillageRank))
        {
            liked.AddRange(rank.Select(pair => chosen[pair]));
            foreach (var pair in rank)
            {
                var excuses = full.Excuses(pair).Concat(groups.Excuses(pair, full));
                var terms = liked.Concat(task.MayBlock ? excuses.Append(blocks[pair]) : excuses);
                model.AddBoolOr(terms.Select(term => (ILiteral)term));
            }
        }
    }

    private void AddLoads()
    {
        var most = task.MostLoad is { } minutes ? scale.Units(minutes) : scale.MostOf(task, PairingMeasure.LargestLoad);
        largest = model.NewIntVar(0, most, "");
        foreach (var firm in firms)
        {
            // Travel ≤ weight × load, with the weight in thousandths so that both sides are whole.
            var column = instance.FirmColumnOf(firm).ToArray();
            var weight = (long)Math.Round(instance.Task.Firms[firm].Weight * 1000);
            var travel = LinearExpr.WeightedSum(column.Select(pair => chosen[pair]), column.Select(pair => 1000 * scale.Units(instance.Pairs[pair].Minutes)));
            model.Add(travel + (1000 * scale.ConfirmedTravel(firm)) <= largest * weight);
        }
    }

    private ProgramEnding Run(PairingStop stop)
    {
        var weights = scale.Weights(task);
        model.Minimize(Objective(weights));
        using var solver = new CpSolver { StringParameters = Parameters };
        if (stop.IsNow)
            return new ProgramEnding(null, IsProven: false, [], 0, weights);
        using var deadline = stop.Deadline.Register(solver.StopSearch);
        using var cancel = stop.Cancel.Register(solver.StopSearch);
        var status = solver.Solve(model);
        if (status is CpSolverStatus.ModelInvalid)
            throw new InvalidOperationException($"The program over the pairings is not valid: {model.Validate()}");
        if (status is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible))
            return new ProgramEnding(null, status == CpSolverStatus.Infeasible, [], 0, weights);
        var pairOf = new int[instance.Villages];
        foreach (var village in villages)
            pairOf[village] = RowOf(village).FirstOrDefault(pair => solver.BooleanValue(chosen[pair]), -1);
        var values = ProgramValues.Of(task, scale, pairOf);
        return new ProgramEnding(pairOf, status == CpSolverStatus.Optimal, values, (long)Math.Ceiling(solver.BestObjectiveBound - 1e-6), weights);
    }

    private LinearExprBuilder Objective(long[] weights)
    {
        var sum = LinearExpr.NewBuilder();
        for (var i = 0; i < weights.Length; i++)
            AddMeasure(sum, task.Measures[i], weights[i]);
        return sum;
    }

    private void AddMeasure(LinearExprBuilder sum, PairingMeasure measure, long weight)
    {
        if (measure == PairingMeasure.LargestLoad)
            sum.AddTerm(largest!, weight);
        for (var pair = 0; pair < chosen.Length; pair++)
        {
            if (measure == PairingMeasure.Blocking)
                sum.AddTerm(blocks[pair], weight);
            else if (measure != PairingMeasure.LargestLoad && StepOf(measure, pair) is not 0 and var step)
                sum.AddTerm(chosen[pair], weight * step);
        }

        if (measure is PairingMeasure.Served or PairingMeasure.Paired)
            sum.Add(weight * ProgramValues.CountFree(instance));
        if (measure == PairingMeasure.Changed)
            sum.Add(weight * ProgramValues.CountBefore(task));
    }

    // Villages that had nobody change when they get somebody; the others unless they keep whom they had.
    private long StepOf(PairingMeasure measure, int pair) => measure switch
    {
        PairingMeasure.Served or PairingMeasure.Paired => -1,
        PairingMeasure.Changed when task.Before[instance.Pairs[pair].Village] < 0 => 1,
        PairingMeasure.Changed => task.Before[instance.Pairs[pair].Village] == instance.Pairs[pair].Adviser ? -1 : 0,
        _ => scale.Last(task, pair),
    };
}
