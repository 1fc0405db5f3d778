using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Data.Store;

namespace Gis.Data.Tests.Store;

public sealed class GisStoreTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_new_store_holds_no_network()
    {
        var store = await GisStore.OpenAsync(folder.PathOf("not/there/yet"));
        Assert.Null(await store.LoadAsync());
        Assert.EndsWith("holds no network", Assert.Single(await GisStore.VerifyAsync(folder.PathOf("not/there/yet"))), StringComparison.Ordinal);
        Assert.Empty(await store.ListVersionsAsync());
    }

    [Fact]
    public async Task Of_two_programs_that_fill_a_new_store_at_once_one_saves()
    {
        using var bothDrew = new Barrier(2);
        await folder.OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () => await (await folder.OpenAsync()).FillAsync(DrawTogether, "first", StoreFolder.Noon))));
        Assert.Single(await (await folder.OpenAsync()).ListVersionsAsync());

        NetworkParts DrawTogether()
        {
            Assert.True(bothDrew.SignalAndWait(TimeSpan.FromSeconds(30)));
            return StoreFolder.Town();
        }
    }

    [Fact]
    public async Task A_store_that_holds_a_network_is_not_filled()
    {
        var store = await folder.SaveAsync(StoreFolder.Town());
        await store.FillAsync(() => throw new InvalidOperationException("drawn for nothing"), "again", StoreFolder.Noon);
        Assert.Single(await store.ListVersionsAsync());
    }

    [Fact]
    public async Task Every_value_comes_back_as_it_was_saved()
    {
        var town = StoreFolder.StaffedTown();
        await folder.SaveAsync(town);
        var loaded = (await (await folder.OpenAsync()).LoadAsync())!;
        var expected = new ServiceNetwork(town);
        Assert.Equal(expected.Version, loaded.Version);
        Assert.Equal(expected.City, loaded.City);
        Assert.Equal([.. expected.Counties], loaded.Counties.ToArray());
        Assert.Equal([.. expected.Townships], loaded.Townships.ToArray());
        Assert.Equal([.. expected.Villages], loaded.Villages.ToArray());
        Assert.Equal([.. expected.Points], loaded.Points.ToArray());
        Assert.Equal([.. expected.Firms], loaded.Firms.ToArray());
        Assert.Equal([.. expected.Staff], loaded.Staff.ToArray());
        Assert.Equal([.. expected.Crossings], loaded.Crossings.ToArray());
        Assert.Equal([.. expected.River], loaded.River.ToArray());
    }

    [Theory, InlineData(-180, -90), InlineData(180, 90), InlineData(0, 0), InlineData(106.23090000000001, 38.487199999999994)]
    public async Task A_position_comes_back_to_the_last_bit(double longitude, double latitude)
    {
        var town = StoreFolder.Town();
        var at = LonLat.Of(longitude, latitude);
        var store = await folder.SaveAsync(town with { Crossings = [town.Crossings[0] with { Position = town.Crossings[0].Position with { At = at } }] });
        Assert.Equal(at, (await store.LoadAsync())!.Crossings[0].Position.At);
    }

    [Fact]
    public async Task Every_case_of_every_enumeration_is_kept()
    {
        var town = StoreFolder.Town();
        var points = Enum.GetValues<Stage>().Select(stage => town.Points[0] with { Id = PointId.Parse($"p-{stage}"), Stage = stage });
        var townships = Enum.GetValues<TownshipKind>().Select((kind, i) => town.Townships[0] with { Code = AreaCode.Parse($"64010410{i}"), Kind = kind });
        var villages = Enum.GetValues<VillageKind>().Select((kind, i) => town.Villages[0] with { Code = AreaCode.Parse($"64010410020{i}"), Kind = kind });
        var store = await folder.SaveAsync(town with { Points = [.. points], Townships = [.. townships], Villages = [.. villages] });
        var loaded = (await store.LoadAsync())!;
        Assert.Equal(Enum.GetValues<Stage>(), loaded.Points.Select(point => point.Stage).Order());
        Assert.Equal(Enum.GetValues<TownshipKind>(), loaded.Townships.Select(township => township.Kind));
        Assert.Equal(Enum.GetValues<VillageKind>(), loaded.Villages.Select(village => village.Kind));
    }

    [Fact]
    public async Task What_is_not_located_stays_so()
    {
        var store = await folder.SaveAsync(StoreFolder.Town());
        var loaded = (await store.LoadAsync())!;
        Assert.Null(loaded.FindVillage(AreaCode.Parse("640104100202"))!.Position);
        Assert.Null(loaded.FindPoint(PointId.Parse("room-640104100202"))!.Position);
        Assert.Equal("1", folder.Ask("SELECT count(*) FROM point WHERE geom IS NULL AND placement IS NULL AND accuracy_m IS NULL"));
    }

    [Fact]
    public async Task A_city_without_firms_or_river_is_kept()
    {
        var store = await folder.SaveAsync(StoreFolder.Town() with { Firms = [], Crossings = [], River = [] });
        var loaded = (await store.LoadAsync())!;
        Assert.True(loaded.Firms.IsEmpty && loaded.Crossings.IsEmpty && loaded.River.IsEmpty);
    }

    [Fact]
    public async Task Every_kind_of_post_is_kept_and_hours_not_reported_stay_so()
    {
        var town = StoreFolder.StaffedTown();
        var staff = Enum.GetValues<Post>().Select(post => town.Staff[0] with { Post = post, Hours = post == Post.Mediator ? null : town.Staff[0].Hours });
        var store = await folder.SaveAsync(StoreFolder.Versioned(town with { Staff = [.. staff] }));
        Assert.Equal(Enum.GetValues<Post>(), (await store.LoadAsync())!.Staff.Select(each => each.Post));
        Assert.Equal("mediator", folder.Ask("SELECT post FROM staff WHERE hours_a_month IS NULL"));
        Assert.DoesNotContain(await folder.VerifyAsync(), fault => fault.Contains("version", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_network_without_staff_keeps_the_version_it_had_before_there_was_any()
    {
        var town = StoreFolder.Versioned(StoreFolder.StaffedTown() with { Staff = [] });
        Assert.NotEqual(StoreFolder.StaffedTown().Version, town.Version);
        Assert.True((await (await folder.SaveAsync(town)).LoadAsync())!.Staff.IsEmpty);
    }

    [Theory]
    [InlineData("UPDATE staff SET point_id = 'nobody' WHERE fid = 1", "the point is not there")]
    [InlineData("UPDATE staff SET count = -1 WHERE fid = 1", "found -1 people")]
    [InlineData("UPDATE staff SET hours_a_month = 3 WHERE fid = 2", "nobody holds it")]
    [InlineData("UPDATE staff SET hours_a_month = -3 WHERE fid = 1", "cannot be read")]
    [InlineData("UPDATE staff SET post = 'king' WHERE fid = 1", "'king' is not one of")]
    public async Task Posts_that_another_program_spoilt_are_found(string change, string fault)
    {
        await folder.SaveAsync(StoreFolder.StaffedTown());
        folder.Execute(change);
        Assert.Contains(await folder.VerifyAsync(), found => found.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_save_replaces_the_network_and_adds_a_version()
    {
        var town = StoreFolder.Town();
        var store = await folder.SaveAsync(town);
        var fewer = StoreFolder.Versioned(town with { Points = [town.Points[0]] });
        await store.SaveAsync(fewer, "closed 两处", StoreFolder.Noon.AddDays(1));
        Assert.Equal(fewer.Version, (await store.LoadAsync())!.Version);
        Assert.Single((await store.LoadAsync())!.Points);
        var versions = await store.ListVersionsAsync();
        Assert.Equal([(2, "closed 两处", fewer.Version), (1, "first", town.Version)], versions.Select(version => (version.Sequence, version.Reason, version.Hash)));
        Assert.Equal(StoreFolder.Noon.AddDays(1), versions[0].Made);
        Assert.Equal(StoreFolder.IsPostgis ? "2026-03-05 04:00:00" : "2026-03-05T04:00:00.000Z", folder.Ask(
            StoreFolder.IsPostgis ? "SELECT (made_utc AT TIME ZONE 'UTC')::text FROM data_version WHERE sequence = 2" : "SELECT made_utc FROM data_version WHERE sequence = 2"));
        Assert.Matches(@"^\d+\.\d+\.\d+", versions[0].Program);
    }

    [Fact]
    public async Task A_save_that_fails_leaves_the_version_before()
    {
        var town = StoreFolder.Town();
        var store = await folder.SaveAsync(town);
        folder.Execute(StoreFolder.IsPostgis
            ? "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''no room''; END'; CREATE TRIGGER refuse BEFORE INSERT ON data_version EXECUTE FUNCTION refuse()"
            : "CREATE TRIGGER full BEFORE INSERT ON data_version BEGIN SELECT RAISE(ABORT, 'no room'); END");
        var failed = await Assert.ThrowsAsync<StoreException>(() =>
            store.SaveAsync(StoreFolder.Versioned(town with { Points = [] }), "fails", StoreFolder.Noon));
        Assert.Contains("no room", failed.Message, StringComparison.Ordinal);
        Assert.Equal(town.Version, (await store.LoadAsync())!.Version);
        Assert.Empty(await folder.VerifyAsync());
    }

    [Fact]
    public async Task Parts_that_are_no_network_are_refused()
    {
        var town = StoreFolder.Town();
        var store = await folder.SaveAsync(town);
        await Assert.ThrowsAsync<NetworkException>(() => store.SaveAsync(town with { Townships = [] }, "bad", StoreFolder.Noon));
        var stray = town.Firms[0] with { County = AreaCode.Parse("999999") };
        var refused = await Assert.ThrowsAsync<NetworkException>(() => store.SaveAsync(town with { Firms = [stray] }, "bad", StoreFolder.Noon));
        Assert.Contains("999999", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StoreException>(() => store.SaveAsync(town with { River = [town.River[0]] }, "bad", StoreFolder.Noon));
        Assert.Equal(town.Version, (await store.LoadAsync())!.Version);
    }

    [Fact]
    public async Task Readers_see_whole_versions_while_another_saves()
    {
        var one = StoreFolder.Town();
        var other = StoreFolder.Versioned(one with { Points = [], Villages = [one.Villages[0]] });
        var store = await folder.SaveAsync(one);
        var saving = Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++)
                await store.SaveAsync(i % 2 == 0 ? other : one, "again", StoreFolder.Noon);
        });
        do
        {
            var seen = (await store.LoadAsync())!;
            Assert.Equal(seen.Version == one.Version ? (3, 2) : (0, 1), (seen.Points.Length, seen.Villages.Length));
        }
        while (!saving.IsCompleted);
        await saving;
    }
}
