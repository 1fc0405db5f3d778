using Gis.Browser.Tests.Running;

namespace Gis.Browser.Tests.Pages;

[Collection(InBrowser.Name)]
public sealed class AccessibilityTests(GisSite site)
{
    public static TheoryData<string> Paths => [.. SitePages.Paths];

    [Theory]
    [MemberData(nameof(Paths))]
    public Task In_every_view_axe_finds_nothing_to_object_to_and_the_browser_complains_of_nothing(string path) => Look(path, SitePages.Views);

    // What a view changes it changes in both languages alike.
    [Theory]
    [MemberData(nameof(Paths))]
    public Task In_English_axe_finds_nothing_to_object_to_and_the_browser_complains_of_nothing(string path) =>
        Look(new Reader(Language: "en").AddressOf(path), SitePages.Views[..1]);

    // A rule that is not tried is never broken: this page breaks one of its text, of its head and of the page as a whole.
    [Fact]
    public async Task Axe_objects_to_a_page_that_is_not_right()
    {
        await using var visit = await site.Visit("/data");
        await visit.Page.SetContentAsync("<div><p>pale</p><img src='/x.png'></div>");
        // The policy of the site forbids styles in the text of a page.
        await visit.Ask<string>("() => document.querySelector('p').style.color = '#bbb'");

        var broken = (await Axe.FindBroken(visit)).Select(rule => rule[..rule.IndexOf(':', StringComparison.Ordinal)]);

        Assert.Superset(new HashSet<string> { "color-contrast", "document-title", "html-has-lang", "image-alt", "landmark-one-main", "page-has-heading-one", "region" }, broken.ToHashSet());
    }

    // One visit for all views and for the console: to come to a page takes longer than to look at it.
    private async Task Look(string path, string[] views)
    {
        await using var visit = await site.Visit(path, new Reader(views[0]));
        var faults = new List<string>();
        foreach (var view in views)
        {
            if (view != views[0])
                await visit.See(view);
            Assert.Equal(view, await visit["html"].GetAttributeAsync("data-view"));
            await visit.WaitForMap();
            faults.AddRange(visit.Complaints.Select(complaint => $"{view}: the browser complains: {complaint}"));
            faults.AddRange((await Axe.FindBroken(visit)).Select(rule => $"{view}: {rule}"));
        }

        Assert.Equal("", string.Join('\n', faults));
    }
}
