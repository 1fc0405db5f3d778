using Gis.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Gis.Browser.Tests.Finder;

/// <summary>From a quarrel about land to the point that helps with it, however somebody goes there.</summary>
[Collection(InBrowser.Name)]
public sealed class JourneyTests(GisSite site)
{
    private static readonly Reader Narrow = new(Width: 320, Height: 640);

    [Fact]
    public async Task By_keyboard_alone_a_place_and_a_matter_lead_to_a_point_and_its_number()
    {
        await using var visit = await site.Visit("/", Narrow);
        await Reach(visit, "document.activeElement.id === 'q'");
        await visit.Page.Keyboard.TypeAsync("ligang tudi");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit["#result"]).ToContainTextAsync("立岗");
        await Assertions.Expect(visit["#first-step"]).Not.ToBeEmptyAsync();

        await Reach(visit, "document.activeElement.matches('.points a')");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit["h1"]).ToContainTextAsync("公共法律服务");
        await Reach(visit, "document.activeElement.matches('a.call')");
        Assert.StartsWith("tel:", await visit.Ask<string>("() => document.activeElement.getAttribute('href')"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_scripts_on_a_narrow_phone_everything_but_the_position_and_the_map_works()
    {
        await using var visit = await site.Visit("/", Narrow with { HasScripts = false });
        await visit["#q"].FillAsync("立岗 土地");
        await visit[".search .primary"].ClickAsync();
        await Assertions.Expect(visit["#position"]).ToBeHiddenAsync();
        await Assertions.Expect(visit["#open-map"]).ToBeHiddenAsync();
        await Assertions.Expect(visit[".point .open-now"].First).Not.ToBeEmptyAsync();
        await visit[".points a"].First.ClickAsync();
        await Assertions.Expect(visit[".hours-table"]).ToBeVisibleAsync();
        await Assertions.Expect(visit[".directions a"]).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task The_map_is_loaded_when_asked_for_and_shows_the_numbers_of_the_list()
    {
        await using var visit = await site.Visit("/find?q=立岗", Narrow);
        Assert.Equal(0, await visit.Ask<int>("() => performance.getEntriesByType('resource').filter(each => each.name.includes('/chunks/style')).length"));
        await visit["#open-map"].ClickAsync();
        await visit["#finder-map[data-ready='true']"].WaitForAsync();
        await Assertions.Expect(visit[".map-number"]).ToHaveCountAsync(12);
        Assert.Equal(
            await visit[".points a"].First.GetAttributeAsync("href"),
            new Uri(await visit.Ask<string>("() => document.querySelector('.map-number').href")).AbsolutePath);
    }

    private static async Task Reach(Visit visit, string goal)
    {
        const int most = 60;
        for (var stop = 0; stop < most && !await visit.Ask<bool>($"() => {goal}"); stop++)
            await visit.Page.Keyboard.PressAsync("Tab");
        Assert.True(await visit.Ask<bool>($"() => {goal}"), $"The keyboard does not come to where {goal}.");
    }
}
