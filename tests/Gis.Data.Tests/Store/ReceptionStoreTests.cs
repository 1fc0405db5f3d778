using System.Diagnostics;
using Gis.Core.Network;
using Gis.Core.Network.Hours;
using Gis.Data.Export;
using Gis.Data.Illustration;
using Gis.Data.Store;
using Gis.Data.Store.GeoPackage;
using Gis.Data.Store.History;
using Gis.Data.Tests.Store.History;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gis.Data.Tests.Store;

/// <summary>What one must know of a point, and the days on which its hours are others, in the store.</summary>
public sealed class ReceptionStoreTests : IDisposable
{
    private static readonly Provenance Told = new(Basis.Fact, "2026年4月电话核对");

    private static readonly Reception Full = new(Told)
    {
        Address = "掌政镇 1 号",
        Phone = "0951-1234567",
        Hours = new StatedHours(WeeklyHours.Parse("周一至周五 8:30-12:00; 5月1日至9月30日 周六 9:00-12:00"), new Provenance(Basis.Illustrative, "示意")),
        WaysIn = [WayIn.Ramp, WayIn.HearingLoop],
        Languages = ["手语", "银川话"],
        Checked = new DateOnly(2026, 4, 1),
    };

    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task All_of_it_is_kept_and_read_again()
    {
        var parts = With(Full);
        using var store = await folder.SaveAsync(parts);
        Assert.Equal(Full, (await store.Network()).FindPoint(Edits.Station)!.Reception);
        Assert.Empty(await folder.VerifyAsync());
        Assert.Equal("周一至周五 8:30-12:00; 5月1日至9月30日 周六 9:00-12:00|0951-1234567|ramp、hearing-loop|2026-04-01",
            folder.Ask("SELECT hours || '|' || phone || '|' || ways_in || '|' || checked_on FROM point WHERE phone NOTNULL"));
    }

    [Fact]
    public async Task Hours_alone_are_kept_and_read_again()
    {
        var hours = (Full with { Address = "", Phone = "", WaysIn = [], Languages = [], Checked = null }).Settle()!;
        using var store = await folder.SaveAsync(With(hours));
        Assert.Equal(hours, (await store.Network()).FindPoint(Edits.Station)!.Reception);
    }

    [Fact]
    public async Task A_change_is_logged_and_can_be_undone()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var saved = Assert.IsType<EditOutcome.Saved>(await store.Change(Edits.Station, point => point with { Reception = Full }));
        Assert.Contains("0951-1234567", Assert.Single((await new NetworkHistory(store).FindAsync(saved.Entry))!.Records).After, StringComparison.Ordinal);
        Assert.Equal(Full, (await new NetworkHistory(store).LoadAsync(saved.Version))!.FindPoint(Edits.Station)!.Reception);

        Assert.IsType<EditOutcome.Saved>(await store.Undo(saved.Entry));
        Assert.Null((await store.Network()).FindPoint(Edits.Station)!.Reception);
        Assert.Empty(await folder.VerifyAsync());
    }

    // As the version of before this change of the program was.
    [Fact]
    public void A_network_of_which_nothing_is_known_keeps_its_version()
    {
        var parts = DefaultNetwork.Draw(CityFacts.Read(Path.Combine(AppContext.BaseDirectory, "geodata", "yinchuan")));
        Assert.Equal("9ddea211434c", NetworkVersion.Of(parts with { Points = [.. parts.Points.Select(point => point with { Reception = null })] }));
        Assert.NotEqual("9ddea211434c", parts.Version);
    }

    [Fact]
    public async Task Each_thing_that_is_known_makes_another_version() => Assert.Equal(8, (await Task.WhenAll(new[]
    {
        Full, Full with { Address = "2 号" }, Full with { Phone = "12348" }, Full with { Hours = null }, Full with { WaysIn = [] },
        Full with { Languages = [] }, Full with { Checked = null }, Full with { Provenance = new(Basis.Fact, "x") },
    }.Select(reception => Task.FromResult(With(reception).Version)))).Distinct().Count());

    [Trait("Store", StoreFolder.OfFile)]
    [Fact]
    public async Task A_store_from_before_is_brought_up_to_date_and_its_log_still_adds_up()
    {
        using (await folder.SaveAsync(StoreFolder.Town()))
        {
        }

        await using (var context = new GeoPackageContext(GeoPackageConnection.OptionsFor(folder.File)))
            await context.GetService<IMigrator>().MigrateAsync("Pairing");
        using var store = await folder.OpenAsync();
        Assert.Empty(await folder.VerifyAsync());
        Assert.IsType<EditOutcome.Saved>(await store.Change(Edits.Station, point => point with { Reception = Full }));
        Assert.Empty(await folder.VerifyAsync());
    }

    [Fact]
    public async Task Special_hours_are_kept_logged_undone_and_exported()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var special = new SpecialHours(Edits.Station, new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 20), null, "施工");
        var other = special with { From = new DateOnly(2026, 12, 21), To = new DateOnly(2026, 12, 21), Hours = WeeklyHours.Parse("每天 9:00-11:00") };
        var saved = Assert.IsType<EditOutcome.Saved>(await Edit(store, new RecordChange(null, special), new RecordChange(null, other)));

        Assert.Equal((SpecialHours[])[special, other], (await store.Network()).ListSpecialHoursOf(Edits.Station));
        Assert.Empty((await store.Network()).ListSpecialHoursOf(Edits.Room));
        Assert.Empty(await folder.VerifyAsync());
        await GeoPackageExport.WriteAsync(store, folder.PathOf("export.gpkg"));
        Assert.Contains("施工", StoreFolder.Gdal("ogrinfo", "-ro", folder.PathOf("export.gpkg"), "special_hours"), StringComparison.Ordinal);

        Assert.IsType<EditOutcome.Saved>(await Edit(store, new RecordChange(special, special with { Reason = "停电" })));
        Assert.IsType<EditOutcome.Stale>(await Edit(store, new RecordChange(special, null)));
        Assert.IsType<EditOutcome.Stale>(await store.Undo(saved.Entry));
        Assert.Empty(await folder.VerifyAsync());
    }

    [Theory]
    [InlineData("2026-12-20", "2026-12-31", false)]
    [InlineData("2026-12-21", "2026-12-31", true)]
    [InlineData("2026-11-01", "2026-12-01", false)]
    [InlineData("2026-11-01", "2026-11-30", true)]
    [InlineData("2027-01-02", "2027-01-01", false)]
    [InlineData("2027-01-01", "2027-01-01", true)]
    public async Task Special_hours_of_one_point_have_no_day_in_common_and_end_after_they_begin(string from, string to, bool isTaken)
    {
        var special = new SpecialHours(Edits.Station, new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 20), null, "施工");
        var parts = StoreFolder.Town() with { SpecialHours = [special, special with { Point = Edits.Room }, special with { From = DateOnly.Parse(from, null), To = DateOnly.Parse(to, null) }] };
        Assert.Equal(isTaken, await Record.ExceptionAsync(() => Task.Run(() => new ServiceNetwork(parts))) is null);
    }

    [Fact]
    public async Task A_point_with_special_hours_cannot_go_without_them()
    {
        var special = new SpecialHours(Edits.Room, new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 20), null, "施工");
        using var store = await folder.SaveAsync(StoreFolder.Versioned(StoreFolder.Town() with { SpecialHours = [special] }));
        var room = (await store.Network()).FindPoint(Edits.Room);
        Assert.IsType<EditOutcome.Refused>(await Edit(store, new RecordChange(room, null)));
        Assert.IsType<EditOutcome.Saved>(await Edit(store, new RecordChange(room, null), new RecordChange(special, null)));
    }

    // The same hours stand at hundreds of points: reading them is no burden beside the rest.
    [Trait("Store", StoreFolder.OfFile)]
    [Fact]
    public void Hours_of_a_thousand_points_are_read_in_a_moment()
    {
        WeeklyHours.Parse("周一 8:30-12:00");
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < 1000; i++)
            WeeklyHours.Parse("周一至周五 8:30-12:00 14:30-18:00");
        Assert.InRange(clock.ElapsedMilliseconds, 0, 500);
    }

    private static Task<EditOutcome> Edit(GisStore store, params RecordChange[] changes) =>
        store.EditAsync(new NetworkEdit("hours.change", "why", [.. changes]), StoreFolder.Noon);

    private static NetworkParts With(Reception reception)
    {
        var parts = StoreFolder.Town();
        return StoreFolder.Versioned(parts with { Points = [.. parts.Points.Select(point => point.Id == Edits.Station ? point with { Reception = reception } : point)] });
    }
}
