using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>
/// The covered residents at every limit: a step function that rises at the minutes some village needs and stays level
/// between them.
/// </summary>
/// <param name="All">All residents, those who reach no point included.</param>
/// <param name="Steps">Each limit at which more are covered, from the least, with all who are covered at it.</param>
public sealed record CoverageCurve(Residents All, ImmutableArray<CurveStep> Steps)
{
    /// <summary>Residents who reach no open point, however long they may travel: the curve never gets to them.</summary>
    public Residents Unreached => All - (Steps.IsEmpty ? default : Steps[^1].Covered);

    /// <summary>The residents covered at a limit, exactly at it included: what a coverage answer for that limit says.</summary>
    public Residents CoveredAt(Minutes limit)
    {
        var (below, above) = (0, Steps.Length);
        while (below < above)
        {
            var middle = (below + above) / 2;
            if (Steps[middle].Limit <= limit)
                below = middle + 1;
            else
                above = middle;
        }

        return below == 0 ? default : Steps[below - 1].Covered;
    }

    /// <summary>The covered share at a limit; none where nobody lives.</summary>
    public Share? ShareAt(Minutes limit) => Share.Of(CoveredAt(limit), All);

    /// <summary>The curve at even distances for a chart: at 0, <paramref name="every"/>, twice that… up to <paramref name="last"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The distance is zero.</exception>
    public ImmutableArray<CurveStep> Sample(Minutes every, Minutes last)
    {
        ArgumentOutOfRangeException.ThrowIfZero(every.Value);
        var count = (int)Math.Floor(last.Value / every.Value) + 1;
        return [.. Enumerable.Range(0, count).Select(index => new Minutes(index * every.Value)).Select(limit => new CurveStep(limit, CoveredAt(limit)))];
    }

    /// <summary>The curve of an answer: the minutes to the nearest open point of the tiers asked for, whatever its limit.</summary>
    /// <param name="network">The network the answer is about.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="within">The unit whose residents are counted; all residents if null.</param>
    public static CoverageCurve Measure(ServiceNetwork network, CoverageAnswer answer, AreaCode? within = null)
    {
        var covered = default(Residents);
        var villages = network.Villages.Zip(answer.Villages).Where(pair => within is not { } area || pair.First.Code.IsWithin(area)).ToList();
        var steps = villages
            .Where(pair => pair.First.Residents.Count > 0 && pair.Second.Nearest is not null)
            .GroupBy(pair => pair.Second.Nearest!.Value.Time, pair => pair.First.Residents)
            .OrderBy(step => step.Key)
            .Select(step => new CurveStep(step.Key, covered += step.Sum(residents => residents)));
        return new CoverageCurve(villages.Sum(pair => pair.First.Residents), [.. steps]);
    }
}

/// <summary>One step of a coverage curve.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Covered">All residents covered at it.</param>
public readonly record struct CurveStep(Minutes Limit, Residents Covered);
