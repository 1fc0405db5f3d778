using Gis.Core.Units;
using Gis.Web.Layout;
using Gis.Web.Reports;

namespace Gis.Web.Tests.Reports;

/// <summary>Totals and shares of a report's workbook, worked out anew from its rows.</summary>
public sealed class ReportWorkbookTests
{
    [Fact]
    public void Totals_are_sums_of_their_columns_shares_are_quotients_and_both_are_there_for_readers_that_do_not_work_them_out()
    {
        var sheets = new FormulaSheets(Write(ReportPdfTests.Long(60)));
        Assert.Equal(["主要数字", "名单"], sheets.Names);
        Assert.Equal("SUM(C2:C61)", sheets.Formulas.Single(each => each.Cell == "C62").Formula);
        Assert.Equal("61830", sheets.ValueOf("名单", "C62"));
        Assert.Equal(63, sheets.Formulas.Count(each => each.Sheet == "名单"));
        Assert.All(sheets.Formulas, each => Assert.Equal(each.Value, sheets.Work(each.Sheet, each.Formula)));
    }

    [Fact]
    public void A_number_to_be_seen_first_is_the_total_it_was_taken_from()
    {
        var sheets = new FormulaSheets(Write(ReportPdfTests.Long(3), new ReportFigure("居民", 3006L) { TotalOf = ("名单", 2) }));
        var first = sheets.Formulas.Single(each => each.Sheet == "主要数字");
        Assert.Equal("'名单'!C5", first.Formula);
        Assert.Equal("3006", first.Value);
    }

    [Fact]
    public void Where_nobody_lives_there_is_no_share_and_no_error()
    {
        var table = new ReportTable("县", "县", [ReportColumn.Words("名称"), ReportColumn.Summed("够得着"), ReportColumn.Summed("居民"), ReportColumn.ShareOf("覆盖率", 1, 2)], [["空县", 0L, 0L, (Share?)null]])
        {
            Total = ["合计", 0L, 0L, (Share?)null],
        };
        var sheets = new FormulaSheets(Write(table));
        Assert.All(sheets.Formulas, each => Assert.Equal(each.Value, sheets.Work(each.Sheet, each.Formula)));
        Assert.Equal("", sheets.ValueOf("县", "D3"));
        Assert.DoesNotContain(sheets.Formulas, each => each.Value.Contains('#', StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_without_rows_says_so_and_has_no_total()
    {
        var sheets = new FormulaSheets(Write(new ReportTable("缺口", "缺口", [ReportColumn.Words("村"), ReportColumn.Summed("居民")]) { Total = ["合计", 0L], Empty = "都够得着。" }));
        Assert.Equal("都够得着。", sheets.ValueOf("缺口", "A2"));
        Assert.Empty(sheets.Formulas);
    }

    private static byte[] Write(ReportTable table, params ReportFigure[] figures) => ReportWorkbook.Write(new Report(
        "试验月报", "2026年11月", Language.Chinese, [new ReportPart.Figures([.. figures]), new ReportPart.Table(table)], [], false));
}
