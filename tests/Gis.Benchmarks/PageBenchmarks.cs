using System.Globalization;
using Gis.Browser.Tests.Running;

namespace Gis.Benchmarks;

/// <summary>What someone waits for on the pages, in real Chromium over the real program on this machine.</summary>
internal static class PageBenchmarks
{
    // The page may be loaded before its first frame is drawn.
    private const string FirstPaint = """
        () => new Promise(done => new PerformanceObserver(list => {
          const paint = list.getEntriesByName('first-contentful-paint')[0];
          if (paint) done(paint.startTime);
        }).observe({ type: 'paint', buffered: true }))
        """;

    // From the slider's event to the frame after the new answer stands in the page.
    private const string SlideTo = """
        limit => new Promise(done => {
          const slider = document.getElementById('limit');
          const results = document.getElementById('results');
          const start = performance.now();
          new MutationObserver((_, watch) => {
            if (results.hasAttribute('aria-busy')) return;
            watch.disconnect();
            requestAnimationFrame(() => done(performance.now() - start));
          }).observe(results, { childList: true, subtree: true, attributes: true });
          slider.value = limit;
          slider.dispatchEvent(new Event('input', { bubbles: true }));
        })
        """;

    internal static async Task Run()
    {
        var site = new GisSite();
        await site.InitializeAsync();
        await Print("/plan: first contentful paint, nothing cached", await Repeat(10, () => Paint(site, "/plan")));
        await Print("/find?q=立岗: first contentful paint, nothing cached", await Repeat(10, () => Paint(site, "/find?q=立岗")));
        await using (var visit = await site.Visit("/plan"))
        {
            await visit.WaitForMap();
            var limit = 10;
            await Print("/plan: slider moved to new answer painted", await Repeat(
                40, () => visit.Page.EvaluateAsync<double>(SlideTo, (limit = limit % 60 + 5).ToString(CultureInfo.InvariantCulture))));
        }

        await site.DisposeAsync();
        site.Dispose();
    }

    private static async Task<double> Paint(GisSite site, string path)
    {
        await using var visit = await site.Visit(path);
        return await visit.Page.EvaluateAsync<double>(FirstPaint);
    }

    private static async Task<double[]> Repeat(int runs, Func<Task<double>> measure)
    {
        var times = new double[runs];
        await measure();
        for (var run = 0; run < runs; run++)
            times[run] = await measure();
        Array.Sort(times);
        return times;
    }

    private static Task Print(string name, double[] sorted) => Console.Out.WriteLineAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-60} median {sorted[sorted.Length / 2],9:0.0} ms   p95 {sorted[(int)(sorted.Length * 0.95)],9:0.0} ms   most {sorted[^1],9:0.0} ms   {sorted.Length} runs"));
}
