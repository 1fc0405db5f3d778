using System.Collections.Immutable;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Web.Coverage;
using Gis.Web.Layout;

namespace Gis.Web.Reports;

/// <summary>The tables of a bulletin: of the city by county, of a county by township.</summary>
internal sealed class BulletinTables(BulletinAnswer answer, Language language)
{
    private static readonly Stage[] Stages = Enum.GetValues<Stage>();

    private readonly ServiceNetwork network = answer.Now.Answer.Network;

    private readonly AreaCode? county = answer.Question.County;

    internal string CoverageSheet => language["覆盖", "Coverage"];

    internal string BuildingSheet => language["建设", "Building"];

    /// <summary>The villages out of reach where the bulletin tells of.</summary>
    internal IEnumerable<Gap> Gaps => answer.Now.Answer.Gaps.Where(gap => IsHere(gap.Village.Code));

    private string Unit => county is null ? language["县(市)区", "County"] : language["乡镇(街道)", "Township"];

    private string Total => language["合计", "Total"];

    internal AreaCoverage ShownIn(CoverageAnswer coverage) =>
        county is { } code ? coverage.Counties.FirstOrDefault(area => area.Area == code) : coverage.Total;

    internal ReportTable WriteCoverage(AreaCoverage shown)
    {
        var before = answer.Before is { } past ? AreasOf(past.Answer).ToDictionary(area => area.Area!.Value) : null;
        ImmutableArray<ReportColumn> columns =
        [
            ReportColumn.Words(Unit), ReportColumn.Summed(language["居民", "Residents"]), ReportColumn.Summed(language["够得着", "Within reach"]),
            ReportColumn.Summed(language["够不着", "Out of reach"]), ReportColumn.ShareOf(language["覆盖率", "Share covered"], 2, 1),
        ];
        if (before is not null)
            columns = [.. columns, ReportColumn.Number(language["上月末", "Month before"]), ReportColumn.Number(language["变化(百分点)", "Change (points)"])];
        return new ReportTable(
            CoverageSheet,
            county is null ? language["各县(市)区谁够得着", "Who is within reach, by county"] : language["各乡镇(街道)谁够得着", "Who is within reach, by township"],
            columns,
            AreasOf(answer.Now.Answer).Select(area => Row(NameOf(area.Area!.Value), area, before?.GetValueOrDefault(area.Area.Value))))
        {
            Total = Row(Total, shown, answer.Before is { } old ? ShownIn(old.Answer) : null),
        };
    }

    internal ReportTable WriteGaps(AreaCoverage shown) => new(
        language["缺口", "Gaps"],
        language[$"够不着的村(居),共 {Gaps.Count()} 个", $"Villages out of reach, {Gaps.Count()} in all"],
        [
            ReportColumn.Words(language["村(居)", "Village"]), ReportColumn.Words(language["所在乡镇(街道)", "Township"]), ReportColumn.Summed(language["居民", "Residents"]),
            ReportColumn.Number(language["现在要(分钟)", "Now takes (min)"]), ReportColumn.Words(language["建成哪个就够得着", "What would help"]), ReportColumn.Number(language["建成后(分钟)", "Then (min)"]),
        ],
        Gaps.Select(gap => (ImmutableArray<ReportCell>)
        [
            gap.Village.Name, NameOf(gap.Village.Code.Township), gap.Village.Residents.Count, new ReportCell.Trip(gap.Nearest?.Time),
            gap.Remedy is { } remedy ? network.Points[remedy.Point].Name : language["没有", "none"], new ReportCell.Trip(gap.Remedy?.Time),
        ]))
    {
        Total = [Total, "", shown.Gap.Count, "", "", ""],
        Note = language["按居民多少排列;“–”为到不了。", "Those with most residents first; – where there is no way."],
        Empty = language["所有的村(居)都够得着。", "Every village is within reach."],
    };

    internal ReportTable WriteBuilding(ImmutableArray<ServicePoint> points) => new(
        BuildingSheet,
        language["各级服务点建到哪一步", "How far the points of each tier are"],
        [
            ReportColumn.Words(Unit), ReportColumn.Words(language["层级", "Tier"]), .. Stages.Select(stage => ReportColumn.Summed(language.Of(stage))),
            ReportColumn.Summed(language["合计", "All"]), ReportColumn.Summed(language["其中已建", "Standing"]), ReportColumn.ShareOf(language["建成率", "Share standing"], 10, 9),
        ],
        from area in AreaCodes
        from tier in Enum.GetValues<Tier>()
        let own = points.Where(point => point.Tier == tier && IsCountedAt(point.Area, area)).ToList()
        where own.Count > 0
        select StageRow(NameOf(area), language.Of(tier), own))
    {
        Total = StageRow(Total, "", points),
        Note = language["“其中已建”为已建成及以后各阶段,退回整改的也在用。", "Standing: built and all later stages; a point that was returned serves meanwhile."],
    };

    /// <summary>The points whose stage differs from the month before; none for one that was, or is, not there.</summary>
    internal IEnumerable<(ServicePoint Point, Stage? From, Stage? To)> ListMoves(AskedCoverage before)
    {
        var then = before.Ground;
        return answer.Now.Ground.Points.Select(point => (Point: point, From: then.FindPoint(point.Id)?.Stage, To: (Stage?)point.Stage))
            .Concat(then.Points.Where(point => answer.Now.Ground.FindPoint(point.Id) is null).Select(point => (Point: point, From: (Stage?)point.Stage, To: (Stage?)null)))
            .Where(move => move.From != move.To && IsHere(move.Point.Area));
    }

    private IEnumerable<AreaCode> AreaCodes => county is { } code
        ? [code, .. network.Townships.Select(township => township.Code).Where(township => township.IsWithin(code))]
        : network.Counties.Select(each => each.Code);

    private IEnumerable<AreaCoverage> AreasOf(CoverageAnswer coverage) =>
        county is { } code ? coverage.Townships.Where(area => area.Area!.Value.IsWithin(code)) : coverage.Counties;

    private ImmutableArray<ReportCell> Row(string name, AreaCoverage area, AreaCoverage? before)
    {
        ImmutableArray<ReportCell> row = [name, area.Residents.Count, area.Covered.Count, area.Gap.Count, area.Share];
        return answer.Before is null ? row : [.. row, before?.Share, before?.Share is { } then && area.Share is { } now ? CoverageWords.Difference(then, now) : "–"];
    }

    private static ImmutableArray<ReportCell> StageRow(string name, string tier, IReadOnlyCollection<ServicePoint> points) =>
    [
        name, tier, .. Stages.Select(stage => (ReportCell)points.Count(point => point.Stage == stage)), points.Count, points.Count(point => point.Stage.IsBuilt()),
        Core.Units.Share.Of(new(points.Count(point => point.Stage.IsBuilt())), new(points.Count)),
    ];

    // Of a county's own points, its row; of the others, that of their township.
    private bool IsCountedAt(AreaCode point, AreaCode area) => county == area ? point == area : point.IsWithin(area);

    internal bool IsHere(AreaCode area) => county is not { } code || area.IsWithin(code);

    internal string NameOf(AreaCode area) => network.FindAreaName(area) ?? area.Digits;
}
