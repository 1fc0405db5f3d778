using System.Text.Json;
using Gis.Core.Network;
using Gis.Data.Store.History;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gis.Data.Store.Accounts;

/// <summary>
/// What administrators do with accounts. Each command is one transaction with its entry in the log, which names accounts, roles
/// and scopes and never a person; each but unlocking ends the sessions of the account at once.
/// </summary>
public sealed class AccountStore(GisStore store)
{
    /// <summary>Whether anybody may sign in, or ever could.</summary>
    public Task<bool> AnyAsync(CancellationToken cancellation = default) =>
        store.ReadNowAsync("The accounts", context => context.Users.AnyAsync(cancellation));

    /// <summary>All accounts, the open ones first, by name.</summary>
    public Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellation = default) => store.ReadNowAsync<IReadOnlyList<Account>>(
        "The accounts",
        async context => await context.Users.AsNoTracking().OrderBy(account => account.ClosedUtc != null).ThenBy(account => account.PersonName)
            .ThenBy(account => account.Id).ToListAsync(cancellation));

    /// <summary>An account, also a closed one; null if there never was one.</summary>
    public Task<Account?> FindAsync(string id, CancellationToken cancellation = default) =>
        store.ReadNowAsync("The accounts", context => context.Users.AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, cancellation));

    /// <summary>Gives an account another role, and ends its sessions.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<AccountEnding> ChangeRoleAsync(string id, AccountRole role, string scope, AccountOrder order, CancellationToken cancellation = default) =>
        ChangeAsync(id, "account.role", order, (_, account) =>
        {
            (account.Role, account.Scope) = (role, scope);
            return Task.CompletedTask;
        }, cancellation);

    /// <summary>Closes an account for good: name, address and every means of signing in are erased, what its holder changed stays signed.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<AccountEnding> CloseAsync(string id, AccountOrder order, CancellationToken cancellation = default) =>
        ChangeAsync(id, "account.close", order, async (context, account) =>
        {
            account.ClosedUtc = order.Now;
            account.PersonName = "";
            account.UserName = account.NormalizedUserName = account.Email = account.NormalizedEmail = account.PhoneNumber = account.PasswordHash = null;
            await EraseSecondFactorAsync(context, account, cancellation);
            foreach (var invitation in await context.Invitations.Where(row => row.AccountId == id).ToListAsync(cancellation))
                invitation.PersonName = "";
        }, cancellation);

    /// <summary>Takes an app, recovery codes and passkeys from an account whose holder lost them; the password stays.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<AccountEnding> ResetSecondFactorAsync(string id, AccountOrder order, CancellationToken cancellation = default) =>
        ChangeAsync(id, "account.second-factor-reset", order, (context, account) => EraseSecondFactorAsync(context, account, cancellation), cancellation);

    /// <summary>Lets an account sign in again that was locked for wrong passwords.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<AccountEnding> UnlockAsync(string id, AccountOrder order, CancellationToken cancellation = default) =>
        ChangeAsync(id, "account.unlock", order, (_, account) =>
        {
            (account.LockoutEnd, account.AccessFailedCount) = (null, 0);
            return Task.CompletedTask;
        }, cancellation);

    /// <summary>The record of an account as the log keeps it: nothing in it tells who the person is.</summary>
    internal static string Describe(Account account) => JsonSerializer.Serialize(new
    {
        role = account.Role.Written(),
        scope = account.Scope,
        closed = account.ClosedUtc is not null,
    });

    private Task<AccountEnding> ChangeAsync(
        string id, string command, AccountOrder order, Func<GisDbContext, Account, Task> change, CancellationToken cancellation) =>
        store.WriteAsync(
            async context =>
            {
                if (await context.Users.SingleOrDefaultAsync(account => account.Id == id, cancellation) is not { ClosedUtc: null } account)
                    return AccountEnding.Missing;
                var before = Describe(account);
                await change(context, account);
                if (await LosesLastAdministratorAsync(context, account, cancellation))
                    return AccountEnding.LastAdministrator;
                // Sessions carry the stamp they began with.
                account.SecurityStamp = Guid.NewGuid().ToString("N");
                account.ConcurrencyStamp = Guid.NewGuid().ToString();
                await context.SaveChangesAsync(cancellation);
                await order.WriteAsync(context, command, "account:" + id, new RecordText("account", id, before, Describe(account)), cancellation);
                return AccountEnding.Done;
            },
            cancellation);

    // Asked with the change made but not saved: the rows of the others are as they stand.
    private static async Task<bool> LosesLastAdministratorAsync(GisDbContext context, Account account, CancellationToken cancellation) =>
        account is not { Role: AccountRole.Administrator, ClosedUtc: null }
        && context.Entry(account).Property(each => each.Role).OriginalValue == AccountRole.Administrator
        && !await context.Users.AnyAsync(other => other.Id != account.Id && other.Role == AccountRole.Administrator && other.ClosedUtc == null, cancellation);

    private static async Task EraseSecondFactorAsync(GisDbContext context, Account account, CancellationToken cancellation)
    {
        account.TwoFactorEnabled = false;
        context.RemoveRange(await context.UserTokens.Where(token => token.UserId == account.Id).ToListAsync(cancellation));
        context.RemoveRange(await context.Set<IdentityUserPasskey<string>>().Where(passkey => passkey.UserId == account.Id).ToListAsync(cancellation));
    }
}

/// <summary>How an administrator's command ended.</summary>
public enum AccountEnding
{
    Done,

    /// <summary>There is no such account or invitation, or it is no longer open.</summary>
    Missing,

    /// <summary>Nobody would be left to invite others.</summary>
    LastAdministrator,
}
