using System.Net.Http.Json;
using System.Text.Json;
using Gis.Core.Network;
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
    private static readonly AreaCode City = NetworkSetup.DrawDefaultNetwork().City.Code;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    internal const string Path = "/plan/scenarios/" + Id;

    internal static async Task AddAsync(string folder) =>
        await QueueAsync(new ScenarioStore(await NetworkSetup.OpenStore(folder, CancellationToken.None)), Id, "先建十二个", Question, Job);

    /// <summary>Somebody else's questions, each a fraction of a second, put past the pages, which are slower than the program computes.</summary>
    internal static async Task QueueOthersAsync(string folder, int count)
    {
        var scenarios = new ScenarioStore(await GisStore.OpenAsync(folder));
        foreach (var limit in Enumerable.Range(20, count))
            await QueueAsync(scenarios, $"other{limit}", $"前面的 {limit}", $"mode=walk&limit={limit}", $"otherjob{limit}");
    }

    private static async Task QueueAsync(ScenarioStore scenarios, string id, string name, string question, string job)
    {
        var now = DateTimeOffset.UtcNow;
        await scenarios.AddAsync(new SavedScenario(id, name, question, Settings, now, now, 1), City);
        await scenarios.QueueAsync(new ScenarioRun(job, id, question, Settings, RunState.Waiting, now), City);
    }

    internal static async Task WaitUntilDone(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        using var late = new CancellationTokenSource(Patience);
        while ((await client.GetFromJsonAsync<JsonElement>("/api/jobs/" + Job, late.Token)).GetProperty("state").GetString() != "done")
            await Task.Delay(200, late.Token);
    }
}
