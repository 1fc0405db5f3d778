using Gis.Core.Network;
using Gis.Core.Units;
using Gis.Web.Layout;
using Gis.Web.Reports;

namespace Gis.Web.Tests.Reports;

/// <summary>The acceptance summary and the evidence pack, from answers made up for the purpose.</summary>
public sealed class AcceptanceReportTests
{
    private static readonly Receipt Made = new("data-1", "-", "year=2027", "program-1");

    private static readonly AcceptanceAnswer Summary = new(
        "试验市", 2027, new DateOnly(2027, 11, 30), new Share(0.8), [("基础设施", new Share(0.4)), ("人员配备", new Share(0.3)), ("业务开展", new Share(0.3))],
        [new("甲县", 1, new Share(0.92), 4, 4, 3), new("乙县", 2, new Share(0.75), 3, 2, 1), new("丙县", null, null, 0, 0, 0)],
        [
            new("甲县一村工作室", "甲县", Tier.Room, Stage.CityAccepted, [new Share(1), new Share(0.9), new Share(0.8)], new Share(0.91), "达标"),
            new("乙县二村工作室", "乙县", Tier.Room, Stage.Returned, [new Share(0.5), null, new Share(0.75)], new Share(0.6), "未达标"),
        ],
        [new("乙县二村工作室", "乙县", "公示栏没有法律顾问的姓名、职责、联系方式、驻点时间", new DateOnly(2027, 12, 5), 5)],
        Made, false);

    private static readonly EvidenceAnswer Pack = new(
        "甲县", new DateOnly(2027, 11, 30),
        [
            new("room-1", "甲县一村工作室", "甲县某乡", Tier.Room, Stage.CityAccepted,
                [new(new DateOnly(2027, 4, 2), Stage.Planned, Stage.Building), new(new DateOnly(2027, 6, 30), Stage.Building, Stage.Built)],
                [new("市级", "R-01", "名称和标识:蓝底白字", "符合"), new("市级", "R-02", "公示栏", "部分符合")],
                [new(ReportPdfTests.Photograph(640, 480), "门口,2027-06-30"), new(ReportPdfTests.Photograph(300, 480), "公示栏,2027-07-01")]),
            new("room-2", "甲县二村工作室", "甲县某乡", Tier.Room, Stage.Planned, [], [], []),
        ],
        Made, true);

    [Fact]
    public async Task The_summary_ranks_scores_and_lists_what_was_returned()
    {
        var words = await PdfText.ReadDense(ReportPdf.Write(AcceptanceSummary.Build(Summary, Language.Chinese), ReportPdfTests.Font));
        foreach (var said in new[] { "1甲县44375.0%92.0%", "–丙县000–", "合计76457.1%", "合格线80.0%", "91.0%达标", "公示栏没有法律顾问的", "2027-12-05+5" })
            Assert.Contains(said, words, StringComparison.Ordinal);
    }

    [Fact]
    public void The_totals_of_the_summary_come_to_what_they_say()
    {
        var sheets = new FormulaSheets(ReportWorkbook.Write(AcceptanceSummary.Build(Summary, Language.Chinese)));
        Assert.Equal(["主要数字", "排名", "得分", "退回"], sheets.Names);
        Assert.All(sheets.Formulas, each => Assert.Equal(each.Value, sheets.Work(each.Sheet, each.Formula)));
        Assert.Equal("7", sheets.Beside("主要数字", "已申报(含已验收、退回)"));
    }

    [Fact]
    public async Task The_pack_has_of_each_point_its_steps_findings_and_photographs_or_says_that_there_are_none()
    {
        var words = await PdfText.ReadDense(ReportPdf.Write(EvidencePack.Build(Pack, Language.Chinese), ReportPdfTests.Font));
        foreach (var said in new[] { "2027-04-02未建成在建", "市级R-01名称和标识:蓝底白字符合", "门口,2027-06-30", "没有阶段记录。", "还没有核查记录。", "没有照片。" })
            Assert.Contains(said, words, StringComparison.Ordinal);
    }

    [Fact]
    public void In_the_workbook_the_rows_of_all_points_stand_together()
    {
        var sheets = new FormulaSheets(ReportWorkbook.Write(EvidencePack.Build(Pack, Language.English)));
        Assert.Equal(["Key figures", "Points", "Steps", "Inspected", "Photographs"], sheets.Names);
        Assert.Equal("2027-06-30", sheets.ValueOf("Steps", "B3"));
        Assert.Equal("甲县一村工作室", sheets.ValueOf("Inspected", "A3"));
        Assert.All(sheets.Formulas, each => Assert.Equal(each.Value, sheets.Work(each.Sheet, each.Formula)));
    }
}
