using System.Collections.Immutable;
using Gis.Core.Pairing.Rounds;
using Gis.Web.Accounts;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Pairing;

/// <summary>The rounds of two-way choice, and the form that opens one.</summary>
[Authorize(Policy = Rights.Pairing)]
public sealed class RoundsModel(RoundDesk desk, CurrentNetwork current, Visitor visitor, Language language) : PageModel
{
    public ImmutableArray<Round> Rounds { get; private set; } = [];

    public RoundForm Form { get; private set; } = null!;

    public string Reason { get; private set; } = "";

    public FormFaults Faults { get; } = new();

    public int Villages { get; } = current.Snapshot.Network.Villages.Length;

    public int Firms { get; } = current.Snapshot.Network.Firms.Length;

    /// <summary>The villages that have an adviser today.</summary>
    public int Standing { get; private set; }

    public bool MayOpen => visitor.May(Rights.Round) && Rounds.All(round => round.IsOver);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Fill(cancel);
        Form = RoundForm.For(desk.Today, language);
    }

    /// <summary>Opens a round.</summary>
    public async Task<IActionResult> OnPostAsync(string? reason, CancellationToken cancel)
    {
        await Fill(cancel);
        if (!visitor.May(Rights.Round))
            return Forbid();
        (Form, Reason) = (RoundForm.Of(Request.Form), ReasonRules.Read(reason, language, Faults));
        if (Form.Read(desk.Today, language, Faults) is { } rules && Faults.IsEmpty)
        {
            if (await desk.Open(Form.Name, rules, visitor.Account!, Reason, cancel) is { } round)
                return Redirect(Url.Content($"~/plan/pairing/{round.Id}"));
            Faults.Add("name", Form.Name, language["上一轮还没有结束", "the round before is not over yet"]);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task Fill(CancellationToken cancel)
    {
        Rounds = await desk.List(cancel);
        Standing = (await desk.ListStanding(cancel)).Length;
    }
}
