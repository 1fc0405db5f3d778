using System.Text;
using System.Text.Json;
using Gis.Core.Network;
using Gis.Data.Export;
using Gis.Data.Store;
using Gis.Data.Tests.Store;

namespace Gis.Data.Tests.Export;

public sealed class ExportTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_GeoPackage_copy_is_one_valid_file_of_its_own()
    {
        var store = await folder.SaveAsync(StoreFolder.Town());
        var copy = folder.PathOf("out/copy.gpkg");
        await GeoPackageExport.WriteAsync(store, copy);
        await GeoPackageExport.WriteAsync(store, copy);
        Assert.Equal([copy], Directory.GetFiles(folder.PathOf("out")));
        StoreFolder.Gdal("/usr/bin/python3", "/usr/lib/python3/dist-packages/osgeo_utils/samples/validate_gpkg.py", "--extra", copy);
        // The journal mode in the header: 1 is the ordinary one, which leaves no log beside the file when it is read.
        Assert.Equal(1, (await File.ReadAllBytesAsync(copy))[18]);
        File.Move(copy, folder.File, overwrite: true);
        Assert.Empty(await folder.VerifyAsync());
    }

    [Fact]
    public async Task A_copy_that_fails_leaves_the_file_that_stood_there()
    {
        var store = await folder.SaveAsync(StoreFolder.Town());
        await File.WriteAllTextAsync(folder.PathOf("copy.gpkg"), "stood here");
        File.Delete(store.File);
        await Assert.ThrowsAsync<StoreException>(() => GeoPackageExport.WriteAsync(store, folder.PathOf("copy.gpkg")));
        Assert.Equal("stood here", await File.ReadAllTextAsync(folder.PathOf("copy.gpkg")));
        Assert.Empty(Directory.GetFiles(folder.Folder, "*.part"));
    }

    [Fact]
    public async Task GeoJSON_keeps_Chinese_and_says_where_values_come_from()
    {
        await GeoJsonExport.WriteAsync(new ServiceNetwork(StoreFolder.Town()), folder.Folder);
        var text = await File.ReadAllTextAsync(folder.PathOf("villages.geojson"));
        Assert.Contains("\"掌政村\"", text, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(text);
        var features = json.RootElement.GetProperty("features");
        var properties = features[0].GetProperty("properties");
        Assert.Equal("illustrative", properties.GetProperty("residents_basis").GetString());
        Assert.Equal("ruled 规则", properties.GetProperty("residents_source").GetString());
        Assert.Equal("illustrative", properties.GetProperty("placement").GetString());
        Assert.Equal(JsonValueKind.Null, features[1].GetProperty("geometry").ValueKind);
    }

    [Fact]
    public async Task GDAL_reads_every_layer_of_GeoJSON()
    {
        var files = await GeoJsonExport.WriteAsync(new ServiceNetwork(StoreFolder.Town()), folder.Folder);
        var counts = files.Select(file => StoreFolder.Gdal("ogrinfo", "-ro", "-so", "-al", file).Split('\n').Single(line => line.StartsWith("Feature Count", StringComparison.Ordinal)));
        Assert.Equal("1 1 2 3 1 1 1", string.Join(' ', counts.Select(count => count.Split(' ')[^1])));
    }

    [Fact]
    public async Task CSV_begins_with_the_mark_and_has_a_row_each()
    {
        var network = new ServiceNetwork(StoreFolder.Town());
        await CsvExport.WritePointsAsync(network, folder.PathOf("points.csv"));
        await CsvExport.WriteVillagesAsync(network, folder.PathOf("villages.csv"));
        var points = await File.ReadAllBytesAsync(folder.PathOf("points.csv"));
        Assert.Equal([0xEF, 0xBB, 0xBF], points[..3]);
        Assert.Equal(4, Encoding.UTF8.GetString(points).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        var nowhere = (await File.ReadAllLinesAsync(folder.PathOf("villages.csv")))[2];
        Assert.Equal($"640104100202,无处村,community-like,640104100,掌政镇,west,20,fact,made up for a test,,,,,,{network.Version}", nowhere);
    }

    [Fact]
    public async Task The_posts_have_a_row_each_and_hours_not_reported_stay_empty()
    {
        var network = new ServiceNetwork(StoreFolder.StaffedTown());
        await CsvExport.WriteStaffAsync(network, folder.PathOf("staff.csv"));
        var lines = await File.ReadAllLinesAsync(folder.PathOf("staff.csv"));
        Assert.Equal(3, lines.Length);
        Assert.Equal($"room-640104100202,公共法律服务 room-640104100202,adviser,0,,illustrative,ruled 规则,{network.Version}", lines[2]);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1"), InlineData("+cmd", "'+cmd"), InlineData("-cmd", "'-cmd"), InlineData("@x", "'@x"), InlineData("＝1", "'＝1")]
    [InlineData("\tx", "'\tx"), InlineData("\rx", "\"'\rx\""), InlineData("=a,\"b\"", "\"'=a,\"\"b\"\"\"")]
    [InlineData("-12.5", "-12.5"), InlineData("+3", "+3"), InlineData("-1E-07", "-1E-07"), InlineData("", ""), InlineData(null, "")]
    [InlineData("a\nb", "\"a\nb\""), InlineData("银川,宁夏", "\"银川,宁夏\""), InlineData("a=b", "a=b"), InlineData("-", "'-")]
    public void A_cell_is_quoted_where_it_must_and_is_never_a_formula(string? cell, string written) =>
        Assert.Equal($"h\r\n{written}\r\n", new CsvText("h").Append(cell).ToString());

    [Fact]
    public void Numbers_are_written_with_a_point_and_exactly()
    {
        Assert.Equal("106.2309", CsvText.Number(106.2309));
        Assert.Equal("", CsvText.Number(null));
    }
}
