using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Coverage;

/// <summary>Every measure of one coverage question, from the plan's three shortages to the minutes of the worst-off tenth.</summary>
[AllowAnonymous]
public sealed class MeasuresModel(CurrentNetwork current, Language language) : PageModel
{
    private readonly Snapshot snapshot = current.Snapshot;

    /// <summary>The network asked of, with what the question moves and adds.</summary>
    public ServiceNetwork Network => Measures.Coverage.Network;

    public FormFaults Faults { get; private set; } = new();

    public CoverageMeasures Measures { get; private set; } = null!;

    public CoverageQuestion Question => Measures.Coverage.Question;

    public Receipt Receipt => snapshot.ReceiptFor(Question) with { Question = Query };

    /// <summary>The question as it stands in a link.</summary>
    public string Query => Question + MeasuresForm.Written(Measures.Settings);

    public IActionResult OnGet()
    {
        var question = CoverageForm.Of(Request.Query).Read(snapshot.Network, language, out var faults);
        var settings = MeasuresForm.Of(Request.Query).Read(language, faults);
        Faults = faults;
        // A wrong field still gets a page that says so: the default question is answered on it.
        var isRight = question is not null && settings is not null;
        Measures = isRight
            ? snapshot.Measure(question!, settings!)
            : snapshot.Measure(new CoverageForm().Read(snapshot.Network, language, out _)!, MeasureSettings.Usual);
        Response.StatusCode = isRight ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return Page();
    }

    public string NameOf(AreaCode area) => Network.FindAreaName(area) ?? area.Digits;

    /// <summary>The counties by access, those with the fewest hours for each resident first.</summary>
    public IEnumerable<(AreaAccess Enhanced, AreaAccess TwoStep, AreaAccess ThreeStep, double? Cost, int Row)> ListAccess() =>
        Measures.EnhancedTwoStep.Counties
            .Select((county, row) => (county, Measures.TwoStep.Counties[row], Measures.ThreeStep.Counties[row], Measures.Raam.Counties[row].Mean, row))
            .OrderBy(county => county.county.Mean?.Value ?? double.MaxValue);
}
