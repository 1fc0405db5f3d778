using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gis.Data.Store;
using Gis.Data.Store.Accounts;
using Gis.Web.Siting;
using Gis.Web.Tests.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Gis.Web.Tests.Siting;

/// <summary>A planner who fills in the forms of the scenarios.</summary>
internal sealed partial class ScenarioVisitor(GisApp app)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Task<HttpClient> planner = app.SignInAs(AccountRole.Planner);

    internal static IReadOnlyDictionary<string, string> Settings(string steps = "5") => new Dictionary<string, string>
    {
        ["steps"] = steps,
        ["aim"] = "on-the-way",
        ["floor"] = "",
        ["among"] = "counties",
        ["from"] = "",
        ["rate"] = "",
        ["months"] = "",
        ["seconds"] = "60",
    };

    internal async Task<string> Read(string address) => await (await planner).GetStringAsync(address);

    internal async Task<HttpResponseMessage> Get(string address) => await (await planner).GetAsync(address);

    /// <summary>Makes a scenario; gives its identifier.</summary>
    internal async Task<string> Make(string name = "情景", string question = "mode=walk&limit=30", string then = "", IReadOnlyDictionary<string, string>? settings = null)
    {
        var answer = await Post("/plan/scenarios?handler=Make", [
            .. settings ?? Settings(), new("name", name), new("question", question), new("then", then)]);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return answer.Headers.Location!.ToString().Split('/')[^1];
    }

    /// <summary>Asks for runs past the pages, which are slower than the program computes.</summary>
    /// <returns>The scenarios asked for.</returns>
    internal async Task<IReadOnlyList<string>> KeepBusy(int runs)
    {
        var desk = app.Services.GetRequiredService<ScenarioDesk>();
        var settings = (await app.Services.GetRequiredService<ScenarioStore>().FindAsync(await Make(settings: Settings("111"))))!.Settings;
        var asked = new List<string>();
        for (var run = 0; run < runs; run++)
        {
            var scenario = await desk.Make($"前面的 {run}", "mode=walk&limit=30", settings, CancellationToken.None);
            await desk.Compute(scenario, settings, CancellationToken.None);
            asked.Add(scenario.Id);
        }

        return asked;
    }

    /// <summary>Stops the runs of scenarios that are not over.</summary>
    internal async Task Stop(IEnumerable<string> scenarios)
    {
        var (desk, store) = (app.Services.GetRequiredService<ScenarioDesk>(), app.Services.GetRequiredService<ScenarioStore>());
        foreach (var scenario in scenarios)
        {
            foreach (var run in await store.ListRunsAsync(scenario))
                await desk.Cancel(run.Id, CancellationToken.None);
        }
    }

    /// <summary>Sends a form, with the token that a page of the program gave.</summary>
    internal async Task<HttpResponseMessage> Post(string address, params IEnumerable<KeyValuePair<string, string>> fields)
    {
        var token = Token().Match(await Read("/plan/scenarios")).Groups[1].Value;
        Assert.NotEmpty(token);
        return await (await planner).PostAsync(address, new FormUrlEncodedContent(fields.Append(new("__RequestVerificationToken", token))));
    }

    /// <summary>The identifier of a scenario's latest run.</summary>
    internal async Task<string> FindJob(string scenario) => Job().Match(await Read($"/plan/scenarios/{scenario}")).Groups[1].Value;

    /// <summary>Waits until a scenario's latest run has ended; gives its identifier.</summary>
    internal async Task<string> WaitForEnd(string scenario)
    {
        using var late = new CancellationTokenSource(Patience);
        while (true)
        {
            if (State().Match(await (await planner).GetStringAsync($"/plan/scenarios/{scenario}?fragment=live", late.Token)).Groups[1].Value is not ("waiting" or "running"))
                break;
            await Task.Delay(100, late.Token);
        }

        return await FindJob(scenario);
    }

    internal async Task<string> StateOf(string scenario) => State().Match(await Read($"/plan/scenarios/{scenario}?fragment=live")).Groups[1].Value;

    internal async Task<JsonElement> Ask(string address) => await (await planner).GetFromJsonAsync<JsonElement>(address);

    internal async Task<Stream> Open(string address) => await (await planner).GetStreamAsync(address);

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)")]
    private static partial Regex Token();

    [GeneratedRegex("/api/jobs/([a-z0-9]+)|name=\"run\" value=\"([a-z0-9]+)")]
    private static partial Regex Job();

    [GeneratedRegex("data-state=\"([a-z]+)\"")]
    private static partial Regex State();
}
