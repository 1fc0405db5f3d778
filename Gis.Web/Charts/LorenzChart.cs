using System.Collections.Immutable;
using System.Globalization;
using Gis.Core.Coverage;
using Gis.Web.Layout;

namespace Gis.Web.Charts;

/// <summary>How the minutes of all residents together are shared out among them, beside the line of equal shares.</summary>
public static class LorenzChart
{
    /// <summary>The chart; null where there is no curve, since nobody reaches a point or all need no time.</summary>
    public static Chart? Draw(Unevenness unevenness, Language language)
    {
        if (unevenness.Lorenz.IsEmpty || unevenness.Spread.Gini is not { } gini)
            return null;

        var curve = unevenness.Lorenz.Select(point => (Residents: point.Residents.Value * 100, Minutes: point.Minutes.Value * 100)).ToImmutableArray();
        var half = MinutesOf(curve, 50);
        var words = language[$"基尼系数 {Text(gini)}", $"Gini {Text(gini)}"];
        var plot = new Plot(PercentAxis.For(language["居民,由近到远(%)", "Residents, nearest first (%)"]), PercentAxis.For(language["路上时间(%)", "Minutes travelled (%)"]))
            .Draw("equal", [(0, 0), (100, 100)])
            .Draw("line", curve)
            .Say("equal-text", 40, 52, language["人人一样", "All alike"])
            .Say("mark-text", 4, 88, words);
        return new Chart(
            "lorenz",
            language["路上时间在居民中怎么分", "How the minutes are shared out"],
            language["线离斜线越远,路上的时间越集中在少数人身上。", "The farther the line hangs below the diagonal, the fewer carry most of the minutes."],
            [plot.Picture(language[
                $"洛伦兹曲线:住得最近的一半居民只占全部路上时间的 {Percent(half)}。{words},0 为人人一样,1 为全由一人承担。",
                $"Lorenz curve: the half of the residents who live nearest need {Percent(half)} of all minutes. {words}, where 0 is all alike and 1 is one who carries all."])],
            new ChartTable(
                [language["居民,由近到远", "Residents, nearest first"], language["占路上时间", "Share of the minutes"]],
                [.. Enumerable.Range(1, 10).Select(tenth => (ImmutableArray<string>)[$"{tenth * 10} %", Percent(MinutesOf(curve, tenth * 10))])]));
    }

    // People of one village are alike, so the curve is straight between its points.
    private static double MinutesOf(ImmutableArray<(double Residents, double Minutes)> curve, double residents)
    {
        var after = curve.First(point => point.Residents >= residents);
        var before = curve.Last(point => point.Residents <= residents);
        return after.Residents > before.Residents
            ? before.Minutes + ((after.Minutes - before.Minutes) * (residents - before.Residents) / (after.Residents - before.Residents))
            : after.Minutes;
    }

    private static string Percent(double percent) => percent.ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string Text(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
