using Gis.Data.Store.Accounts;
using Gis.Web.Layout;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Accounts;

/// <summary>Where people with an account come in: by password, or by passkey.</summary>
[AllowAnonymous]
public sealed class SignInModel(SignInDesk desk, SignInManager<Account> passkeys, Language language) : PageModel
{
    /// <summary>Where to go afterwards, within this site.</summary>
    [BindProperty(Name = SignInLinks.Return, SupportsGet = true)]
    public string? Return { get; set; }

    public string Name { get; private set; } = "";

    public string? Refusal { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string? name, string? password, CancellationToken cancel)
    {
        Name = (name ?? "").Trim();
        if (Name.Length > NameRules.Longest || password?.Length > PasswordRules.Longest)
            return Refuse();
        return await desk.TryPassword(HttpContext, Name, password ?? "", cancel) switch
        {
            SignInStep.SignedIn => LocalRedirect(Back(this, Return)),
            SignInStep.CodeNeeded => Redirect(Url.Content("~/sign-in/code") + QueryString.Create(SignInLinks.Return, Return ?? "")),
            _ => Refuse(),
        };
    }

    /// <summary>What a passkey is asked to sign.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await passkeys.MakePasskeyRequestOptionsAsync(null), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken cancel) =>
        await desk.TryPasskey(HttpContext, credential ?? "", cancel) == SignInStep.SignedIn ? LocalRedirect(Back(this, Return)) : Refuse();

    /// <summary>The address to go to after signing in: the one asked for if it is of this site, else the own account's.</summary>
    internal static string Back(PageModel page, string? address) =>
        page.Url.IsLocalUrl(address) && address!.StartsWith('/') ? address : page.Url.Content("~/account");

    /// <summary>What is said to every attempt that fails, for whatever reason.</summary>
    internal static string RefusalIn(Language language) => language[
        $"没有登录成。登录名、密码或验证码不对;连错 {SignInStore.MostWrong} 次,账号会锁 {SignInStore.Lock.TotalMinutes:0} 分钟,过后再试。",
        $"That did not work. Name, password or code is wrong; after {SignInStore.MostWrong} wrong attempts in a row an account is locked for {SignInStore.Lock.TotalMinutes:0} minutes, then try again."];

    private PageResult Refuse()
    {
        (Response.StatusCode, Refusal) = (StatusCodes.Status400BadRequest, RefusalIn(language));
        return Page();
    }
}
