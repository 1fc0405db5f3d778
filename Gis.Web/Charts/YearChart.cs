using System.Collections.Immutable;
using System.Globalization;
using Gis.Core.Progress;
using Gis.Web.Layout;
using Gis.Web.Progress;

namespace Gis.Web.Charts;

/// <summary>Plan, actual and forecast of a year: one picture for all, or one for each county on one scale.</summary>
public static class YearChart
{
    /// <summary>The three lines with the day of today.</summary>
    public static Chart Draw(ProgressCurve curve, YearCalendar calendar, DateOnly today, Language language)
    {
        var picture = Plot(curve, calendar, today, curve.All, language).Picture(Tell(curve, calendar, today, language));
        return new Chart(
            "year-curve",
            language[$"{calendar.Year} 年:已{language.Reached(curve.Target)}的点", $"{calendar.Year}: points {language.Reached(curve.Target)}"],
            language["虚线是计划,实线是实际,点线是照最近八周的进度往后推;竖线是今天。", "Dashed: as planned. Line: as it was. Dotted: at the pace of the last eight weeks. The upright line is today."],
            [picture],
            new ChartTable(
                [language["月底", "End of"], language["计划", "Plan"], language["实际", "Actual"], language["预测", "Forecast"]],
                [.. Enumerable.Range(1, 12).Select(month => Row(curve, EndOf(calendar.Year, month), today))]));
    }

    /// <summary>The same for every county, all on the scale of the largest.</summary>
    public static Chart DrawCounties(ImmutableArray<(string Name, ProgressCurve Curve)> counties, YearCalendar calendar, DateOnly today, Language language)
    {
        var most = Math.Max(1, counties.Max(county => county.Curve.All));
        return new Chart(
            "county-curves",
            language["各县(市)区,同一尺度", "The counties on one scale"],
            language["线越低于虚线,落后越多。", "The further a line is below the dashed one, the further behind."],
            [.. counties.Select(county => Plot(county.Curve, calendar, today, most, language).Picture(Tell(county.Curve, calendar, today, language), county.Name))],
            new ChartTable(
                [language["县(市)区", "County"], language["共", "Points"], language["应完成", "Intended"], language["已完成", "Done"], language["落后天数", "Days behind"]],
                [.. counties.Select(county => ImmutableArray.Create(
                    county.Name, Wording.Number(county.Curve.All), Wording.Number(county.Curve.Intended), Wording.Number(county.Curve.Now), county.Curve.DaysBehind.ToString(CultureInfo.InvariantCulture)))],
                NamesPlaces: true));
    }

    private static Plot Plot(ProgressCurve curve, YearCalendar calendar, DateOnly today, int most, Language language)
    {
        var across = new Axis(language["月份", "Month"], DaysTo(calendar.Last, calendar), [.. Enumerable.Range(1, 12).Select(month => new Tick(
            DaysTo(new DateOnly(calendar.Year, month, 1), calendar), month.ToString(CultureInfo.InvariantCulture)))]);
        var plot = new Plot(across, Axis.Round(language["个数", "Points"], most)).Draw("equal", Corners(curve.Plan, calendar));
        if (!curve.Actual.IsEmpty)
            plot.Draw("line", Corners(curve.Actual, calendar));
        if (!curve.Forecast.IsEmpty)
            plot.Draw("forecast", curve.Forecast.Select(step => ((double)DaysTo(step.On, calendar), (double)step.Points)));
        return today < calendar.First || today > calendar.Last ? plot : plot.Mark(DaysTo(today, calendar), curve.Actual.IsEmpty ? null : curve.Now);
    }

    // A line holds its value up to the day on which it rises.
    private static IEnumerable<(double Day, double Points)> Corners(ImmutableArray<CurveStep> line, YearCalendar calendar) =>
        line.SelectMany((step, i) => i == 0
            ? [((double)DaysTo(step.On, calendar), (double)step.Points)]
            : new[] { ((double)DaysTo(step.On, calendar), (double)line[i - 1].Points), (DaysTo(step.On, calendar), step.Points) });

    private static string Tell(ProgressCurve curve, YearCalendar calendar, DateOnly today, Language language) =>
        string.Join(language["", " "], language.Sum(curve, calendar, today));

    private static ImmutableArray<string> Row(ProgressCurve curve, DateOnly day, DateOnly today)
    {
        var forecast = curve.Forecast is [var from, var to] && day >= from.On && day <= to.On
            ? Wording.Number(from.Points + ((long)(to.Points - from.Points) * (day.DayNumber - from.On.DayNumber) / Math.Max(1, to.On.DayNumber - from.On.DayNumber)))
            : "–";
        return
        [
            Wording.Day(day), Wording.Number(ProgressCurve.At(curve.Plan, day)),
            day <= today && !curve.Actual.IsEmpty ? Wording.Number(ProgressCurve.At(curve.Actual, day)) : "–", forecast,
        ];
    }

    private static DateOnly EndOf(int year, int month) => new DateOnly(year, month, 1).AddMonths(1).AddDays(-1);

    private static int DaysTo(DateOnly day, YearCalendar calendar) => day.DayNumber - calendar.First.DayNumber;
}
