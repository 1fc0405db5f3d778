using Gis.Data.Store.Accounts;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Gis.Web.Accounts;

/// <summary>
/// Lets people in. Whatever was wrong, the answer is the same: nobody learns from it whether there is such an account, whether it
/// is locked, or how far the attempt came.
/// </summary>
public sealed class SignInDesk(UserManager<Account> people, SignInManager<Account> passkeys, SecondFactor factor, SignInStore attempts, CurrentNetwork current, TimeProvider clock)
{
    // Looked at where there is no account: else the answer would come sooner.
    private static readonly string Decoy = new PasswordHasher<Account>().HashPassword(new Account(), Guid.NewGuid().ToString());

    private string City => current.Snapshot.Network.City.Code.Digits;

    /// <summary>Looks at a name and a password.</summary>
    public async Task<SignInStep> TryPassword(HttpContext context, string name, string password, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await people.FindByNameAsync(name) is not { ClosedUtc: null } account)
        {
            people.PasswordHasher.VerifyHashedPassword(new Account(), Decoy, password);
            await attempts.NoteUnknownAsync(now, cancel);
            return SignInStep.Refused;
        }

        if (!await attempts.BeginAsync(account.Id, City, now, cancel))
        {
            people.PasswordHasher.VerifyHashedPassword(account, Decoy, password);
            return SignInStep.Refused;
        }

        if (!await people.CheckPasswordAsync(account, password))
        {
            await attempts.FailAsync(account.Id, SignInOutcome.WrongPassword, City, now, cancel);
            return SignInStep.Refused;
        }

        if (!account.TwoFactorEnabled)
            return await LetIn(context, account, cancel);
        await attempts.GiveBackAsync(account.Id, cancel);
        await Session.HoldAsync(context, account, now);
        return SignInStep.CodeNeeded;
    }

    /// <summary>Looks at the code that follows a right password: six digits of the app, or a recovery code.</summary>
    public async Task<SignInStep> TryCode(HttpContext context, string code, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await Session.FindHeldAsync(context, people, now) is not { } account || !await attempts.BeginAsync(account.Id, City, now, cancel))
            return SignInStep.Refused;
        if (await factor.IsRight(account, code))
            return await LetIn(context, account, cancel);
        await attempts.FailAsync(account.Id, SignInOutcome.WrongCode, City, now, cancel);
        return SignInStep.Refused;
    }

    /// <summary>Looks at what a passkey signed. It asks for a finger, a face or a number itself, and so is two factors in one.</summary>
    public async Task<SignInStep> TryPasskey(HttpContext context, string credential, CancellationToken cancel)
    {
        if (credential.Length == 0 || !(await context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Succeeded)
            return SignInStep.Refused;
        var signed = await passkeys.PerformPasskeyAssertionAsync(credential);
        if (!signed.Succeeded || signed.User.ClosedUtc is not null || !await attempts.BeginAsync(signed.User.Id, City, clock.GetUtcNow(), cancel))
            return SignInStep.Refused;
        // Its count of uses, by which a copy of it would be found out.
        await people.AddOrUpdatePasskeyAsync(signed.User, signed.Passkey);
        return await LetIn(context, signed.User, cancel);
    }

    private async Task<SignInStep> LetIn(HttpContext context, Account account, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await attempts.SucceedAsync(account.Id, now, cancel);
        await Session.ForgetHeldAsync(context);
        await Session.StartAsync(context, account, now);
        return SignInStep.SignedIn;
    }
}

/// <summary>How far an attempt to sign in has come.</summary>
public enum SignInStep
{
    Refused,

    /// <summary>The password was right; the code of the second factor is still to come.</summary>
    CodeNeeded,
    SignedIn,
}
