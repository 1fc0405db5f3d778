using System.Text.Json;

namespace Gis.Data.Tests.Store;

/// <summary>The store's file, as GDAL and the GeoPackage validator see it.</summary>
[Trait("Store", StoreFolder.OfFile)]
public sealed class GeoPackageTests : IDisposable
{
    internal const string Validator = "/usr/lib/python3/dist-packages/osgeo_utils/samples/validate_gpkg.py";

    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_validator_finds_nothing_new_saved_or_saved_again()
    {
        var store = await folder.OpenAsync();
        Validate();
        for (var i = 0; i < 2; i++)
        {
            await store.SaveAsync(StoreFolder.Town(), "again", StoreFolder.Noon);
            Validate();
        }
    }

    [Fact]
    public async Task The_validator_sees_a_fault_when_there_is_one()
    {
        await folder.SaveAsync(StoreFolder.Town());
        folder.Execute("DROP TRIGGER rtree_point_geom_update3");
        var failure = Assert.ThrowsAny<Exception>(Validate);
        Assert.Contains("update3", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("county", 1), InlineData("township", 1), InlineData("village", 2), InlineData("point", 3), InlineData("firm", 1)]
    [InlineData("crossing", 1), InlineData("river", 1), InlineData("city", 1), InlineData("data_version", 1), InlineData("staff", 2), InlineData("scenario", 0), InlineData("run", 0)]
    public async Task Ogrinfo_counts_every_row(string layer, int rows)
    {
        await folder.SaveAsync(StoreFolder.StaffedTown());
        Assert.Contains($"Feature Count: {rows}\n", StoreFolder.Gdal("ogrinfo", "-ro", "-so", folder.File, layer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ogrinfo_knows_the_reference_system()
    {
        await folder.SaveAsync(StoreFolder.Town());
        Assert.Contains("ID[\"EPSG\",4490]", StoreFolder.Gdal("ogrinfo", "-ro", "-so", folder.File, "point"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ogr2ogr_reads_the_coordinates_longitude_first()
    {
        await folder.SaveAsync(StoreFolder.Town());
        StoreFolder.Gdal("ogr2ogr", "-f", "GeoJSON", folder.PathOf("points.json"), folder.File, "point", "-lco", "COORDINATE_PRECISION=15");
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(folder.PathOf("points.json")));
        var features = json.RootElement.GetProperty("features");
        Assert.Equal([106.2309, 38.4872], features[0].GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(c => c.GetDouble()));
        Assert.Equal(JsonValueKind.Null, features[2].GetProperty("geometry").ValueKind);
        Assert.Equal("公共法律服务 centre-640104", features[0].GetProperty("properties").GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_index_follows_what_GDAL_moves()
    {
        var store = await folder.SaveAsync(StoreFolder.Town());
        StoreFolder.Gdal("ogrinfo", folder.File, "-sql", "UPDATE point SET geom = (SELECT geom FROM crossing) WHERE fid = 3");
        StoreFolder.Gdal("ogrinfo", folder.File, "-sql", "UPDATE point SET geom = NULL WHERE fid = 2");
        StoreFolder.Gdal("ogrinfo", folder.File, "-sql", "DELETE FROM point WHERE fid = 1");
        Assert.Equal("3", folder.Ask("SELECT id FROM rtree_point_geom WHERE minx <= 106.45 AND maxx >= 106.45"));
        Assert.Equal("1", folder.Ask("SELECT count(*) FROM rtree_point_geom"));
        Assert.DoesNotContain(await folder.VerifyAsync(), fault => fault.Contains("index", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("INSERT INTO point SELECT 9, 'x', name, tier, area_code, bank, stage, stage_basis, stage_source, city_code, placement, accuracy_m, position_source, geom, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM point WHERE fid = 1", "1|2|9")]
    [InlineData("UPDATE point SET geom = (SELECT geom FROM crossing) WHERE fid = 3", "1|2|3")]
    [InlineData("UPDATE point SET geom = NULL WHERE fid = 2", "1")]
    [InlineData("UPDATE point SET fid = 8 WHERE fid = 2", "1|8")]
    [InlineData("UPDATE point SET fid = 8, geom = NULL WHERE fid = 2", "1")]
    [InlineData("DELETE FROM point WHERE fid = 1", "2")]
    public async Task The_index_follows_every_kind_of_change(string change, string indexed)
    {
        var store = await folder.SaveAsync(StoreFolder.Town());
        folder.Execute(change);
        Assert.Equal(indexed, folder.Ask("SELECT id FROM rtree_point_geom ORDER BY id"));
        Assert.DoesNotContain(await folder.VerifyAsync(), fault => fault.Contains("index", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_index_finds_by_place_what_was_saved()
    {
        await folder.SaveAsync(StoreFolder.Town());
        var found = StoreFolder.Gdal("ogrinfo", "-ro", "-q", folder.File, "point", "-spat", "106.2", "38.4", "106.3", "38.5");
        Assert.Contains("centre-640104", found, StringComparison.Ordinal);
        Assert.DoesNotContain("station-640104100", found, StringComparison.Ordinal);
    }

    private void Validate()
    {
        Assert.True(File.Exists(Validator), $"{Validator} is missing (Debian: python3-gdal)");
        var said = StoreFolder.Gdal("/usr/bin/python3", Validator, "--extra", "--warning-as-error", folder.File);
        Assert.DoesNotContain("rror", said, StringComparison.Ordinal);
    }
}
