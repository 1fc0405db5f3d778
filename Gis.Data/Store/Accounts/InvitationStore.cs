using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gis.Core.Network;
using Gis.Data.Store.History;
using Microsoft.EntityFrameworkCore;

namespace Gis.Data.Store.Accounts;

/// <summary>Invitations to open an account: each link opens one, once, until it expires or is withdrawn.</summary>
public sealed class InvitationStore(GisStore store)
{
    /// <summary>How long a link can be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private const int LinkLength = 32;

    /// <summary>Invites somebody; the link is known to the caller alone.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public async Task<string> InviteAsync(Invited invited, AccountOrder order, CancellationToken cancellation = default)
    {
        var link = NewLink();
        return await store.WriteAsync(
            async context =>
            {
                await AddAsync(context, link, invited, order, cancellation);
                return link;
            },
            cancellation);
    }

    /// <summary>A link for the first administrator, in place of any earlier one; null where there is an account already.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public async Task<string?> InviteFirstAsync(AccountOrder order, CancellationToken cancellation = default)
    {
        var link = NewLink();
        return await store.WriteAsync(
            async context =>
            {
                if (await context.Users.AnyAsync(cancellation))
                    return null;
                await context.Invitations.Where(row => row.AuthorId == null && row.UsedUtc == null && row.WithdrawnUtc == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.WithdrawnUtc, order.Now), cancellation);
                await AddAsync(context, link, new Invited(AccountRole.Administrator, "", ""), order, cancellation);
                return link;
            },
            cancellation);
    }

    /// <summary>All invitations, the latest first.</summary>
    public Task<IReadOnlyList<Invitation>> ListAsync(CancellationToken cancellation = default) => store.ReadNowAsync<IReadOnlyList<Invitation>>(
        "The accounts", async context => [.. (await context.Invitations.AsNoTracking().OrderByDescending(row => row.MadeUtc).ToListAsync(cancellation)).Select(Read)]);

    /// <summary>The invitation of a link, used or not; null if there is none.</summary>
    public Task<Invitation?> FindAsync(string link, CancellationToken cancellation = default) => store.ReadNowAsync(
        "The accounts", async context => await FindRowAsync(context, link, cancellation) is { } row ? Read(row) : null);

    /// <summary>Makes the link of an invitation useless.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<AccountEnding> WithdrawAsync(string id, AccountOrder order, CancellationToken cancellation = default) => store.WriteAsync(
        async context =>
        {
            var changed = await context.Invitations.Where(row => row.Id == id && row.UsedUtc == null && row.WithdrawnUtc == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.WithdrawnUtc, order.Now), cancellation);
            if (changed == 0)
                return AccountEnding.Missing;
            await order.WriteAsync(context, "account.invite-withdraw", "invitation:" + id, null, cancellation);
            return AccountEnding.Done;
        },
        cancellation);

    /// <summary>Opens the account that a link promises, once.</summary>
    /// <param name="link">The link.</param>
    /// <param name="account">Who joins, with name and password; role and scope are the invitation's.</param>
    /// <param name="city">The code of the city.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<JoinEnding> AcceptAsync(string link, Account account, string city, DateTimeOffset now, CancellationToken cancellation = default) =>
        store.WriteAsync(
            async context =>
            {
                var row = await FindRowAsync(context, link, cancellation);
                if (row is null || !Read(row).IsOpen(now))
                    return JoinEnding.NoInvitation;
                if (await context.Users.AnyAsync(other => other.NormalizedUserName == account.NormalizedUserName, cancellation))
                    return JoinEnding.NameTaken;
                (account.Role, account.Scope, account.MadeUtc) = (row.Role, row.Scope, now);
                account.SecurityStamp = Guid.NewGuid().ToString("N");
                (row.UsedUtc, row.AccountId) = (now, account.Id);
                context.Add(account);
                await context.SaveChangesAsync(cancellation);
                await new AccountOrder(account.Id, "invitation:" + row.Id, city, now).WriteAsync(
                    context, "account.join", "account:" + account.Id, new RecordText("account", account.Id, null, AccountStore.Describe(account)), cancellation);
                return JoinEnding.Joined;
            },
            cancellation);

    private static async Task AddAsync(GisDbContext context, string link, Invited invited, AccountOrder order, CancellationToken cancellation)
    {
        var row = new InvitationRow
        {
            Id = Guid.NewGuid().ToString("N"),
            LinkDigest = DigestOf(link),
            Role = invited.Role,
            Scope = invited.Scope,
            PersonName = invited.PersonName,
            AuthorId = order.AuthorId,
            MadeUtc = order.Now,
            ExpiresUtc = order.Now + Lifetime,
        };
        context.Add(row);
        await context.SaveChangesAsync(cancellation);
        var described = JsonSerializer.Serialize(new { role = row.Role.Written(), scope = row.Scope });
        await order.WriteAsync(context, "account.invite", "invitation:" + row.Id, new RecordText("invitation", row.Id, null, described), cancellation);
    }

    private static Task<InvitationRow?> FindRowAsync(GisDbContext context, string link, CancellationToken cancellation)
    {
        var digest = DigestOf(link);
        return context.Invitations.SingleOrDefaultAsync(row => row.LinkDigest == digest, cancellation);
    }

    private static string NewLink() => LinkText.New(LinkLength);

    // A link has more than 150 random bits, so that a digest without salt cannot be guessed back.
    private static string DigestOf(string link) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(link)));

    private static Invitation Read(InvitationRow row) => new(row.Id, new Invited(row.Role, row.Scope, row.PersonName), row.MadeUtc, row.ExpiresUtc)
    {
        Withdrawn = row.WithdrawnUtc,
        Used = row.UsedUtc,
    };
}

/// <summary>Whom an invitation is for.</summary>
/// <param name="Role">The role of the account.</param>
/// <param name="Scope">Its scope.</param>
/// <param name="PersonName">Who is meant, so that administrators can tell invitations apart; the person may correct it.</param>
public sealed record Invited(AccountRole Role, string Scope, string PersonName);

/// <summary>An invitation.</summary>
/// <param name="Id">Its identifier, which opens nothing.</param>
/// <param name="For">Whom it is for.</param>
/// <param name="Made">When it was made.</param>
/// <param name="Expires">The moment from which its link opens nothing.</param>
public sealed record Invitation(string Id, Invited For, DateTimeOffset Made, DateTimeOffset Expires)
{
    public DateTimeOffset? Withdrawn { get; init; }

    public DateTimeOffset? Used { get; init; }

    /// <summary>Whether its link still opens an account.</summary>
    public bool IsOpen(DateTimeOffset now) => Withdrawn is null && Used is null && now < Expires;
}

/// <summary>How the use of an invitation ended.</summary>
public enum JoinEnding
{
    Joined,

    /// <summary>The link is none, or was used, withdrawn or has expired.</summary>
    NoInvitation,

    /// <summary>Somebody else signs in under that name.</summary>
    NameTaken,
}
