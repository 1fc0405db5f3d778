using System.Globalization;
using Gis.Core.Coverage;
using Gis.Core.Travel;
using Gis.Core.Units;
using Gis.Web.Coverage;
using Gis.Web.Layout;

namespace Gis.Web.Maps;

/// <summary>The numbers of a coverage answer as the tables of a printed page, the first rows of long ones.</summary>
internal sealed class PdfNumbers(MapSubject subject)
{
    private const int MostCounties = 12;
    private const int MostGaps = 14;
    private const int MostCandidates = 10;

    private readonly Language language = subject.Language;

    private readonly CoverageAnswer answer = subject.Answer;

    private string Counted => QuestionWords.Counted(language, answer.Question.Weighting);

    internal PdfTable ListTotals()
    {
        var (total, spread) = (answer.Total, answer.Spread);
        string[][] rows =
        [
            [language["覆盖率", "Share covered"], total.Share is { } share ? $"{share} ({share.Value.ToString("R", CultureInfo.InvariantCulture)})" : "–"],
            [language["位置误差下的范围", "With doubt of positions"], answer.Interval is { } doubt ? $"{doubt.Low} – {doubt.High}" : "–"],
            [language[$"够得着的{Counted}", $"Within reach, {Counted}"], Wording.Number(total.Covered.Count)],
            [language[$"够不着的{Counted}", $"Out of reach, {Counted}"], Wording.Number(total.Gap.Count)],
            [language[$"全部{Counted}", $"All {Counted}"], Wording.Number(total.Residents.Count)],
            [language["平均 / 中位时间", "Mean / median time"], $"{Trip(spread.Mean)} / {Trip(spread.Median)}"],
            [language["最远一成居民的平均时间", "Mean time of the worst-off tenth"], Trip(spread.WorstDecile)],
            [language["基尼系数 / 帕尔马比", "Gini / Palma"], $"{Ratio(spread.Gini)} / {Ratio(spread.Palma)}"],
        ];
        return new PdfTable(language["总体", "Totals"], [new(language["项目", "Item"], 3), new(language["数值", "Value"], 3, true)], rows);
    }

    internal PdfTable ListCounties() => new(
        language["各县(市)区", "By county"],
        [new(language["县(市)区", "County"], 3), new(Counted, 2, true), new(language["够不着", "Out of reach"], 2, true), new(language["覆盖", "Covered"], 2, true)],
        [.. answer.Counties.Take(MostCounties).Select(county => (string[])
        [
            subject.Network.FindAreaName(county.Area!.Value)! + (subject.Network.HasIllustrationIn(county.Area.Value) ? language["(示意)", " (illustrative)"] : ""), Wording.Number(county.Residents.Count), Wording.Number(county.Gap.Count), county.Share?.ToString() ?? "–",
        ])],
        Rest(answer.Counties.Length, MostCounties));

    internal PdfTable ListGaps() => new(
        language[$"够不着的村(居):{answer.Gaps.Length} 个", $"Villages out of reach: {answer.Gaps.Length}"],
        [new(language["村(居)", "Village"], 5), new(language["居民", "Residents"], 2, true), new(language["现在要", "Now takes"], 2.4f, true), new("", 0.4f), new(language["建成哪个就够得着", "What would help"], 5)],
        [.. answer.Gaps.Take(MostGaps).Select(gap => (string[])
        [
            $"{gap.Village.Name} {subject.Network.FindAreaName(gap.Village.Code.Township)}", Wording.Number(gap.Village.Residents.Count),
            gap.Nearest is { } nearest ? language.Trip(nearest.Time) : language["到不了", "no way"], "", NameOf(gap.Remedy),
        ])],
        answer.Gaps.IsEmpty ? CoverageWords.NoGaps(language, subject.Network) : Rest(answer.Gaps.Length, MostGaps));

    internal PdfTable ListCandidates() => new(
        language["先建哪一个", "What to build first"],
        [new(language["服务点", "Point"], 6), new(language["增加", "Added"], 2, true), new(language["涉及村数", "Villages"], 2, true)],
        [.. answer.Candidates.Take(MostCandidates).Select(candidate => (string[])
        [
            candidate.Point.Name, "+" + Wording.Number(candidate.Added.Count), Wording.Number(candidate.Villages),
        ])],
        answer.Candidates.IsEmpty
            ? language["现在没有一个未建成的服务点能让更多人够得着。", "No point that is not built would bring anyone else within reach."]
            : Rest(answer.Candidates.Length, MostCandidates));

    private string Rest(int all, int shown) => all <= shown
        ? ""
        : language[$"这里是前 {shown} 个,共 {all} 个;全部在表格文件中。", $"The first {shown} of {all}; the workbook has them all."];

    private string NameOf(Reach? reach) => reach is { } found ? subject.Network.Points[found.Point].Name : language["没有", "none"];

    private string Trip(Minutes? time) => time is { } known ? language.Trip(known) : "–";

    private static string Ratio(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "–";
}
