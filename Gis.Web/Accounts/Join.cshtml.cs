using Gis.Core.Network;
using Gis.Data.Store.Accounts;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Accounts;

/// <summary>Where the link of an invitation leads: it opens one account, once.</summary>
[AllowAnonymous]
public sealed class JoinModel(
    InvitationStore invitations, SignInStore attempts, UserManager<Account> people, CurrentNetwork current, Language language, TimeProvider clock) : PageModel
{
    public ServiceNetwork Network => current.Snapshot.Network;

    /// <summary>The invitation; null where the link opens nothing.</summary>
    public Invitation? Invitation { get; private set; }

    public string Person { get; private set; } = "";

    public string Name { get; private set; } = "";

    public FormFaults Faults { get; } = new();

    public async Task OnGetAsync(string link, CancellationToken cancel)
    {
        await Load(link, cancel);
        Person = Invitation?.For.PersonName ?? "";
    }

    public async Task<IActionResult> OnPostAsync(string link, string? password, string? again, CancellationToken cancel)
    {
        await Load(link, cancel);
        if (Invitation is null)
            return Page();
        Person = NameRules.ReadPerson(Request.Form["person"], language, Faults);
        Name = NameRules.ReadSignIn(Request.Form["name"], language, Faults);
        PasswordRules.Check(password ?? "", again ?? "", Name, language, Faults);
        return Faults.IsEmpty ? await Open(link, password!, cancel) : Refuse();
    }

    private async Task<IActionResult> Open(string link, string password, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var account = new Account { PersonName = Person, UserName = Name, NormalizedUserName = people.NormalizeName(Name) };
        account.PasswordHash = people.PasswordHasher.HashPassword(account, password);
        switch (await invitations.AcceptAsync(link, account, Network.City.Code.Digits, now, cancel))
        {
            case JoinEnding.NameTaken:
                Faults.Add("name", Name, language["已有人用这个登录名,换一个", "somebody signs in under this name; choose another"]);
                return Refuse();
            case JoinEnding.NoInvitation:
                Invitation = null;
                return Refuse();
        }

        await attempts.SucceedAsync(account.Id, now, cancel);
        await Session.StartAsync(HttpContext, account, now);
        return Redirect(Url.Content(Rights.IsStaff(account.Role) ? "~/account/second-factor" : "~/account"));
    }

    private async Task Load(string link, CancellationToken cancel)
    {
        Invitation = await invitations.FindAsync(link, cancel) is { } found && found.IsOpen(clock.GetUtcNow()) ? found : null;
        if (Invitation is null)
            Response.StatusCode = StatusCodes.Status410Gone;
    }

    private PageResult Refuse()
    {
        Response.StatusCode = Invitation is null ? StatusCodes.Status410Gone : StatusCodes.Status400BadRequest;
        return Page();
    }
}
