using Gis.Data.Store.Accounts;
using Gis.Web.Layout;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Gis.Web.Accounts;

/// <summary>
/// Looks the account of a session up at every request, so that who was given another role, closed or signed out elsewhere is out
/// at once; and sends people who may not go on to where they can sign in, and programs a status.
/// </summary>
public sealed class SessionCookies(UserManager<Account> people, Visitor visitor, TimeProvider clock) : CookieAuthenticationEvents
{
    // Written anew at most so often, or every tile of a map would bring a cookie.
    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(1);

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var now = clock.GetUtcNow();
        var account = Session.AccountOf(context.Principal) is { } id ? await people.FindByIdAsync(id) : null;
        if (!Session.Stands(context.Principal, context.Properties, account, now))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
            return;
        }

        visitor.Enter(account!);
        context.ShouldRenew = now - context.Properties.IssuedUtc >= Renewal;
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) =>
        Answer(context, StatusCodes.Status401Unauthorized, SignInLinks.To(context.Request));

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) =>
        Answer(context, StatusCodes.Status403Forbidden, visitor.LacksSecondFactor ? context.Request.PathBase + "/account/second-factor" : null);

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status, string? page)
    {
        if (page is null || LayoutSetup.IsForPrograms(context.HttpContext))
            context.Response.StatusCode = status;
        else
            context.Response.Redirect(page);
        return Task.CompletedTask;
    }
}

/// <summary>Links to the page where people sign in, and back.</summary>
public static class SignInLinks
{
    public const string Return = "return";

    /// <summary>Where to sign in, to come back to this page.</summary>
    public static string To(HttpRequest request)
    {
        // What was sent with a form is lost; its page is where it can be sent again.
        var query = HttpMethods.IsGet(request.Method) ? request.QueryString : QueryString.Empty;
        return request.PathBase + "/sign-in?" + Return + "=" + Uri.EscapeDataString(request.PathBase + request.Path + query);
    }
}
