using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Accounts;

/// <summary>Ends the session on this browser.</summary>
[Authorize(Policy = Rights.Begin)]
public sealed class SignOutModel : PageModel
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Session.EndAsync(HttpContext);
        return Redirect(Url.Content("~/sign-in"));
    }
}
