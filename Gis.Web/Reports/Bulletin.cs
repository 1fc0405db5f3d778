using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Web.Charts;
using Gis.Web.Coverage;
using Gis.Web.Layout;
using Gis.Web.Maps;
using Gis.Web.Progress;

namespace Gis.Web.Reports;

/// <summary>The monthly bulletin: who is within reach, how far building is, and what changed since the month before.</summary>
public sealed class Bulletin
{
    private readonly BulletinAnswer answer;
    private readonly MapSubject map;
    private readonly Language language;
    private readonly ServiceNetwork network;
    private readonly BulletinTables tables;
    private readonly BulletinYear year;

    private Bulletin(BulletinAnswer answer, MapSubject map)
    {
        (this.answer, this.map, language, network) = (answer, map, map.Language, answer.Now.Answer.Network);
        tables = new BulletinTables(answer, language);
        year = new BulletinYear(answer, tables, language);
    }

    private CoverageAnswer Coverage => answer.Now.Answer;

    private AreaCode? County => answer.Question.County;

    /// <summary>Builds it.</summary>
    /// <param name="answer">What it is written from.</param>
    /// <param name="map">The map of the same answer, in the language of the bulletin.</param>
    public static Report Build(BulletinAnswer answer, MapSubject map) => new Bulletin(answer, map).Build();

    private Report Build() => new(
        language[$"{network.City.Name}公共法律服务体系建设月报", $"Monthly bulletin on public legal services, {network.City.EnglishName}"],
        string.Join(" · ", ReportWords.Of(language, answer.Question.Month), Place, language["截至 ", "as of "] + Wording.Day(answer.AsOf)),
        language,
        [.. ListSummary(), .. ListReach(), .. ListGaps(), .. ListBuilding(), .. year.List()],
        [.. ListReceipts()],
        network.HasIllustrationOf(County));

    private string Place => County is { } code ? network.FindAreaName(code)! : language["全市", "the whole city"];

    private IEnumerable<ReportPart> ListSummary()
    {
        var (shown, points) = (map.Shown, map.Points.ToList());
        var rooms = TierCount.Of(points, Tier.Room);
        yield return new ReportPart.Heading(language["主要数字", "Key figures"]);
        yield return new ReportPart.Paragraph(QuestionWords.Of(language, Coverage.Question));
        yield return new ReportPart.Figures(
        [
            new(language["覆盖率", "Share covered"], shown.Share) { TotalOf = (tables.CoverageSheet, 4) },
            new(language["够得着的居民", "Residents within reach"], shown.Covered.Count) { TotalOf = (tables.CoverageSheet, 2) },
            new(language["够不着的居民", "Residents out of reach"], shown.Gap.Count) { TotalOf = (tables.CoverageSheet, 3) },
            new(language["够不着的村(居)", "Villages out of reach"], tables.Gaps.Count()),
            new(language["服务点", "Service points"], points.Count) { TotalOf = (tables.BuildingSheet, 9) },
            new(language["其中已建成", "of which built"], points.Count(point => point.Stage.IsBuilt())) { TotalOf = (tables.BuildingSheet, 10) },
            new(language["工作室", "Rooms"], rooms.All),
            new(language["其中未建成", "of which not built"], rooms.Unbuilt),
        ]);
        yield return new ReportPart.Paragraph(Compare());
    }

    private string Compare()
    {
        if (answer.Before is not { } before)
            return language["没有上月末的数据,所以没有比较。", "There are no data of the end of the month before, so nothing is compared."];
        var (then, now) = (tables.ShownIn(before.Answer), map.Shown);
        return then.Share is { } old && now.Share is { } share
            ? language[
                $"上月末覆盖率 {old},本月 {CoverageWords.Difference(old, share)} 个百分点;本月有 {year.ListMoves().Count} 个服务点的阶段有变化。",
                $"At the end of the month before {old} were covered, now {CoverageWords.Difference(old, share)} points; {year.ListMoves().Count} points changed their stage this month."]
            : language["没有居民数据。", "No residents are known."];
    }

    private IEnumerable<ReportPart> ListReach()
    {
        var limit = Coverage.Question.Limit;
        yield return new ReportPart.Heading(language["谁够得着", "Who is within reach"]);
        yield return new ReportPart.Paragraph(
            QuestionWords.Covered(language) + language["。", ". "] + QuestionWords.Travel(language, answer.Now.Receipt) + language["。", "."]);
        yield return new ReportPart.Table(tables.WriteCoverage(map.Shown));
        yield return new ReportPart.Drawn(CurveChart.Draw(CoverageCurve.Measure(network, Coverage, County), limit, language));
        if (County is null)
            yield return new ReportPart.Drawn(CountyChart.Draw(network, Coverage, language));
        yield return new ReportPart.Heading(language["地图", "The map"]);
        yield return new ReportPart.Map(map, language[
            "各村(居)到最近开放服务点的时间分五档;斜线为本村(居)工作室未建成。", "The minutes from each village to its nearest open point, in five classes; hatched where the village's own room is not built."]);
    }

    private IEnumerable<ReportPart> ListGaps()
    {
        yield return new ReportPart.Heading(language["够不着的村(居)", "Villages out of reach"]);
        yield return new ReportPart.Table(tables.WriteGaps(map.Shown));
    }

    private IEnumerable<ReportPart> ListBuilding()
    {
        yield return new ReportPart.Heading(language["建设情况", "The state of building"]);
        yield return new ReportPart.Table(tables.WriteBuilding([.. map.Points]));
        yield return new ReportPart.Table(year.WriteMoves());
    }

    private IEnumerable<(string Of, Receipt Receipt)> ListReceipts()
    {
        yield return (language["本月", "This month"], answer.Now.Receipt);
        if (answer.Before is { } before)
            yield return (language["上月末", "End of the month before"], before.Receipt);
        yield return (language["全年进度", "The year"], YearDesk.ReceiptFor(network, answer.Year, answer.Question.ToString()));
    }
}
