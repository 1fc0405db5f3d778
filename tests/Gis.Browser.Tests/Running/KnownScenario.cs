using System.Net.Http.Json;
using System.Text.Json;
using Gis.Data.Store;
using Gis.Web.Network;

namespace Gis.Browser.Tests.Running;

/// <summary>A scenario with its order of building that is there from the start, so that its page has an address known beforehand.</summary>
internal static class KnownScenario
{
    private const string Id = "known";
    private const string Job = "knownjob";
    private const string Question = "mode=walk&limit=30";
    private const string Settings = "steps=12";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    internal const string Path = "/plan/scenarios/" + Id;

    internal static async Task AddAsync(string folder)
    {
        var now = DateTimeOffset.UtcNow;
        var scenarios = new ScenarioStore(await NetworkSetup.OpenStore(folder, CancellationToken.None));
        var city = NetworkSetup.DrawDefaultNetwork().City.Code;
        await scenarios.AddAsync(new SavedScenario(Id, "先建十二个", Question, Settings, now, now, 1), city);
        await scenarios.QueueAsync(new ScenarioRun(Job, Id, Question, Settings, RunState.Waiting, now), city);
    }

    internal static async Task WaitUntilDone(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        using var late = new CancellationTokenSource(Patience);
        while ((await client.GetFromJsonAsync<JsonElement>("/api/jobs/" + Job, late.Token)).GetProperty("state").GetString() != "done")
            await Task.Delay(200, late.Token);
    }
}
