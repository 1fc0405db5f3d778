using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Data.Store;
using Gis.Web.Tests.Network;
using Microsoft.Extensions.DependencyInjection;

namespace Gis.Web.Tests.Cities;

/// <summary>Runs of a city of the store whose pages nobody opens.</summary>
public sealed class CityRunsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_run_of_a_city_whose_pages_nobody_opened_is_computed()
    {
        using var cities = new CitiesTests.TwoCities();
        using (var store = await GisStore.OpenAsync(cities.App.DataFolder))
            await store.For(AreaCode.Parse("640200")).SaveAsync(TownWithWork(), "a room to be built", Noon);
        var (first, second) = (Open(cities.App, "640100"), Open(cities.App, "640200"));
        await AskAsync(second, "640200", "asked-there");

        await Wait.Until(async () => await EndOf(second, "asked-there") is not null);

        Assert.True(await EndOf(second, "asked-there") == RunState.Done, (await second.FindRunAsync("asked-there"))!.Fault);
        // Each city's program takes its own runs and no other's.
        Assert.Null(await first.FindRunAsync("asked-there"));
        // The program stays open, and goes on with what is asked of it later.
        await AskAsync(second, "640200", "asked-later");
        await Wait.Until(async () => await EndOf(second, "asked-later") is not null);
    }

    [Fact]
    public async Task The_cities_that_wait_are_those_with_runs_that_nobody_computes_the_longest_waiting_first()
    {
        using var cities = new CitiesTests.TwoCities();
        var folder = cities.App.DataFolder;
        using var store = await GisStore.OpenAsync(folder);
        var (first, second) = (new ScenarioStore(store), new ScenarioStore(store.For(AreaCode.Parse("640200"))));
        Assert.Empty(await first.ListCitiesWaitingAsync(Noon));

        await AskAsync(second, "640200", "earlier");
        await AskAsync(first, "640100", "later");
        Assert.Equal(["640200", "640100"], (await first.ListCitiesWaitingAsync(Noon)).Select(city => city.Digits));

        // Taken, it waits again once nobody holds it: exactly at the end of the hold.
        await second.TakeNextAsync(new RunHold("one", TimeSpan.FromSeconds(15)), Noon);
        Assert.Equal(["640100"], (await first.ListCitiesWaitingAsync(Noon.AddSeconds(15).AddMilliseconds(-1))).Select(city => city.Digits));
        Assert.Equal(["640200", "640100"], (await first.ListCitiesWaitingAsync(Noon.AddSeconds(15))).Select(city => city.Digits));
    }

    // A village out of reach, and a room that would serve it.
    private static NetworkParts TownWithWork()
    {
        var town = CitiesTests.TwoCities.Town();
        var (village, centre) = (town.Villages[0], town.Points[0]);
        var (far, there) = (AreaCode.Parse("640202100202"), village.Position! with { At = LonLat.Of(106.5676, 39.0194) });
        var parts = town with
        {
            Villages = [village, village with { Code = far, Name = "远处村", Position = there }],
            Points = [centre, centre with { Id = PointId.Parse("room-640202100202"), Name = "远处村工作室", Tier = Tier.Room, Area = far, Position = there, Stage = Stage.Planned }],
        };
        return parts with { Version = NetworkVersion.Of(parts) };
    }

    private static ScenarioStore Open(GisApp app, string city) => new(app.Services.GetRequiredService<GisStore>().For(AreaCode.Parse(city)));

    private static async Task AskAsync(ScenarioStore scenarios, string city, string id)
    {
        await scenarios.AddAsync(new SavedScenario("s-" + id, id, "mode=walk&limit=30", "steps=1", Noon, Noon, 1), AreaCode.Parse(city));
        Assert.True(await scenarios.QueueAsync(new ScenarioRun(id, "s-" + id, "mode=walk&limit=30", "steps=1", RunState.Waiting, Noon), AreaCode.Parse(city)));
    }

    private static async Task<RunState?> EndOf(ScenarioStore scenarios, string id) => await scenarios.FindRunAsync(id) is { IsUnderWay: false } run ? run.State : null;
}
