using System.Collections.Immutable;
using System.Globalization;
using Gis.Core.Coverage;
using Gis.Core.Units;
using Gis.Web.Layout;

namespace Gis.Web.Charts;

/// <summary>The covered share at every limit, with the limit of the question marked.</summary>
public static class CurveChart
{
    public static Chart Draw(CoverageCurve curve, Minutes limit, Language language)
    {
        var across = MinutesAxis.For(language["门槛(分钟)", "Limit (minutes)"], curve, limit);
        var share = curve.ShareAt(limit);
        var answer = language[
            $"{language.Of(limit)}:{share?.ToString() ?? "没有居民"}",
            $"{language.Of(limit)}: {share?.ToString() ?? "no residents"}"];
        var plot = new Plot(across, PercentAxis.For(language["覆盖的居民(%)", "Residents covered (%)"]))
            .Draw("line", ListCorners(curve, across.Most))
            .Mark(limit.Value, (share?.Value ?? 0) * 100, answer);
        return new Chart(
            "curve",
            language["门槛放宽,多少人够得着", "How many are covered as the limit grows"],
            language["线越早升到顶,离得远的人越少;一直到不了顶的,是哪里也到不了的人。", "The earlier the line rises, the fewer live far off; what it never gains are those who reach no point."],
            [plot.Picture(Describe(curve, across, answer, language))],
            new ChartTable(
                [language["门槛(分钟)", "Limit (minutes)"], language["覆盖居民", "Residents covered"], language["覆盖率", "Share covered"]],
                [.. ListLimits(across, limit).Select(each => Row(curve, each))]));
    }

    // Level from each step to the next, then straight up. Of steps that would fall on one line of pixels the last is enough.
    private static IEnumerable<(double Minutes, double Percent)> ListCorners(CoverageCurve curve, double most)
    {
        const int lines = 1000;
        var last = 0.0;
        yield return (0, 0);
        foreach (var step in curve.Steps.Where(step => step.Limit.Value <= most).GroupBy(step => (int)(step.Limit.Value / most * lines)).Select(group => group.Last()))
        {
            yield return (step.Limit.Value, last);
            last = PercentOf(curve, step.Covered);
            yield return (step.Limit.Value, last);
        }

        yield return (most, last);
    }

    private static double PercentOf(CoverageCurve curve, Residents covered) => Share.Of(covered, curve.All)?.Value * 100 ?? 0;

    private static IEnumerable<Minutes> ListLimits(Axis across, Minutes limit) =>
        across.Ticks.Select(tick => new Minutes(tick.Value)).Append(limit).Distinct().Order();

    private static ImmutableArray<string> Row(CoverageCurve curve, Minutes limit) =>
    [
        limit.Value.ToString("0.###", CultureInfo.InvariantCulture),
        Wording.Number(curve.CoveredAt(limit).Count),
        curve.ShareAt(limit)?.ToString() ?? "–",
    ];

    private static string Describe(CoverageCurve curve, Axis across, string answer, Language language)
    {
        var (first, end) = (curve.ShareAt(default)?.ToString() ?? "–", curve.ShareAt(new Minutes(across.Most))?.ToString() ?? "–");
        return language[
            $"阶梯线:门槛从 0 到 {across.Most} 分钟,覆盖率从 {first} 升到 {end}。{answer}。",
            $"Step line: as the limit grows from 0 to {across.Most} minutes, the share covered grows from {first} to {end}. {answer}."];
    }
}
