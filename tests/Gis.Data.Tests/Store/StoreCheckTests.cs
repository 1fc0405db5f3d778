using Gis.Core.Units;
using Gis.Data.Store;
using Gis.Data.Tests.Store.History;

namespace Gis.Data.Tests.Store;

[Trait("Store", StoreFolder.OfFile)]
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
    [InlineData("UPDATE crossing SET geom = NULL", "Row 1 of crossing has no place")]
    [InlineData("UPDATE county SET geom = NULL", "it was edited outside the program")]
    [InlineData("DELETE FROM city", "cannot be read as a network")]
    [InlineData("UPDATE firm SET city_code = '640200'", "Rows of firm of a city that is not there: 1")]
    [InlineData("UPDATE data_version SET reason = 'other'", "Version 1 is not as entry 1 of the log says it was saved")]
    [InlineData("UPDATE data_version SET made_utc = '2026-03-04T04:00:00.001Z'", "Version 1 is not as entry 1 of the log says it was saved")]
    [InlineData("UPDATE point SET geom = substr(geom, 1, 4) || x'E6100000' || substr(geom, 9) WHERE fid = 1", "geometry of point is not written as it should be, or in another reference system, in rows 1")]
    [InlineData("DROP TRIGGER rtree_point_geom_update3", "part of the file trigger rtree_point_geom_update3 is not there")]
    [InlineData("DROP INDEX IX_village_code", "part of the file index IX_village_code is not there")]
    [InlineData("PRAGMA user_version = 10200", "number in the head of the file user_version is not there")]
    [InlineData("UPDATE gpkg_geometry_columns SET srs_id = 4326 WHERE table_name = 'firm'", "geometry column firm is not there")]
    [InlineData("UPDATE gpkg_spatial_ref_sys SET definition = 'undefined' WHERE srs_id = 4490", "reference system 4490 is not there")]
    [InlineData("INSERT INTO contact (id, city_code, village_code, person_name, phone, consent, consent_utc, expires_utc, author_id) VALUES ('c1', '640100', '640104100999', 'p', 'p', 'c', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', 'nobody')", "Contacts of villages that are not there: c1")]
    [InlineData("INSERT INTO sign_in (account_id, outcome, made_utc) VALUES ('nobody', 'signed-in', '2026-01-01T00:00:00.000Z')", "Attempts to sign in to accounts that are not there: 1")]
    [InlineData("INSERT INTO invitation (id, link_digest, role, scope, person_name, author_id, made_utc, expires_utc) VALUES ('i1', 'd', 'planner', '', '', 'nobody', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')", "Invitations by accounts that are not there: i1")]
    [InlineData("PRAGMA foreign_keys = OFF; INSERT INTO run (id, city_code, scenario_id, question, settings, state, made_utc) VALUES ('r1', '640100', 'none', '', '', 'done', '2026-01-01T00:00:00.000Z')", "run 1 refers to a scenario that is not there")]
    [InlineData("INSERT INTO account (id, person_name, role, scope, made_utc, email_confirmed, phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count) VALUES ('a1', '', 'firm-member', 'firm-9', '2026-01-01T00:00:00.000Z', 0, 0, 0, 0, 0)", "Accounts for firms that are not there: a1")]
    public async Task A_fault_is_found_and_named(string edit, string words)
    {
        var store = await folder.SaveAsync(StoreFolder.Town());
        folder.Execute(edit);
        Assert.Contains(await folder.VerifyAsync(), fault => fault.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_other_programs_add_to_the_file_is_no_fault()
    {
        await folder.SaveAsync(StoreFolder.Town());
        folder.Execute("CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, style TEXT); INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('layer_styles', 'attributes', 'layer_styles')");
        StoreFolder.Gdal("ogrinfo", folder.File, "-sql", "UPDATE village SET geom = geom");
        Assert.Empty(await folder.VerifyAsync());
    }

    [Fact]
    public async Task A_store_is_checked_in_one_view_while_it_is_edited()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        using var stop = new CancellationTokenSource();
        var edits = 0;
        var editing = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
                await store.Rename(Edits.Room, $"名{Interlocked.Increment(ref edits)}");
            return edits;
        });
        for (var check = 0; check < 10 || Volatile.Read(ref edits) <= 10; check++)
            Assert.Empty(await folder.VerifyAsync());
        await stop.CancelAsync();
        Assert.True(await editing > 10);
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
