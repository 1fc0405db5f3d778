using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Travel;

namespace Gis.Web.Coverage;

/// <summary>A coverage answer as the API and the command line give it; its fields change only by a decision.</summary>
public sealed record CoverageJson(
    long Residents,
    long Covered,
    double? Share,
    double[]? Interval,
    double? Gini,
    double? Palma,
    double? WorstDecileMinutes,
    bool Illustrative,
    IEnumerable<AreaJson> ByCounty,
    IEnumerable<AreaJson> ByTownship,
    IEnumerable<GapJson> Gaps,
    IEnumerable<CandidateJson> Candidates,
    Receipt Receipt)
{
    public static CoverageJson Of(ServiceNetwork network, CoverageAnswer answer, Receipt receipt) => new(
        answer.Total.Residents.Count,
        answer.Total.Covered.Count,
        answer.Total.Share?.Value,
        answer.Interval is { } interval ? [interval.Low.Value, interval.High.Value] : null,
        answer.Spread.Gini,
        answer.Spread.Palma,
        answer.Spread.WorstDecile?.Value,
        network.HasIllustration,
        answer.Counties.Select(area => AreaJson.Of(network, area)),
        answer.Townships.Select(area => AreaJson.Of(network, area)),
        answer.Gaps.Select(gap => GapJson.Of(network, gap)),
        answer.Candidates.Select(candidate =>
            new CandidateJson(candidate.Point.Id.ToString(), candidate.Point.Name, candidate.Added.Count, candidate.Villages)),
        receipt);
}

public sealed record AreaJson(string Code, string Name, long Residents, long Covered, double? Share)
{
    public static AreaJson Of(ServiceNetwork network, AreaCoverage area) => new(
        area.Area!.Value.Digits,
        network.FindAreaName(area.Area.Value)!,
        area.Residents.Count,
        area.Covered.Count,
        area.Share?.Value);
}

public sealed record GapJson(string Village, string Name, long Residents, ReachJson? Nearest, ReachJson? Remedy)
{
    public static GapJson Of(ServiceNetwork network, Gap gap) => new(
        gap.Village.Code.Digits,
        gap.Village.Name,
        gap.Village.Residents.Count,
        ReachJson.Of(network, gap.Nearest),
        ReachJson.Of(network, gap.Remedy));
}

public sealed record ReachJson(string Point, string Name, double Minutes, double Metres)
{
    public static ReachJson? Of(ServiceNetwork network, Reach? reach) =>
        reach is { } found
            ? new(network.Points[found.Point].Id.ToString(), network.Points[found.Point].Name, found.Time.Value, found.Way.Value)
            : null;
}

public sealed record CandidateJson(string Point, string Name, long Added, int Villages);
