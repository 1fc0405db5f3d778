using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Web.Layout;

namespace Gis.Web.Reports;

/// <summary>The evidence of an acceptance: of each point its steps, what inspectors found, and photographs.</summary>
public static class EvidencePack
{
    public static Report Build(EvidenceAnswer answer, Language language) => new(
        language[$"{answer.Place}验收材料", $"Evidence for acceptance, {answer.Place}"],
        language["截至 ", "As of "] + Wording.Day(answer.AsOf),
        language,
        [
            new ReportPart.Table(ListAll(answer, language)),
            .. answer.Points.SelectMany(point => ListParts(point, language)),
            .. GatherRows(answer, language),
        ],
        [(language["验收材料", "Evidence"], answer.Receipt)],
        answer.IsIllustrative);

    private static ReportTable ListAll(EvidenceAnswer answer, Language language) => new(
        language["服务点", "Points"],
        language[$"共 {answer.Points.Length} 个服务点", $"{answer.Points.Length} points in all"],
        [
            ReportColumn.Words(language["服务点", "Point"]), ReportColumn.Words(language["所在", "Where"]), ReportColumn.Words(language["层级", "Tier"]), ReportColumn.Words(language["阶段", "Stage"]),
            ReportColumn.Summed(language["阶段记录", "Steps"]), ReportColumn.Summed(language["核查项", "Items inspected"]), ReportColumn.Summed(language["照片", "Photographs"]),
        ],
        answer.Points.Select(point => (ImmutableArray<ReportCell>)
        [
            point.Name, point.Where, language.Of(point.Tier), language.Of(point.Stage), point.Steps.Length, point.Items.Length, point.Pictures.Length,
        ]))
    {
        Total =
        [
            language["合计", "Total"], "", "", "", answer.Points.Sum(point => point.Steps.Length), answer.Points.Sum(point => point.Items.Length), answer.Points.Sum(point => point.Pictures.Length),
        ],
        Empty = language["没有选中服务点。", "No point was chosen."],
    };

    private static IEnumerable<ReportPart> ListParts(EvidencePoint point, Language language)
    {
        yield return new ReportPart.Heading(point.Name);
        yield return new ReportPart.Paragraph(string.Join(" · ", point.Id, language.Of(point.Tier), point.Where, language.Of(point.Stage)));
        yield return new ReportPart.Table(new ReportTable("", language["阶段记录", "Steps"], StepColumns(language), point.Steps.Select(step => StepRow(step, language)))
        {
            Empty = language["没有阶段记录。", "No step was recorded."],
            Stands = TableStands.OnPaperOnly,
        });
        yield return new ReportPart.Table(new ReportTable("", language["验收核查", "What was inspected"], ItemColumns(language), point.Items.Select(ItemRow))
        {
            Empty = language["还没有核查记录。", "Nothing was inspected yet."],
            Stands = TableStands.OnPaperOnly,
        });
        if (point.Pictures.IsEmpty)
            yield return new ReportPart.Paragraph(language["没有照片。", "There are no photographs."]);
        else
            yield return new ReportPart.Pictures(point.Pictures);
    }

    // In a workbook the rows of all points stand together, so that they can be filtered.
    private static IEnumerable<ReportPart> GatherRows(EvidenceAnswer answer, Language language)
    {
        var point = ReportColumn.Words(language["服务点", "Point"]);
        yield return Gather(language["阶段记录", "Steps"], [point, .. StepColumns(language)], each => each.Steps.Select(step => StepRow(step, language)));
        yield return Gather(language["验收核查", "Inspected"], [point, .. ItemColumns(language)], each => each.Items.Select(ItemRow));
        yield return Gather(
            language["照片", "Photographs"], [point, ReportColumn.Words(language["说明", "What it shows"])], each => each.Pictures.Select(picture => (ImmutableArray<ReportCell>)[picture.Caption]));

        ReportPart.Table Gather(string sheet, ImmutableArray<ReportColumn> columns, Func<EvidencePoint, IEnumerable<ImmutableArray<ReportCell>>> rows) => new(
            new ReportTable(sheet, sheet, columns, answer.Points.SelectMany(each => rows(each).Select(row => row.Insert(0, each.Name)))) { Stands = TableStands.InWorkbookOnly });
    }

    private static ImmutableArray<ReportColumn> StepColumns(Language language) =>
        [ReportColumn.Words(language["日期", "Day"]), ReportColumn.Words(language["从", "From"]), ReportColumn.Words(language["到", "To"])];

    private static ImmutableArray<ReportCell> StepRow(EvidenceStep step, Language language) => [new ReportCell.Day(step.On), language.Of(step.From), language.Of(step.To)];

    private static ImmutableArray<ReportColumn> ItemColumns(Language language) =>
    [
        ReportColumn.Words(language["谁查", "Inspected by"]), ReportColumn.Words(language["项目", "Item"]), ReportColumn.Words(language["要求", "What is asked"]), ReportColumn.Words(language["结果", "Found"]),
    ];

    private static ImmutableArray<ReportCell> ItemRow(EvidenceItem item) => [item.Level, item.Code, item.Asked, item.Found];
}

/// <summary>What an evidence pack is written from, its words in its language.</summary>
/// <param name="Place">The city, county or point it is of.</param>
/// <param name="AsOf">The last day it tells of.</param>
/// <param name="Points">The points.</param>
/// <param name="Receipt">What it was put together from.</param>
/// <param name="IsIllustrative">Whether anything illustrative is in it.</param>
public sealed record EvidenceAnswer(string Place, DateOnly AsOf, ImmutableArray<EvidencePoint> Points, Receipt Receipt, bool IsIllustrative);

/// <summary>A point with its evidence.</summary>
public sealed record EvidencePoint(
    string Id, string Name, string Where, Tier Tier, Stage Stage, ImmutableArray<EvidenceStep> Steps, ImmutableArray<EvidenceItem> Items, ImmutableArray<ReportPicture> Pictures);

/// <summary>A step from a stage to another, on a day.</summary>
public sealed record EvidenceStep(DateOnly On, Stage From, Stage To);

/// <summary>What somebody found of one standard.</summary>
/// <param name="Level">Who inspected.</param>
/// <param name="Code">The code of the standard.</param>
/// <param name="Asked">What it asks.</param>
/// <param name="Found">What was found.</param>
public sealed record EvidenceItem(string Level, string Code, string Asked, string Found);
