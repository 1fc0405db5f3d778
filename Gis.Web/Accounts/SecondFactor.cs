using System.Text.RegularExpressions;
using Gis.Data.Store.Accounts;
using Gis.Web.Network;
using Microsoft.AspNetCore.Identity;

namespace Gis.Web.Accounts;

/// <summary>The second factor of an account: the codes of an app (RFC 6238) and, where the phone is lost, recovery codes.</summary>
public sealed partial class SecondFactor(UserManager<Account> people, OwnAccount own, SignInStore attempts, CurrentNetwork current, TimeProvider clock)
{
    private const int RecoveryCodes = 10;

    // Where Identity keeps the secret that it shares with the app.
    private const string KeyProvider = "[AspNetUserStore]";
    private const string KeyName = "AuthenticatorKey";
    private const string CodesName = "RecoveryCodes";
    private const string Provider = "gis";
    private const string LastCode = "last-code";

    private string City => current.Snapshot.Network.City.Code.Digits;

    /// <summary>A secret to share with an app; it counts once a code made with it was given.</summary>
    public string MakeKey() => people.GenerateNewAuthenticatorKey();

    /// <summary>Whether a code is right: six digits that have not been used, or a recovery code, which is used up.</summary>
    public async Task<bool> IsRight(Account account, string code)
    {
        var written = new string([.. code.Where(char.IsLetterOrDigit)]).ToUpperInvariant();
        if (written.Length == 10)
            return (await people.RedeemTwoFactorRecoveryCodeAsync(account, $"{written[..5]}-{written[5..]}")).Succeeded;
        // Who looked over a shoulder has the code for a minute: it counts once.
        return await people.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, written)
            && await people.GetAuthenticationTokenAsync(account, Provider, LastCode) != written
            && (await people.SetAuthenticationTokenAsync(account, Provider, LastCode, written)).Succeeded;
    }

    /// <summary>The same for somebody who has signed in, counted as an attempt to sign in is.</summary>
    public async Task<bool> IsRightForOwn(Account account, string code, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (!await attempts.BeginAsync(account.Id, City, now, cancel))
            return false;
        if (await IsRight(account, code))
        {
            await attempts.GiveBackAsync(account.Id, cancel);
            return true;
        }

        await attempts.FailAsync(account.Id, SignInOutcome.WrongCode, City, now, cancel);
        return false;
    }

    /// <summary>Turns it on if the code was made with the key; gives the recovery codes, which are shown once.</summary>
    public async Task<IReadOnlyList<string>?> TurnOn(Account account, string key, string code, CancellationToken cancel)
    {
        if (!KeyForm().IsMatch(key))
            return null;
        IEnumerable<string>? codes = null;
        var ending = await own.ChangeAsync("account.second-factor", Order(account), async () =>
        {
            await people.SetAuthenticationTokenAsync(account, KeyProvider, KeyName, key);
            if (!await IsRight(account, code))
                return IdentityResult.Failed();
            codes = await people.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes);
            return await people.SetTwoFactorEnabledAsync(account, true);
        }, cancel);
        return ending.Succeeded ? [.. codes!] : null;
    }

    /// <summary>Makes other recovery codes; the earlier ones are void.</summary>
    public async Task<IReadOnlyList<string>> RenewCodes(Account account, CancellationToken cancel)
    {
        IEnumerable<string>? codes = null;
        await own.ChangeAsync("account.recovery-codes", Order(account), async () =>
        {
            codes = await people.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes);
            return IdentityResult.Success;
        }, cancel);
        return [.. codes!];
    }

    /// <summary>Turns it off. Staff must then set up another before anything else.</summary>
    public Task TurnOff(Account account, CancellationToken cancel) => own.ChangeAsync("account.second-factor-off", Order(account), async () =>
    {
        await people.RemoveAuthenticationTokenAsync(account, KeyProvider, KeyName);
        await people.RemoveAuthenticationTokenAsync(account, KeyProvider, CodesName);
        return await people.SetTwoFactorEnabledAsync(account, false);
    }, cancel);

    private AccountOrder Order(Account account) => AccountOrder.Own(account.Id, City, clock.GetUtcNow());

    [GeneratedRegex("^[A-Z2-7]{32}$")]
    private static partial Regex KeyForm();
}
