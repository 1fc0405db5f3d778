using System.Text;
using Gis.Core.Places;
using Gis.Data.Import.Files;
using Gis.Data.Tests.Store;

namespace Gis.Data.Tests.Import.Files;

public sealed class GeoJsonFileTests : IDisposable
{
    private const string Village = """{"type":"Feature","id":7,"properties":{"编码":640104100201,"名称":"立岗村","无":null},"geometry":{"type":"Point","coordinates":[106.1,38.1,1100]}}""";

    private readonly SourceFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_columns_are_the_properties_of_all_features_together()
    {
        var table = Read($$$"""{"type":"FeatureCollection","other":{"a":[1,{"b":2}]},"features":[{{{Village}}},{"type":"Feature","properties":{"名称":"通义村","人数":1.50E3,"是":true,"多":[1, 2]},"geometry":null}]}""");
        Assert.Equal(["编码", "名称", "无", "id", "人数", "是", "多"], table.Columns.AsEnumerable());
        Assert.Equal(["1: 640104100201|立岗村||7|||", "2: |通义村|||1500|true|[1, 2]"], SourceFolder.Lines(table));
        Assert.Equal([new XY(106.1, 38.1), null], table.Rows.Select(row => row.Place));
        Assert.Equal((Crs.Wgs84, "UTF-8"), (table.Stated, table.Encoding));
        Assert.Empty(table.Remarks);
    }

    [Theory]
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS84", "wgs84"), InlineData("urn:ogc:def:crs:EPSG::4490", "cgcs2000"), InlineData("EPSG:3857", "epsg:3857")]
    [InlineData("urn:ogc:def:crs:EPSG:9.8:4513", "cgcs2000-gk3:75:zone"), InlineData("EPSG:4533", "cgcs2000-gk3:135:zone"), InlineData("EPSG:4534", "cgcs2000-gk3:75"), InlineData("EPSG:4544", "cgcs2000-gk3:105"), InlineData("EPSG:4554", "cgcs2000-gk3:135")]
    public void The_older_member_crs_is_heard(string name, string crs) =>
        Assert.Equal(crs, Read($$$"""{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"{{{name}}}"}},"features":[{{{Village}}}]}""").Stated?.Name);

    [Fact]
    public void A_system_that_is_not_known_is_said_and_not_guessed()
    {
        var table = Read($$$"""{"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4610"}},"features":[{{{Village}}}]}""");
        Assert.Null(table.Stated);
        Assert.StartsWith("The file states the reference system EPSG:4610, which is not known here", Assert.Single(table.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_other_geometries_the_middle_is_taken_and_said_and_one_that_is_none_keeps_its_row()
    {
        var shapes = new[]
        {
            """{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[0,0],[2,0],[2,4],[0,4],[0,0]]]}""",
            """{"type":"MultiPoint","coordinates":[[0,0],[2,4]]}""",
            """{"type":"GeometryCollection","geometries":[{"type":"LineString","coordinates":[[0,0],[2,0]]}]}""",
            """{"type":"Point","coordinates":[]}""",
            """{"type":"Point","coordinates":["x",1]}""",
            """{"type":"Polygon","coordinates":[[[0,0],[1,1]]]}""",
        };
        var table = Read($$"""{"features":[{{string.Join(",", shapes.Select(shape => $$"""{"type":"Feature","properties":{},"geometry":{{shape}}}"""))}}]}""");
        Assert.Equal([new XY(3, 2), new XY(1, 2), new XY(1, 0), null, null, null], table.Rows.Select(row => row.Place));
        Assert.Equal(
        [
            "3 features are no points; the middle of each (its centroid) was taken for its place.",
            "The geometry of features 5, 6 cannot be read; they are kept without a place.",
        ],
        table.Remarks.AsEnumerable());
    }

    [Fact]
    public void One_feature_features_in_a_row_and_a_lone_geometry_are_read_too()
    {
        Assert.Equal(["1: 640104100201|立岗村||7"], SourceFolder.Lines(Read(Village)));
        Assert.Equal(2, Read($"{Village}\n{Village}\n").Rows.Count);
        Assert.Equal(new XY(1, 2), Assert.Single(Read("""{"type":"Point","coordinates":[1,2]}""").Rows).Place);
    }

    [Fact]
    public void GeoJSON_in_GB18030_or_UTF16_is_read()
    {
        Assert.Equal("立岗村", Read(Encoding.GetEncoding("GB18030").GetBytes(Village)).Rows[0].Cells[1]);
        Assert.Equal("立岗村", Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Village)]).Rows[0].Cells[1]);
        Assert.Equal("立岗村", Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Village)]).Rows[0].Cells[1]);
    }

    [Fact]
    public void A_letter_in_no_encoding_is_shown_and_said()
    {
        var bytes = Encoding.UTF8.GetBytes(Village);
        bytes[bytes.AsSpan().IndexOf("村"u8)] = 0xFF;
        var table = Read(bytes);
        Assert.Equal("立岗\uFFFD\uFFFD\uFFFD", table.Rows[0].Cells[1]);
        Assert.Equal("3 letters could not be read as UTF-8 and stand as \uFFFD; save the file as UTF-8 and bring it again.", Assert.Single(table.Remarks));
    }

    [Fact]
    public void What_ogr2ogr_writes_is_read()
    {
        folder.Put("a.csv", "编码,名称,x,y\n640104100201,立岗村,106.1,38.1\n,无处,,\n"u8.ToArray());
        StoreFolder.Gdal("ogr2ogr", "-f", "GeoJSON", folder.PathOf("a.geojson"), folder.PathOf("a.csv"), "-oo", "X_POSSIBLE_NAMES=x", "-oo", "Y_POSSIBLE_NAMES=y", "-oo", "KEEP_GEOM_COLUMNS=NO", "-a_srs", "EPSG:4490");
        var table = Assert.Single(folder.Read("a.geojson"));
        Assert.Equal(["1: 640104100201|立岗村", "2: |无处"], SourceFolder.Lines(table));
        Assert.Equal([new XY(106.1, 38.1), null], table.Rows.Select(row => row.Place));
        Assert.Equal(Crs.Cgcs2000, table.Stated);
    }

    [Theory]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"prop", SourceFault.Truncated), InlineData("{}", SourceFault.UnknownKind), InlineData("{\"type\":\"Topology\",\"objects\":{}}", SourceFault.UnknownKind)]
    [InlineData("{\"features\":{}}", SourceFault.Damaged), InlineData("{\"features\":[1]}", SourceFault.Damaged), InlineData("{\"features\":[{,}]}", SourceFault.Damaged), InlineData("{\"type\":\"\\uD800\"}", SourceFault.Damaged), InlineData("{} []", SourceFault.UnknownKind)]
    public void What_is_no_GeoJSON_is_refused(string text, SourceFault fault) => Assert.Equal(fault, folder.Refusal("t.geojson", Encoding.UTF8.GetBytes(text)).Fault);

    [Theory, InlineData("{\"features\":[{\"properties\":{\"a\":", "]}}"), InlineData("{\"other\":", "}")]
    public void Brackets_nested_ten_thousand_deep_are_refused(string before, string after) => Assert.Equal(
        SourceFault.TooDeep, folder.Refusal("t.geojson", Encoding.UTF8.GetBytes(before + new string('[', 10_000) + new string(']', 10_000) + after)).Fault);

    [Fact]
    public void Features_over_many_pieces_are_read_to_the_last()
    {
        var features = string.Join(",", Enumerable.Repeat($$$"""{"type":"Feature","properties":{"名":"{{{new string('村', 500)}}}"},"geometry":null}""", 1_000));
        Assert.Equal(1_000, Read($$"""{"features":[{{features}}]}""").Rows.Count);
        Assert.Equal(500_000, Read($$$"""{"features":[{"properties":{"名":"{{{new string('村', 500_000)}}}"}}]}""").Rows[0].Cells[0].Length);
    }

    private SourceTable Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private SourceTable Read(byte[] content) => Assert.Single(folder.Read("t.geojson", content));
}
