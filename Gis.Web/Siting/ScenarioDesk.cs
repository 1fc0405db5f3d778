using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Data.Store;
using Gis.Web.Coverage;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.WebUtilities;

namespace Gis.Web.Siting;

/// <summary>What people do with scenarios: make, change, copy, compute.</summary>
public sealed class ScenarioDesk(ScenarioStore scenarios, RunDesk desk, CurrentNetwork current, TimeProvider clock)
{
    public const int LongestName = 80;

    /// <summary>Makes a scenario.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public async Task<SavedScenario> Make(string name, string question, string settings, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var made = new SavedScenario(NewId(), name, question, settings, now, now, Edit: 1);
        await scenarios.AddAsync(made, City, cancel);
        return made;
    }

    /// <summary>Asks for a run of a scenario; nothing happens where one is under way.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public async Task Compute(SavedScenario scenario, string settings, CancellationToken cancel)
    {
        var run = new ScenarioRun(NewId(), scenario.Id, scenario.Question, settings, RunState.Waiting, clock.GetUtcNow());
        if (await scenarios.QueueAsync(run, City, cancel))
            desk.Announce();
    }

    /// <summary>Stops a run: one that is computed keeps the best it found, one that waits never begins.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public async Task Cancel(string runId, CancellationToken cancel)
    {
        // One that another instance computes is stopped there.
        if (!desk.Cancel(runId))
            await scenarios.StopAsync(runId, clock.GetUtcNow(), cancel);
    }

    /// <summary>The name as it is kept; the fault says what would be right.</summary>
    public static string ReadName(string? text, Language language, FormFaults faults)
    {
        var name = (text ?? "").Trim();
        if (name.Length is 0 or > LongestName)
            faults.Add("name", name, language[$"应为 1 到 {LongestName} 个字", $"1 to {LongestName} characters"]);
        return name;
    }

    /// <summary>Reads a question as it is kept; null where the network no longer has what it names, and then the faults say what.</summary>
    public static CoverageQuestion? ReadQuestion(string? written, ServiceNetwork network, Language language, out FormFaults faults) =>
        CoverageForm.Of(new QueryCollection(QueryHelpers.ParseQuery(written))).Read(network, language, out faults);

    /// <summary>Reads settings as they are kept.</summary>
    public static OrderForm ReadSettings(string written)
    {
        var fields = QueryHelpers.ParseQuery(written);
        return OrderForm.Of(name => fields.TryGetValue(name, out var value) ? value.ToString() : null);
    }

    private AreaCode City => current.Snapshot.Network.City.Code;

    private static string NewId() => LinkText.New(10);
}
