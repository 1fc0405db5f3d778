using Gis.Web.Layout;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Accounts;

/// <summary>The second step of signing in, after a right password.</summary>
[AllowAnonymous]
public sealed class SignInCodeModel(SignInDesk desk, Language language) : PageModel
{
    [BindProperty(Name = SignInLinks.Return, SupportsGet = true)]
    public string? Return { get; set; }

    public string? Refusal { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string? code, CancellationToken cancel)
    {
        if (await desk.TryCode(HttpContext, code ?? "", cancel) == SignInStep.SignedIn)
            return LocalRedirect(SignInModel.Back(this, Return));
        (Response.StatusCode, Refusal) = (StatusCodes.Status400BadRequest, SignInModel.RefusalIn(language));
        return Page();
    }
}
