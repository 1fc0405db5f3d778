using Gis.Data.Store.Accounts;
using Microsoft.Playwright;

namespace Gis.Browser.Tests.Running;

/// <summary>The running program and a browser, once for all tests.</summary>
public sealed class GisSite : IAsyncLifetime, IDisposable
{
    // For a machine that is busy with other work, too.
    private const float Patience = 90_000;

    private GisProgram program = null!;
    private IBrowser browser = null!;
    private Uri address = null!;

    private readonly Dictionary<AccountRole, Cookie> sessions = [];

    public IPlaywright Playwright { get; private set; } = null!;

    /// <summary>Where the program of all tests listens.</summary>
    public Uri Address => address;

    public async Task InitializeAsync()
    {
        program = await GisProgram.StartAsync(KnownScenario.AddAsync);
        Playwright = await Microsoft.Playwright.Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        browser = await Chromium.Start(Playwright);
        address = await program.FindAddress();
        await KnownScenario.WaitUntilDone(address);
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        Playwright.Dispose();
    }

    public void Dispose() => program.Dispose();

    // One account for each role is enough for all who only look.
    private async Task<Cookie> SignInAs(AccountRole role)
    {
        if (!sessions.TryGetValue(role, out var session))
            sessions[role] = session = await program.People.SignInAs(role, address);
        return session;
    }

    /// <summary>A fresh visit: no cookies but the reader's view and, for somebody who has signed in, the session.</summary>
    public Task<Visit> Visit(string path, Reader? reader = null) => Visit(path, reader ?? new Reader(), browser);

    public async Task<Visit> Visit(string path, Reader reader, IBrowser with)
    {
        program.MustRun();
        return await Visit(path, reader, with, address, reader.Role is { } role ? await SignInAs(role) : null);
    }

    /// <summary>A visit to another program than that of all tests.</summary>
    public Task<Visit> VisitAt(Uri other, string path, Reader? reader = null, Cookie? session = null) => Visit(path, reader ?? new Reader(), browser, other, session);

    /// <summary>Asks the program for orders of building, so many that what is asked for next has to wait.</summary>
    public Task KeepBusy(int runs) => KnownScenario.QueueOthersAsync(program.Folder, runs);

    private static async Task<Visit> Visit(string path, Reader reader, IBrowser with, Uri address, Cookie? session)
    {
        var context = await with.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            ViewportSize = new() { Width = reader.Width, Height = reader.Height },
            JavaScriptEnabled = reader.HasScripts,
            ReducedMotion = ReducedMotion.Reduce,
            // What is kept for the next time without a network would only be loaded beside every test.
            ServiceWorkers = reader.KeepsPages ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
            Geolocation = reader.At is { } at ? new() { Longitude = (float)at.Lon, Latitude = (float)at.Lat, Accuracy = 20 } : null,
            Permissions = reader.At is null ? [] : ["geolocation"],
        });
        context.SetDefaultTimeout(Patience);
        await context.AddCookiesAsync([new() { Name = "view", Value = reader.View, Url = address.ToString() }]);
        if (session is not null)
            await context.AddCookiesAsync([session]);
        var visit = new Visit(context, await context.NewPageAsync());
        await visit.Page.GotoAsync(reader.AddressOf(path));
        return visit;
    }
}

/// <summary>One collection: two browsers at work at once would only slow each other.</summary>
[CollectionDefinition(Name)]
public sealed class InBrowser : ICollectionFixture<GisSite>
{
    public const string Name = "In a browser";
}
