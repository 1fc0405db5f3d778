using Gis.Browser.Tests.Running;

namespace Gis.Browser.Tests.Pages;

[Collection(InBrowser.Name)]
public sealed class LanguageTests(GisSite site)
{
    // Chinese names stay Chinese on an English page, and each says that it is. What assistive technology reads counts, too.
    private const string Untranslated =
        @"() => { const han = /\p{Script=Han}/u, found = [];
          const isChinese = e => (e.closest('[lang]')?.lang ?? '').startsWith('zh');
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const { data, parentElement } = walker.currentNode;
            if (han.test(data) && !isChinese(parentElement)) found.push(data.trim());
          }
          for (const e of document.body.querySelectorAll('[aria-label], [alt], [title]'))
            for (const name of ['aria-label', 'alt', 'title'])
              if (han.test(e.getAttribute(name) ?? '') && !isChinese(e)) found.push(`${name}: ${e.getAttribute(name)}`);
          return found; }";

    [Fact]
    public async Task An_English_page_leaves_nothing_untranslated()
    {
        var english = new Reader(Language: "en");
        await using var visit = await site.Visit("/", english);
        var untranslated = new List<string>();
        foreach (var path in Paths)
        {
            await visit.GoTo(english.AddressOf(path));
            await visit.WaitForMap();
            untranslated.AddRange((await visit.Ask<string[]>(Untranslated)).Select(text => $"{path}: {text}"));
        }

        Assert.Equal("", string.Join('\n', untranslated));
    }

    private static string[] Paths =>
        [.. SitePages.Paths, "/areas", "/areas/640122100", "/find", "/find?q=nowhere at all", "/plan?limit=-3", "/plan/measures?with=room-640121104201&move=room-640121104201@106.1_38.3&add=room@106.2_38.6&weigh=villages", "/nothing-here"];

    [Theory]
    [InlineData("/plan?mode=car&limit=45&tiers=centre,station")]
    [InlineData("/find?q=立岗&mode=car")]
    [InlineData("/areas/640122")]
    public async Task Switching_view_and_language_stays_on_the_page(string path)
    {
        await using var visit = await site.Visit(path);
        var asked = new Uri(visit.Page.Url);

        await visit[".views .language a"].ClickAsync();
        var english = new Uri(visit.Page.Url);
        Assert.Equal("/en" + asked.AbsolutePath, english.AbsolutePath);
        Assert.Equal(Unescaped(asked.Query), Unescaped(english.Query));

        await visit[".views a[href*='view=elder']"].ClickAsync();
        var elder = new Uri(visit.Page.Url);
        Assert.Equal(english.AbsolutePath, elder.AbsolutePath);
        Assert.Equal((Unescaped(asked.Query) + "&view=elder").TrimStart('&', '?'), Unescaped(elder.Query).TrimStart('?'));
        Assert.Equal("elder", await visit["html"].GetAttributeAsync("data-view"));
    }

    private static string Unescaped(string query) => Uri.UnescapeDataString(query);
}
