using Gis.Data.Store.Accounts;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QRCoder;

namespace Gis.Web.Accounts;

/// <summary>Where people set up the second factor of their own account.</summary>
[Authorize(Policy = Rights.Begin)]
public sealed class SecondFactorModel(SecondFactor factor, UserManager<Account> people, CurrentNetwork current, Language language, TimeProvider clock) : PageModel
{
    private Account account = null!;

    public bool IsOn => account.TwoFactorEnabled;

    public bool IsNeeded => Rights.IsStaff(account.Role);

    /// <summary>The key offered to an app.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The key as people type it.</summary>
    public string SpacedKey => string.Join(' ', Key.Chunk(4).Select(part => new string(part)));

    /// <summary>The key as a QR code in SVG.</summary>
    public string Drawing { get; private set; } = "";

    /// <summary>Recovery codes just made.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public int CodesLeft { get; private set; }

    public string? Refusal { get; private set; }

    public async Task OnGetAsync()
    {
        await Load();
        await Offer(factor.MakeKey());
    }

    public async Task<IActionResult> OnPostOnAsync(string? key, string? code, CancellationToken cancel)
    {
        await Load();
        if (IsOn)
            return Redirect(Url.Content("~/account/second-factor"));
        if (await factor.TurnOn(account, key ?? "", code ?? "", cancel) is { } codes)
            return await Show(codes);
        return await Refuse(key);
    }

    public async Task<IActionResult> OnPostCodesAsync(string? code, CancellationToken cancel)
    {
        await Load();
        return await IsRight(code, cancel) ? await Show(await factor.RenewCodes(account, cancel)) : await Refuse(null);
    }

    public async Task<IActionResult> OnPostOffAsync(string? code, CancellationToken cancel)
    {
        await Load();
        if (!await IsRight(code, cancel))
            return await Refuse(null);
        await factor.TurnOff(account, cancel);
        await Session.ContinueAsync(HttpContext, account, clock.GetUtcNow());
        return Redirect(Url.Content("~/account/second-factor"));
    }

    private async Task Load() => account = (await people.FindByIdAsync(Session.AccountOf(User)!))!;

    private async Task<bool> IsRight(string? code, CancellationToken cancel) => IsOn && await factor.IsRightForOwn(account, code ?? "", cancel);

    private async Task<PageResult> Show(IReadOnlyList<string> codes)
    {
        Codes = codes;
        // Turning it on ends every session, this one excepted.
        await Session.ContinueAsync(HttpContext, account, clock.GetUtcNow());
        return Page();
    }

    private async Task<PageResult> Refuse(string? key)
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        Refusal = language["验证码不对,或者已经用过。等下一个码再试;手机的时间要准。", "The code is wrong or was used already. Try with the next one; the phone's clock must be right."];
        await Offer(string.IsNullOrEmpty(key) ? factor.MakeKey() : key);
        return Page();
    }

    private async Task Offer(string key)
    {
        if (IsOn)
        {
            CodesLeft = await people.CountRecoveryCodesAsync(account);
            return;
        }

        Key = key;
        var issuer = Uri.EscapeDataString(language[current.Snapshot.Network.City.Name + "公共法律服务", $"Legal services {current.Snapshot.Network.City.EnglishName}"]);
        var address = $"otpauth://totp/{issuer}:{Uri.EscapeDataString(account.UserName ?? "")}?secret={key}&issuer={issuer}&digits=6";
        using var codes = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        // Sized by its box: the policy of the site allows no styles within a page.
        Drawing = new SvgQRCode(codes).GetGraphic(new System.Drawing.Size(240, 240), "#000000", "#ffffff", sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
