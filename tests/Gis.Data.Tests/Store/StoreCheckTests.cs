using Gis.Core.Units;
using Gis.Data.Store;

namespace Gis.Data.Tests.Store;

public sealed class StoreCheckTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_network_as_saved_has_no_fault()
    {
        await folder.SaveAsync(StoreFolder.Town());
        Assert.Empty(await folder.VerifyAsync());
    }

    [Fact]
    public async Task A_store_that_is_not_there_is_not_made()
    {
        await Assert.ThrowsAsync<StoreException>(folder.VerifyAsync);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Folder));
    }

    [Fact]
    public async Task A_store_is_checked_without_a_change_to_it()
    {
        await folder.SaveAsync(StoreFolder.Town());
        folder.Execute("DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '%ProgramVersion'");
        var before = await File.ReadAllBytesAsync(folder.File);
        Assert.Contains("older version", Assert.Single(await folder.VerifyAsync()), StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(folder.File));
    }

    [Fact]
    public async Task Garbage_in_the_place_of_the_store_is_a_fault()
    {
        await File.WriteAllTextAsync(folder.File, "no database");
        Assert.StartsWith("The file is damaged", Assert.Single(await folder.VerifyAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELETE FROM rtree_village_geom", "index of village misses rows 1")]
    [InlineData("UPDATE rtree_point_geom SET maxx = 170 WHERE id = 2", "index of point misses rows 2")]
    [InlineData("INSERT INTO rtree_village_geom VALUES (2, 1, 1, 1, 1)", "index of village has entries without a place: 2")]
    [InlineData("UPDATE gpkg_contents SET max_x = 106.1 WHERE table_name = 'point'", "extent of point does not hold")]
    [InlineData("UPDATE gpkg_contents SET max_x = NULL WHERE table_name = 'river'", "extent of river does not hold")]
    [InlineData("UPDATE data_version SET version_hash = 'other'", "was saved as other")]
    [InlineData("UPDATE village SET name = '改名村' WHERE fid = 1", "edited outside the program")]
    [InlineData("PRAGMA foreign_keys = OFF; DELETE FROM township", "village 1 refers to a township that is not there")]
    [InlineData("PRAGMA foreign_keys = OFF; UPDATE firm SET county_code = '999999'", "firm 1 refers to a county that is not there")]
    [InlineData("UPDATE point SET area_code = '640104100999' WHERE tier = 'room'", "serves 640104100999, which is no village here")]
    [InlineData("UPDATE village SET residents = 11 WHERE fid = 1", "county 640104 have 31 residents, its census 30")]
    [InlineData("UPDATE point SET stage = 'burnt'", "'burnt' is not one of")]
    [InlineData("UPDATE village SET accuracy_m = NULL", "has a place, but not its placement, accuracy and source")]
    [InlineData("UPDATE county SET geom = NULL", "Row 1 of county has no place")]
    [InlineData("DELETE FROM city", "cannot be read as a network")]
    public async Task A_fault_is_found_and_named(string edit, string words)
    {
        var store = await folder.SaveAsync(StoreFolder.Town());
        folder.Execute(edit);
        Assert.Contains(await folder.VerifyAsync(), fault => fault.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_network_saved_against_its_census_is_reported()
    {
        var town = StoreFolder.Town();
        var store = await folder.SaveAsync(StoreFolder.Versioned(town with { Counties = [town.Counties[0] with { Census = new Residents(29) }] }));
        Assert.Equal("The villages of county 640104 have 30 residents, its census 29", Assert.Single(await folder.VerifyAsync()));
    }

    [Fact]
    public async Task A_file_damaged_within_is_reported()
    {
        var store = await folder.SaveAsync(StoreFolder.Town());
        var bytes = await File.ReadAllBytesAsync(folder.File);
        Array.Fill<byte>(bytes, 0xA5, bytes.Length / 2, bytes.Length / 4);
        await File.WriteAllBytesAsync(folder.File, bytes);
        Assert.Contains(await folder.VerifyAsync(), fault => fault.StartsWith("The file is damaged", StringComparison.Ordinal));
    }
}
