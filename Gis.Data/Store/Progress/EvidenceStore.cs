using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Gis.Core.Network;
using Gis.Data.Store.Accounts;
using Gis.Data.Store.History;
using Microsoft.EntityFrameworkCore;

namespace Gis.Data.Store.Progress;

/// <summary>Photographs and papers that show something of a point. They lie in the store, so that a backup has them too.</summary>
public sealed class EvidenceStore(GisStore store)
{
    private const string Kind = "evidence";

    /// <summary>For how long what was removed can be put back, before its content is erased.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(30);

    /// <summary>What was brought for a point, from the latest, without what was removed.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public Task<ImmutableArray<Evidence>> ListAsync(PointId point, CancellationToken cancellation = default) => store.ReadAsync<ImmutableArray<Evidence>>(
        "The evidence",
        async context => [.. (await context.Evidence.AsNoTracking().Where(row => row.PointId == point.ToString() && row.RemovedUtc == null)
            .OrderByDescending(row => row.Fid).ToListAsync(cancellation)).Select(Read)]);

    /// <summary>A piece of evidence, also one that was removed; null if there is none.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public Task<Evidence?> FindAsync(string id, CancellationToken cancellation = default) => store.ReadAsync(
        "The evidence",
        async context => await context.Evidence.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is { } row ? Read(row) : null);

    /// <summary>What a piece of evidence consists of; null where it was erased.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public Task<byte[]?> LoadAsync(string id, CancellationToken cancellation = default) => store.ReadAsync(
        "The evidence",
        async context => (await context.EvidenceContents.AsNoTracking().SingleOrDefaultAsync(row => row.EvidenceId == id, cancellation))?.Content);

    /// <summary>Keeps a piece of evidence.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<Evidence> AddAsync(NewEvidence brought, AccountOrder order, CancellationToken cancellation = default) => store.WriteAsync(
        async context =>
        {
            var row = new EvidenceRow
            {
                Id = LinkText.New(20),
                CityCode = order.City,
                PointId = brought.Point.ToString(),
                Name = brought.Name,
                MediaType = brought.MediaType,
                Length = brought.Content.LongLength,
                Digest = Convert.ToHexStringLower(SHA256.HashData(brought.Content)),
                Caption = brought.Caption,
                TakenOn = brought.TakenOn,
                MadeUtc = order.Now,
                AuthorId = order.AuthorId!,
            };
            context.Add(row);
            context.Add(new EvidenceContentRow { EvidenceId = row.Id, Content = brought.Content });
            await context.SaveChangesAsync(cancellation);
            await order.WriteAsync(context, "evidence.add", new RecordKey(RecordKind.Point, row.PointId).ToString(), new RecordText(Kind, row.Id, null, Describe(row)), cancellation);
            return Read(row);
        },
        cancellation);

    /// <summary>Removes a piece of evidence, or puts it back while its content is there.</summary>
    /// <returns>False where it is as asked already, or is not there.</returns>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<bool> RemoveAsync(string id, bool isRemoved, AccountOrder order, CancellationToken cancellation = default) => store.WriteAsync(
        async context =>
        {
            if (await context.Evidence.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } row || row.RemovedUtc is not null == isRemoved)
                return false;
            if (!isRemoved && !await context.EvidenceContents.AnyAsync(content => content.EvidenceId == id, cancellation))
                return false;
            var before = Describe(row);
            row.RemovedUtc = isRemoved ? order.Now : null;
            await context.SaveChangesAsync(cancellation);
            var command = isRemoved ? "evidence.remove" : "evidence.put-back";
            await order.WriteAsync(context, command, new RecordKey(RecordKind.Point, row.PointId).ToString(), new RecordText(Kind, id, before, Describe(row)), cancellation);
            return true;
        },
        cancellation);

    /// <summary>Erases the content of what was removed long enough ago.</summary>
    /// <returns>How many pieces.</returns>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<int> PurgeAsync(DateTimeOffset now, CancellationToken cancellation = default) => store.WriteAsync(
        async context =>
        {
            var removed = (await context.Evidence.AsNoTracking().Where(row => row.RemovedUtc != null).ToListAsync(cancellation))
                .Where(row => row.RemovedUtc + Grace <= now).Select(row => row.Id).ToList();
            return await context.EvidenceContents.Where(content => removed.Contains(content.EvidenceId)).ExecuteDeleteAsync(cancellation);
        },
        cancellation);

    /// <summary>Pieces whose content is not what was brought, a sentence each.</summary>
    internal static async Task<IReadOnlyList<string>> FindFaultsAsync(GisDbContext context, CancellationToken cancellation)
    {
        var faults = new List<string>();
        foreach (var row in await context.Evidence.AsNoTracking().OrderBy(row => row.Fid).ToListAsync(cancellation))
        {
            var content = (await context.EvidenceContents.AsNoTracking().SingleOrDefaultAsync(content => content.EvidenceId == row.Id, cancellation))?.Content;
            if (content is null && row.RemovedUtc is null)
                faults.Add($"The content of evidence {row.Id} is gone");
            if (content is not null && Convert.ToHexStringLower(SHA256.HashData(content)) != row.Digest)
                faults.Add($"The content of evidence {row.Id} is not what was brought");
        }

        return faults;
    }

    private static string Describe(EvidenceRow row) => JsonSerializer.Serialize(new
    {
        point = row.PointId,
        digest = row.Digest,
        taken = row.TakenOn,
        removed = row.RemovedUtc is not null,
    });

    private static Evidence Read(EvidenceRow row) =>
        new(row.Id, PointId.Parse(row.PointId), row.Name, row.MediaType, row.Length, row.Caption, row.TakenOn, row.MadeUtc, row.AuthorId) { Removed = row.RemovedUtc };
}

/// <summary>A photograph or paper to be kept.</summary>
/// <param name="Point">The point it shows something of.</param>
/// <param name="Name">The name of its file.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Content">What it consists of.</param>
/// <param name="Caption">What it shows, in words.</param>
/// <param name="TakenOn">The day it shows.</param>
public sealed record NewEvidence(PointId Point, string Name, string MediaType, byte[] Content, string Caption, DateOnly TakenOn);

/// <summary>A photograph or paper that shows something of a point.</summary>
/// <param name="Id">Its identifier, as it stands in a link.</param>
/// <param name="Point">The point.</param>
/// <param name="Name">The name of its file.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Length">How many bytes it has.</param>
/// <param name="Caption">What it shows, in words.</param>
/// <param name="TakenOn">The day it shows.</param>
/// <param name="Made">When it was brought.</param>
/// <param name="AuthorId">The account that brought it.</param>
public sealed record Evidence(
    string Id, PointId Point, string Name, string MediaType, long Length, string Caption, DateOnly TakenOn, DateTimeOffset Made, string AuthorId)
{
    /// <summary>When it was removed; null while it is not.</summary>
    public DateTimeOffset? Removed { get; init; }

    /// <summary>Whether it is a picture.</summary>
    public bool IsPicture => MediaType.StartsWith("image/", StringComparison.Ordinal);
}
