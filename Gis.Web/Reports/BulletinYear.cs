using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Progress;
using Gis.Core.Units;
using Gis.Web.Charts;
using Gis.Web.Layout;
using Gis.Web.Progress;

namespace Gis.Web.Reports;

/// <summary>What a bulletin tells of the year: how far it is, what is late and whose move that is, what stands still, what changed this month.</summary>
internal sealed class BulletinYear(BulletinAnswer answer, BulletinTables tables, Language language)
{
    private readonly YearProgress year = answer.Year;

    private readonly ServiceNetwork network = answer.Now.Ground;

    private string Point => language["服务点", "Point"];

    private string County => language["县(市)区", "County"];

    internal IEnumerable<ReportPart> List()
    {
        var curve = year.Curve(Stage.Built, answer.Question.County);
        yield return new ReportPart.Heading(language["全年进度", "The year so far"]);
        yield return new ReportPart.Paragraph(string.Join(language["", " "], language.Sum(curve, year.Calendar, year.Today)));
        yield return new ReportPart.Drawn(YearChart.Draw(curve, year.Calendar, year.Today, language));
        yield return new ReportPart.Table(WriteTargets());
        if (answer.Question.County is null)
            yield return new ReportPart.Table(WriteCounties(curve));
        yield return new ReportPart.Heading(language["逾期和停滞", "What is late and what stands still"]);
        yield return new ReportPart.Table(WriteLate());
        yield return new ReportPart.Table(WriteStanding());
    }

    internal ReportTable WriteMoves() => new(
        language["阶段变化", "Stage changes"],
        language["本月阶段有变化的服务点", "Points whose stage changed this month"],
        [ReportColumn.Words(language["日期", "Day"]), ReportColumn.Words(Point), ReportColumn.Words(County), ReportColumn.Words(language["从", "From"]), ReportColumn.Words(language["到", "To"])],
        ListMoves().Select(move => (ImmutableArray<ReportCell>)
            [new ReportCell.Day(move.On), move.Point.Name, tables.NameOf(move.Point.Area.County), WordsOf(move.From), WordsOf(move.To)]))
    {
        Note = language["日期在本月之前的,是本月补记的;没有日期的,是更正数据。", "A day before this month was written down this month; where there is no day the data were put right."],
        Empty = language["没有变化。", "Nothing changed."],
    };

    /// <summary>The steps of the month, then the points that differ from the month before without a step in it, with the day of the step that made them so.</summary>
    internal IReadOnlyList<(DateOnly? On, ServicePoint Point, Stage? From, Stage? To)> ListMoves()
    {
        var first = answer.Question.Month.FirstDay;
        var steps = year.History.Moves.Where(move => move.On >= first && move.On <= answer.AsOf)
            .Select(move => (On: (DateOnly?)move.On, Point: network.FindPoint(move.Point)!, From: (Stage?)move.From, To: (Stage?)move.To))
            .Where(move => tables.IsHere(move.Point.Area)).ToList();
        if (answer.Before is not { } before)
            return steps;
        var moved = steps.Select(step => step.Point.Id).ToHashSet();
        return
        [
            .. steps,
            .. tables.ListMoves(before).Where(move => !moved.Contains(move.Point.Id))
                .Select(move => (year.History.Of(move.Point.Id).LastOrDefault(step => step.To == move.To && step.On <= answer.AsOf)?.On, move.Point, move.From, move.To)),
        ];
    }

    private ReportTable WriteTargets() => new(
        language["全年进度", "Year"],
        language["各环节做到多少", "How many have come how far"],
        [
            ReportColumn.Words(language["环节", "Step"]), ReportColumn.Number(language["共", "Points"]), ReportColumn.Number(language["按计划应完成", "Intended by now"]), ReportColumn.Number(language["已完成", "Done"]),
            ReportColumn.ShareOf(language["完成率", "Share done"], 3, 1), ReportColumn.Number(language["落后天数", "Days behind"]), ReportColumn.Words(language["照此进度何时做完", "All done at this pace"]),
        ],
        StageSteps.Targets.Select(target => Row(char.ToUpperInvariant(language.Reached(target)[0]) + language.Reached(target)[1..], year.Curve(target, answer.Question.County))))
    {
        Note = language["负数是提前;“–”是最近八周没有进展或已做完,不预测。", "Below zero is ahead; – where nothing was done in the last eight weeks, or all is."],
    };

    private ReportTable WriteCounties(ProgressCurve city) => new(
        language["各县进度", "Year by county"],
        language["各县(市)区建成多少", "How many are built, by county"],
        [
            ReportColumn.Words(County), ReportColumn.Summed(language["共", "Points"]), ReportColumn.Summed(language["按计划应建成", "Intended by now"]), ReportColumn.Summed(language["已建成", "Built"]),
            ReportColumn.ShareOf(language["建成率", "Share built"], 3, 1), ReportColumn.Number(language["落后天数", "Days behind"]), ReportColumn.Summed(language["逾期", "Late"]), ReportColumn.Summed(language["停滞", "Standing still"]),
        ],
        year.ListCounties().Select(county => Row(county.County.Name, year.Curve(Stage.Built, county.County.Code), county.Late, county.Standing)))
    {
        Total = Row(language["合计", "Total"], city, year.Late.Length, year.Standing.Count),
    };

    private ReportTable WriteLate()
    {
        var late = year.Late.Where(each => tables.IsHere(each.Point.Area)).ToList();
        return new ReportTable(
            language["逾期", "Late"],
            language[$"逾期的服务点,共 {late.Count} 个", $"Points that are late, {late.Count} in all"],
            [
                ReportColumn.Words(Point), ReportColumn.Words(County), ReportColumn.Words(language["阶段", "Stage"]), ReportColumn.Words(language["下一步", "Next step"]), ReportColumn.Words(language["该谁办", "Whose move"]),
                ReportColumn.Words(language["期限", "Due"]), ReportColumn.Number(language["逾期天数", "Days late"]), ReportColumn.Words(language["停在哪里", "Why it stands still"]),
            ],
            late.Select(each => (ImmutableArray<ReportCell>)
            [
                each.Point.Name, tables.NameOf(each.Point.Area.County), language.Of(each.Point.Stage), language.NextStep(each.Point.Stage), language.Of(each.WaitsFor),
                new ReportCell.Day(each.Due), each.Days, each.Standstill is { } still ? language.Of(still.Cause) : "–",
            ]))
        {
            Empty = language["没有逾期的。", "Nothing is late."],
        };
    }

    private ReportTable WriteStanding() => new(
        language["停滞", "Standstills"],
        language["停滞的服务点", "Points that stand still"],
        [ReportColumn.Words(Point), ReportColumn.Words(County), ReportColumn.Words(language["从哪天起", "Since"]), ReportColumn.Words(language["原因", "What is missing"]), ReportColumn.Words(language["说明", "In their own words"])],
        from still in year.Standing.Values
        let point = network.FindPoint(still.Point)!
        where tables.IsHere(point.Area)
        orderby still.Since, still.Id
        select (ImmutableArray<ReportCell>)[point.Name, tables.NameOf(point.Area.County), new ReportCell.Day(still.Since), language.Of(still.Cause), still.Note])
    {
        Empty = language["没有登记停滞的。", "None is written down."],
    };

    // Before the year begins nobody is behind.
    private ImmutableArray<ReportCell> Row(string name, ProgressCurve curve, params ReadOnlySpan<int> more) =>
    [
        name, curve.All, curve.Intended, curve.Now, Share.Of(new(curve.Now), new(curve.All)), year.Today < year.Calendar.First ? "–" : (ReportCell)curve.DaysBehind,
        .. more.Length == 0 ? (ImmutableArray<ReportCell>)[new ReportCell.Day(curve.FinishOn)] : [.. more.ToArray().Select(count => (ReportCell)count)],
    ];

    private string WordsOf(Stage? stage) => stage is { } known ? language.Of(known) : language["(不在网络中)", "(not in the network)"];
}
