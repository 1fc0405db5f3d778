using System.Diagnostics;
using System.Globalization;
using Gis.Core.Network;
using Gis.Data.Store;
using Xunit.Abstractions;

namespace Gis.Data.Tests.Store.Stress;

/// <summary>Instances that compute runs and are killed at it: every run is done, and none twice.</summary>
[Trait("Store", StoreFolder.OfDatabase)]
public sealed class RunKillTests(ITestOutputHelper output) : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    // 100 kills with GIS_STRESS=full, else 2; two instances are at work at any time.
    [Fact]
    public async Task No_run_is_lost_or_done_twice_when_instances_are_killed()
    {
        var kills = Stress.IsFull ? 100 : 2;
        var runs = 6 * kills;
        var scenarios = new ScenarioStore(await folder.OpenFilledAsync());
        await QueueAsync(scenarios, runs);
        var (clock, said, random) = (Stopwatch.StartNew(), new List<string>(), new Random(20261130));
        List<WorkerProcess> at = [Start(0), Start(1)];
        for (var kill = 0; kill < kills; kill++)
        {
            var victim = at[random.Next(at.Count)];
            // At work, not on the way to it.
            await victim.WaitForLinesAsync(1);
            await Task.Delay(random.Next(50, 600));
            said.AddRange((await victim.EndAsync(kill: true)).Lines);
            at.Remove(victim);
            victim.Dispose();
            at.Add(Start(2 + kill));
        }

        while ((await CountAsync(scenarios, runs)) < runs && clock.Elapsed < TimeSpan.FromMinutes(20))
            await Task.Delay(100);
        foreach (var worker in at)
        {
            said.AddRange((await worker.EndAsync(kill: true)).Lines);
            worker.Dispose();
        }

        Assert.Equal(runs, await CountAsync(scenarios, runs));
        var done = said.Where(line => line.StartsWith("done", StringComparison.Ordinal)).ToList();
        Assert.Equal(done.Count, done.Distinct().Count());
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{runs} runs, {kills} kills, {clock.Elapsed.TotalSeconds:0} s; {runs - done.Count} ended by instances that were killed before they could say so"));
    }

    private WorkerProcess Start(int seed) => new("compute", folder.Written, $"{seed}");

    private static async Task QueueAsync(ScenarioStore scenarios, int runs)
    {
        var city = AreaCode.Parse("640100");
        for (var number = 0; number < runs; number++)
        {
            await scenarios.AddAsync(new SavedScenario($"s{number}", "n", "limit=30", "steps=5", StoreFolder.Noon, StoreFolder.Noon, 1), city);
            await scenarios.QueueAsync(new ScenarioRun($"r{number}", $"s{number}", "limit=30", "steps=5", RunState.Waiting, StoreFolder.Noon), city);
        }
    }

    private static async Task<int> CountAsync(ScenarioStore scenarios, int runs)
    {
        var done = 0;
        for (var number = 0; number < runs; number++)
            done += (await scenarios.FindRunAsync($"r{number}"))?.State == RunState.Done ? 1 : 0;
        return done;
    }
}
