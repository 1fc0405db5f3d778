using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Coverage;

/// <summary>The same question in several seasons and days at once.</summary>
[AllowAnonymous]
public sealed class CasesModel(CurrentNetwork current, Language language) : PageModel
{
    private static readonly CaseKind[] UsualChoice = [CaseKind.Winter, CaseKind.Flood, CaseKind.MarketDay];

    private readonly Snapshot snapshot = current.Snapshot;

    public ServiceNetwork Network => snapshot.Network;

    public CoverageQuestion Question { get; private set; } = null!;

    public CaseForm Form { get; private set; } = new();

    public FormFaults Faults { get; private set; } = new();

    /// <summary>The answer; none while a field is wrong.</summary>
    public CaseAnswer? Answer { get; private set; }

    /// <summary>The same question on a usual day.</summary>
    public CoverageAnswer Usual { get; private set; } = null!;

    public void OnGet()
    {
        var question = CoverageForm.Of(Request.Query).Read(Network, language, out var faults);
        Faults = faults;
        Question = question ?? new CoverageForm().Read(Network, language, out _)!;
        Usual = snapshot.Measure(Question);
        Form = CaseForm.Of(Request.Query);
        if (Form.Cases.IsEmpty)
            Form = Form with { Cases = [.. UsualChoice.Select(kind => kind.Written())] };
        Answer = Form.Measure(snapshot, Question, language, faults);
        if (!faults.IsEmpty)
            Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    /// <summary>What a case is called: its kind, and the crossings it closes if it is about one.</summary>
    public string NameOf(TravelCase each) => each.Kind == CaseKind.FloodEach
        ? language[$"断桥:{string.Join("、", each.ClosedCrossings)}", $"Closed: {string.Join(", ", each.ClosedCrossings)}"]
        : language.Of(each.Kind);
}
