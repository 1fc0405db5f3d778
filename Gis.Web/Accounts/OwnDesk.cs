using Gis.Data.Store.Accounts;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Gis.Web.Accounts;

/// <summary>What people do about their own account. Each change ends its other sessions.</summary>
public sealed class OwnDesk(
    UserManager<Account> people, SignInManager<Account> passkeys, OwnAccount own, SignInStore attempts, CurrentNetwork current, Language language, TimeProvider clock)
{
    /// <summary>Whether there is a second factor, and the passkeys.</summary>
    public async Task<(bool HasSecondFactor, IList<UserPasskeyInfo> Passkeys)> Look(HttpContext context)
    {
        var account = await Find(context);
        return (account.TwoFactorEnabled, await people.GetPasskeysAsync(account));
    }

    /// <summary>Changes the password; the faults say what is wrong where it is not.</summary>
    public async Task<bool> ChangePassword(HttpContext context, (string Current, string Next, string Again) given, FormFaults faults, CancellationToken cancel)
    {
        var account = await Find(context);
        PasswordRules.Check(given.Next, given.Again, account.UserName ?? "", language, faults);
        if (!faults.IsEmpty)
            return false;
        if (!await IsOwnPassword(account, given.Current, cancel))
        {
            faults.Add("current", "…", language["现在的密码不对", "this is not the password of now"]);
            return false;
        }

        return await Change(context, account, "account.password", async () =>
        {
            account.PasswordHash = people.PasswordHasher.HashPassword(account, given.Next);
            return await people.UpdateSecurityStampAsync(account);
        }, cancel);
    }

    /// <summary>What a passkey is to sign, so that it is added.</summary>
    public async Task<string> AskForPasskey(HttpContext context)
    {
        var account = await Find(context);
        return await passkeys.MakePasskeyCreationOptionsAsync(new() { Id = account.Id, Name = account.UserName ?? "", DisplayName = account.PersonName });
    }

    /// <summary>Adds a passkey that has signed what was asked of it; false where it has not.</summary>
    public async Task<bool> AddPasskey(HttpContext context, string credential, CancellationToken cancel)
    {
        if (credential.Length == 0 || !(await context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Succeeded)
            return false;
        var signed = await passkeys.PerformPasskeyAttestationAsync(credential);
        var account = await Find(context);
        if (!signed.Succeeded || signed.UserEntity.Id != account.Id)
            return false;
        return await Change(context, account, "account.passkey-add", () => people.AddOrUpdatePasskeyAsync(account, signed.Passkey), cancel);
    }

    /// <summary>Removes a passkey, named by the hexadecimal digits of its credential; false where there is none.</summary>
    public async Task<bool> RemovePasskey(HttpContext context, string credential, CancellationToken cancel)
    {
        var account = await Find(context);
        var passkey = (await people.GetPasskeysAsync(account)).FirstOrDefault(each => Convert.ToHexStringLower(each.CredentialId) == credential);
        return passkey is not null
            && await Change(context, account, "account.passkey-remove", () => people.RemovePasskeyAsync(account, passkey.CredentialId), cancel);
    }

    /// <summary>Ends every session, this one too.</summary>
    public async Task SignOutEverywhere(HttpContext context, CancellationToken cancel)
    {
        var account = await Find(context);
        await own.ChangeAsync("account.sign-out-everywhere", Order(account), () => people.UpdateSecurityStampAsync(account), cancel);
        await Session.EndAsync(context);
    }

    private async Task<Account> Find(HttpContext context) => (await people.FindByIdAsync(Session.AccountOf(context.User)!))!;

    private AccountOrder Order(Account account) => AccountOrder.Own(account.Id, current.Snapshot.Network.City.Code.Digits, clock.GetUtcNow());

    // Whoever sits down at a session left open must not try passwords at will.
    private async Task<bool> IsOwnPassword(Account account, string password, CancellationToken cancel)
    {
        var (city, now) = (current.Snapshot.Network.City.Code.Digits, clock.GetUtcNow());
        if (!await attempts.BeginAsync(account.Id, city, now, cancel))
            return false;
        if (await people.CheckPasswordAsync(account, password))
        {
            await attempts.GiveBackAsync(account.Id, cancel);
            return true;
        }

        await attempts.FailAsync(account.Id, SignInOutcome.WrongPassword, city, now, cancel);
        return false;
    }

    private async Task<bool> Change(HttpContext context, Account account, string command, Func<Task<IdentityResult>> change, CancellationToken cancel)
    {
        var ending = await own.ChangeAsync(command, Order(account), change, cancel);
        if (ending.Succeeded)
            await Session.ContinueAsync(context, account, clock.GetUtcNow());
        return ending.Succeeded;
    }
}
