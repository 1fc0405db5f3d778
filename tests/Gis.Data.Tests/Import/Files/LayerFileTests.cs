using Gis.Core.Places;
using Gis.Data.Import.Files;
using Gis.Data.Tests.Store;
using Microsoft.Data.Sqlite;

namespace Gis.Data.Tests.Import.Files;

/// <summary>What GDAL, and so QGIS, writes: Shapefile, GeoPackage, KML.</summary>
public sealed class LayerFileTests : IDisposable
{
    private readonly SourceFolder folder = new();

    public LayerFileTests() => folder.Put("source.csv", "code,名称,人数,x,y\n640104100201,立岗村,1204,106.1,38.1\n640104100202,无处村,,,\n640104100203,通义村,30.5,106.3,38.3\n"u8.ToArray());

    public void Dispose() => folder.Dispose();

    [Theory, InlineData("GB18030", "GB18030"), InlineData("UTF-8", "UTF-8"), InlineData("CP936", "GB18030")]
    public void A_zipped_Shapefile_is_read_in_the_encoding_its_cpg_names(string encoding, string name)
    {
        WriteShapes(encoding);
        var table = Assert.Single(folder.Read("a.zip", ZipShapes("村", ".shp", ".shx", ".dbf", ".prj", ".cpg")));
        Assert.Equal(("村", name, Crs.Cgcs2000), (table.Name, table.Encoding, table.Stated));
        AssertVillages(table);
    }

    [Theory, InlineData("GB18030", "GB18030"), InlineData("UTF-8", "UTF-8")]
    public void Without_a_cpg_the_encoding_is_found_by_looking(string encoding, string name)
    {
        WriteShapes(encoding);
        var table = Assert.Single(folder.Read("a.zip", ZipShapes("sub/村", ".shp", ".dbf")));
        Assert.Equal((name, (Crs?)null), (table.Encoding, table.Stated));
        AssertVillages(table);
    }

    [Fact]
    public void A_cpg_that_is_wrong_is_not_believed_and_that_is_said()
    {
        WriteShapes("GB18030");
        File.WriteAllText(folder.PathOf("shapes.cpg"), "UTF-8");
        var table = Assert.Single(folder.Read("a.zip", ZipShapes("村", ".shp", ".dbf", ".cpg")));
        AssertVillages(table);
        Assert.Contains("The file says that its texts are UTF-8, but they can only be read as GB18030.", table.Remarks);
    }

    [Fact]
    public void A_Shapefile_beside_its_table_is_read_and_one_without_is_refused()
    {
        WriteShapes("UTF-8");
        AssertVillages(Assert.Single(folder.Read("shapes.shp")));
        File.Delete(folder.PathOf("shapes.dbf"));
        Assert.Equal(SourceFault.PartMissing, Assert.Throws<SourceFileException>(() => folder.Read("shapes.shp")).Fault);
    }

    [Fact]
    public void Rows_marked_as_deleted_are_left_out_and_said()
    {
        WriteShapes("UTF-8");
        var table = File.ReadAllBytes(folder.PathOf("shapes.dbf"));
        table[BitConverter.ToUInt16(table, 8)] = (byte)'*';
        File.WriteAllBytes(folder.PathOf("shapes.dbf"), table);
        var read = Assert.Single(folder.Read("shapes.shp"));
        Assert.Equal(["640104100202", "640104100203"], read.Rows.Select(row => row.Cells[0]));
        Assert.StartsWith("1 rows are marked as deleted", Assert.Single(read.Remarks), StringComparison.Ordinal);
    }

    [Theory, InlineData(".shp"), InlineData(".dbf")]
    public void A_Shapefile_cut_short_is_refused(string ending)
    {
        WriteShapes("UTF-8");
        var whole = File.ReadAllBytes(folder.PathOf("shapes" + ending));
        File.WriteAllBytes(folder.PathOf("shapes" + ending), whole[..^30]);
        Assert.Equal(SourceFault.Truncated, Assert.Throws<SourceFileException>(() => folder.Read("shapes.shp")).Fault);
    }

    [Fact]
    public void Areas_and_lines_have_the_place_of_their_middle()
    {
        folder.Put("areas.csv", "id,wkt\n1,\"MULTIPOLYGON(((0 0,8 0,8 12,0 12,0 0),(1 2,5 2,5 10,1 10,1 2)))\"\n2,\"POLYGON((0 0,0 2,2 2,2 0,0 0))\"\n"u8.ToArray());
        StoreFolder.Gdal("ogr2ogr", folder.PathOf("areas.shp"), folder.PathOf("areas.csv"), "-oo", "GEOM_POSSIBLE_NAMES=wkt", "-nlt", "MULTIPOLYGON");
        StoreFolder.Gdal("ogr2ogr", folder.PathOf("areas.gpkg"), folder.PathOf("areas.csv"), "-oo", "GEOM_POSSIBLE_NAMES=wkt", "-nlt", "MULTIPOLYGON");
        StoreFolder.Gdal("ogr2ogr", "-f", "KML", folder.PathOf("areas.kml"), folder.PathOf("areas.csv"), "-oo", "GEOM_POSSIBLE_NAMES=wkt", "-a_srs", "EPSG:4326");
        // 96 at 4 without 32 at 3 is 64 at 4.5.
        foreach (var name in (string[])["areas.shp", "areas.gpkg", "areas.kml"])
        {
            var table = Assert.Single(folder.Read(name));
            Assert.Equal([new XY(4.5, 6), new XY(1, 1)], table.Rows.Select(row => row.Place));
            Assert.Contains("2 features are no points; the middle of each (its centroid) was taken for its place.", table.Remarks);
        }
    }

    [Theory, InlineData(4490, "cgcs2000"), InlineData(4326, "wgs84"), InlineData(3857, "epsg:3857"), InlineData(4544, "cgcs2000-gk3:105"), InlineData(4523, "cgcs2000-gk3:105:zone"), InlineData(4610, null), InlineData(32648, null)]
    public void The_reference_system_is_known_from_a_prj_and_from_a_GeoPackage(int epsg, string? crs)
    {
        Convert("ESRI Shapefile", "shapes.shp", "-a_srs", $"EPSG:{epsg}");
        Convert("GPKG", "a.gpkg", "-a_srs", $"EPSG:{epsg}");
        foreach (var table in (SourceTable[])[.. folder.Read("shapes.shp"), .. folder.Read("a.gpkg")])
        {
            Assert.Equal(crs, table.Stated?.Name);
            Assert.Equal(crs is null, table.Remarks.Any(remark => remark.StartsWith("The file states the reference system", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void A_GeoPackage_has_a_table_for_each_layer_with_or_without_places()
    {
        Convert("GPKG", "a.gpkg", "-nln", "村", "-a_srs", "EPSG:4490");
        StoreFolder.Gdal("ogr2ogr", "-update", folder.PathOf("a.gpkg"), folder.PathOf("source.csv"), "-nln", "plain");
        var tables = folder.Read("a.gpkg");
        Assert.Equal([("村", Crs.Cgcs2000), ("plain", null)], tables.Select(table => (table.Name, table.Stated)));
        AssertVillages(tables[0], before: "fid");
        Assert.Equal("1: 1|640104100201|立岗村|1204|106.1|38.1", SourceFolder.Lines(tables[1]).First());
        Assert.All(tables[1].Rows, row => Assert.Null(row.Place));
    }

    [Fact]
    public async Task The_store_of_this_program_is_a_GeoPackage_too()
    {
        using var store = new StoreFolder();
        await store.SaveAsync(StoreFolder.Town());
        SqliteConnection.ClearAllPools();
        var tables = SourceFile.Read(store.File, "network.gpkg", null, CancellationToken.None);
        var points = tables.Single(table => table.Name == "point");
        Assert.Equal(3, points.Rows.Count);
        Assert.Equal([new XY(106.2309, 38.4872), new XY(106.382, 38.462), null], points.Rows.Select(row => row.Place));
        Assert.Equal(Crs.Cgcs2000, points.Stated);
    }

    [Theory]
    [InlineData("CREATE VIEW v AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS fid FROM n; INSERT INTO gpkg_contents(table_name, data_type, identifier) VALUES ('v', 'attributes', 'v')", SourceFault.ActiveContent)]
    [InlineData("CREATE TABLE t (a, b AS (a || 'x')); INSERT INTO t VALUES (1); INSERT INTO gpkg_contents(table_name, data_type, identifier) VALUES ('t', 'attributes', 't')", SourceFault.ActiveContent)]
    [InlineData("CREATE VIRTUAL TABLE f USING fts5(a); INSERT INTO gpkg_contents(table_name, data_type, identifier) VALUES ('f', 'attributes', 'f')", SourceFault.ActiveContent)]
    [InlineData("INSERT INTO gpkg_contents(table_name, data_type, identifier) VALUES ('nowhere', 'attributes', 'n')", SourceFault.Damaged)]
    [InlineData("PRAGMA foreign_keys = OFF; DELETE FROM gpkg_contents", SourceFault.Empty)]
    [InlineData("ALTER TABLE gpkg_contents RENAME TO c; CREATE VIEW gpkg_contents AS SELECT * FROM c", SourceFault.ActiveContent)]
    [InlineData("PRAGMA foreign_keys = OFF; DROP TABLE gpkg_contents", SourceFault.UnknownKind)]
    public void A_GeoPackage_in_which_something_would_run_or_is_missing_is_refused(string statements, SourceFault fault)
    {
        Convert("GPKG", "a.gpkg", "-nln", "村");
        Execute(statements);
        Assert.Equal(fault, Assert.Throws<SourceFileException>(() => folder.Read("a.gpkg")).Fault);
    }

    [Fact]
    public void Triggers_and_views_that_are_no_layers_do_not_run()
    {
        Convert("GPKG", "a.gpkg", "-nln", "村");
        Execute("CREATE VIEW unlisted AS SELECT hex(zeroblob(900000000)) AS x; CREATE TRIGGER t AFTER INSERT ON 村 BEGIN DELETE FROM 村; END");
        var before = File.ReadAllBytes(folder.PathOf("a.gpkg"));
        Assert.Equal(3, Assert.Single(folder.Read("a.gpkg")).Rows.Count);
        Assert.Equal(before, File.ReadAllBytes(folder.PathOf("a.gpkg")));
    }

    [Fact]
    public void A_GeoPackage_that_another_program_writes_to_or_that_is_cut_short_is_refused()
    {
        Convert("GPKG", "a.gpkg");
        File.WriteAllText(folder.PathOf("a.gpkg-wal"), "edits");
        Assert.Equal(SourceFault.InUse, Assert.Throws<SourceFileException>(() => folder.Read("a.gpkg")).Fault);
        var whole = File.ReadAllBytes(folder.PathOf("a.gpkg"));
        Assert.Equal(SourceFault.Truncated, folder.Refusal("b.gpkg", whole[..^4096]).Fault);
        Assert.Equal(SourceFault.Truncated, folder.Refusal("c.gpkg", whole[..50]).Fault);
    }

    [Theory, InlineData("KML", "name"), InlineData("LIBKML", "名称")]
    public void Placemarks_are_rows_and_their_data_columns(string driver, string named)
    {
        Convert(driver, "a.kml", "-a_srs", "EPSG:4326", "-nln", "村", "-dsco", "NameField=名称");
        var table = Assert.Single(folder.Read("a.kml"));
        Assert.Equal(Crs.Wgs84, table.Stated);
        Assert.Equal(["立岗村", "无处村", "通义村"], table.Rows.Select(row => row.Cells[table.Columns.IndexOf(named)]));
        Assert.Equal(["640104100201", "640104100202", "640104100203"], table.Rows.Select(row => row.Cells[table.Columns.IndexOf("code")]));
        Assert.Equal([new XY(106.1, 38.1), null, new XY(106.3, 38.3)], table.Rows.Select(row => row.Place));
    }

    [Fact]
    public void Folders_are_a_column_and_a_packed_document_is_read()
    {
        const string Kml = """
            <?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>文档</name>
            <Folder><name>兴庆区</name><Folder><name>掌政镇</name><Placemark><Style><IconStyle/></Style><name>甲</name><description><![CDATA[<b>好</b>]]></description><styleUrl>#a</styleUrl><phoneNumber>0951</phoneNumber>
            <ExtendedData><Data name="负责人"><displayName>x</displayName><value>张</value></Data></ExtendedData><Point><coordinates> 106.1, 38.1, 1100 </coordinates></Point></Placemark></Folder>
            <Placemark><name>乙</name><MultiGeometry><Point><coordinates>1,1</coordinates></Point><LineString><coordinates>0,0 2,0</coordinates></LineString></MultiGeometry></Placemark></Folder>
            <NetworkLink><Link><href>http://nowhere.invalid/</href></Link></NetworkLink><Placemark/><Placemark><name>丁</name><Point><coordinates>x</coordinates></Point></Placemark></Document></kml>
            """;
        var table = Assert.Single(folder.Read("点.kmz", SourceFolder.Zip(("doc.kml", Kml))));
        Assert.Equal("点", table.Name);
        Assert.Equal(["name", "folder", "description", "phoneNumber", "负责人"], table.Columns.AsEnumerable());
        Assert.Equal(["1: 甲|兴庆区 / 掌政镇|<b>好</b>|0951|张", "2: 乙|兴庆区|||", "3: ||||", "4: 丁||||"], SourceFolder.Lines(table));
        Assert.Equal([new XY(106.1, 38.1), new XY(1, 0), null, null], table.Rows.Select(row => row.Place));
        Assert.Equal(
        [
            "1 links to other files (NetworkLink) were not followed.",
            "1 features are no points; the middle of each (its centroid) was taken for its place.",
            "The geometry of features 4 cannot be read; they are kept without a place.",
        ],
        table.Remarks.AsEnumerable());
    }

    private static void AssertVillages(SourceTable table, string? before = null)
    {
        Assert.Equal([.. before is null ? [] : new[] { before }, "code", "名称", "人数"], table.Columns.Take(before is null ? 3 : 4));
        var first = before is null ? 0 : 1;
        Assert.Equal(["640104100201|立岗村|1204", "640104100202|无处村|", "640104100203|通义村|30.5"], table.Rows.Select(row => string.Join("|", row.Cells.Skip(first).Take(3))));
        Assert.Equal([new XY(106.1, 38.1), null, new XY(106.3, 38.3)], table.Rows.Select(row => row.Place));
    }

    private void WriteShapes(string encoding) => Convert("ESRI Shapefile", "shapes.shp", "-a_srs", "EPSG:4490", "-lco", $"ENCODING={encoding}");

    private void Convert(string driver, string name, params string[] options) => StoreFolder.Gdal(
        "ogr2ogr", ["-f", driver, folder.PathOf(name), folder.PathOf("source.csv"), "-oo", "X_POSSIBLE_NAMES=x", "-oo", "Y_POSSIBLE_NAMES=y", .. options]);

    private byte[] ZipShapes(string name, params string[] endings) =>
        SourceFolder.Zip([.. endings.Select(ending => (name + ending, File.ReadAllBytes(folder.PathOf("shapes" + ending))))]);

    private void Execute(string statements)
    {
        using var connection = new SqliteConnection($"Data Source={folder.PathOf("a.gpkg")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statements;
        command.ExecuteNonQuery();
    }
}
