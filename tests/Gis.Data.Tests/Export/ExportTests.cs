using System.Text;
using System.Text.Json;
using Gis.Core.Network;
using Gis.Data.Export;
using Gis.Data.Store;
using Gis.Data.Store.Accounts;
using Gis.Data.Store.GeoPackage;
using Gis.Data.Tests.Store;
using Gis.Data.Tests.Store.History;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;

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
    }

    [Theory]
    [InlineData("county", 1), InlineData("township", 1), InlineData("village", 2), InlineData("point", 3), InlineData("firm", 1)]
    [InlineData("crossing", 1), InlineData("river", 1), InlineData("city", 1), InlineData("data_version", 1), InlineData("staff", 2)]
    public async Task GDAL_reads_every_layer_of_the_GeoPackage_copy(string layer, int rows)
    {
        var store = await folder.SaveAsync(StoreFolder.StaffedTown());
        await GeoPackageExport.WriteAsync(store, folder.PathOf("copy.gpkg"));
        Assert.Contains($"Feature Count: {rows}\n", StoreFolder.Gdal("ogrinfo", "-ro", "-so", folder.PathOf("copy.gpkg"), layer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_GeoPackage_copy_has_the_rows_of_the_store_and_no_byte_of_what_is_not_the_network()
    {
        var store = await folder.SaveAsync(StoreFolder.StaffedTown());
        await store.Rename(Edits.Room, "OLD-NAME-9171");
        await store.Rename(Edits.Room, "公共法律服务 room");
        await FillPersonalTablesAsync(store);
        var copy = folder.PathOf("copy.gpkg");
        await GeoPackageExport.WriteAsync(store, copy);

        var (kept, written) = (await File.ReadAllBytesAsync(folder.File), await File.ReadAllBytesAsync(copy));
        foreach (var mark in Marks)
        {
            // Were a mark not in the store, its absence from the copy would say nothing.
            Assert.True(Contains(kept, mark), mark);
            Assert.False(Contains(written, mark), mark);
        }

        foreach (var table in new[] { "city", "county", "township", "village", "point", "firm", "crossing", "river", "staff" })
            Assert.Equal(Dump(folder.File, table), Dump(copy, table));
        Assert.DoesNotContain("account", Dump(copy, "sqlite_master"), StringComparison.Ordinal);
    }

    private static readonly string[] Marks =
    [
        "OLD-NAME-9171", "holder-9171@example.org", "HASH-9171", "PERSON-9171", "TOKEN-9171", "LINK-9171", "PHONE-9171", "CONSENT-9171",
        "SCENARIO-9171", "QUESTION-9171", "OUTCOME-9171", "SIGNED-9171", "REASON-9171",
    ];

    private async Task FillPersonalTablesAsync(GisStore store)
    {
        await using var context = store.NewContext();
        var account = new Account { Id = "a1", UserName = "u", Email = "holder-9171@example.org", PasswordHash = "HASH-9171", PersonName = "PERSON-9171", MadeUtc = StoreFolder.Noon };
        context.Add(account);
        context.Add(new IdentityUserToken<string> { UserId = "a1", LoginProvider = "x", Name = "y", Value = "TOKEN-9171" });
        context.Add(new InvitationRow { Id = "i1", LinkDigest = "LINK-9171", Scope = "", PersonName = "p", MadeUtc = StoreFolder.Noon, ExpiresUtc = StoreFolder.Noon });
        context.Add(new SignInRow { AccountId = "a1", Outcome = "SIGNED-9171", MadeUtc = StoreFolder.Noon });
        context.Add(new ContactRow { Id = "c1", CityCode = "640100", VillageCode = "640104100201", PersonName = "p", Phone = "PHONE-9171", Consent = "CONSENT-9171", ConsentUtc = StoreFolder.Noon, ExpiresUtc = StoreFolder.Noon, AuthorId = "a1" });
        context.Add(new ScenarioRow { Id = "s1", CityCode = "640100", Name = "SCENARIO-9171", Question = "QUESTION-9171", Settings = "", MadeUtc = StoreFolder.Noon, ChangedUtc = StoreFolder.Noon });
        context.Add(new RunRow { Id = "r1", CityCode = "640100", ScenarioId = "s1", Question = "", Settings = "", MadeUtc = StoreFolder.Noon, Outcome = "OUTCOME-9171" });
        await context.SaveChangesAsync();
        await store.Change(Edits.Room, point => point with { Stage = Stage.Building }, "REASON-9171");
    }

    private static bool Contains(byte[] bytes, string mark) => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(mark)) >= 0;

    private static string Dump(string file, string table)
    {
        using var connection = GeoPackageConnection.Open(file, SqliteOpenMode.ReadOnly);
        return TableDump.Of(connection, table);
    }

    [Fact]
    public async Task A_copy_that_fails_leaves_the_file_that_stood_there()
    {
        var store = await folder.SaveAsync(StoreFolder.Town());
        await File.WriteAllTextAsync(folder.PathOf("copy.gpkg"), "stood here");
        File.Delete(store.Name);
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
