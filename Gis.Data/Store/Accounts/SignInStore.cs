using Gis.Core.Network;
using Microsoft.EntityFrameworkCore;

namespace Gis.Data.Store.Accounts;

/// <summary>
/// Attempts to sign in: how many are left before an account is locked, and what came of them. An attempt is counted before
/// it is looked at, so that a hundred guesses at once are no more than five.
/// </summary>
public sealed class SignInStore(GisStore store)
{
    /// <summary>How many wrong attempts in a row lock an account.</summary>
    public const int MostWrong = 5;

    /// <summary>For how long.</summary>
    public static readonly TimeSpan Lock = TimeSpan.FromMinutes(15);

    /// <summary>How long it is kept who signed in when.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(180);

    /// <summary>Begins an attempt; false where the account is locked, and then nothing is to be looked at.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<bool> BeginAsync(string accountId, string city, DateTimeOffset now, CancellationToken cancellation = default) => store.WriteAsync(
        async context =>
        {
            var account = await context.Users.SingleAsync(each => each.Id == accountId, cancellation);
            if (account.AccessFailedCount >= MostWrong && !IsLocked(account, now))
                await LockAsync(context, account, city, now, cancellation);
            if (!IsLocked(account, now))
                account.AccessFailedCount++;
            else
                Add(context, accountId, SignInOutcome.Locked, now);
            await context.SaveChangesAsync(cancellation);
            return !IsLocked(account, now);
        },
        cancellation);

    /// <summary>Ends an attempt that was wrong; the last one allowed locks the account.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task FailAsync(string accountId, SignInOutcome outcome, string city, DateTimeOffset now, CancellationToken cancellation = default) =>
        store.WriteAsync(
            async context =>
            {
                var account = await context.Users.SingleAsync(each => each.Id == accountId, cancellation);
                Add(context, accountId, outcome, now);
                if (account.AccessFailedCount >= MostWrong && !IsLocked(account, now))
                    await LockAsync(context, account, city, now, cancellation);
                return await context.SaveChangesAsync(cancellation);
            },
            cancellation);

    /// <summary>Gives an attempt back: the password was right, and a code is still to come.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task GiveBackAsync(string accountId, CancellationToken cancellation = default) => store.WriteAsync(
        context => context.Users.Where(account => account.Id == accountId && account.AccessFailedCount > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.AccessFailedCount, account => account.AccessFailedCount - 1), cancellation),
        cancellation);

    /// <summary>Writes down that somebody has signed in, who may be wrong five times again.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task SucceedAsync(string accountId, DateTimeOffset now, CancellationToken cancellation = default) => store.WriteAsync(
        async context =>
        {
            await context.Users.Where(account => account.Id == accountId)
                .ExecuteUpdateAsync(set => set.SetProperty(account => account.AccessFailedCount, 0), cancellation);
            Add(context, accountId, SignInOutcome.SignedIn, now);
            return await context.SaveChangesAsync(cancellation);
        },
        cancellation);

    /// <summary>Writes down that somebody tried a name that nobody has. The name is not written: it may be a password in the wrong field.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task NoteUnknownAsync(DateTimeOffset now, CancellationToken cancellation = default) => store.WriteAsync(
        context =>
        {
            Add(context, null, SignInOutcome.Unknown, now);
            return context.SaveChangesAsync(cancellation);
        },
        cancellation);

    /// <summary>The last attempts for an account, the latest first.</summary>
    public Task<IReadOnlyList<SignInAttempt>> ListAsync(string accountId, int most, CancellationToken cancellation = default) =>
        store.ReadNowAsync<IReadOnlyList<SignInAttempt>>("The accounts", async context =>
        {
            var rows = await context.SignIns.AsNoTracking().Where(row => row.AccountId == accountId)
                .OrderByDescending(row => row.Sequence).Take(most).ToListAsync(cancellation);
            return [.. rows.Select(row => new SignInAttempt(WrittenName.TryRead<SignInOutcome>(row.Outcome, out var outcome) ? outcome : SignInOutcome.Unknown, row.MadeUtc))];
        });

    /// <summary>Forgets attempts older than their retention, and whom invitations were for that ended as long ago.</summary>
    /// <returns>How many attempts were forgotten.</returns>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<int> PurgeAsync(DateTimeOffset now, CancellationToken cancellation = default) => store.WriteAsync(
        async context =>
        {
            var last = now - Retention;
            await context.Invitations.Where(row => row.ExpiresUtc < last && row.PersonName != "")
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.PersonName, ""), cancellation);
            return await context.SignIns.Where(row => row.MadeUtc < last).ExecuteDeleteAsync(cancellation);
        },
        cancellation);

    /// <summary>Whether an account is locked; at the very end of the lock it no longer is.</summary>
    public static bool IsLocked(Account account, DateTimeOffset now) => account.LockoutEnd is { } end && now < end;

    private static async Task LockAsync(GisDbContext context, Account account, string city, DateTimeOffset now, CancellationToken cancellation)
    {
        (account.LockoutEnd, account.AccessFailedCount) = (now + Lock, 0);
        await context.SaveChangesAsync(cancellation);
        await new AccountOrder(null, $"{MostWrong} wrong attempts in a row", city, now).WriteAsync(context, "account.lock", "account:" + account.Id, null, cancellation);
    }

    private static void Add(GisDbContext context, string? accountId, SignInOutcome outcome, DateTimeOffset now) =>
        context.Add(new SignInRow { AccountId = accountId, Outcome = outcome.Written(), MadeUtc = now });
}

/// <summary>An attempt to sign in.</summary>
public sealed record SignInAttempt(SignInOutcome Outcome, DateTimeOffset Made);

/// <summary>What came of an attempt to sign in.</summary>
public enum SignInOutcome
{
    SignedIn,
    WrongPassword,
    WrongCode,

    /// <summary>The account was locked, so nothing was looked at.</summary>
    Locked,

    /// <summary>There is no such account.</summary>
    Unknown,
}
