using Gis.Data.Export;
using Gis.Data.Import.Files;

namespace Gis.Data.Tests.Import.Files;

public sealed class WorkbookFileTests : IDisposable
{
    private readonly SourceFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_this_program_writes_is_read_back_to_the_last_digit()
    {
        var sheet = new Sheet("村", "编码", "名称", "经度").Append("640104100201", "=公式?", 106.2309).Append("640104100202", null, 1 / 3.0);
        var table = Assert.Single(folder.Read("村.xlsx", new Workbook().Add(sheet).ToBytes()));
        Assert.Equal(("村", "村.xlsx"), (table.Name, table.File));
        Assert.Equal(["编码", "名称", "经度"], table.Columns.AsEnumerable());
        Assert.Equal(["2: 640104100201|'=公式?|106.2309", "3: 640104100202||0.3333333333333333"], SourceFolder.Lines(table));
        Assert.Empty(table.Remarks);
    }

    [Fact]
    public void A_head_is_found_below_titles_and_notes_and_said()
    {
        var book = new RawWorkbook();
        book.Add("表", book.Row(1, "银川市公共法律服务点一览表") + book.Row(2, "填报单位:某局", "", "", "2026年3月") + book.Row(4, "编码", "名称", "电话", "地址") + book.Row(5, "1", "甲", "", "某路"), "A1:D1");
        var table = Read(book);
        Assert.Equal(["编码", "名称", "电话", "地址"], table.Columns.AsEnumerable());
        Assert.Equal(["5: 1|甲||某路"], SourceFolder.Lines(table));
        Assert.Equal(["Above the head, which is row 4, stands what was taken for a title: 银川市公共法律服务点一览表, 填报单位:某局."], table.Remarks.AsEnumerable());
    }

    [Fact]
    public void A_head_of_two_rows_is_joined_and_merged_cells_below_it_are_filled()
    {
        var book = new RawWorkbook();
        book.Add(
            "表",
            book.Row(1, "乡镇", "名称", "位置", "", "联系\n电话") + book.Row(2, "", "", "经度", "纬度", "") + book.Row(3, "掌政镇", "甲", "106.1", "38.1", "1") + book.Row(4, "", "乙", "106.2", "38.2", "2"),
            "A1:A2 B1:B2 C1:D1 E1:E2 A3:A4");
        var table = Read(book);
        Assert.Equal(["乡镇", "名称", "位置 / 经度", "位置 / 纬度", "联系电话"], table.Columns.AsEnumerable());
        Assert.Equal(["3: 掌政镇|甲|106.1|38.1|1", "4: 掌政镇|乙|106.2|38.2|2"], SourceFolder.Lines(table));
        Assert.Equal("1 merged cells below the head: what stands in each was taken for every cell it covers.", Assert.Single(table.Remarks));
    }

    [Fact]
    public void A_second_row_belongs_to_the_head_where_it_only_divides_what_is_merged_across()
    {
        var book = new RawWorkbook();
        book.Add("表", book.Row(1, "名称", "位置", "") + book.Row(2, "", "经度", "纬度") + book.Row(3, "甲", "106.1", "38.1"), "B1:C1");
        Assert.Equal(["名称", "位置 / 经度", "位置 / 纬度"], Read(book).Columns.AsEnumerable());
        Assert.Equal(["3: 甲|106.1|38.1"], SourceFolder.Lines(Read(book)));
    }

    // Spreadsheets write 106.2309, which has no short binary form, with 17 digits; it is the same number.
    [Fact]
    public void Numbers_keep_every_digit_and_have_no_exponent()
    {
        var book = new RawWorkbook { Styles = "<xf numFmtId=\"0\"/><xf numFmtId=\"164\"/>", NumberFormats = "<numFmt numFmtId=\"164\" formatCode=\"000000\"/>" };
        var values = new[] { "640104100201", "640104100201123456", "6.40104100201123E+17", "6.4E-05", "-1.50E1", "106.23090000000001", "0.30000000000000004", "1E+400", "-0" };
        book.Add("数", book.Row(1, "数", "列") + string.Concat(values.Select((value, at) => $"<row r=\"{at + 2}\"><c r=\"A{at + 2}\"><v>{value}</v></c></row>")) + "<row r=\"20\"><c r=\"A20\" s=\"1\"><v>1234</v></c><c r=\"B20\"><v>1</v></c></row>");
        var table = Read(book);
        Assert.Equal(
            ["640104100201", "640104100201123456", "640104100201123000", "0.000064", "-15", "106.2309", "0.30000000000000004", "1E+400", "-0"],
            table.Rows.Take(values.Length).Select(row => row.Cells[0]));
        Assert.Equal("001234", table.Rows[^1].Cells[0]);
        Assert.Equal("2 cells hold numbers of more than 15 digits, of which a spreadsheet keeps only so many; codes must be entered as text.", Assert.Single(table.Remarks));
    }

    [Theory]
    [InlineData("14", "46085", "2026-03-04"), InlineData("22", "46085.354166666664", "2026-03-04 08:30"), InlineData("20", "0.354166666666667", "08:30"), InlineData("46", "1.1041666666666667", "26:30")]
    [InlineData("31", "46085", "2026-03-04"), InlineData("14", "59", "1900-02-28"), InlineData("14", "61", "1900-03-01"), InlineData("14", "1", "1900-01-01"), InlineData("14", "2958465", "9999-12-31"), InlineData("14", "2958466", "2958466")]
    [InlineData("14", "46085.5", "2026-03-04 12:00"), InlineData("14", "-1", "-1"), InlineData("21", "46085.354166666664", "2026-03-04 08:30"), InlineData("0", "46085", "46085"), InlineData("9", "0.25", "0.25")]
    public void A_number_formatted_as_a_date_is_the_date(string format, string value, string text) => Assert.Equal(text, ReadFormatted(format, "", value));

    [Theory]
    [InlineData("yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@", "2026-03-04"), InlineData("[$-804]yyyy/m/d h:mm", "2026-03-04 00:00"), InlineData("[Red]0.00", "46085"), InlineData("0&quot;days&quot;", "46085"), InlineData("\\d0", "46085"), InlineData("General", "46085")]
    public void A_format_of_ones_own_is_a_date_where_it_shows_one(string code, string text) =>
        Assert.Equal(text, ReadFormatted("164", $"<numFmt numFmtId=\"164\" formatCode=\"{code}\"/>", "46085"));

    [Fact]
    public void A_workbook_that_counts_from_1904_is_four_years_later()
    {
        var book = new RawWorkbook { Styles = "<xf numFmtId=\"14\"/>", WorkbookSettings = "<workbookPr date1904=\"1\"/>" };
        book.Add("日", book.Row(1, "日期") + "<row r=\"2\"><c r=\"A2\" s=\"0\"><v>44623</v></c></row>");
        Assert.Equal("2026-03-04", Read(book).Rows[0].Cells[0]);
    }

    [Fact]
    public void Formulas_are_taken_by_their_last_value_and_errors_stay()
    {
        var book = new RawWorkbook();
        book.Add("式", book.Row(1, "名称", "合计", "链接") + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>B2&amp;\"村\"</f><v>甲村</v></c><c r=\"B2\"><f>1+1</f><v>2</v></c><c r=\"C2\" t=\"e\"><f>#REF!+1</f><v>#REF!</v></c></row>"
            + "<row r=\"3\"><c r=\"A3\" t=\"b\"><v>1</v></c><c r=\"B3\"><f>1/2</f></c><c r=\"C3\" t=\"inlineStr\"><is><t>乙</t></is></c></row>");
        var table = Read(book);
        Assert.Equal(["2: 甲村|2|#REF!", "3: TRUE||乙"], SourceFolder.Lines(table));
        Assert.Equal(
        [
            "4 cells are formulas (the first is A2); each was taken by the value the workbook last calculated.",
            "Formulas without a calculated value stand empty: B3. Open the workbook in a spreadsheet and save it to have them.",
            "1 cells hold an error instead of a value: #REF!.",
        ],
        table.Remarks.AsEnumerable());
    }

    [Fact]
    public void Text_in_pieces_is_joined_without_how_it_is_said()
    {
        var book = new RawWorkbook();
        book.Add("文", book.Row(1, "<r><t>名</t></r><r><t xml:space=\"preserve\"> 称</t></r><rPh sb=\"0\" eb=\"1\"><t>ming</t></rPh>", "备注") + book.Row(2, "甲_x000D_乙", "_x41_"));
        Assert.Equal(["名 称", "备注"], Read(book).Columns.AsEnumerable());
        Assert.Equal(["2: 甲\r乙|_x41_"], SourceFolder.Lines(Read(book)));
    }

    [Fact]
    public void Blank_rows_at_the_end_alone_are_left_out()
    {
        var book = new RawWorkbook();
        book.Add("空", book.Row(2, "a", "b") + book.Row(3, "1", "2") + book.Row(6, "", "4") + "<row r=\"7\"/><row r=\"9\"><c r=\"A9\" s=\"0\"/></row>");
        Assert.Equal(["3: 1|2", "4: |", "5: |", "6: |4"], SourceFolder.Lines(Read(book)));
    }

    [Fact]
    public void Every_sheet_with_a_filled_cell_is_a_table_hidden_ones_too()
    {
        var book = new RawWorkbook();
        book.Add("一", book.Row(1, "a", "b") + "<row r=\"2\" hidden=\"1\"><c><v>1</v></c><c><v>2</v></c></row>").Add("空", "").Add("二", book.Row(1, "c"), state: "hidden");
        var tables = folder.Read("t.xlsx", book.ToBytes());
        Assert.Equal(["一", "二"], tables.Select(table => table.Name));
        Assert.Equal(["2: 1|2"], SourceFolder.Lines(tables[0]));
        Assert.Equal(["1 rows are hidden in the workbook, by a filter or by hand; they were read, too."], tables[0].Remarks.AsEnumerable());
        Assert.Equal("The sheet is hidden in the workbook.", tables[1].Remarks[0]);
    }

    [Fact]
    public void Without_a_head_columns_have_letters_and_no_row_is_lost()
    {
        var book = new RawWorkbook();
        book.Add("数", "<row r=\"1\"><c><v>640104100201</v></c><c><v>106.1</v></c></row><row r=\"2\"><c><v>640104100202</v></c><c><v>106.2</v></c></row>");
        Assert.Equal(["(A)", "(B)"], Read(book).Columns.AsEnumerable());
        Assert.Equal(["1: 640104100201|106.1", "2: 640104100202|106.2"], SourceFolder.Lines(Read(book)));
        Assert.StartsWith("No row was found that could be the head", Assert.Single(Read(book).Remarks), StringComparison.Ordinal);
    }

    private SourceTable Read(RawWorkbook book) => Assert.Single(folder.Read("t.xlsx", book.ToBytes()));

    private string ReadFormatted(string format, string formats, string value)
    {
        var book = new RawWorkbook { Styles = $"<xf numFmtId=\"{format}\"/>", NumberFormats = formats };
        book.Add("日", book.Row(1, "日期") + $"<row r=\"2\"><c r=\"A2\" s=\"0\"><v>{value}</v></c></row>");
        return Read(book).Rows[0].Cells[0];
    }
}
