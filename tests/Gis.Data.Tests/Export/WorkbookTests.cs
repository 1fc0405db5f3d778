using System.IO.Compression;
using Gis.Data.Export;
using MiniExcelLibs;

namespace Gis.Data.Tests.Export;

public sealed class WorkbookTests
{
    [Fact]
    public void What_is_written_is_read_back_by_sheet_in_order()
    {
        using var file = new MemoryStream(new Workbook()
            .Add(new Sheet("村", "编码", "居民", "份额").Append("640104100201", 1204L, 1 / 3.0).Append("640104100202", null, 0.1))
            .Add(new Sheet("缺口", "编码"))
            .ToBytes());
        Assert.Equal(["村", "缺口"], file.GetSheetNames());
        var rows = file.Query(sheetName: "村").Cast<IDictionary<string, object?>>().ToList();
        Assert.Equal(["编码", "居民", "份额"], rows[0].Values);
        Assert.Equal("640104100201", rows[1]["A"]);
        Assert.Equal(1204.0, rows[1]["B"]);
        Assert.Equal(1 / 3.0, rows[1]["C"]);
        Assert.Null(rows[2]["B"]);
        Assert.Single(file.Query(sheetName: "缺口"));
    }

    [Theory, InlineData("=1+1"), InlineData("@x"), InlineData("＝1"), InlineData("+cmd")]
    public void A_text_is_never_a_formula(string text)
    {
        using var file = new MemoryStream(new Workbook().Add(new Sheet("a", "b").Append(text)).ToBytes());
        Assert.Equal("'" + text, file.Query(sheetName: "a").Cast<IDictionary<string, object?>>().Last()["A"]);
        Assert.DoesNotContain("<x:f>", Part(file, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_head_stays_while_the_rest_is_scrolled_and_columns_are_as_wide_as_what_stands_in_them()
    {
        using var file = new MemoryStream(new Workbook().Add(new Sheet("a", "名称", "n").Append("月牙湖乡公共法律服务工作站", 1)).ToBytes());
        var sheet = Part(file, "xl/worksheets/sheet1.xml");
        Assert.Contains("ySplit=\"1\"", sheet, StringComparison.Ordinal);
        // 13 characters of two digits' width and two of air.
        Assert.Contains("width=\"28", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public void Heads_that_differ_in_case_alone_may_stand_in_two_sheets()
    {
        using var file = new MemoryStream(new Workbook().Add(new Sheet("a", "residents").Append(1)).Add(new Sheet("b", "Residents").Append(2)).ToBytes());
        Assert.Equal(2.0, file.Query(sheetName: "b").Cast<IDictionary<string, object?>>().Last()["A"]);
    }

    [Fact]
    public void A_total_is_a_formula_with_what_it_comes_to_and_stands_apart_from_the_rows_that_are_sorted()
    {
        using var file = new MemoryStream(new Workbook().Add(new Sheet("县", "名称", "居民", "份额")
            .Append("甲", new SheetNumber(3L, NumberLook.Whole), new SheetNumber(0.75, NumberLook.Percent, "B2/4"))
            .Append("乙", 1L, new SheetNumber(null, NumberLook.Percent, "IF(B3=1,\"\",1)"))
            .AppendTotal("合计", new SheetNumber(4L, NumberLook.Whole, "SUM(B2:B3)"))).ToBytes());
        var sheet = Part(file, "xl/worksheets/sheet1.xml");
        Assert.Contains("<x:f>SUM(B2:B3)</x:f><x:v>4</x:v>", sheet, StringComparison.Ordinal);
        Assert.Contains("<x:f>B2/4</x:f><x:v>0.75</x:v>", sheet, StringComparison.Ordinal);
        Assert.Contains("ref=\"A1:C3\"", sheet, StringComparison.Ordinal);
        var rows = file.Query(sheetName: "县").Cast<IDictionary<string, object?>>().ToList();
        Assert.Equal(4.0, rows[3]["B"]);
        Assert.Equal(0.75, rows[1]["C"]);
        Assert.Equal("", rows[2]["C"] ?? "");
    }

    [Theory, InlineData(0, "A7"), InlineData(25, "Z7"), InlineData(26, "AA7"), InlineData(701, "ZZ7"), InlineData(702, "AAA7")]
    public void A_cell_is_named_by_letters_and_its_row(int column, string name)
    {
        Assert.Equal(name, CellAddress.Of(column, 7));
        Assert.Equal($"'县''区'!{name}", CellAddress.Of("县'区", column, 7));
    }

    private static string Part(Stream file, string name)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
