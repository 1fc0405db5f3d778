using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Progress;

namespace Gis.Web.Progress;

/// <summary>The year as the API gives it: the same numbers as on the page.</summary>
public sealed record ProgressJson(
    int Year,
    DateOnly Today,
    string Target,
    string? County,
    int Points,
    int Reached,
    int Intended,
    int DaysBehind,
    int Lately,
    DateOnly? FinishOn,
    int? NeededWeekly,
    ImmutableArray<CurveStepJson> Plan,
    ImmutableArray<CurveStepJson> Actual,
    ImmutableArray<CurveStepJson> Forecast,
    ImmutableArray<CountyProgressJson> Counties,
    ImmutableArray<LatePointJson> Late,
    bool Illustrative,
    Receipt Receipt)
{
    public static ProgressJson Of(ServiceNetwork network, YearProgress progress, ProgressQuestion question)
    {
        var curve = progress.Curve(question.Target, question.County?.Code);
        return new ProgressJson(
            progress.Calendar.Year, progress.Today, question.Target.Written(), question.County?.Code.Digits,
            curve.All, curve.Now, curve.Intended, curve.DaysBehind, curve.Lately, curve.FinishOn, curve.NeededWeekly,
            Write(curve.Plan), Write(curve.Actual), Write(curve.Forecast),
            [.. progress.ListCounties().Select(county => CountyProgressJson.Of(county, question.Target))],
            [.. progress.Late.Where(late => question.County is null || late.Point.Area.County == question.County.Code).Select(late => LatePointJson.Of(late, network))],
            question.County is { } county ? network.HasIllustrationIn(county.Code) : network.HasIllustration,
            YearDesk.ReceiptFor(network, progress, question.ToString()));
    }

    private static ImmutableArray<CurveStepJson> Write(ImmutableArray<CurveStep> line) => [.. line.Select(step => new CurveStepJson(step.On, step.Points))];
}

public sealed record CurveStepJson(DateOnly On, int Points);

public sealed record CountyProgressJson(string Code, string Name, int Points, int Reached, int Late, int Standing, ImmutableSortedDictionary<string, int> Stages)
{
    internal static CountyProgressJson Of(CountyStages county, Stage target) => new(
        county.County.Code.Digits, county.County.Name, county.All, county.Reached(target), county.Late, county.Standing,
        county.Points.ToImmutableSortedDictionary(stage => stage.Key.Written(), stage => stage.Value));
}

public sealed record LatePointJson(string Id, string Name, string County, string Stage, DateOnly Due, int DaysLate, string WaitsFor)
{
    internal static LatePointJson Of(LatePoint late, ServiceNetwork network) => new(
        late.Point.Id.ToString(), late.Point.Name, network.FindAreaName(late.Point.Area.County) ?? "", late.Point.Stage.Written(), late.Due, late.Days, late.WaitsFor.Written());
}
