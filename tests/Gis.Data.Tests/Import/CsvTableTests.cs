using System.Text;
using Gis.Data.Illustration;
using Gis.Data.Import;

namespace Gis.Data.Tests.Import;

public sealed class CsvTableTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gis-csv-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private CsvTable Read(string text, params string[] columns) => Read(new UTF8Encoding(false).GetBytes(text), columns);

    private CsvTable Read(byte[] bytes, params string[] columns)
    {
        var path = Path.Combine(folder, "t.csv");
        File.WriteAllBytes(path, bytes);
        return CsvTable.Read(path, columns);
    }

    [Fact]
    public void A_row_that_begins_with_a_number_sign_is_a_row() =>
        Assert.Equal(["#1", "2"], CsvTable.Read("t.csv", "id\n#1\n2\n"u8.ToArray(), "id").Rows.Select(row => row.Text("id")));

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_are_accepted() =>
        Assert.Equal("村", Assert.Single(Read("\uFEFFid,name\r\n1,村\r\n", "id", "name").Rows).Text("name"));

    [Fact]
    public void Chinese_in_gb18030_is_read_and_said()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var table = Read(Encoding.GetEncoding("GB18030").GetBytes("id,name\n1,立岗村\n"), "id");
        Assert.True(table.IsGb18030);
        Assert.Equal("立岗村", table.Rows[0].Text("name"));
    }

    [Fact]
    public void A_fault_after_a_quoted_line_break_is_told_with_its_true_line()
    {
        var table = Read("id,n\n\"a\nb\",1\nc,x\n", "id", "n");
        var wrong = Assert.Throws<TableException>(() => table.Rows[1].Number("n"));
        Assert.Equal((4, "n"), (wrong.Line, wrong.Column));
        Assert.Equal("t.csv, line 4, column n: found 'x', should be a number.", wrong.Message);
    }

    [Theory, InlineData(""), InlineData("  \n"), InlineData("id\n1\n"), InlineData("id,n\n1\n"), InlineData("id,n\n1,2,3\n")]
    public void A_file_that_is_no_such_table_is_refused_by_name(string text) =>
        Assert.StartsWith("t.csv", Assert.Throws<TableException>(() => Read(text, "id", "n")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_not_there_is_refused_by_name() => Assert.Contains(
        "nowhere.csv", Assert.Throws<TableException>(() => CsvTable.Read(Path.Combine(folder, "nowhere.csv"), "id")).Message, StringComparison.Ordinal);

    [Theory, InlineData("91", "lat"), InlineData("NaN", "lat"), InlineData("1e999", "lat")]
    public void A_latitude_out_of_range_is_told(string latitude, string column) => Assert.Equal(
        column, Assert.Throws<TableException>(() => Read($"lon,lat\n106,{latitude}\n", "lon").Rows[0].LonLat()).Column);

    [Theory]
    [InlineData("villages-2017.csv", "code,name,kind,township_code\n640104001002,a,town-hall,640104001\n", "kind")]
    [InlineData("villages-2017.csv", "code,name,kind,township_code\n64010400100,a,village,640104001\n", "code")]
    [InlineData("villages-2017.csv", "code,name,kind,township_code\n999999001002,a,village,999999001\n", "code")]
    [InlineData("villages-2017.csv", "code,name,kind,township_code\n640104001002,a,village,640104001\n640104001002,b,village,640104001\n", "code")]
    [InlineData("counties.csv", "code,name,lon,lat,accuracy_m,position_source,population_2020\n640104,a,106,38,500,GeoNames,many\n", "population_2020")]
    public void A_wrong_row_of_the_facts_is_told_with_file_line_and_column(string file, string text, string column)
    {
        foreach (var fact in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "geodata", "yinchuan")))
            File.Copy(fact, Path.Combine(folder, Path.GetFileName(fact)));
        File.WriteAllText(Path.Combine(folder, file), text);
        var wrong = Assert.Throws<TableException>(() => CityFacts.Read(folder));
        Assert.Equal((file, column), (wrong.File, wrong.Column));
        Assert.True(wrong.Line >= 2);
    }
}
