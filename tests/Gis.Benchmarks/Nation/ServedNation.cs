using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Gis.Benchmarks.Nation;

/// <summary>The program over the nation's file: how soon it answers for all cities, what memory it took, and how soon 200 clients are answered.</summary>
internal static class ServedNation
{
    private const int Clients = 200;
    private const string Address = "http://127.0.0.1:5997";

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(15);

    internal static async Task Run(string folder)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Clients, AutomaticDecompression = System.Net.DecompressionMethods.None }) { BaseAddress = new Uri(Address), Timeout = TimeSpan.FromMinutes(2) };
        var start = Stopwatch.GetTimestamp();
        using var program = Start(folder);
        // What it says is of no interest, and must not fill the pipe.
        program.OutputDataReceived += (_, _) => { };
        program.ErrorDataReceived += (_, _) => { };
        program.BeginOutputReadLine();
        program.BeginErrorReadLine();
        try
        {
            var all = Seconds(start, Until(client, "/api/cities/nearest?lon=106.2&lat=38.4"));
            var ready = await Seconds(start, Until(client, "/health/ready"));
            await client.GetStringAsync("/cities");
            NationBenchmarks.Say($"opened: all cities answer after {await all:0.0} s, the first city is ready after {ready:0.0} s, their page after {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s; most memory {MostMemory(program):0} MB");
            await client.GetStringAsync("/cities/tiles/demand/8/203/98.mvt");
            foreach (var (name, path) in Questions())
                await Ask(client, name, path);
            NationBenchmarks.Say($"most memory after all that {MostMemory(program):0} MB");
        }
        finally
        {
            program.Kill();
        }
    }

    // As people and programs ask: any place, any tile of where people live, what a city's pages show.
    private static (string Name, Func<Random, string> Path)[] Questions() =>
    [
        ("/api/cities/nearest", random => string.Create(CultureInfo.InvariantCulture, $"/api/cities/nearest?lon={100 + (20 * random.NextDouble()):0.0000}&lat={24 + (14 * random.NextDouble()):0.0000}")),
        ("/api/network", _ => "/api/network"),
        ("/api/coverage", random => $"/api/coverage?mode=walk&limit={random.Next(1, 7) * 10}"),
        ("/api/sites/{id}", _ => "/api/sites/centre-110101"),
        ("/cities/tiles z12", random => $"/cities/tiles/demand/12/{random.Next(3200, 3420)}/{random.Next(1540, 1760)}.mvt"),
    ];

    private static async Task Ask(HttpClient client, string name, Func<Random, string> path)
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async number => (await client.GetAsync(path(new Random(number)))).Dispose()));
        var times = new ConcurrentBag<double>();
        var refused = 0;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async number =>
        {
            var random = new Random(number);
            // A client reads what it was given before it asks again.
            await Task.Delay(random.Next(1000));
            while (Stopwatch.GetElapsedTime(start) < Length)
            {
                var asked = Stopwatch.GetTimestamp();
                using var answer = await client.GetAsync(path(random));
                await answer.Content.ReadAsByteArrayAsync();
                times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
                if (!answer.IsSuccessStatusCode)
                    Interlocked.Increment(ref refused);
                await Task.Delay(1000);
            }
        }));
        var sorted = times.Order().ToList();
        NationBenchmarks.Say($"{name,-22} {Clients} clients, a question each second: {sorted.Count / Length.TotalSeconds,6:N0}/s   median {sorted[sorted.Count / 2],7:0.0} ms   p95 {sorted[(int)(sorted.Count * 0.95)],7:0.0} ms   most {sorted[^1],7:0.0} ms   refused {refused}");
    }

    private static Process Start(string folder) => Process.Start(new ProcessStartInfo(
        Path.Combine(AppContext.BaseDirectory, "Gis.Web"),
        [
            "serve", "--Data", folder, "--Urls", Address, "--Limits:Rest:Burst", "1000000", "--Limits:Rest:PerMinute", "60000000",
            "--Limits:Tiles:Burst", "1000000", "--Limits:Tiles:PerMinute", "60000000", "--Logging:LogLevel:Default", "Error", "--Backups:Folder", "",
        ])
    { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;

    private static async Task<double> Seconds(long start, Task work)
    {
        await work;
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task Until(HttpClient client, string path)
    {
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(path);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(100);
        }
    }

    private static double MostMemory(Process program)
    {
        program.Refresh();
        return program.PeakWorkingSet64 / 1e6;
    }
}
