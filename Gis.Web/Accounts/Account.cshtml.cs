using Gis.Core.Network;
using Gis.Data.Store.Accounts;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Accounts;

/// <summary>The own account: what it may do, and how it is kept safe.</summary>
[Authorize(Policy = Rights.Own)]
public sealed class AccountModel(OwnDesk desk, CurrentNetwork current, Visitor visitor, SignInStore attempts, Language language) : PageModel
{
    private const int AttemptsShown = 10;

    public ServiceNetwork Network => current.Snapshot.Network;

    public bool HasSecondFactor { get; private set; }

    public IList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    public IReadOnlyList<SignInAttempt> Attempts { get; private set; } = [];

    public FormFaults Faults { get; } = new();

    /// <summary>What was done, in words.</summary>
    public string? Done { get; private set; }

    /// <summary>The pages that the role is there for.</summary>
    public IEnumerable<(string Address, string Name)> Doors => new (string Right, string Address, string Name)[]
    {
        (Rights.Accounts, "~/admin/accounts", language["管理账号", "Accounts of others"]),
        (Rights.Plan, "~/plan/scenarios", language["情景和建设次序", "Scenarios and orders"]),
        (Rights.Pairing, "~/plan/pairing", language["村居法律顾问结对", "Pairing villages with advisers"]),
        (Rights.Firm, "~/firm", language["本所:志愿和结对", "Our firm: wishes and pairs"]),
        (Rights.Village, "~/village", language["本村:志愿和法律顾问", "Our village: wishes and adviser"]),
        (Rights.Edit, "~/plan/network", language["维护网络", "Edit the network"]),
        (Rights.Import, "~/plan/import", language["导入名单", "Import lists"]),
        (Rights.Year, "~/plan/acceptance", language["验收", "Acceptance"]),
        (Rights.History, "~/plan/history", language["改动记录", "Changes"]),
        (Rights.Contacts, "~/plan/contacts", language["公开顾问电话", "Advisers' numbers"]),
        (Rights.Voice, "~/plan/voice", language["群众反映", "What people tell"]),
        (Rights.Log, "~/admin/log", language["日志", "The log"]),
        (Rights.Own, "~/plan", language["规划", "The plan"]),
    }.Where(door => visitor.May(door.Right)).Select(door => (door.Address, door.Name));

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => Answer(null, cancel);

    public async Task<IActionResult> OnPostPasswordAsync(string? current, string? password, string? again, CancellationToken cancel) =>
        await desk.ChangePassword(HttpContext, (current ?? "", password ?? "", again ?? ""), Faults, cancel)
            ? await Answer(language["密码改好了,别的设备都已退出。", "The password is changed; all other devices are signed out."], cancel)
            : await Answer(null, cancel);

    /// <summary>What a new passkey is asked to sign.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await desk.AskForPasskey(HttpContext), "application/json");

    public async Task<IActionResult> OnPostAddPasskeyAsync(string? credential, CancellationToken cancel)
    {
        if (await desk.AddPasskey(HttpContext, credential ?? "", cancel))
            return await Answer(language["通行密钥加好了。", "The passkey is added."], cancel);
        Faults.Add("passkey", "…", language["浏览器给的通行密钥不能用,请再试一次", "what the browser gave is no passkey for this site; try again"]);
        return await Answer(null, cancel);
    }

    public async Task<IActionResult> OnPostRemovePasskeyAsync(string? passkey, CancellationToken cancel)
    {
        if (await desk.RemovePasskey(HttpContext, passkey ?? "", cancel))
            return await Answer(language["通行密钥删掉了。", "The passkey is removed."], cancel);
        Faults.Add("passkey", passkey ?? "", language["您没有这个通行密钥", "you have no such passkey"]);
        return await Answer(null, cancel);
    }

    public async Task<IActionResult> OnPostEverywhereAsync(CancellationToken cancel)
    {
        await desk.SignOutEverywhere(HttpContext, cancel);
        return Redirect(Url.Content("~/sign-in"));
    }

    private async Task<IActionResult> Answer(string? done, CancellationToken cancel)
    {
        Done = done;
        Response.StatusCode = Faults.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        (HasSecondFactor, Passkeys) = await desk.Look(HttpContext);
        Attempts = await attempts.ListAsync(visitor.Account!.Id, AttemptsShown, cancel);
        return Page();
    }
}
