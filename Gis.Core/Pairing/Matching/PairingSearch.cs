namespace Gis.Core.Pairing.Matching;

/// <summary>Finds the pairing of an aim: first what the proposals give, and a program over all pairings where that is not the answer.</summary>
internal sealed class PairingSearch
{
    private readonly PairingInstance instance;
    private readonly PairingAim aim;
    private readonly PairingStop stop;
    private readonly bool countsTravel;

    internal PairingSearch(PairingInstance instance, PairingAim aim, PairingStop stop)
    {
        countsTravel = aim is PairingAim.LeastTravel or PairingAim.FairestLoad;
        this.instance = countsTravel ? instance.KeepKnownWays() : instance;
        (this.aim, this.stop) = (aim, stop);
    }

    /// <summary>The adviser each village had, or -1; empty: nothing is counted against before.</summary>
    internal int[] Before { get; init; } = [];

    private bool HasCaps => instance.Task.Groups.Any(group => group.Cap is not null);

    internal PairingOutcome Solve()
    {
        if (stop.Cancel.IsCancellationRequested)
            return new PairingOutcome.Cancelled(null);
        if (PairingSupply.FindBroken(instance) is { } reason)
            return new PairingOutcome.Infeasible(reason);
        var most = instance.Task.ServeAll ? PairingSupply.FindMost(instance) : null;
        var proposed = aim == PairingAim.FirmBest ? FirmProposals.Run(instance) : VillageProposals.Run(instance);
        var keepsRules = KeepsRules(proposed, most);
        if (keepsRules && !countsTravel && Before.Length == 0)
            return new PairingOutcome.Optimal(PairingWriter.Write(instance, proposed));
        return Search(proposed, keepsRules, most);
    }

    /// <summary>The frontier of travel and largest load.</summary>
    internal PairingFrontier Trace()
    {
        if (stop.IsNow || PairingSupply.FindBroken(instance) is not null)
            return new PairingFrontier([], !stop.IsNow);
        var (proposed, most) = (VillageProposals.Run(instance), instance.Task.ServeAll ? PairingSupply.FindMost(instance) : null);
        var task = MakeTask(proposed, KeepsRules(proposed, most), most);
        task = task with { Measures = [.. task.Measures, PairingMeasure.LargestLoad] };
        var (points, first) = (new List<PairingResult>(), default(long[]));
        while (StableProgram.Solve(task, stop) is { IsProven: true } ending)
        {
            // Whoever lightens the load by pairing fewer villages, or by more blocking, is not on the frontier.
            if (ending.PairOf is null || (first is not null && !first.AsSpan()[..^2].SequenceEqual(ending.Values.AsSpan()[..^2])))
                return new PairingFrontier([.. points], IsComplete: true);
            first ??= ending.Values;
            points.Add(Describe(Carry(ending.PairOf, task.Instance, instance)));
            task = task with { MostLoad = (ending.Values[^1] - 1.0) / ProgramScale.Of(task).UnitsPerMinute, Hint = ending.PairOf };
            if (ending.Values[^1] == 0)
                return new PairingFrontier([.. points], IsComplete: true);
        }

        return new PairingFrontier([.. points], IsComplete: false);
    }

    private PairingOutcome Search(int[] proposed, bool keepsRules, int[]? most)
    {
        var task = MakeTask(proposed, keepsRules, most);
        var ending = StableProgram.Solve(task, stop);
        var best = ending.PairOf is { } found ? Carry(found, task.Instance, instance)
            : keepsRules ? proposed
            : most ?? PairingSupply.FindMost(instance)!;
        // Nothing was found in time: what there was to begin with is measured, against nothing.
        if (ending.PairOf is null)
            ending = ending with { Values = ProgramValues.Of(task, ProgramScale.Of(task), Carry(best, instance, task.Instance)) };
        return Conclude(task, ending, Describe(best));
    }

    private ProgramTask MakeTask(int[] proposed, bool keepsRules, int[]? most)
    {
        // Who is at its cap blocks less, so pairs that no stable pairing would have without caps may come in with them.
        var round = keepsRules && !HasCaps ? StableReduction.Reduce(instance, stop) : instance;
        return new ProgramTask(round, !keepsRules, [.. Measures(keepsRules)])
        {
            Ranks = countsTravel ? [] : [.. round.Pairs.Select(pair => aim == PairingAim.FirmBest ? pair.FirmRank : pair.VillageRank)],
            Before = Before,
            Hint = Carry(keepsRules ? proposed : most ?? PairingSupply.FindMost(instance)!, instance, round),
        };
    }

    private bool KeepsRules(int[] proposed, int[]? most) => PairingGroups.AreKept(instance, proposed)
        && (most is null || proposed.Count(pair => pair >= 0) == most.Count(pair => pair >= 0));

    private PairingResult Describe(int[] pairOf) => BlockingReasons.Add(instance, PairingWriter.Write(instance, pairOf));

    private PairingOutcome Conclude(ProgramTask task, ProgramEnding ending, PairingResult result)
    {
        if (ending.PairOf is not null && ending.IsProven)
            return new PairingOutcome.Optimal(result);
        if (stop.Cancel.IsCancellationRequested)
            return new PairingOutcome.Cancelled(result);
        var (measure, bound) = ending.FindOpen();
        var units = IsInMinutes(task.Measures[measure]) ? (double)ProgramScale.Of(task).UnitsPerMinute : 1;
        return new PairingOutcome.BestFound(result, task.Measures[measure], ending.Values[measure] / units, bound / units);
    }

    private IEnumerable<PairingMeasure> Measures(bool keepsRules)
    {
        if (instance.Task.ServeAll)
            yield return PairingMeasure.Served;
        if (!keepsRules)
            yield return PairingMeasure.Blocking;
        if (Before.Length > 0)
            yield return PairingMeasure.Changed;
        if (!instance.Task.ServeAll)
            yield return PairingMeasure.Paired;
        if (aim == PairingAim.FairestLoad)
            yield return PairingMeasure.LargestLoad;
        yield return PairingMeasure.Last;
    }

    private bool IsInMinutes(PairingMeasure measure) => measure == PairingMeasure.LargestLoad || (measure == PairingMeasure.Last && countsTravel);

    private static int[] Carry(int[] pairOf, PairingInstance from, PairingInstance to) => from == to
        ? pairOf
        : [.. pairOf.Select(pair => pair < 0 ? -1 : to.FindPair(from.Pairs[pair].Village, from.Pairs[pair].Adviser))];
}
