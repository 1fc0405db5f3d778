using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Travel;

namespace Gis.Web.Coverage;

/// <summary>A coverage answer as the API and the command line give it; its fields change only by a decision. All
/// counts are of what the question weighs by, residents where it does not say; byCounty is byCounties under an older name.</summary>
public sealed record CoverageJson(
    string Weighting,
    long Residents,
    long Covered,
    double? Share,
    double[]? Interval,
    double? Gini,
    double? Palma,
    double? WorstDecileMinutes,
    double[]? WorstDecileInterval,
    double? MedianMinutes,
    double[]? MedianInterval,
    bool Illustrative,
    IEnumerable<AreaJson> ByCounties,
    IEnumerable<AreaJson> ByCounty,
    IEnumerable<AreaJson> ByTownship,
    IEnumerable<GapJson> Gaps,
    IEnumerable<CandidateJson> Candidates,
    IEnumerable<DoubtJson> Doubts,
    Receipt Receipt)
{
    public static CoverageJson Of(CoverageAnswer answer, Receipt receipt) => new(
        answer.Question.Weighting.Written(),
        answer.Total.Residents.Count,
        answer.Total.Covered.Count,
        answer.Total.Share?.Value,
        AreaJson.IntervalOf(answer.Total),
        answer.Spread.Gini,
        answer.Spread.Palma,
        answer.Spread.WorstDecile?.Value,
        IntervalOf(answer.MinutesDoubt.WorstDecile),
        answer.Spread.Median?.Value,
        IntervalOf(answer.MinutesDoubt.Median),
        answer.Network.HasIllustration,
        answer.Counties.Select(area => AreaJson.Of(answer.Network, area)),
        answer.Counties.Select(area => AreaJson.Of(answer.Network, area)),
        answer.Townships.Select(area => AreaJson.Of(answer.Network, area)),
        answer.Gaps.Select(gap => GapJson.Of(answer, gap)),
        answer.Candidates.Select(candidate =>
            new CandidateJson(candidate.Point.Id.ToString(), candidate.Point.Name, candidate.Added.Count, candidate.Villages)),
        answer.Doubts.Select(DoubtJson.Of),
        receipt);

    private static double[]? IntervalOf(MinutesInterval? interval) => interval is { } known ? [known.Low.Value, known.High.Value] : null;
}

public sealed record AreaJson(string Code, string Name, long Residents, long Covered, double? Share, double[]? Interval)
{
    public static AreaJson Of(ServiceNetwork network, AreaCoverage area) => new(
        area.Area!.Value.Digits,
        network.FindAreaName(area.Area.Value)!,
        area.Residents.Count,
        area.Covered.Count,
        area.Share?.Value,
        IntervalOf(area));

    internal static double[]? IntervalOf(AreaCoverage area) =>
        area.Interval is { } interval ? [interval.Low.Value, interval.High.Value] : null;
}

public sealed record GapJson(string Village, string Name, long Residents, ReachJson? Nearest, ReachJson? Remedy)
{
    public static GapJson Of(CoverageAnswer answer, Gap gap) => new(
        gap.Village.Code.Digits,
        gap.Village.Name,
        answer.Question.Weighting.Of(gap.Village).Count,
        ReachJson.Of(answer.Network, gap.Nearest),
        ReachJson.Of(answer.Network, gap.Remedy));
}

public sealed record ReachJson(string Point, string Name, double Minutes, double Metres)
{
    public static ReachJson? Of(ServiceNetwork network, Reach? reach) =>
        reach is { } found
            ? new(network.Points[found.Point].Id.ToString(), network.Points[found.Point].Name, found.Time.Value, found.Way.Value)
            : null;
}

public sealed record CandidateJson(string Point, string Name, long Added, int Villages);

/// <summary>
/// A record that widens the interval: a village's code or a point's id, what is in doubt, how many minutes a trip may be off
/// for it (none while it is not located), and by how many of those counted the interval narrows at least once it is put right.
/// </summary>
public sealed record DoubtJson(string? Village, string? Point, string Name, string Kind, double? Minutes, long AtStake)
{
    public static DoubtJson Of(DoubtfulRecord record) => new(
        record.Village?.Code.Digits,
        record.Point?.Id.ToString(),
        record.Village?.Name ?? record.Point!.Name,
        record.Kind.Written(),
        record.Kind == DoubtKind.Unlocated ? null : record.Time.Value,
        record.AtStake.Count);
}
