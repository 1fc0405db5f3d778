using Gis.Core.Pairing.Rounds;
using Gis.Web.Accounts;
using Gis.Web.Charts;
using Gis.Web.Layout;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Pairing;

/// <summary>What a round would come to under each of the four rules.</summary>
[Authorize(Policy = Rights.Pairing)]
public sealed class CompareModel(RoundDesk desk, Language language) : PageModel
{
    public RoundView View { get; private set; } = null!;

    public CompareAims Compared { get; private set; } = null!;

    /// <summary>Whether the two rules that are worked out exactly were asked for, too.</summary>
    public bool IsExact { get; private set; }

    public Chart? Frontier { get; private set; }

    /// <summary>Whether there is anything to compare: the wishes are in.</summary>
    public bool IsReady => View.Round.State is not (RoundState.Open or RoundState.Withdrawn);

    public async Task<IActionResult> OnGetAsync(string id, bool exact, CancellationToken cancel)
    {
        if (await desk.Read(id, cancel) is not { } view)
            return NotFound();
        (View, IsExact) = (view, exact);
        if (!IsReady)
            return Page();
        Compared = CompareAims.Of(view, exact, cancel);
        Frontier = Compared.Draw(language);
        return Page();
    }
}
