using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Units;
using Gis.Web.Layout;

namespace Gis.Web.Reports;

/// <summary>The summary of the year's acceptance: how the counties rank, what each point scored, and what was sent back.</summary>
public static class AcceptanceSummary
{
    public static Report Build(AcceptanceAnswer answer, Language language) => new(
        language[$"{answer.Place}公共法律服务实体平台验收总结", $"Summary of the acceptance of public legal service points, {answer.Place}"],
        language[$"{answer.Year}年 · 截至 ", $"{answer.Year} · as of "] + Wording.Day(answer.AsOf),
        language,
        [
            new ReportPart.Heading(language["主要数字", "Key figures"]),
            new ReportPart.Figures([.. ListFigures(answer, language)]),
            new ReportPart.Paragraph(WordsOfWeights(answer, language)),
            new ReportPart.Heading(language["各县(市)区排名", "How the counties rank"]),
            new ReportPart.Table(WriteRanking(answer, language)),
            new ReportPart.Heading(language["各服务点得分", "What each point scored"]),
            new ReportPart.Table(WritePoints(answer, language)),
            new ReportPart.Heading(language["退回整改", "What was returned"]),
            new ReportPart.Table(WriteReturned(answer, language)),
        ],
        [(language["验收", "Acceptance"], answer.Receipt)],
        answer.IsIllustrative);

    private static IEnumerable<ReportFigure> ListFigures(AcceptanceAnswer answer, Language language)
    {
        var ranking = Ranking(language);
        yield return new(language["已申报(含已验收、退回)", "Declared, those accepted or returned included"], answer.Counties.Sum(county => county.Declared)) { TotalOf = (ranking, 2) };
        yield return new(language["验收合格", "Accepted"], answer.Counties.Sum(county => county.Accepted)) { TotalOf = (ranking, 4) };
        yield return new(language["合格率", "Share accepted"], ShareOf(answer.Counties.Sum(county => county.Accepted), answer.Counties.Sum(county => county.Declared))) { TotalOf = (ranking, 5) };
        yield return new(language["退回未改好的点", "Points returned and not yet put right"], answer.Returned.Select(item => item.Point).Distinct().Count());
    }

    private static string WordsOfWeights(AcceptanceAnswer answer, Language language) => language[
        $"权重:{string.Join("、", answer.Weights.Select(group => $"{group.Name} {group.Weight}"))};合格线 {answer.PassMark}。",
        $"Weights: {string.Join(", ", answer.Weights.Select(group => $"{group.Name} {group.Weight}"))}; the pass mark is {answer.PassMark}."];

    private static ReportTable WriteRanking(AcceptanceAnswer answer, Language language) => new(
        Ranking(language),
        language["排名:先比平均分,再比合格率;并列的名次相同", "By mean score, then by the share accepted; equals share their rank"],
        [
            ReportColumn.Number(language["名次", "Rank"]), ReportColumn.Words(language["县(市)区", "County"]), ReportColumn.Summed(language["已申报", "Declared"]),
            ReportColumn.Summed(language["有评分", "Scored"]), ReportColumn.Summed(language["验收合格", "Accepted"]),
            ReportColumn.ShareOf(language["合格率", "Share accepted"], 4, 2), ReportColumn.Number(language["平均得分", "Mean score"]),
        ],
        answer.Counties.Select(county => (ImmutableArray<ReportCell>)
        [
            county.Rank is { } rank ? rank : "–", county.Name, county.Declared, county.Scored, county.Accepted, ShareOf(county.Accepted, county.Declared), county.Mean,
        ]))
    {
        Total =
        [
            "", language["合计", "Total"], answer.Counties.Sum(county => county.Declared), answer.Counties.Sum(county => county.Scored),
            answer.Counties.Sum(county => county.Accepted), ShareOf(answer.Counties.Sum(county => county.Accepted), answer.Counties.Sum(county => county.Declared)), "",
        ],
        Note = language["没有申报的县(市)区不排名。", "A county that declared nothing has no rank."],
    };

    private static ReportTable WritePoints(AcceptanceAnswer answer, Language language) => new(
        language["得分", "Scores"],
        language[$"有评分的服务点,共 {answer.Points.Length} 个", $"Points with a score, {answer.Points.Length} in all"],
        [
            ReportColumn.Words(language["服务点", "Point"]), ReportColumn.Words(language["县(市)区", "County"]), ReportColumn.Words(language["层级", "Tier"]), ReportColumn.Words(language["阶段", "Stage"]),
            .. answer.Weights.Select(group => ReportColumn.Number(group.Name)), ReportColumn.Number(language["总分", "Total score"]), ReportColumn.Words(language["结论", "Finding"]),
        ],
        answer.Points.Select(point => (ImmutableArray<ReportCell>)
        [
            point.Name, point.County, language.Of(point.Tier), language.Of(point.Stage), .. point.Groups.Select(group => (ReportCell)group), point.Total, point.Finding,
        ]))
    {
        Empty = language["还没有评分。", "Nothing was scored yet."],
    };

    private static ReportTable WriteReturned(AcceptanceAnswer answer, Language language) => new(
        language["退回", "Returned"],
        language["退回整改的事项", "What is to be put right"],
        [
            ReportColumn.Words(language["服务点", "Point"]), ReportColumn.Words(language["县(市)区", "County"]), ReportColumn.Words(language["要改什么", "What is to be put right"]),
            ReportColumn.Words(language["期限", "Due"]), ReportColumn.Number(language["还有几天", "Days left"]),
        ],
        answer.Returned.Select(item => (ImmutableArray<ReportCell>)
        [
            item.Point, item.County, item.What, new ReportCell.Day(item.Due), item.DaysLeft is { } days ? new ReportCell.Change(days) : "–",
        ]))
    {
        Empty = language["没有退回的点。", "No point is returned."],
    };

    private static string Ranking(Language language) => language["排名", "Ranking"];

    private static Share? ShareOf(int part, int whole) => Share.Of(new(part), new(whole));
}

/// <summary>What an acceptance summary is written from.</summary>
/// <param name="Place">The city or county it is of.</param>
/// <param name="Year">The year.</param>
/// <param name="AsOf">The last day it tells of.</param>
/// <param name="PassMark">The total from which a point is up to standard.</param>
/// <param name="Weights">The groups that are scored, in order, with their weights.</param>
/// <param name="Counties">The counties, by rank.</param>
/// <param name="Points">The points with a score, each with one for each group.</param>
/// <param name="Returned">What is to be put right, an entry for each point and item.</param>
/// <param name="Receipt">What it was computed from.</param>
/// <param name="IsIllustrative">Whether anything illustrative is in it.</param>
public sealed record AcceptanceAnswer(
    string Place,
    int Year,
    DateOnly AsOf,
    Share PassMark,
    ImmutableArray<(string Name, Share Weight)> Weights,
    ImmutableArray<CountyAcceptance> Counties,
    ImmutableArray<PointScore> Points,
    ImmutableArray<ReturnedItem> Returned,
    Receipt Receipt,
    bool IsIllustrative);

/// <summary>How a county did; no rank where it declared nothing with a sheet.</summary>
public sealed record CountyAcceptance(string Name, int? Rank, Share? Mean, int Declared, int Scored, int Accepted);

/// <summary>What a point scored, by group and in all, and what that means.</summary>
public sealed record PointScore(string Name, string County, Tier Tier, Stage Stage, ImmutableArray<Share?> Groups, Share? Total, string Finding);

/// <summary>Something that is to be put right at a point, by a day; fewer days than none are left once that is past.</summary>
public sealed record ReturnedItem(string Point, string County, string What, DateOnly? Due, int? DaysLeft);
