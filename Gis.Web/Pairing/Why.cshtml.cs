using Gis.Web.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Pairing;

/// <summary>Why a village and a firm are paired in a round, or are not, for the bureau.</summary>
[Authorize(Policy = Rights.Pairing)]
public sealed class WhyModel(RoundDesk desk) : PageModel
{
    public RoundView View { get; private set; } = null!;

    /// <summary>The explanation; null where none was asked for, or there can be none.</summary>
    public WhyView? Why { get; private set; }

    public string Village { get; private set; } = "";

    public string Firm { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string id, string? village, string? firm, CancellationToken cancel)
    {
        if (await desk.Read(id, cancel) is not { } view)
            return NotFound();
        (View, Village, Firm) = (view, village ?? "", firm ?? "");
        Why = WhyView.Of(view, village, firm, null, cancel);
        return Page();
    }
}
