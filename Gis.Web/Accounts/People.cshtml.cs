using Gis.Core.Network;
using Gis.Data.Store.Accounts;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Accounts;

/// <summary>Who has an account, who is invited, and a form to invite.</summary>
[Authorize(Policy = Rights.Accounts)]
public sealed class PeopleModel(
    AccountStore accounts, InvitationStore invitations, Visitor visitor, CurrentNetwork current, Language language, TimeProvider clock) : PageModel
{
    public ServiceNetwork Network => current.Snapshot.Network;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public IReadOnlyList<Account> Accounts { get; private set; } = [];

    public IReadOnlyList<Invitation> Invitations { get; private set; } = [];

    public string Person { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public RoleForm Form { get; private set; } = new();

    public FormFaults Faults { get; } = new();

    public string? Refusal { get; private set; }

    /// <summary>The link just made; it is shown this once, for nobody but the invited knows it from now on.</summary>
    public string? Link { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => Fill(cancel);

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancel)
    {
        Person = NameRules.ReadPerson(Request.Form["person"], language, Faults);
        Reason = ReasonRules.Read(Request.Form["reason"], language, Faults);
        Form = RoleForm.Of(Request.Form);
        var (role, scope) = Form.Read(Network, language, Faults);
        if (Faults.IsEmpty)
        {
            var link = await invitations.InviteAsync(new Invited(role, scope, Person), Order(), cancel);
            Link = PageLinks.Whole(Request, "/join/" + link);
            (Person, Reason, Form) = ("", "", new());
        }

        return await Answer(cancel);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string? invitation, CancellationToken cancel)
    {
        Reason = ReasonRules.Read(Request.Form["reason"], language, Faults);
        if (Faults.IsEmpty && await invitations.WithdrawAsync(invitation ?? "", Order(), cancel) != AccountEnding.Done)
            Refusal = language["这个邀请已经用过或撤回了。", "This invitation was used or withdrawn already."];
        Reason = "";
        return Faults.IsEmpty && Refusal is null ? Redirect(Url.Content("~/admin/accounts")) : await Answer(cancel);
    }

    public string State(Account account) => account switch
    {
        { ClosedUtc: { } closed } => language["关闭于 ", "closed "] + Wording.Time(closed),
        _ when SignInStore.IsLocked(account, Now) => language["暂时锁住", "locked for now"],
        { TwoFactorEnabled: true } => language["两步验证开着", "second factor on"],
        _ => language["没有两步验证", "no second factor"],
    };

    public string State(Invitation invitation) => invitation switch
    {
        { Used: { } used } => language["用于 ", "used "] + Wording.Time(used),
        { Withdrawn: { } withdrawn } => language["撤回于 ", "withdrawn "] + Wording.Time(withdrawn),
        _ when !invitation.IsOpen(Now) => language["过期于 ", "expired "] + Wording.Time(invitation.Expires),
        _ => language["有效到 ", "open until "] + Wording.Time(invitation.Expires),
    };

    private AccountOrder Order() => new(visitor.Account!.Id, Reason, Network.City.Code.Digits, Now);

    private async Task<IActionResult> Answer(CancellationToken cancel)
    {
        Response.StatusCode = !Faults.IsEmpty ? StatusCodes.Status400BadRequest : Refusal is not null ? StatusCodes.Status409Conflict : StatusCodes.Status200OK;
        await Fill(cancel);
        return Page();
    }

    private async Task Fill(CancellationToken cancel)
    {
        Accounts = await accounts.ListAsync(cancel);
        Invitations = await invitations.ListAsync(cancel);
    }
}
