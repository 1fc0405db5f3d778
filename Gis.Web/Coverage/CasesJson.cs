using Gis.Core.Coverage;
using Gis.Core.Network;

namespace Gis.Web.Coverage;

/// <summary>Who is within reach in several cases, as the API and the command line give it; counts as in <see cref="CoverageJson"/>.</summary>
public sealed record CasesJson(
    string Weighting,
    long Residents,
    double Need,
    long Covered,
    double? Share,
    long CoveredInAll,
    double? ShareInAll,
    long CoveredInAny,
    double? ShareInAny,
    bool Illustrative,
    IEnumerable<CaseJson> Cases,
    IEnumerable<AreaJson> ByCounties,
    IEnumerable<CaseGapJson> Gaps,
    IReadOnlyDictionary<string, int> CasesCovering,
    Receipt Receipt)
{
    public static CasesJson Of(ServiceNetwork network, CaseAnswer answer, Receipt receipt) => new(
        answer.Question.Weighting.Written(),
        answer.Total.Residents.Count,
        answer.Need.Value,
        answer.Total.Covered.Count,
        answer.Total.Share?.Value,
        answer.InAll.Covered.Count,
        answer.InAll.Share?.Value,
        answer.InAny.Covered.Count,
        answer.InAny.Share?.Value,
        network.HasIllustration,
        answer.Cases.Select(each => CaseJson.Of(network, answer.Question, each)),
        answer.Counties.Select(area => AreaJson.Of(network, area)),
        answer.Gaps.Select(gap => CaseGapJson.Of(answer.Question, gap)),
        network.Villages.Zip(answer.CasesCovering).ToDictionary(pair => pair.First.Code.Digits, pair => pair.Second),
        receipt);
}

/// <summary>One case by itself, with what it assumes and the villages it loses.</summary>
public sealed record CaseJson(
    string Case,
    string Mode,
    double Slowing,
    IEnumerable<string> ClosedCrossings,
    IEnumerable<string> Serving,
    long Covered,
    double? Share,
    IEnumerable<AreaJson> ByCounties,
    IEnumerable<LostJson> Lost)
{
    public static CaseJson Of(ServiceNetwork network, CoverageQuestion question, CaseCoverage each) => new(
        each.Case.Kind.Written(),
        each.Case.Mode.Written(),
        each.Case.Slowing,
        each.Case.ClosedCrossings,
        each.Case.Serving.Select(tier => tier.Written()),
        each.Total.Covered.Count,
        each.Total.Share?.Value,
        each.Counties.Select(area => AreaJson.Of(network, area)),
        each.Lost.Select(village => new LostJson(village.Code.Digits, village.Name, question.Weighting.Of(village).Count)));
}

public sealed record LostJson(string Village, string Name, long Residents);

/// <summary>A village covered in too few cases, and in how many it is.</summary>
public sealed record CaseGapJson(string Village, string Name, long Residents, int Cases)
{
    public static CaseGapJson Of(CoverageQuestion question, CaseGap gap) =>
        new(gap.Village.Code.Digits, gap.Village.Name, question.Weighting.Of(gap.Village).Count, gap.Cases);
}
