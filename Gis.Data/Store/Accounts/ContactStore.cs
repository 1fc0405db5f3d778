using System.Text.Json;
using Gis.Core.Network;
using Gis.Data.Store.History;
using Microsoft.EntityFrameworkCore;

namespace Gis.Data.Store.Accounts;

/// <summary>
/// How advisers of villages can be reached, each with the consent by which that may be told. The log says that there was a
/// consent, for which village, from when and to when; name and number are in one row alone, and erased from it on withdrawal.
/// </summary>
public sealed class ContactStore(GisStore store)
{
    private const string Kind = "contact";

    /// <summary>For how long a name is kept after its consent expired, to be renewed.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(30);

    /// <summary>Every consent ever recorded, the latest first.</summary>
    /// <exception cref="StoreException">They cannot be read.</exception>
    public Task<IReadOnlyList<AdviserContact>> ListAsync(CancellationToken cancellation = default) => store.ReadNowAsync<IReadOnlyList<AdviserContact>>(
        "The contacts",
        async context => [.. (await context.Contacts.AsNoTracking().OrderByDescending(row => row.Fid).ToListAsync(cancellation)).Select(Read)]);

    /// <summary>Those that may be told of a village now, in order of their consents; at the very expiry no longer.</summary>
    /// <exception cref="StoreException">They cannot be read.</exception>
    public async Task<IReadOnlyList<AdviserContact>> ListPublicAsync(AreaCode village, DateTimeOffset now, CancellationToken cancellation = default) =>
        [.. (await store.ReadNowAsync(
                "The contacts",
                async context => (await context.Contacts.AsNoTracking().Where(row => row.VillageCode == village.Digits).OrderBy(row => row.Fid).ToListAsync(cancellation)).Select(Read)))
            .Where(contact => contact.IsPublic(now))];

    /// <summary>Records a consent.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task RecordAsync(AdviserContact contact, AccountOrder order, CancellationToken cancellation = default) => store.WriteAsync(
        async context =>
        {
            var row = new ContactRow
            {
                Id = contact.Id,
                CityCode = order.City,
                VillageCode = contact.Village.Digits,
                FirmId = contact.FirmId,
                PersonName = contact.PersonName,
                Phone = contact.Phone,
                Consent = contact.Consent,
                ConsentUtc = contact.Given,
                ExpiresUtc = contact.Expires,
                AuthorId = order.AuthorId!,
            };
            context.Add(row);
            await context.SaveChangesAsync(cancellation);
            await order.WriteAsync(context, "contact.consent", $"contact:{row.Id}", new RecordText(Kind, row.Id, null, Describe(row)), cancellation);
            return true;
        },
        cancellation);

    /// <summary>Withdraws a consent: from then on nothing of the person is shown or kept.</summary>
    /// <returns>False where there is none, or it was withdrawn before.</returns>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<bool> WithdrawAsync(string id, AccountOrder order, CancellationToken cancellation = default) => store.WriteAsync(
        async context =>
        {
            if (await context.Contacts.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { WithdrawnUtc: null } row)
                return false;
            var before = Describe(row);
            (row.WithdrawnUtc, row.PersonName, row.Phone, row.Consent) = (order.Now, "", "", "");
            await context.SaveChangesAsync(cancellation);
            await order.WriteAsync(context, "contact.withdraw", $"contact:{row.Id}", new RecordText(Kind, row.Id, before, Describe(row)), cancellation);
            return true;
        },
        cancellation);

    /// <summary>Erases names and numbers whose consent expired and was not renewed.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<int> PurgeAsync(DateTimeOffset now, CancellationToken cancellation = default) => store.WriteAsync(
        async context =>
        {
            var rows = (await context.Contacts.Where(row => row.PersonName != "").ToListAsync(cancellation)).Where(row => row.ExpiresUtc + Grace <= now).ToList();
            foreach (var row in rows)
                (row.PersonName, row.Phone, row.Consent) = ("", "", "");
            await context.SaveChangesAsync(cancellation);
            return rows.Count;
        },
        cancellation);

    private static string Describe(ContactRow row) => JsonSerializer.Serialize(new
    {
        village = row.VillageCode,
        firm = row.FirmId,
        from = StoredTime.Write(row.ConsentUtc),
        to = StoredTime.Write(row.ExpiresUtc),
        withdrawn = row.WithdrawnUtc is not null,
    });

    private static AdviserContact Read(ContactRow row) =>
        new(row.Id, AreaCode.Parse(row.VillageCode), row.FirmId, row.PersonName, row.Phone, row.Consent, row.ConsentUtc, row.ExpiresUtc) { Withdrawn = row.WithdrawnUtc };
}

/// <summary>How an adviser of a village can be reached, and by which consent that is told.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Village">The village.</param>
/// <param name="FirmId">The adviser's firm, if any.</param>
/// <param name="PersonName">The adviser's name; empty once erased.</param>
/// <param name="Phone">The number to call; empty once erased.</param>
/// <param name="Consent">How consent was given, as "signed form no. 12".</param>
/// <param name="Given">When it was given.</param>
/// <param name="Expires">Until when it holds.</param>
public sealed record AdviserContact(
    string Id, AreaCode Village, string? FirmId, string PersonName, string Phone, string Consent, DateTimeOffset Given, DateTimeOffset Expires)
{
    /// <summary>When it was withdrawn.</summary>
    public DateTimeOffset? Withdrawn { get; init; }

    /// <summary>Whether it may be told: from the moment of consent up to its expiry, unless withdrawn.</summary>
    public bool IsPublic(DateTimeOffset now) => Withdrawn is null && PersonName.Length > 0 && Given <= now && now < Expires;
}
