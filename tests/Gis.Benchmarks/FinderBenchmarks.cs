using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Gis.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Gis.Benchmarks;

/// <summary>
/// The public pages as somebody on a cheap phone and a slow network has them: Slow 4G as Lighthouse has it (1.6 Mbit/s down, 0.75 up, 150 ms)
/// and a processor four times as slow as this machine's, in Chromium's own emulation.
/// </summary>
internal static class FinderBenchmarks
{
    private const int Runs = 7;

    private static readonly Reader Phone = new(Width: 360, Height: 740) { At = (106.28, 38.47) };

    // Kept by the page from its first moment, since what was before an observer began is not all told afterwards.
    private const string Observe = """
        window.figures = { lcp: 0, cls: 0, inp: 0 };
        new PerformanceObserver(list => { for (const e of list.getEntries()) figures.lcp = e.startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });
        new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput) figures.cls += e.value; }).observe({ type: 'layout-shift', buffered: true });
        new PerformanceObserver(list => { for (const e of list.getEntries()) if (e.interactionId) figures.inp = Math.max(figures.inp, e.duration); }).observe({ type: 'event', durationThreshold: 16, buffered: true });
        """;

    internal static async Task Run()
    {
        var site = new GisSite();
        await site.InitializeAsync();
        foreach (var path in new[] { "/", "/find", "/find?q=立岗", "/sites/centre-640122", "/areas/640122" })
            await Look(site, path);
        await Interact(site);
        await OpenMap(site);
        await site.DisposeAsync();
        site.Dispose();
    }

    private static async Task Look(GisSite site, string path)
    {
        var (lcp, cls, sizes) = (new List<double>(), new List<double>(), (0L, 0L));
        for (var run = 0; run < Runs; run++)
        {
            await using var slow = await SlowVisit.Begin(site);
            await slow.GoTo(path);
            var figures = await slow.Figures();
            lcp.Add(figures.GetProperty("lcp").GetDouble());
            cls.Add(figures.GetProperty("cls").GetDouble());
            sizes = slow.Transferred;
        }

        await Print($"{path}: largest contentful paint", lcp, "ms");
        await Print($"{path}: layout shift", cls, "");
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{path + ": transferred, nothing cached",-60} {sizes.Item1 / 1024.0,9:0.0} KB   of it scripts {sizes.Item2 / 1024.0,6:0.0} KB"));
    }

    private static async Task Interact(GisSite site)
    {
        var times = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            await using var slow = await SlowVisit.Begin(site);
            await slow.GoTo("/find?q=立岗");
            await slow.Page.Locator("details.filters summary").ClickAsync();
            await slow.Page.Locator("#q").PressSequentiallyAsync("lan");
            await slow.Page.Locator("#use-position").ClickAsync();
            await slow.Page.Locator("#position-list .point").First.WaitForAsync();
            times.Add((await slow.Figures()).GetProperty("inp").GetDouble());
        }

        await Print("/find: slowest answer to a touch or key (INP)", times, "ms");
    }

    private static async Task OpenMap(GisSite site)
    {
        var times = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            await using var slow = await SlowVisit.Begin(site);
            await slow.GoTo("/find?q=立岗");
            var begin = TimeProvider.System.GetTimestamp();
            await slow.Page.Locator("#open-map").ClickAsync();
            await slow.Page.Locator("#finder-map[data-ready='true']").WaitForAsync();
            times.Add(TimeProvider.System.GetElapsedTime(begin).TotalMilliseconds);
        }

        await Print("/find: map asked for to map drawn", times, "ms");
    }

    private static Task Print(string name, List<double> values, string unit)
    {
        values.Sort();
        return Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{name,-60} median {values[values.Count / 2],9:0.###} {unit}   most {values[^1],9:0.###} {unit}   {values.Count} runs"));
    }

    /// <summary>A visit over a slow network by a slow phone, which counts the bytes that came.</summary>
    private sealed class SlowVisit(Visit visit) : IAsyncDisposable
    {
        private readonly ConcurrentDictionary<string, bool> scripts = [];
        private long all;
        private long ofScripts;

        internal IPage Page => visit.Page;

        internal (long All, long OfScripts) Transferred => (Interlocked.Read(ref all), Interlocked.Read(ref ofScripts));

        internal static async Task<SlowVisit> Begin(GisSite site)
        {
            var visit = await site.Visit("/health/live", Phone);
            var (slow, tools) = (new SlowVisit(visit), await visit.Page.Context.NewCDPSessionAsync(visit.Page));
            await visit.Page.AddInitScriptAsync(Observe);
            await tools.SendAsync("Network.enable");
            await tools.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
            await tools.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = 150, ["downloadThroughput"] = 1.6e6 / 8, ["uploadThroughput"] = 0.75e6 / 8 });
            await tools.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 4 });
            tools.Event("Network.responseReceived").OnEvent += (_, said) => slow.scripts[Id(said)] = said?.GetProperty("type").GetString() == "Script";
            tools.Event("Network.loadingFinished").OnEvent += (_, said) => slow.Count(said);
            return slow;
        }

        internal async Task GoTo(string path)
        {
            (all, ofScripts) = (0, 0);
            await Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        }

        internal Task<JsonElement> Figures() => Page.EvaluateAsync<JsonElement>("() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(figures), 100)))");

        public ValueTask DisposeAsync() => visit.DisposeAsync();

        private static string Id(JsonElement? said) => said?.GetProperty("requestId").GetString() ?? "";

        private void Count(JsonElement? said)
        {
            var bytes = (long)(said?.GetProperty("encodedDataLength").GetDouble() ?? 0);
            Interlocked.Add(ref all, bytes);
            if (scripts.GetValueOrDefault(Id(said)))
                Interlocked.Add(ref ofScripts, bytes);
        }
    }
}
