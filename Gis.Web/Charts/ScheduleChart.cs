using System.Collections.Immutable;
using System.Globalization;
using Gis.Web.Layout;
using Gis.Web.Siting;

namespace Gis.Web.Charts;

/// <summary>Who comes within reach month by month as a schedule is built, beyond those whom what stands covers.</summary>
public static class ScheduleChart
{
    public static Chart Draw(ScheduleJson answer, Language language)
    {
        var words = new ScheduleWords(answer, language);
        var (standing, months) = (answer.Months[0].Covered, answer.Months);
        var most = months.Max(month => month.Covered) - standing;
        var across = new Axis(language["月份", "Month"], months.Length, [.. months.Select((month, i) => new Tick(i, NumberOf(month.Month)))]);
        var plot = new Plot(across, Axis.Round(words.Added, most)).Draw("line", ListCorners(months, standing));
        var end = Wording.Number(months[^1].Covered - standing);
        return new Chart(
            "schedule-curve",
            language["建设推进,多少人够得着", "How many come within reach as building goes on"],
            language["线越早升高,越多人早用上。", "The earlier the line rises, the sooner people are served."],
            [
                plot.Picture(language[
                    $"阶梯线:{words.Month(months[0].Month)}起从 0 升到{words.Month(months[^1].Month)}的 {end}。",
                    $"Step line: from 0 in {words.Month(months[0].Month)} to {end} in {words.Month(months[^1].Month)}."]),
            ],
            new ChartTable(
                [language["月份", "Month"], language["建成", "Finished"], words.Covered, words.Added],
                [.. months.Select(month => Row(words.Month(month.Month), month, standing))]));
    }

    private static ImmutableArray<string> Row(string name, ScheduleMonthJson month, long standing) =>
        [name, Wording.Number(month.Rooms.Length), Wording.Number(month.Covered), Wording.Number(month.Covered - standing)];

    private static IEnumerable<(double Month, double Added)> ListCorners(ImmutableArray<ScheduleMonthJson> months, long standing) =>
        months.SelectMany((month, i) => new[] { ((double)i, (double)(month.Covered - standing)), (i + 1.0, month.Covered - standing) });

    private static string NumberOf(string month) => int.Parse(month.AsSpan(5), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
}
