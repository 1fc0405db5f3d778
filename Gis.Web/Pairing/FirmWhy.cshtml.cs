using Gis.Core.Pairing.Rounds;
using Gis.Web.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Pairing;

/// <summary>For a firm: why not my first choice, asked of any village once a pairing is proposed.</summary>
[Authorize(Policy = Rights.Firm)]
public sealed class FirmWhyModel(RoundDesk desk, Visitor visitor) : PageModel
{
    public RoundView? View { get; private set; }

    /// <summary>The villages the firm wished for, in order.</summary>
    public IReadOnlyList<string> Wished { get; private set; } = [];

    public WhyView? Why { get; private set; }

    public string Village { get; private set; } = "";

    public async Task OnGetAsync(string? village, CancellationToken cancel)
    {
        if (await desk.ReadCurrent(cancel) is not { Round.State: RoundState.Proposed or RoundState.Confirmed or RoundState.Published } view)
            return;
        View = view;
        Wished = [.. view.HandedIn(PairingSide.Firm, visitor.Account!.Scope)?.Wishes.Ranks.SelectMany(rank => rank) ?? []];
        Village = village ?? (Wished.Count > 0 ? Wished[0] : "");
        Why = WhyView.Of(view, Village, visitor.Account.Scope, PairingSide.Firm, cancel);
    }
}
