using Gis.Core.Network;
using Gis.Data.Store.Accounts;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Accounts;

/// <summary>One account, as administrators change it.</summary>
[Authorize(Policy = Rights.Accounts)]
public sealed class PersonModel(AccountStore accounts, Visitor visitor, CurrentNetwork current, Language language, TimeProvider clock) : PageModel
{
    public ServiceNetwork Network => current.Snapshot.Network;

    public Account Person { get; private set; } = null!;

    public RoleForm Form { get; private set; } = new();

    public FormFaults Faults { get; } = new();

    public string? Refusal { get; private set; }

    public string? Done { get; private set; }

    /// <summary>What else can be done, each with a form of its own.</summary>
    public IEnumerable<(string Handler, string Title, string Words, string Button)> Commands
    {
        get
        {
            if (SignInStore.IsLocked(Person, clock.GetUtcNow()))
                yield return ("Unlock", language["解锁", "Unlock"], language["连错密码锁住了。确认是本人再解锁。", "Locked for wrong passwords. Unlock once you know it was this person."], language["解锁", "Unlock"]);
            yield return ("Reset", language["重置两步验证", "Reset the second factor"],
                language["手机丢了时用。验证器、恢复码和通行密钥都作废,密码不变;先确认是本人。", "For a lost phone. App, recovery codes and passkeys are void, the password stays; make sure it is this person."],
                language["重置", "Reset"]);
            yield return ("Close", language["关闭账号", "Close the account"],
                language["不能再打开。姓名、登录名和密码都删掉;这个人改过的东西还记在这个账号名下。", "It cannot be opened again. Name, sign-in name and password are erased; what this person changed stays with the account."],
                language["关闭", "Close"]);
        }
    }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel) => await Load(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostRoleAsync(string id, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
            return NotFound();
        Form = RoleForm.Of(Request.Form);
        var (role, scope) = Form.Read(Network, language, Faults);
        return await Run(order => accounts.ChangeRoleAsync(id, role, scope, order, cancel), language["身份改好了。", "The role is changed."], cancel);
    }

    public async Task<IActionResult> OnPostUnlockAsync(string id, CancellationToken cancel) => !await Load(id, cancel) ? NotFound()
        : await Run(order => accounts.UnlockAsync(id, order, cancel), language["解锁了。", "It is unlocked."], cancel);

    public async Task<IActionResult> OnPostResetAsync(string id, CancellationToken cancel) => !await Load(id, cancel) ? NotFound()
        : await Run(order => accounts.ResetSecondFactorAsync(id, order, cancel), language["两步验证重置了。", "The second factor is reset."], cancel);

    public async Task<IActionResult> OnPostCloseAsync(string id, CancellationToken cancel) => !await Load(id, cancel) ? NotFound()
        : await Run(order => accounts.CloseAsync(id, order, cancel), null, cancel);

    private async Task<bool> Load(string id, CancellationToken cancel)
    {
        if (await accounts.FindAsync(id, cancel) is not { ClosedUtc: null } found)
            return false;
        Person = found;
        Form = RoleForm.Of(found.Role, found.Scope);
        return true;
    }

    // Done with no words means that there is nothing left to show.
    private async Task<IActionResult> Run(Func<AccountOrder, Task<AccountEnding>> command, string? done, CancellationToken cancel)
    {
        var reason = ReasonRules.Read(Request.Form["reason"], language, Faults);
        if (!Faults.IsEmpty)
            return Refuse(StatusCodes.Status400BadRequest, null);
        var order = new AccountOrder(visitor.Account!.Id, reason, Network.City.Code.Digits, clock.GetUtcNow());
        switch (await command(order))
        {
            case AccountEnding.LastAdministrator:
                return Refuse(StatusCodes.Status409Conflict, language[
                    "这是最后一位管理员,改了就没有人能邀请别人了。先请一位管理员。", "This is the last administrator; nobody could invite others. Invite another administrator first."]);
            case AccountEnding.Missing:
                return NotFound();
        }

        Done = done;
        return done is not null && await Load(Person.Id, cancel) ? Page() : Redirect(Url.Content("~/admin/accounts"));
    }

    private PageResult Refuse(int status, string? why)
    {
        (Response.StatusCode, Refusal) = (status, why);
        return Page();
    }
}
