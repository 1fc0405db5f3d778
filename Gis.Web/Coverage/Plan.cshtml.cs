using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Coverage;

/// <summary>The coverage workbench: who is out of reach, and what would help.</summary>
public sealed class PlanModel(CurrentNetwork current, Language language) : PageModel
{
    private readonly Snapshot snapshot = current.Snapshot;

    /// <summary>The network of the answer: with the points that the question moves and adds.</summary>
    public ServiceNetwork Network => Answer.Network;

    public CoverageForm Form { get; private set; } = new();

    public FormFaults Faults { get; private set; } = new();

    public CoverageAnswer Answer { get; private set; } = null!;

    public Receipt Receipt => snapshot.ReceiptFor(Answer.Question);

    /// <summary>The question as it stands in a link.</summary>
    public string Query => Answer.Question.ToString();

    public IActionResult OnGet(string? fragment)
    {
        Form = CoverageForm.Of(Request.Query);
        var question = Form.Read(snapshot.Network, language, out var faults);
        Faults = faults;
        // A wrong field still gets a page that says so and can be put right: the default question is answered on it.
        Answer = snapshot.Measure(question ?? new CoverageForm().Read(snapshot.Network, language, out _)!);
        Response.StatusCode = question is null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
        return fragment == "results" ? Partial("_Results", this) : Page();
    }
}
