using Gis.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Gis.Browser.Tests.Pages;

[Collection(InBrowser.Name)]
public sealed class WithoutScriptsTests(GisSite site)
{
    private static readonly Reader Plain = new(Width: 360, Height: 740) { HasScripts = false };

    [Fact]
    public async Task A_name_leads_to_the_nearest_points()
    {
        await using var visit = await site.Visit("/", Plain);

        await visit["#q"].FillAsync("立岗");
        await visit[".search .primary"].ClickAsync();

        await Assertions.Expect(visit["#result"]).ToContainTextAsync("立岗");
        await Assertions.Expect(visit[".point"]).ToHaveCountAsync(12);
    }

    [Fact]
    public async Task Areas_lead_down_to_a_point_without_typing()
    {
        await using var visit = await site.Visit("/areas", Plain);

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "贺兰县" }).ClickAsync();
        await visit[".table tbody a"].First.ClickAsync();
        await visit[".table tbody a"].First.ClickAsync();
        await visit[".point a"].First.ClickAsync();

        Assert.Contains("/sites/room-640122", visit.Page.Url, StringComparison.Ordinal);
        await Assertions.Expect(visit["h1"]).Not.ToBeEmptyAsync();
    }

    [Fact]
    public async Task The_plan_answers_its_form_with_numbers_and_a_drawn_map()
    {
        await using var visit = await site.Visit("/plan?limit=30", Plain);
        var before = await visit["#covered-share"].GetAttributeAsync("value");

        await visit["input[name='mode'][value='car']"].CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "应用" }).ClickAsync();

        Assert.Contains("mode=car", visit.Page.Url, StringComparison.Ordinal);
        Assert.NotEqual(before, await visit["#covered-share"].GetAttributeAsync("value"));
        await DrawnMap.IsShown(visit);
    }
}
