using System.Collections.Immutable;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Data.Store;
using Gis.Web.Accounts;
using Gis.Web.Coverage;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Gis.Web.Siting;

/// <summary>The scenarios on the list, and a form for another.</summary>
[AnyoneReads(Rights.Plan)]
public sealed class ScenariosModel(ScenarioStore scenarios, ScenarioDesk desk, CurrentNetwork current, Language language) : PageModel
{
    private readonly ServiceNetwork network = current.Snapshot.Network;

    public ServiceNetwork Network => network;

    public ImmutableArray<ScenarioLine> Lines { get; private set; } = [];

    /// <summary>The question the new scenario begins from.</summary>
    public CoverageQuestion Question { get; private set; } = null!;

    /// <summary>Whether somebody comes from the plan with a question.</summary>
    public bool BringsQuestion { get; private set; }

    public string Name { get; private set; } = "";

    public OrderForm Form { get; private set; } = new();

    public FormFaults Faults { get; private set; } = new();

    public int Candidates => OrderForm.CountCandidates(network, Question);

    /// <summary>Those whose question may still be changed.</summary>
    public IEnumerable<SavedScenario> Open => Lines.Where(line => !line.Scenario.IsFrozen && line.Latest is not { IsUnderWay: true }).Select(line => line.Scenario);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        BringsQuestion = Request.Query.ContainsKey("mode") || Request.Query.ContainsKey("limit");
        Question = ReadQuestion(CoverageForm.Of(Request.Query));
        await Fill(cancel);
        Name = SuggestName();
    }

    /// <summary>Makes a scenario, and computes it at once if that is wanted.</summary>
    public async Task<IActionResult> OnPostMakeAsync(string? name, string? question, string? then, CancellationToken cancel)
    {
        Question = ScenarioDesk.ReadQuestion(question, network, language, out var faults) ?? DefaultQuestion();
        Faults = faults;
        Name = ScenarioDesk.ReadName(name, language, Faults);
        Form = OrderForm.Of(field => Request.Form.TryGetValue(field, out var value) ? value.ToString() : null);
        if (Form.Read(network, Question, language, Faults) is not { } settings)
        {
            (BringsQuestion, Response.StatusCode) = (true, StatusCodes.Status400BadRequest);
            await Fill(cancel);
            return Page();
        }

        var made = await desk.Make(Name, Question.ToString(), settings.ToString(), cancel);
        if (then == "compute")
            await desk.Compute(made, made.Settings, cancel);
        return Redirect(Url.Content($"~/plan/scenarios/{made.Id}"));
    }

    // Written anew from its fields: an address in a header holds no letter as it comes.
    public IActionResult OnPostAdopt(string? id, string? question) =>
        Redirect(Url.Content($"~/plan/scenarios/{Uri.EscapeDataString(id ?? "")}{QueryString.Create(QueryHelpers.ParseQuery(question))}"));

    /// <summary>A scenario's question with all that its order builds, for comparing.</summary>
    public static CoverageQuestion? FinalQuestion(ScenarioLine line) =>
        line is { Question: { } question, Order: { } order } ? order.Build(question, order.Steps.Count) : line.Question;

    private async Task Fill(CancellationToken cancel)
    {
        var lines = ImmutableArray.CreateBuilder<ScenarioLine>();
        foreach (var scenario in await scenarios.ListAsync(cancel))
            lines.Add(ScenarioLine.Of(scenario, await scenarios.ListRunsAsync(scenario.Id, cancel), network, language));
        Lines = lines.ToImmutable();
    }

    private CoverageQuestion ReadQuestion(CoverageForm form)
    {
        var question = form.Read(network, language, out var faults);
        Faults = faults;
        if (question is null)
            Response.StatusCode = StatusCodes.Status400BadRequest;
        return question ?? DefaultQuestion();
    }

    private CoverageQuestion DefaultQuestion() => new CoverageForm().Read(network, language, out _)!;

    private string SuggestName() => Enumerable.Range(1, Lines.Length + 1).Select(number => language[$"情景 {number}", $"Scenario {number}"])
        .First(name => Lines.All(line => line.Scenario.Name != name));
}

/// <summary>A scenario on the list.</summary>
/// <param name="Scenario">What is kept.</param>
/// <param name="Question">Its question; null where the network no longer has what it names.</param>
/// <param name="Latest">Its latest run of an order; none yet.</param>
/// <param name="Order">What that found.</param>
public sealed record ScenarioLine(SavedScenario Scenario, CoverageQuestion? Question, ScenarioRun? Latest, OrderJson? Order)
{
    internal static ScenarioLine Of(SavedScenario scenario, IReadOnlyList<ScenarioRun> runs, ServiceNetwork network, Language language)
    {
        var latest = runs is [var run, ..] ? run : null;
        return new(scenario, ScenarioDesk.ReadQuestion(scenario.Question, network, language, out _), latest, latest is null ? null : RunJson.OrderOf(latest));
    }
}
