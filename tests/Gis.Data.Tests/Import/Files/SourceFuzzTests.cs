using System.Text;
using CsCheck;
using Gis.Data.Import.Files;
using Gis.Data.Tests.Store;
using Gis.Fuzzing;

namespace Gis.Data.Tests.Import.Files;

/// <summary>Whatever stands in a file that somebody brings, is read or refused by name.</summary>
public sealed class SourceFuzzTests : IDisposable
{
    private readonly SourceFolder folder = new();

    public SourceFuzzTests() => folder.Put("source.csv", "code,名称,x,y\n640104100201,立岗村,106.1,38.1\n640104100202,无处村,,\n"u8.ToArray());

    public void Dispose() => folder.Dispose();

    [Fact]
    public void No_text_breaks_the_reader() => Try(
        "t.csv", 1000, [.. Malformed.ListSeeds("Import", "*.csv").Select(File.ReadAllBytes), [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("编码;名称\n1;\"甲\n乙\"\n")]]);

    [Fact]
    public void No_GeoJSON_breaks_the_reader() => Try("t.geojson", 1000, [Convert("GeoJSON", "a.geojson", "-a_srs", "EPSG:4490"), """{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,0]]]}"""u8.ToArray()]);

    [Fact]
    public void No_KML_breaks_the_reader() => Try("t.kml", 1000, [Convert("KML", "a.kml"), Convert("LIBKML", "b.kml")]);

    [Fact]
    public void No_GeoPackage_breaks_the_reader()
    {
        var sound = Convert("GPKG", "a.gpkg", "-a_srs", "EPSG:4490");
        Try("t.gpkg", 100, [sound, sound[..4096]]);
    }

    [Fact]
    public void No_zip_breaks_the_reader() => Try("t.zip", 1000, [Book(), SourceFolder.Zip(Shapes()), SourceFolder.Zip([("doc.kml", Convert("KML", "a.kml"))])]);

    // Most damage to a whole zip is found by its check sums; this is what lies within them.
    [Fact]
    public void No_part_of_a_workbook_breaks_the_reader() => TryParts("t.xlsx", [.. BookParts().Select(part => (part.Name, Encoding.UTF8.GetBytes(part.Text)))]);

    [Fact]
    public void No_part_of_a_Shapefile_breaks_the_reader() => TryParts("t.zip", Shapes());

    private void TryParts(string name, (string Name, byte[] Content)[] parts) => Gen.Int[0, parts.Length - 1].SelectMany(
        which => Malformed.Bytes([parts[which].Content]).Select(content => (Which: which, Content: content))).Sample(
        damaged => Malformed.Try(() => Read(name, SourceFolder.Zip([.. parts.Select((part, at) => at == damaged.Which ? (part.Name, damaged.Content) : part)]))),
        iter: Malformed.Times(1000), threads: 1);

    private void Try(string name, int times, byte[][] seeds) => Malformed.Bytes(seeds).Sample(
        content => Malformed.Try(() => Read(name, content)), iter: Malformed.Times(times), threads: 1);

    private void Read(string name, byte[] content)
    {
        try
        {
            foreach (var table in folder.Read(name, content))
            {
                Assert.All(table.Rows, row => Assert.Equal(table.Columns.Length, row.Cells.Length));
                Assert.All(table.Rows, row => Assert.DoesNotContain(row.Cells, cell => cell is null));
            }
        }
        catch (SourceFileException refused)
        {
            Assert.StartsWith(name + ": found", refused.Message, StringComparison.Ordinal);
        }
    }

    private byte[] Convert(string driver, string name, params string[] options)
    {
        StoreFolder.Gdal("ogr2ogr", ["-f", driver, folder.PathOf(name), folder.PathOf("source.csv"), "-oo", "X_POSSIBLE_NAMES=x", "-oo", "Y_POSSIBLE_NAMES=y", .. options]);
        return File.ReadAllBytes(folder.PathOf(name));
    }

    private (string Name, byte[] Content)[] Shapes()
    {
        Convert("ESRI Shapefile", "shapes.shp", "-a_srs", "EPSG:4544", "-lco", "ENCODING=GB18030");
        return [.. ((string[])[".shp", ".dbf", ".prj", ".cpg"]).Select(ending => ("a" + ending, File.ReadAllBytes(folder.PathOf("shapes" + ending))))];
    }

    private static byte[] Book() => SourceFolder.Zip(BookParts());

    private static (string Name, string Text)[] BookParts()
    {
        var book = new RawWorkbook { Styles = "<xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>", NumberFormats = "<numFmt numFmtId=\"164\" formatCode=\"[$-804]yyyy&quot;年&quot;m;@\"/>" };
        var rows = book.Row(1, "点一览表") + book.Row(2, "乡镇", "名称", "位置", "") + book.Row(3, "", "", "经度", "纬度")
            + "<row r=\"4\"><c r=\"A4\" s=\"0\"><v>46085.5</v></c><c r=\"B4\"><f>1+1</f><v>2</v></c><c r=\"C4\" t=\"e\"><v>#REF!</v></c><c r=\"D4\" t=\"inlineStr\"><is><t>甲_x000D_</t></is></c></row>";
        return book.Add("表", rows, "A1:D1 A2:A3 B2:B3 C2:D2").Add("二", book.Row(1, "a", "b"), state: "hidden").ToParts();
    }
}
