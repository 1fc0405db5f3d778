using Gis.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Gis.Browser.Tests.Pages;

[Collection(InBrowser.Name)]
public sealed class ConsoleTests(GisSite site)
{
    [Fact]
    public async Task The_description_of_the_api_runs_under_its_policy()
    {
        await using var visit = await site.Visit("/api");

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Coverage", Exact = true }).First).ToBeVisibleAsync();
        Assert.Empty(visit.Complaints);
    }
}
