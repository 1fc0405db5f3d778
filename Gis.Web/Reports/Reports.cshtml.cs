using Gis.Web.Layout;
using Gis.Web.Maps;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Reports;

/// <summary>Which report, of which month and place, and where its files are.</summary>
[AllowAnonymous]
public sealed class ReportsModel(BulletinDesk desk, CurrentNetwork current, CityMaps maps, Language language, IConfiguration settings) : PageModel
{
    public Core.Network.ServiceNetwork Network { get; } = current.Snapshot.Network;

    public BulletinForm Form { get; private set; } = null!;

    public FormFaults Faults { get; private set; } = new();

    public BulletinAnswer Answer { get; private set; } = null!;

    /// <summary>The bulletin itself, for its first numbers.</summary>
    public Report Bulletin { get; private set; } = null!;

    public string LatestMonth { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Form = BulletinForm.Of(Request.Query);
        (var answer, Faults) = await desk.AnswerAsync(Form, language, cancel);
        // A wrong field still gets a page that says so and can be put right: this month's bulletin of the city stands on it.
        Answer = answer ?? (await desk.AnswerAsync(new BulletinForm("", "", new()), language, cancel)).Answer!;
        LatestMonth = desk.Today.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
        Bulletin = Reports.Bulletin.Build(Answer, ReportsApi.SubjectOf(Answer, maps, language, settings));
        Response.StatusCode = answer is null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
        return Page();
    }

    /// <summary>A file of the bulletin in a language.</summary>
    public string FileOf(string ending, Language of) => PageLinks.To(Request, of, $"/api/plan/reports/bulletin.{ending}") + "?" + Answer.Question;
}
