using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Gis.Browser.Tests.Running;

/// <summary>One page in a browser context of its own, and what the browser complained of on it.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> complaints = new();

    public Visit(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        // A broken security policy is an error in the console, too.
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                complaints.Enqueue(message.Text);
        };
        page.PageError += (_, error) => complaints.Enqueue(error);
    }

    public IPage Page { get; }

    public IReadOnlyCollection<string> Complaints => complaints;

    public ILocator this[string selector] => Page.Locator(selector);

    public ValueTask DisposeAsync() => context.DisposeAsync();

    /// <summary>Goes on to another page in the same visit, which costs less than a new one.</summary>
    public Task GoTo(string address) => Page.GotoAsync(address);

    /// <summary>Looks at the same page in another view.</summary>
    public async Task See(string view)
    {
        await context.AddCookiesAsync([new() { Name = "view", Value = view, Url = new Uri(Page.Url).GetLeftPart(UriPartial.Authority) }]);
        await Page.ReloadAsync();
    }

    public Task<T> Ask<T>(string script, object? argument = null) => Page.EvaluateAsync<T>(script, argument);

    /// <summary>Waits until the map, if the page has one, shows the answer.</summary>
    public async Task WaitForMap()
    {
        if (await this["#map"].CountAsync() > 0)
            await this["#map[data-ready='true']"].WaitForAsync();
    }
}
