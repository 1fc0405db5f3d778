using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Data.Store;
using Gis.Web.Accounts;
using Gis.Web.Coverage;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Siting;

/// <summary>One scenario: what it asks, its runs and what they found.</summary>
[AnyoneReads(Rights.Plan)]
public sealed class ScenarioModel(ScenarioStore scenarios, ScenarioDesk desk, RunDesk runs, CurrentNetwork current, Language language, TimeProvider clock) : PageModel
{
    private readonly Snapshot snapshot = current.Snapshot;

    public ServiceNetwork Network => snapshot.Network;

    public SavedScenario Scenario { get; private set; } = null!;

    /// <summary>The question; the page's default where the network no longer has what the scenario names.</summary>
    public CoverageQuestion Question { get; private set; } = null!;

    /// <summary>A question that somebody brings from the plan, not yet saved.</summary>
    public CoverageQuestion? Proposed { get; private set; }

    public OrderForm Form { get; private set; } = new();

    public OrderSettings? Settings { get; private set; }

    public FormFaults Faults { get; private set; } = new();

    /// <summary>What became of the last thing asked for, in words; none where it went well.</summary>
    public string? Refusal { get; private set; }

    /// <summary>The latest run of an order.</summary>
    public ScenarioRun? Run { get; private set; }

    public RunProgress? Progress { get; private set; }

    /// <summary>The order found; the best so far while it is looked for.</summary>
    public OrderJson? Order { get; private set; }

    public int Candidates => OrderForm.CountCandidates(Network, Question);

    public bool CanChange => !Scenario.IsFrozen && Run is not { IsUnderWay: true } && Scenario.Deleted is null;

    /// <summary>The comparison of the beginning with all built, as its link asks.</summary>
    public string CompareQuery => CompareModel.QueryOf(Question, QuestionAfter(Order?.Steps.Count ?? 0));

    /// <summary>The question with the first points of the order built.</summary>
    public CoverageQuestion QuestionAfter(int steps) =>
        Order?.Build(Question, steps) ?? Question;

    public async Task<IActionResult> OnGetAsync(string id, string? fragment, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
            return NotFound();
        if (Request.Query.ContainsKey("mode") || Request.Query.ContainsKey("limit"))
        {
            Proposed = CoverageForm.Of(Request.Query).Read(Network, language, out var faults);
            Faults = faults;
            Response.StatusCode = Proposed is null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
        }

        return fragment == "live" ? Partial("_ScenarioLive", this) : Page();
    }

    /// <summary>Saves name, question and settings, and computes if that is wanted.</summary>
    public async Task<IActionResult> OnPostSaveAsync(string id, string? name, string? question, int edit, string? then, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
            return NotFound();
        var asked = ScenarioDesk.ReadQuestion(question, Network, language, out var faults);
        Faults = faults;
        var read = ScenarioDesk.ReadName(name, language, Faults);
        Form = OrderForm.Of(field => Request.Form.TryGetValue(field, out var value) ? value.ToString() : null);
        if (asked is null || Form.Read(Network, asked, language, Faults) is not { } settings)
            return Refuse(StatusCodes.Status400BadRequest, null);

        var changed = Scenario with { Name = read, Question = asked.ToString(), Settings = settings.ToString(), Edit = edit };
        if (await scenarios.ChangeAsync(changed, clock.GetUtcNow(), cancel) is not EditEnding.Saved and var ending)
            return Refuse(StatusCodes.Status409Conflict, Explain(ending));
        if (then == "compute")
            await desk.Compute(changed, changed.Settings, cancel);
        return Back();
    }

    public async Task<IActionResult> OnPostRenameAsync(string id, string? name, int edit, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
            return NotFound();
        var read = ScenarioDesk.ReadName(name, language, Faults);
        if (!Faults.IsEmpty)
            return Refuse(StatusCodes.Status400BadRequest, null);
        var ending = await scenarios.RenameAsync(Scenario with { Name = read, Edit = edit }, clock.GetUtcNow(), cancel);
        return ending == EditEnding.Saved ? Back() : Refuse(StatusCodes.Status409Conflict, Explain(ending));
    }

    public async Task<IActionResult> OnPostCancelAsync(string id, string? run, CancellationToken cancel)
    {
        await desk.Cancel(run ?? "", cancel);
        return await Load(id, cancel) ? Back() : NotFound();
    }

    public async Task<IActionResult> OnPostCopyAsync(string id, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
            return NotFound();
        var name = language[$"{Scenario.Name} 副本", $"{Scenario.Name} (copy)"];
        var copy = await desk.Make(name[..Math.Min(name.Length, ScenarioDesk.LongestName)], Scenario.Question, Scenario.Settings, cancel);
        return Redirect(Url.Content($"~/plan/scenarios/{copy.Id}"));
    }

    /// <summary>Takes the scenario off the list, or puts it back.</summary>
    public async Task<IActionResult> OnPostDeleteAsync(string id, bool restore, CancellationToken cancel) =>
        await scenarios.MarkDeletedAsync(id, restore ? null : clock.GetUtcNow(), cancel) && await Load(id, cancel) ? Back() : NotFound();

    private async Task<bool> Load(string id, CancellationToken cancel)
    {
        if (await scenarios.FindAsync(id, cancel) is not { } scenario)
            return false;
        Scenario = scenario;
        Question = ScenarioDesk.ReadQuestion(scenario.Question, Network, language, out var faults) ?? new CoverageForm().Read(Network, language, out _)!;
        Faults = faults;
        Form = ScenarioDesk.ReadSettings(scenario.Settings);
        Settings = Form.Read(Network, Question, language, new FormFaults());
        Run = await scenarios.ListRunsAsync(id, cancel) is [var latest, ..] ? latest : null;
        // Looked up after the row was read: a run that has ended meanwhile is asked for again by who follows it.
        Progress = Run is { IsUnderWay: true } ? runs.Find(Run.Id)?.Progress : null;
        Order = Run is null ? null : RunJson.OrderOf(Run) ?? Progress?.Best?.Value;
        return true;
    }

    private RedirectResult Back() => Redirect(Url.Content($"~/plan/scenarios/{Scenario.Id}"));

    private PageResult Refuse(int status, string? why)
    {
        (Response.StatusCode, Refusal) = (status, why);
        return Page();
    }

    private string Explain(EditEnding ending) => ending switch
    {
        EditEnding.Stale => language["别人刚改过这个情景,你的改动没有保存。下面是现在的样子,请再改一次。", "Somebody changed this scenario meanwhile; your change was not saved. Below it stands as it is now; please change it again."],
        EditEnding.Frozen => language["这个情景已算完或正在算,不能再改。请先复制一份。", "This scenario is done or being computed and cannot be changed. Copy it first."],
        _ => language["没有这个情景。", "There is no such scenario."],
    };
}
