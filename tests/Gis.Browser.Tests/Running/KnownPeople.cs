using Gis.Data.Store;
using Gis.Data.Store.Accounts;
using Gis.Web.Accounts;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;

namespace Gis.Browser.Tests.Running;

/// <summary>
/// Accounts of a running program, made in its store, and the cookies that signing in would have given them: protected with the
/// program's own keys, which lie beside the store.
/// </summary>
public sealed class KnownPeople(string folder)
{
    // As the cookie handler of ASP.NET Core names what its cookies are protected for.
    private static readonly string[] Purpose = ["Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationMiddleware", IdentityConstants.ApplicationScheme, "v2"];

    /// <summary>The cookie of somebody with a role; the scope is the first county's, village's or firm's if none is given.</summary>
    public async Task<Cookie> SignInAs(AccountRole role, Uri address, string? scope = null)
    {
        var account = await Add(role, scope ?? ScopeFor(role));
        var keys = DataProtectionProvider.Create(new DirectoryInfo(Path.Combine(folder, "keys")), builder => builder.SetApplicationName(NetworkSetup.ApplicationName));
        var value = new TicketDataFormat(keys.CreateProtector(Purpose)).Protect(Session.TicketFor(account, DateTimeOffset.UtcNow));
        return new() { Name = Session.Cookie, Value = value, Url = address.ToString(), HttpOnly = true };
    }

    private async Task<Account> Add(AccountRole role, string scope)
    {
        var services = new ServiceCollection().AddSingleton(await GisStore.OpenAsync(folder)).AddSingleton(typeof(Microsoft.Extensions.Logging.ILogger<>), typeof(NullLogger<>));
        services.AddAccountStores();
        await using var provider = services.BuildServiceProvider();
        await using var scoped = provider.CreateAsyncScope();
        var account = new Account
        {
            PersonName = "测试" + role,
            Role = role,
            Scope = scope,
            MadeUtc = DateTimeOffset.UtcNow,
            UserName = $"{role}-{Guid.NewGuid():N}",
            TwoFactorEnabled = true,
        };
        var made = await scoped.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account);
        Assert.True(made.Succeeded, string.Join(' ', made.Errors.Select(error => error.Description)));
        return account;
    }

    private static string ScopeFor(AccountRole role)
    {
        var network = NetworkSetup.DrawDefaultNetwork();
        return role switch
        {
            AccountRole.CountyOfficer => network.Counties[0].Code.Digits,
            AccountRole.VillageClerk => network.Villages[0].Code.Digits,
            AccountRole.FirmMember => network.Firms[0].Id,
            _ => "",
        };
    }
}
