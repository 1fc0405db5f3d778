using Deque.AxeCore.Playwright;
using Gis.Browser.Tests.Running;

namespace Gis.Browser.Tests.Pages;

[Collection(InBrowser.Name)]
public sealed class AccessibilityTests(GisSite site)
{
    [Theory]
    [MemberData(nameof(SitePages.InEveryViewAndLanguage), MemberType = typeof(SitePages))]
    public async Task Axe_finds_nothing_to_object_to(string path, string view, string language)
    {
        await using var visit = await site.Visit(path, new Reader(view, language));
        await visit.WaitForMap();

        var found = await visit.Page.RunAxe();

        Assert.Equal("", string.Join('\n', found.Violations.Select(rule =>
            $"{rule.Id}: {rule.Help}\n" + string.Join('\n', rule.Nodes.Take(5).Select(node => $"  {node.Target} {node.Html}")))));
    }
}
