using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Progress;
using Gis.Web.Accounts;
using Gis.Web.Layout;

namespace Gis.Web.Progress;

/// <summary>The fields by which steps of points are reported, as they were filled in.</summary>
public sealed record MoveForm
{
    /// <summary>The identifiers of the points.</summary>
    public ImmutableArray<string> Points { get; init; } = [];

    /// <summary>The stage they came to.</summary>
    public string Stage { get; init; } = "";

    /// <summary>The stage they were seen at; empty where many are reported at once.</summary>
    public string Seen { get; init; } = "";

    /// <summary>The day on which they did.</summary>
    public string On { get; init; } = "";

    public string Reason { get; init; } = "";

    internal static MoveForm Of(IFormCollection fields) => new()
    {
        Points = [.. fields["points"].OfType<string>()],
        Stage = fields["stage"].ToString(),
        Seen = fields["seen"].ToString(),
        On = fields["on"].ToString(),
        Reason = fields["reason"].ToString(),
    };

    /// <summary>Reads the fields; null where one is wrong, and then the faults say which.</summary>
    internal (ImmutableArray<ServicePoint> Points, Stage Stage, DateOnly On)? Read(
        ServiceNetwork network, YearProgress progress, SignedIn who, Language language, FormFaults faults)
    {
        if (!WrittenName.TryRead<Stage>(Stage, out var stage))
            faults.Add("stage", Stage, language["请选一个阶段", "choose a stage"]);
        if (!DayField.TryRead(On, out var on) || on > progress.Today)
            faults.Add("on", On, language["应为日期,不晚于今天", "a day, not after today"]);
        var points = Points.Distinct().Select(network.FindPoint).OfType<ServicePoint>()
            .Where(point => Rights.MayEdit(who, point.Area)).ToImmutableArray();
        if (points.IsEmpty || points.Length < Points.Distinct().Count())
            faults.Add("points", string.Join(' ', Points), language["请选您负责的服务点", "choose points that are yours to report on"]);
        if (!faults.IsEmpty)
            return null;
        foreach (var point in points)
            Check(point, stage, on, progress, language, faults);
        return faults.IsEmpty ? (points, stage, on) : null;
    }

    private static void Check(ServicePoint point, Stage stage, DateOnly on, YearProgress progress, Language language, FormFaults faults)
    {
        if (!StageSteps.Reportable(point.Stage).Contains(stage))
        {
            faults.Add("stage", point.Name, language[
                $"现在是“{language.Of(point.Stage)}”,不能直接登记为“{language.Of(stage)}”", $"it is \"{language.Of(point.Stage)}\" and cannot be reported as \"{language.Of(stage)}\""]);
        }

        if (progress.History.Of(point.Id) is [.., var last] && on < last.On)
        {
            faults.Add("on", Wording.Day(on), language[
                $"{point.Name} 上一次变化在 {Wording.Day(last.On)},应不早于这一天", $"{point.Name} last changed on {Wording.Day(last.On)}; not before that day"]);
        }
    }
}
