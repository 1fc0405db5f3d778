using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>How evenly the minutes to the nearest open point are spread over the residents who can reach one.</summary>
/// <param name="Median">Half of the residents need no more than this; none if nobody reaches a point.</param>
/// <param name="Mean">The minutes of all residents together, divided by their number.</param>
/// <param name="WorstDecile">The mean of the tenth of the residents who need longest; a village may be split.</param>
/// <param name="Gini">The population-weighted Gini coefficient, 0 where all need the same time; none where the mean is 0.</param>
/// <param name="Palma">The minutes of the tenth who need longest over those of the four tenths who need least; none where these need none.</param>
/// <param name="Unreached">Residents who can reach no open point; they are in none of the figures.</param>
/// <remarks>
/// Gini: G = 1 - Σ p(i)·(S(i) + S(i-1)) / S(n), over people sorted by minutes, p their share and S the running sum of
/// p·minutes (Brown 1994, Social Science and Medicine 38). Palma: Cobham and Sumner 2013, applied to minutes.
/// </remarks>
public sealed record MinutesSpread(Minutes? Median, Minutes? Mean, Minutes? WorstDecile, double? Gini, double? Palma, Residents Unreached)
{
    /// <summary>Measures the spread over groups of residents with their minutes, none for those who reach no point.</summary>
    public static MinutesSpread Measure(IEnumerable<(Residents Residents, Minutes? Time)> groups)
    {
        var all = groups.Where(group => group.Residents.Count > 0).ToList();
        var sorted = all.Select((group, row) => (group, row))
            .Where(pair => pair.group.Time is not null)
            .Select(pair => new TimedResidents(pair.group.Time!.Value.Value, pair.row, pair.group.Residents.Count))
            .Order()
            .ToArray();
        return OfSorted(sorted, all.Where(group => group.Time is null).Sum(group => group.Residents));
    }

    /// <summary>Measures the spread over groups of somebody, already in order.</summary>
    internal static MinutesSpread OfSorted(ReadOnlySpan<TimedResidents> sorted, Residents unreached)
    {
        var (people, total) = (0L, 0.0);
        foreach (ref readonly var group in sorted)
        {
            people += group.People;
            total += group.People * group.Minutes;
        }

        if (people == 0)
            return new MinutesSpread(null, null, null, null, null, unreached);
        var worst = SumOfWorst(sorted, people * 0.1);
        var best = SumOfBest(sorted, people * 0.4);
        return new MinutesSpread(
            MedianOf(sorted, people),
            new Minutes(total / people),
            new Minutes(worst / (people * 0.1)),
            total > 0 ? GiniOf(sorted, people, total) : null,
            best > 0 ? worst / best : null,
            unreached);
    }

    private static Minutes MedianOf(ReadOnlySpan<TimedResidents> sorted, long people)
    {
        var passed = 0L;
        foreach (ref readonly var group in sorted)
        {
            passed += group.People;
            if (passed * 2 >= people)
                return new Minutes(group.Minutes);
        }

        throw new InvalidOperationException("The groups hold fewer people than they add up to.");
    }

    internal static double GiniOf(ReadOnlySpan<TimedResidents> sorted, long people, double total)
    {
        var (running, area) = (0.0, 0.0);
        foreach (ref readonly var group in sorted)
        {
            var before = running;
            running += group.People * group.Minutes;
            area += (double)group.People / people * (running + before) / total;
        }

        return 1 - area;
    }

    // The minutes of as many people from an end as are asked for; the last group may count in part.
    private static double SumOfBest(ReadOnlySpan<TimedResidents> sorted, double people)
    {
        var (left, sum) = (people, 0.0);
        for (var i = 0; i < sorted.Length && left > 0; i++)
        {
            var taken = Math.Min(left, sorted[i].People);
            sum += taken * sorted[i].Minutes;
            left -= taken;
        }

        return sum;
    }

    private static double SumOfWorst(ReadOnlySpan<TimedResidents> sorted, double people)
    {
        var (left, sum) = (people, 0.0);
        for (var i = sorted.Length - 1; i >= 0 && left > 0; i--)
        {
            var taken = Math.Min(left, sorted[i].People);
            sum += taken * sorted[i].Minutes;
            left -= taken;
        }

        return sum;
    }
}
