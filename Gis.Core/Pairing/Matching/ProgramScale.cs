namespace Gis.Core.Pairing.Matching;

/// <summary>
/// Minutes as whole numbers, and what a step of each measure weighs so that no sum of those behind can make up for it. Whole
/// minutes stay exact; others are taken to a thousandth of a minute, or less finely where the sum would pass what a double holds.
/// </summary>
internal sealed class ProgramScale
{
    private const double MostExact = 1L << 53;

    private readonly PairingInstance instance;

    private ProgramScale(PairingInstance instance, int unitsPerMinute)
    {
        this.instance = instance;
        UnitsPerMinute = unitsPerMinute;
    }

    internal int UnitsPerMinute { get; }

    internal static ProgramScale Of(ProgramTask task)
    {
        var isWhole = Array.TrueForAll(task.Instance.Pairs, pair => pair.Minutes == Math.Floor(pair.Minutes) || double.IsNaN(pair.Minutes))
            && task.Instance.Task.Firms.All(firm => firm.Weight == 1);
        for (var units = isWhole ? 1 : 1000; ; units /= 10)
        {
            var scale = new ProgramScale(task.Instance, units);
            if (units == 1 || task.Measures.Aggregate(1.0, (most, measure) => most * (scale.MostOf(task, measure) + 1.0)) < MostExact)
                return scale;
        }
    }

    internal long Units(double minutes) => double.IsNaN(minutes) ? 0 : (long)Math.Round(minutes * UnitsPerMinute);

    /// <summary>What a pair costs in the last measure.</summary>
    internal long Last(ProgramTask task, int pair) => task.Ranks.Length > 0 ? task.Ranks[pair] : Units(instance.Pairs[pair].Minutes);

    /// <summary>The weights of the measures.</summary>
    internal long[] Weights(ProgramTask task)
    {
        var weights = new long[task.Measures.Length];
        for (var (i, weight) = (weights.Length - 1, 1L); i >= 0; i--)
        {
            weights[i] = weight;
            weight = checked(weight * (MostOf(task, task.Measures[i]) + 1));
        }

        return weights;
    }

    /// <summary>No pairing has a measure above this.</summary>
    internal long MostOf(ProgramTask task, PairingMeasure measure) => measure switch
    {
        PairingMeasure.Blocking => instance.Pairs.Length,
        PairingMeasure.LargestLoad => MostLoad(),
        PairingMeasure.Last => Enumerable.Range(0, instance.Villages).Sum(village => MostLast(task, village)),
        _ => instance.Villages,
    };

    /// <summary>What a firm bears already from what is confirmed.</summary>
    internal long ConfirmedTravel(int firm) => Enumerable.Range(0, instance.Villages)
        .Where(village => instance.Confirmed[village] >= 0 && instance.FirmOf[instance.Confirmed[village]] == firm)
        .Sum(village => Units(instance.WayOf(village, firm)?.Value ?? 0));

    /// <summary>The travel of a firm as a load, rounded up to a whole unit.</summary>
    internal long LoadOf(int firm, long travel) => (long)Math.Ceiling(((double)travel / instance.Task.Firms[firm].Weight) - 1e-9);

    private long MostLoad()
    {
        var most = 0L;
        for (var firm = 0; firm < instance.Firms; firm++)
        {
            var longest = instance.FirmColumnOf(firm).ToArray().Select(pair => Units(instance.Pairs[pair].Minutes)).OrderDescending().Take(instance.FirmRoom[firm]);
            most = Math.Max(most, LoadOf(firm, longest.Sum() + ConfirmedTravel(firm)));
        }

        return most;
    }

    private long MostLast(ProgramTask task, int village)
    {
        var most = 0L;
        for (var pair = instance.RowStart[village]; pair < instance.RowStart[village + 1]; pair++)
            most = Math.Max(most, Last(task, pair));
        return most;
    }
}
