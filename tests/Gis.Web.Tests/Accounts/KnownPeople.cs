using System.Net;
using Gis.Data.Store.Accounts;
using Gis.Web.Accounts;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gis.Web.Tests.Accounts;

/// <summary>Accounts made in the store of a program, and clients with the cookie that signing in would have given them.</summary>
internal static class KnownPeople
{
    /// <summary>A client of somebody with a role and the scope that suits it: the first county, its first village, the first firm.</summary>
    internal static async Task<HttpClient> SignInAs(this GisApp app, AccountRole role, string? scope = null) =>
        app.ClientOf(await app.AddAccount(role, scope));

    /// <summary>An account with a second factor, and a password if it is to sign in itself.</summary>
    internal static async Task<Account> AddAccount(this GisApp app, AccountRole role, string? scope = null, string? password = null, bool secondFactor = true)
    {
        using var request = app.Services.CreateScope();
        var people = request.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = new Account
        {
            PersonName = "测试" + role,
            Role = role,
            Scope = scope ?? app.ScopeFor(role),
            MadeUtc = app.Services.GetRequiredService<TimeProvider>().GetUtcNow(),
            UserName = $"{role}-{Guid.NewGuid():N}",
            TwoFactorEnabled = secondFactor,
        };
        var made = password is null ? await people.CreateAsync(account) : await people.CreateAsync(account, password);
        Assert.True(made.Succeeded, string.Join(' ', made.Errors.Select(error => error.Description)));
        return account;
    }

    /// <summary>A client with a session of an account as it now is; it follows no redirections.</summary>
    internal static HttpClient ClientOf(this GisApp app, Account account)
    {
        var cookies = new CookieContainer();
        cookies.Add(app.Server.BaseAddress, new Cookie(Session.Cookie, app.CookieOf(account)));
        return app.CreateDefaultClient(new CookieContainerHandler(cookies));
    }

    /// <summary>The cookie of a session that begins now.</summary>
    internal static string CookieOf(this GisApp app, Account account)
    {
        var format = app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme).TicketDataFormat;
        return format.Protect(Session.TicketFor(account, app.Services.GetRequiredService<TimeProvider>().GetUtcNow()));
    }

    internal static string ScopeFor(this GisApp app, AccountRole role)
    {
        var network = app.Services.GetRequiredService<CurrentNetwork>().Snapshot.Network;
        return role switch
        {
            AccountRole.CountyOfficer => network.Counties[0].Code.Digits,
            AccountRole.VillageClerk => network.Villages[0].Code.Digits,
            AccountRole.FirmMember => network.Firms[0].Id,
            _ => "",
        };
    }
}
