using Gis.Data.Store.History;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gis.Data.Store.Accounts;

public static class AccountSetup
{
    /// <summary>The fewest characters of a password.</summary>
    public const int ShortestPassword = 10;

    /// <summary>ASP.NET Core's Identity over the store that is registered, with passwords, codes of an app, recovery codes and passkeys.</summary>
    public static IdentityBuilder AddAccountStores(this IServiceCollection services)
    {
        services.AddSingleton<AccountStore>();
        services.AddSingleton<InvitationStore>();
        services.AddSingleton<SignInStore>();
        // One for a request: what a command changes and its entry in the log are of one transaction.
        services.AddScoped(provider => provider.GetRequiredService<GisStore>().NewContext());
        services.AddScoped(provider => new OwnAccount(provider.GetRequiredService<GisDbContext>()));
        return services.AddIdentityCore<Account>(Decide)
            .AddUserStore<UserOnlyStore<Account, GisDbContext>>()
            .AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider);
    }

    private static void Decide(IdentityOptions options)
    {
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        // Names are Chinese as well; what they may be, the form says.
        options.User.AllowedUserNameCharacters = "";
        // Length, and no common one: rules on the kinds of characters make passwords worse, not better.
        options.Password.RequiredLength = ShortestPassword;
        options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
        options.Password.RequiredUniqueChars = 1;
    }
}

/// <summary>Who asks for a change of somebody's account, why and when.</summary>
/// <param name="AuthorId">The account of the administrator; null where the program itself does it.</param>
/// <param name="Reason">Why, in the author's words.</param>
/// <param name="City">The code of the city.</param>
/// <param name="Now">When.</param>
public sealed record AccountOrder(string? AuthorId, string Reason, string City, DateTimeOffset Now)
{
    /// <summary>What somebody asks for about the own account, for which there need be no reason.</summary>
    public static AccountOrder Own(string accountId, string city, DateTimeOffset now) => new(accountId, "the holder's own change", city, now);

    internal async Task WriteAsync(GisDbContext context, string command, string subject, RecordText? record, CancellationToken cancellation) =>
        await LogChain.AppendAsync(
            context, new LogEntry(command, subject, Reason) { AuthorId = AuthorId, Records = record is null ? [] : [record] }, City, Now, cancellation);
}
