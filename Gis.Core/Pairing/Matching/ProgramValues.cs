namespace Gis.Core.Pairing.Matching;

/// <summary>What a pairing measures, in the whole units of a program but reckoned from the round.</summary>
internal static class ProgramValues
{
    internal static long[] Of(ProgramTask task, ProgramScale scale, int[] pairOf) =>
        [.. task.Measures.Select(measure => Of(task, scale, pairOf, measure))];

    /// <summary>The villages that are not confirmed.</summary>
    internal static int CountFree(PairingInstance instance) => instance.Confirmed.Count(adviser => adviser < 0);

    /// <summary>The villages not confirmed that had somebody before.</summary>
    internal static int CountBefore(ProgramTask task) => task.Before.Where((adviser, village) => adviser >= 0 && task.Instance.Confirmed[village] < 0).Count();

    private static long Of(ProgramTask task, ProgramScale scale, int[] pairOf, PairingMeasure measure)
    {
        var instance = task.Instance;
        return measure switch
        {
            PairingMeasure.Served or PairingMeasure.Paired => CountFree(instance) - pairOf.Count(pair => pair >= 0),
            PairingMeasure.Blocking => BlockingPairs.Find(instance, pairOf).Length,
            PairingMeasure.Changed => Enumerable.Range(0, instance.Villages).Count(village =>
                instance.Confirmed[village] < 0 && task.Before[village] != PairingWriter.AdviserOf(instance, pairOf, village)),
            PairingMeasure.LargestLoad => LargestLoad(instance, scale, pairOf),
            _ => pairOf.Where(pair => pair >= 0).Sum(pair => scale.Last(task, pair)),
        };
    }

    private static long LargestLoad(PairingInstance instance, ProgramScale scale, int[] pairOf)
    {
        var travel = Enumerable.Range(0, instance.Firms).Select(scale.ConfirmedTravel).ToArray();
        foreach (var pair in pairOf.Where(pair => pair >= 0))
            travel[instance.FirmOf[instance.Pairs[pair].Adviser]] += scale.Units(instance.Pairs[pair].Minutes);
        return travel.Select((sum, firm) => scale.LoadOf(firm, sum)).DefaultIfEmpty(0).Max();
    }
}
