using System.Globalization;
using System.Security.Claims;
using Gis.Data.Store.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Gis.Web.Accounts;

/// <summary>
/// A session: a cookie that names the account and carries the stamp the account had when it began. What the account may do is
/// not in it but read at each request.
/// </summary>
public static class Session
{
    public const string Cookie = "gis.session";

    /// <summary>How long somebody may be idle.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>After what time one must sign in again, however busy.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private const string Stamp = "stamp";
    private const string Started = "started";

    /// <summary>Begins a session.</summary>
    public static Task StartAsync(HttpContext context, Account account, DateTimeOffset now) => SignInAsync(context, TicketFor(account, now));

    /// <summary>Goes on with the session of this request after its account got another stamp; all others of the account have ended.</summary>
    public static async Task ContinueAsync(HttpContext context, Account account, DateTimeOffset now)
    {
        var ticket = TicketFor(account, now);
        if ((await context.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties?.Items.TryGetValue(Started, out var started) == true)
            ticket.Properties.Items[Started] = started;
        await SignInAsync(context, ticket);
    }

    /// <summary>Remembers for some minutes who gave a right password, until the code is given too.</summary>
    public static Task HoldAsync(HttpContext context, Account account, DateTimeOffset now)
    {
        var ticket = TicketFor(account, now);
        ticket.Properties.ExpiresUtc = null;
        return context.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, ticket.Principal, ticket.Properties);
    }

    /// <summary>Who gave a right password on this browser some minutes ago; null if nobody did, or the account has changed.</summary>
    public static async Task<Account?> FindHeldAsync(HttpContext context, UserManager<Account> people, DateTimeOffset now)
    {
        var held = await context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        var account = AccountOf(held.Principal) is { } id ? await people.FindByIdAsync(id) : null;
        return held.Succeeded && Stands(held.Principal, held.Properties, account, now) ? account : null;
    }

    public static Task ForgetHeldAsync(HttpContext context) => context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);

    public static Task EndAsync(HttpContext context) => context.SignOutAsync(IdentityConstants.ApplicationScheme);

    /// <summary>What the cookie of a session holds.</summary>
    public static AuthenticationTicket TicketFor(Account account, DateTimeOffset now)
    {
        var claims = new[] { new Claim(ClaimTypes.NameIdentifier, account.Id), new Claim(Stamp, account.SecurityStamp ?? "") };
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + Idle };
        properties.Items[Started] = now.ToString("O", CultureInfo.InvariantCulture);
        return new(new ClaimsPrincipal(new ClaimsIdentity(claims, IdentityConstants.ApplicationScheme)), properties, IdentityConstants.ApplicationScheme);
    }

    /// <summary>The account a session is of.</summary>
    public static string? AccountOf(ClaimsPrincipal? who) => who?.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <summary>Whether a session still stands: its account is open and has the stamp it began with, and it is not too long ago.</summary>
    public static bool Stands(ClaimsPrincipal? who, AuthenticationProperties properties, Account? account, DateTimeOffset now) =>
        account is { ClosedUtc: null } && who?.FindFirstValue(Stamp) == account.SecurityStamp
        && properties.Items.TryGetValue(Started, out var text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var started) && now < started + Longest;

    private static Task SignInAsync(HttpContext context, AuthenticationTicket ticket) =>
        context.SignInAsync(IdentityConstants.ApplicationScheme, ticket.Principal, ticket.Properties);
}
