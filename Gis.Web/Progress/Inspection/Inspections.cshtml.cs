using Gis.Core.Network;
using Gis.Core.Progress.Inspection;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Progress.Inspection;

/// <summary>The inspections of the year as day tours by car.</summary>
[AllowAnonymous]
public sealed class InspectionsModel(InspectionAnswers answers, CurrentNetwork current, Language language) : PageModel
{
    public AskedInspection Asked { get; private set; } = null!;

    public ServiceNetwork Network => current.Snapshot.Network;

    /// <summary>Each inspection of the year with its name and the points it would look at now.</summary>
    public IEnumerable<(string Kind, string Name, int Points)> Kinds => Enum.GetValues<InspectionKind>().Select(kind =>
        (kind.Written(), InspectionWords.Of(language, kind), Network.Points.Count(point => kind.Stages().Contains(point.Stage))));

    /// <summary>The same inspection without points that keep it from being planned.</summary>
    public string Without(InspectionPartJson part) =>
        (Asked.Form with { Without = [.. Asked.Form.Without, .. part.Fault!.Points.Select(point => point.Id)] }).ToString();

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        Asked = await answers.Answer(Request.Query, language, cancel);
        Response.StatusCode = Asked.Answer is null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
        return Page();
    }
}
