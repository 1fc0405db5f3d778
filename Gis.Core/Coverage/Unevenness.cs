using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>How unevenly the minutes to the nearest open point are spread over people and over counties.</summary>
/// <param name="Spread">Mean, median, worst tenth, Gini and Palma over those who reach a point; those who reach none are counted apart in it.</param>
/// <param name="Theil">Theil's T of the minutes; none where nobody reaches a point or all need 0 minutes.</param>
/// <param name="Lorenz">The Lorenz curve from (0, 0) to (1, 1); empty where there is no Theil.</param>
/// <param name="Counties">The counties, in order of code.</param>
public sealed record Unevenness(MinutesSpread Spread, Theil? Theil, ImmutableArray<LorenzPoint> Lorenz, ImmutableArray<CountyMinutes> Counties)
{
    /// <summary>The counties whose residents need least and longest in the mean; none where no county reaches a point.</summary>
    public (CountyMinutes Least, CountyMinutes Most)? MeanRange => RangeOf(Counties.Where(county => county.Mean is not null), county => county.Mean!.Value);

    /// <summary>The counties with the smallest and the largest covered share; none where nobody lives.</summary>
    public (CountyMinutes Least, CountyMinutes Most)? ShareRange =>
        RangeOf(Counties.Where(county => county.Coverage.Share is not null), county => county.Coverage.Share!.Value);

    /// <summary>By how much the means of the counties differ at most.</summary>
    public Minutes? MeanWidth => MeanRange is { } range ? new Minutes(range.Most.Mean!.Value.Value - range.Least.Mean!.Value.Value) : null;

    /// <summary>By how much the covered shares of the counties differ at most.</summary>
    public Share? ShareWidth =>
        ShareRange is { } range ? new Share(range.Most.Coverage.Share!.Value.Value - range.Least.Coverage.Share!.Value.Value) : null;

    /// <summary>Measures the unevenness of an answer.</summary>
    public static Unevenness Measure(ServiceNetwork network, CoverageAnswer answer)
    {
        var groups = network.Villages.Zip(answer.Villages)
            .Where(pair => pair.First.Residents.Count > 0 && pair.Second.Nearest is not null)
            .Select(pair => new MinutesGroup(pair.First.Code.County, pair.First.Residents.Count, pair.Second.Nearest!.Value.Time.Value))
            .ToList();
        var byCounty = groups.ToLookup(group => group.County);
        return new Unevenness(
            answer.Spread,
            Theil.Measure(groups),
            ListLorenz(groups),
            [.. answer.Counties.Select(county => CountyMinutes.Of(county, [.. byCounty[county.Area!.Value]]))]);
    }

    private static ImmutableArray<LorenzPoint> ListLorenz(List<MinutesGroup> groups)
    {
        var (people, minutes) = (groups.Sum(group => group.People), groups.Sum(group => group.Total));
        if (minutes == 0)
            return [];
        var (passed, sum) = (0L, 0.0);
        var points = ImmutableArray.CreateBuilder<LorenzPoint>();
        points.Add(default);
        foreach (var step in groups.GroupBy(group => group.Minutes).OrderBy(step => step.Key))
        {
            passed += step.Sum(group => group.People);
            sum += step.Sum(group => group.Total);
            // What is left when all have passed is rounding.
            points.Add(new LorenzPoint(new Share((double)passed / people), new Share(passed == people ? 1 : Math.Min(1, sum / minutes))));
        }

        return points.ToImmutable();
    }

    // Of counties that are level, the first by code.
    private static (CountyMinutes Least, CountyMinutes Most)? RangeOf<T>(IEnumerable<CountyMinutes> counties, Func<CountyMinutes, T> value)
    {
        var list = counties.ToList();
        return list.Count == 0 ? null : (list.MinBy(value)!, list.MaxBy(value)!);
    }
}

/// <summary>One county beside the others.</summary>
/// <param name="Coverage">Its residents and those covered.</param>
/// <param name="Mean">The mean minutes of those who reach a point; none if nobody does.</param>
/// <param name="Unreached">Residents who reach no open point; they are not in the mean.</param>
public sealed record CountyMinutes(AreaCoverage Coverage, Minutes? Mean, Residents Unreached)
{
    internal static CountyMinutes Of(AreaCoverage coverage, List<MinutesGroup> reached)
    {
        var people = reached.Sum(group => group.People);
        return new CountyMinutes(
            coverage,
            people == 0 ? null : new Minutes(reached.Sum(group => group.Total) / people),
            coverage.Residents - new Residents(people));
    }
}

/// <summary>One point of a Lorenz curve.</summary>
/// <param name="Residents">The share of the residents who need least.</param>
/// <param name="Minutes">The share of all minutes that these need.</param>
public readonly record struct LorenzPoint(Share Residents, Share Minutes);

/// <summary>Theil's T over people, 0 where all need the same time, split into two parts that add up to it.</summary>
/// <remarks>
/// T = Σ p(i)/P · x(i)/μ · ln(x(i)/μ), with 0·ln 0 = 0. Between: Σ over counties P(g)/P · μ(g)/μ · ln(μ(g)/μ).
/// Within: Σ P(g)·μ(g)/(P·μ) · T(g). Theil 1967, Economics and Information Theory; the split: Shorrocks 1980, Econometrica 48.
/// </remarks>
/// <param name="Between">What would be left if all of a county needed its mean.</param>
/// <param name="Within">What there is inside the counties, each by its share of the minutes.</param>
public sealed record Theil(double Between, double Within)
{
    /// <summary>Both parts together.</summary>
    public double Total => Between + Within;

    internal static Theil? Measure(IReadOnlyCollection<MinutesGroup> groups)
    {
        var (people, total) = (groups.Sum(group => group.People), groups.Sum(group => group.Total));
        if (total == 0)
            return null;
        var (between, within) = (0.0, 0.0);
        foreach (var county in groups.GroupBy(group => group.County).OrderBy(county => county.Key))
        {
            var (here, sum) = (county.Sum(group => group.People), county.Sum(group => group.Total));
            between += (double)here / people * Entropy(sum / here, total / people);
            within += county.Sum(group => group.People * Entropy(group.Minutes, sum / here)) / here * (sum / total);
        }

        return new Theil(between, within);
    }

    // x/μ · ln(x/μ), which goes to 0 with x; and where μ is 0, so is every x.
    private static double Entropy(double value, double mean) => value == 0 ? 0 : value / mean * Math.Log(value / mean);
}

/// <summary>The residents of one village and the minutes each of them needs.</summary>
internal readonly record struct MinutesGroup(AreaCode County, long People, double Minutes)
{
    internal double Total => People * Minutes;
}
