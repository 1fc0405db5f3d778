using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Layout;

/// <summary>What went wrong, in words, and a way on.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
[AllowAnonymous]
public sealed class ProblemModel(Language language) : PageModel
{
    /// <summary>The status as the reader may quote it to whoever runs the site.</summary>
    public int Status { get; private set; }

    public ProblemWords Words => ProblemWords.Of(Status, language);

    // No handler by method: the page also answers for a form that failed.
    [NonHandler]
    public override void OnPageHandlerExecuting(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context)
    {
        Status = int.Parse((string)RouteData.Values["status"]!, CultureInfo.InvariantCulture);
        Response.StatusCode = Status;
    }
}
