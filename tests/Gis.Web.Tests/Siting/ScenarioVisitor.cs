using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gis.Web.Tests.Siting;

/// <summary>Somebody who fills in the forms of the scenarios.</summary>
internal sealed partial class ScenarioVisitor(GisApp app)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly HttpClient client = app.CreateClient(new() { AllowAutoRedirect = false });

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

    internal Task<string> Read(string address) => client.GetStringAsync(address);

    internal Task<HttpResponseMessage> Get(string address) => client.GetAsync(address);

    /// <summary>Makes a scenario; gives its identifier.</summary>
    internal async Task<string> Make(string name = "情景", string question = "mode=walk&limit=30", string then = "", IReadOnlyDictionary<string, string>? settings = null)
    {
        var answer = await Post("/plan/scenarios?handler=Make", [
            .. settings ?? Settings(), new("name", name), new("question", question), new("then", then)]);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return answer.Headers.Location!.ToString().Split('/')[^1];
    }

    /// <summary>Sends a form, with the token that a page of the program gave.</summary>
    internal async Task<HttpResponseMessage> Post(string address, params IEnumerable<KeyValuePair<string, string>> fields)
    {
        var token = Token().Match(await client.GetStringAsync("/plan/scenarios")).Groups[1].Value;
        Assert.NotEmpty(token);
        return await client.PostAsync(address, new FormUrlEncodedContent(fields.Append(new("__RequestVerificationToken", token))));
    }

    /// <summary>The identifier of a scenario's latest run.</summary>
    internal async Task<string> FindJob(string scenario) => Job().Match(await Read($"/plan/scenarios/{scenario}")).Groups[1].Value;

    /// <summary>Waits until a scenario's latest run has ended; gives its identifier.</summary>
    internal async Task<string> WaitForEnd(string scenario)
    {
        using var late = new CancellationTokenSource(Patience);
        while (true)
        {
            if (State().Match(await client.GetStringAsync($"/plan/scenarios/{scenario}?fragment=live", late.Token)).Groups[1].Value is not ("waiting" or "running"))
                break;
            await Task.Delay(100, late.Token);
        }

        return await FindJob(scenario);
    }

    internal async Task<string> StateOf(string scenario) => State().Match(await Read($"/plan/scenarios/{scenario}?fragment=live")).Groups[1].Value;

    internal Task<JsonElement> Ask(string address) => client.GetFromJsonAsync<JsonElement>(address);

    internal Task<Stream> Open(string address) => client.GetStreamAsync(address);

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)")]
    private static partial Regex Token();

    [GeneratedRegex("/api/jobs/([a-z0-9]+)|name=\"run\" value=\"([a-z0-9]+)")]
    private static partial Regex Job();

    [GeneratedRegex("data-state=\"([a-z]+)\"")]
    private static partial Regex State();
}
